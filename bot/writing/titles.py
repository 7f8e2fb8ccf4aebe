"""The opening of a report, as it is handed from the notes to the body and the title."""

import re
from dataclasses import dataclass, field

from bot.domain.notes.utterances import Utterance
from bot.writing.deeds import STARTS_VERB

TOLD = re.compile(
    r"(?:共|联合|集中|现场|对[^，]{2,16})?(?:举办|召开|开展|组织|检查|慰问|看望|走访|培训|宣传|演练|接待|普查|植树"
    r"|清理|整治|调研|排查|巡查|抽查|督查|维修|修缮|修复|核查|摸排|调解|入户|修|安装|更换|发放|赠送|送|捐赠|学习|参观|拍摄|征集|录制|[录拍排印]完|"
    r"评审|验收|整改|上线|揭牌|签约|放映|演出|义诊|登记|整理|办结|答复|获|列入|入选|入围|收齐|印发|出台|修订|通过"
    r"|统计|公布|接收|接到|收到|会商|座谈|讲(?!台|师|义|稿|解员)|教(?!室|师|育|练|材|学楼)|行动|彩排|排练|改为|改成|上线"
    r"|开课|收队|结束|结业|闭营|开班|开幕|闭幕|启动|播出|布展|开播|开赛|开讲|开营|公布|截止|开市|开园|收官|查看|完成|剔旧|打扫|疏散|立案|查处|发车|发送|出警|运送)"
)
_TAIL = re.compile(
    r"(?:进入(?:第.{1,2}|最后一)[天节次]|结业|结束|开展|开幕|开班|开课|闭幕|闭营|启动|举行|举办|落幕|开[街市园集馆]|揭幕|开营|开讲|开赛|收官|首映|播出|试营业|[办开打演]了\d+[天场期]"
    r"|获[^，]{2,24}奖|比赛获[^，]{2,20})$"
)


# 应急管理局 + 局党委会
_ITS_MEETING = re.compile(r"[局馆院校](?:(?:党委|党组|务)会|机关|党组|办公室|属)")


# 妇委会|给单位的妈妈开展亲子阅读: whoever of the house did it stands before the place.
_INNER = re.compile(
    r"[一-龥]{0,6}(?:妇委会|工会|支部|团委|协会|剧团|分队|大队|志愿者|办公室|(?:文化|图书|博物|美术|体育|档案)馆)(?=[给为请带组举开办向对])"
)


_DAY = re.compile(r"((?:\d{4}年)?\d{1,2}月\d{1,2}日)(凌晨|早上|上午|中午|下午|傍晚|晚|夜间)?")


def _days(when: str) -> tuple[str, ...]:
    """7月27日晚8时, 7月27日晚 and 7月27日 of 7月27日晚8时."""
    found = _DAY.match(when)
    return (when, found[0], found[1]) if found else ()


@dataclass(slots=True)
class Lead:
    """When, who, where, what."""

    when: str
    actor: str
    place: str
    deed: str
    utterance: Utterance
    used: list[Utterance] = field(default_factory=list)
    foreign: bool = False
    # What was told before the deed and tells none of its own: 昨晚下大雨.
    ahead: list[str] = field(default_factory=list)
    # The whole title, where the opening was read together with it.
    named: str = ""

    def __post_init__(self) -> None:
        """机关一支部 + 支部21名党员… says 支部 once."""
        if not self.foreign:
            # 全县培训班在县图书馆举办: the house is where it acts.
            self.place = self.place.removeprefix(self.actor)
            cut = next(
                (
                    k
                    for k in range(min(8, len(self.actor), len(self.deed)), 0, -1)
                    if self.deed.startswith(self.actor[-k:])
                    and (k > 1 or _ITS_MEETING.match(self.deed))
                    and self.deed[k : k + 1] not in ("日", "节")  # 博物馆日
                ),
                0,
            )
            self.deed = self.deed[cut:]

    def sentence(self) -> str:
        """9月14日，非遗中心到双店镇开展普查"""
        dated = [told for told in self.ahead if _DAY.match(told)]
        when, said = self.when, ""
        if dated and (said := next((d for d in _days(when) if dated[-1].startswith(d)), "")):
            when = when[len(said) :]  # 7月27日雨大，下午4时
        others = [told.removeprefix(when or "，") for told in self.ahead if told not in dated]  # 近日，近日清明防火
        if when.startswith("（"):  # 2月25日（年后头一周），来办事的多
            dated, others = [self.when], [told.removeprefix(said) for told in dated] + others
            when = ""
        return "，".join(filter(None, [*dated, when, *others, self._told()]))

    def _told(self) -> str:
        where = f"在{self.place}" if self.place else ""
        who = "" if self.foreign else self.actor
        tail = _TAIL.search(self.deed)
        if where and tail and tail.start() >= 3 and not STARTS_VERB.match(self.deed):
            return f"{who}{self.deed[: tail.start()]}{where}{tail[0]}"
        if where and not self.foreign and (inner := _INNER.match(self.deed)):
            return f"{who}{inner[0]}{where}{self.deed[inner.end() :]}"
        return f"{where}，{self.deed}" if where and self.foreign else f"{who}{where}{self.deed}"
