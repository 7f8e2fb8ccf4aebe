"""What an editor's pencil marks that no count of facts sees: speech left in, stumps, titles without a deed.

Signed reports carry next to no marks (a test holds that); the figure is marks per 100 characters of a draft.
"""

import asyncio
import re
from collections import Counter
from collections.abc import Iterator, Sequence

from tests.evals.drafts import written
from tests.evals.judgement import Case, cases, normal
from tests.evals.measures import Measure

PEOPLE = "孩子|小孩|老人|学生|选手|评委|裁判|队员|职工|群众|游客|读者|家长|姐妹|文化员|志愿者|传承人|演员|矿工"
SPEECH = {
    "人称": r"[我你您咱]|(?<!其)[他她](?!乡|山)(?:们|家|的)?",
    "口头虚词": r"(?<!\d)把(?!关|手|握)|让(?!利|座|路)|跟(?!踪|进|班|团)|(?<!成)就(?!业|读|近|地|餐|诊|医|位)"
    r"|(?<!首|古|国|全|于)都(?!市)|(?<!归|退)还(?!款|原|书|贷|清|失|给)|得(?:了|个|很)"
    r"|一下|一块(?!石|地|板)|差不多|大伙|里头|里边|那边|这边|这个|这么|怎么|什么",
    "口头动词": r"搞|弄|(?<!年|晨|夜|长|短|赛|路|起|实)跑(?!步|道|马)|碰(?:头|过|了)|算出|晒|盯|进账"
    r"|试试|看看|找不|打不开|睡|盖上|剪头发|剩(?!余|下)|丢\d|排\d|(?<!排)练\d|走\d|熬\d",
    "没字": r"没(?!收|落|有)",
    "名作个": rf"\d+个(?:{PEOPLE})|(?:{PEOPLE})\d+个(?![村班点])",
    "绰号": r"老[张王李赵刘陈杨黄周吴徐孙胡朱高林何郭马罗宋费秦牛白](?![字庄村镇街])"
    r"|小[张王李赵刘陈杨黄周吴贺董许孟蔡耿]",
    "的字尾": r"的[，。；]|(?<!最.)的(?:有)?\d",
    "残词": r"的的|计划[^，。；]{0,12}计划|约计划|(?:进行|开展)(?:是|了|的)|[，。][和与由在到对][，。]|（）"
    r"|\(\)",
}
DEED = re.compile(
    "举办|举行|开展|召开|组织|检查|巡查|抽查|普查|巡检|查看|慰问|看望|走访|接待|接访|通报|发布|统计|申报|修订|制定"
    "|完成|获|入选|入围|评|"
    "开班|结业|开幕|开展|闭幕|闭营|结束|收官|布展|播出|放映|采录|采风|清理|拆除|更换|修|安装|设|征集|发放|提供|送|捐"
    "|植树|剔旧|培训|演练|宣传|"
    "打扫|理发|接到|接收|通过|写生|排查|整改|整理|建成|解决|处理|演出|答复|办结|推进|保障|减少|发文|调研|指导|座谈"
    "|交流|商定|洽谈|研究|签订|讲授|教|传授|借|开放|排练|到.{2,12}摆|为.{2,16}(?:理发|服务)"
)


def marks(unit: str, title: str, text: str) -> Iterator[str]:
    """The kinds of marks, one for each place; words inside “…” and 《…》 are other people's."""
    title, text = (re.sub(r"“[^”]*”|《[^》]*》", "〇", normal(part)) for part in (title, text))
    for kind, pattern in SPEECH.items():
        yield from [kind] * len(re.findall(pattern, title + "。" + text))
    sentences = [s for s in re.split(r"[。；\n]", text) if s]
    yield from ("断句" for s in sentences if len(s) < 7)
    yield from ("流水句" for s in sentences if s.count("，") > 6)
    if not DEED.search(title.removeprefix(unit)):
        yield "标题无事"
    if sentences and (title + "|" + sentences[0]).count(unit) > 3:
        yield "主体重复"


def per_hundred(among: Sequence[Case], drafts: Sequence[Sequence[Case]]) -> tuple[float, Counter[str]]:
    """Marks per 100 characters, and how many there are of each kind."""
    found: Counter[str] = Counter()
    length = 0
    for case, reports in zip(among, drafts, strict=True):
        for report in reports:
            found.update(marks(case["unit"], report["title"], report["text"]))
            length += len(report["title"] + report["text"])
    return 100 * found.total() / max(length, 1), found


def run() -> list[Measure]:
    rows = []
    for name, label in (("dev", "开发"), ("unseen", "未见")):
        among = cases(name)
        rate, kinds = per_hundred(among, asyncio.run(written(among)))
        most = "、".join(f"{kind}{count}" for kind, count in kinds.most_common(5))
        rows.append(Measure(f"{label}：每百字改动", f"{rate:.2f}（{most}）", "≤ 0.30", rate <= 0.30))
    return rows
