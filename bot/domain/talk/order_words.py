"""The words of orders to the bot by their classes, and which classes make which order: data, read by spoken.py."""

import re
from enum import StrEnum


class Order(StrEnum):
    """What can be ordered so."""

    UNDO = "undo"
    ORIGINAL = "original"
    PUT_BACK = "put back"
    CHANGES = "changes"
    GAP_MEANS = "gap means"
    AS_IT_IS = "as it is"
    REWRITE = "rewrite"
    DRAFT = "draft"
    WORD = "word"
    FINAL = "final"
    SUBMIT = "submit"
    WITHDRAW = "withdraw"
    STANDING = "standing"
    PENDING = "pending"
    NEW = "new"
    HELP = "help"
    EXAMINE = "examine"
    SHOW = "show"
    SHOW_DRAFT = "show draft"
    WHERE = "where"
    REDO = "redo"
    SKIP = "skip"
    ITEMS = "items"
    WHO = "who"
    FIGURES = "figures"
    COMPLAINT = "complaint"
    MEND = "mend"
    TALLY = "tally"
    WHY = "why"
    IDLE = "idle"


PIECE = (
    r"(?:(?:活动|工作|政务|情况|信息|宣传|新闻|书面|简要|完整)?"
    r"(?:稿[子件]?|文稿|初稿|草稿|信息|报告(?![了过]|给(?!我))|简报|报道|通讯|通稿|快讯|简讯|短讯|动态|消息稿?|新闻|文章|文字))"
)
"""What one calls the piece that is written from the notes."""
_TIME = (
    r"(?:昨天|昨晚|今天|今早|前天|前几天|上[次回周]|这周|本周|这个?(?:礼拜|星期)|这个?月|本月|上个?月|这几天|最近|刚才|刚刚?"
    r"|之前|早上|上午|中午|下午|晚上)"
)
_OFFICE = (
    r"(?:党建办|办公室|审核员?|领导|局里|馆里|单位|上面|编辑|上级|科长|主任|馆长|局长)(?:的?(?:同志|人|老师|那边))?"
)
_WHOM = r"(?:谁家?|有?(?:哪[一个些几]*|几|多少)个?(?:单位|科室|部门|乡镇|家))"
_DECIDED = r"(?:[批审看采]|采用|通过)(?:完|下来|好)*"
LEXICON = tuple(
    (name, re.compile(pattern, re.I))
    for name, pattern in (
        ("filler", r"请|麻烦|劳驾|辛苦|帮|忙|替|把|将|被|给|你|您|那就|那|这|个|一下子?|下|先|再|就|都|也|还是?"),
        ("filler", r"快|赶紧|抓紧|尽快"),
        ("filler", r"马上|现在|直接|吧|呢|啊|哈|嘛|哦|呀|啦|呗|了|的|地|得|来|去|好|行|成|可以|能不能|可不可以"),
        ("filler", r"行不行"),
        ("filler", r"好不好|[成行]不|可以不|谢谢|嗯|ok|都?没(?:什么|啥)?问题|到|从|里[面头边]?|在"),
        ("filler", r"是|又|能|可|会|想|然后"),
        ("filler", r"还|全都?|等等|等一?下|等会儿?|对了|得[嘞了]|那啥|回头|有点|一条|不用|用不着"),
        ("filler", r"这边|那边|手[上里]|想|两个|看着|老师|师傅|亲|哥|姐"),
        ("wrong", r"(?:手快|手滑|手抖)?[，,]?(?:点|按|交|报|发)(?:重|多|岔)了|手[快滑抖]了?"),
        ("wrong", r"(?:交|报|发|弄|写|搞|传|点|提交)(?:错|早|重|急|岔|快)(?:了|啦)"),
        ("mended", r"(?:都|已经?)?(?:补|改|修改|填|调|核)(?:好|完|齐|上|全|过)了?"),
        ("again", r"再次|再(?=[交报提送投])|重新(?=[交报提送投])|重(?=[交报])|又"),
        ("undo_it", r"(?:刚才|上一?|那)?(?:撤|撤销|撤回|还原|恢复)(?:掉|了)?的(?:那|这)?(?:一?[步下次个处]|改动)?"),
        ("redo", r"(?:又|再)?(?:改|换|变|恢复|做|弄)回(?:去|来)|重做|不撤(?:了|销了?)?|撤错了?|别撤|取消撤销"),
        ("step", r"(?:刚才?|上|刚刚|那)[的那]*一?[步下]|(?:刚才?|刚刚)(?:那个?)?(?:改动|改的)"),
        ("unknown", r"(?:查|问|想|找)不(?:到|着|起来|出来)|没处[查问]"),
        ("unknown", r"不(?:太)?(?:清楚|知道|晓得|了解|记得)|没(?:人)?(?:统计|数|记|问)过?|说不[准清上]"),
        ("asking", r"(?:别|不要|不用|甭|莫|不必)(?:再|老|一直)?(?:问|追问|催|追)(?:我|这个|那么多|了)*"),
        ("leave", r"先?(?:这样|这么着|空着|放着|不管|略过|跳过|算了|写着|不填)"),
        ("item", r"(?:问题)?台账|整改(?:项|问题|任务|清单)?|问题(?:清单|单子?)|待办|销号(?:的|清单)?"),
        ("item", r"(?:几|哪些?|多少|什么)(?:几)?(?:件|项|桩|宗|个)(?:事情?)?"),
        (
            "unclosed",
            r"(?:没|未|还没)(?:有)?"
            r"(?:销号?|销掉|办[完结好]?|整改[完好]?|改完|解决|弄完|处理完?|完成|了结|落实)(?:的)?",
        ),
        ("unclosed", r"(?:快|要|马上|即将)?(?:到期|超期|逾期)了?的?"),
        ("unclosed", r"(?:挂|欠|拖|剩|压)(?:着|下)(?:的)?"),
        ("list", r"(?:拉|列|出|给|做|弄|导|发|打)(?:个|一?[份张]|出)?(?:单子?|清单|名单|列表|表格?)"),
        ("list", r"列(?:一列|一下|出来)"),
        ("you", r"你(?:到底)?是|你(?:那边|后面|背后)"),
        ("human", r"(?:真|活|大|一个)?人(?:工)?|机器(?:人)?|ai|程序|电脑|软件|客服|机器还是"),
        ("returned", r"(?:退|打|驳|发)回(?:来|去|过)?了?|被?(?:退|毙|驳)了?(?:稿)?|不(?:通过|采用)|没(?:通过|采用|过)"),
        ("figures", r"(?:这[些个]?|那[些个]?|里面的?|稿里的?|所有的?)*(?:数字?|数据|人数|日期|时间|人名|名字)"),
        ("match", r"对不对(?:得?上)?|对得?上(?:不|吗)?|准不准|错没错|有没有错(?!别|误)|有出入没?"),
        ("match", r"没(?:有)?(?:来源|出处|依据)|核(?:对|实|一核|一下|一遍|过)*|对一?[对下]"),
        ("awful", r"(?:写|弄|搞)得?什么(?:呀|玩意儿?|东西|鬼)?|看不下去|没法[看用]|不像(?:话|样)|乱七八糟"),
        ("awful", r"不能看|什么玩意儿?"),
        ("help", r"(?:帮|给|替)我"),
        ("why", r"为(?:什么|啥|何)|什么原因|原因|理由|怎么(?:给我|又|就|了|回事)?|凭什么"),
        ("why", r"哪[里儿些](?:写得)?(?:不(?:行|对|好|合格|合适)|没写?(?:好|对|清楚?|到位|过)|有?问题|[要得]改)"),
        ("whom", _WHOM),
        ("whom", rf"还?(?:差|缺|欠)着?{_WHOM}"),
        ("unit", r"各?(?:单位|科室|部门|乡镇)"),
        ("unhanded", rf"还?(?:差|缺|欠)着?{_WHOM}"),
        ("unhanded", r"(?:没|未|不)(?:有)?(?:报送|提交|上报|交|报|送)(?:过|上[去来]|来|的|稿子?|信息|材料)*"),
        ("most", r"(?:最|总是?|老是?|经常|次数)?(?:最?多|常)|总是?|老是?|过?(?:几|多少)[篇条次回]"),
        ("let", r"让|叫|提醒(?:一?[下声])?"),
        ("idle", r"[零无](?:报送|报告|上报|活动)|没有?[搞办什么]*活动(?:可?报)?|没有?(?:什么|[要可得])+报送?的?"),
        ("me", r"我们?|咱们?"),
        ("they", r"作者|[他她]们?"),
        ("want", r"要"),
        ("noted", r"(?:记|发|说|讲|攒|存|收)(?:了|过|下|的)*(?:什么|哪些|些什么|几条|多少条?)"),
        ("when", r"前[头面]"),
        ("once", r"一遍|一次|一眼"),
        ("deleted", rf"{_TIME}?(?:被|你|我)*(?:删|去|减|拿|砍|省)(?:掉|去|了|除)*的"),
        ("unwritten", rf"{_TIME}?(?:没有?|未)(?:写|放|加|用)(?:进去|进来|进|上|到)?的|(?:漏|落|丢)(?:掉|下|了)+的"),
        ("piece", r"[那这]?一?(?:句话?|段话?|几句|部分|块|条|点)|[那这]个|内容"),
        ("back", r"退出来|撤出来|撤掉|[拿拽要讨]回来?|拿下来|撤稿"),
        ("back", r"抽回来?|追回来?|要回来?|撤销|撤回来?|撤下来?|撤|退回去|退回?到?|回到|取消|收回来?|拿回来?|倒回"),
        ("restore", r"(?:恢复|还原|复原|改|换|找|变|用)回(?:成|到)?|(?:恢复|还原|复原)(?:成|到)?"),
        ("put", r"(?:加|补|放|写|拿|捡)(?:回来?|进去?|上去?)"),
        ("stay", r"留着?|保留|留下"),
        ("use", r"用|按"),
        ("first", r"(?:最[初早先]|[刚一最]?开始|第一|原始|原来)(?:写|出)?[的那一]*(?:稿|版本?|次|样子?)?"),
        ("first", r"[初原]稿"),
        ("prev", r"(?:上一?|前一?)[的那一]*(?:稿|版本?|步|次|下|处)"),
        ("prev", r"没改(?:之前|以前|过的|的时候)?|改(?:动)?之?[前以]前?"),
        ("prev", r"(?:刚才?|刚刚|之前|原先|改之?前)[的那一]*(?:稿|版本?|样子?|步|次|下|处|个)?"),
        ("better", r"(?:更|比较|要)?(?:好|强|顺)(?:一?[点些])?"),
        ("forget", r"(?:就)?当我?没(?:说|发|写)过?|[全都]?忘(?:了|掉|记)|清(?:空|掉|除)|[全都]部|所有|[那这]些"),
        ("undone", r"收起来|收一收|放一边|别用|不用了|用不着了|不算数?|不要|作废|算了|不作数|别改|改[错坏]了?"),
        ("change", r"改动|修改|改的"),
        ("cmp", r"跟|和|与|同|比起来?|对比|相比|比"),
        ("now", r"现在这?[版稿个]?|这[版稿次回]|目前"),
        ("diff", r"哪[一个]?[版稿个]?(?:更|比较)?好(?:[些点])?"),
        ("diff", r"有?(?:什么|哪些|哪里|哪儿|多大)?的?(?:区别|差别|不同|不一样|变化|出入)(?:在哪里?)?"),
        ("diff", r"(?:改|动|变|删)了?(?:(?:什么|哪些)(?:地方)?|哪里|哪儿|几处|没有?|吗)|差在哪里?"),
        ("gap", r"【?待补】?(?:充|的)?"),
        ("mark", r"第[一二三四五六七八九十\d]+[句段]|标了?|写着?|注了?|稿里|最后"),
        ("mean", r"(?:什么|怎么)(?:意思|回事|情况|东西)|干什么的?|做什么用"),
        ("draft", rf"(?:[这那]?一?[篇份条])?的?{PIECE}"),
        ("draft", r"[这那][篇份条]|[这那]稿子?|它|全文"),
        ("some", r"[这那哪]?[两三四几][篇份条]"),
        ("how", r"(?:给|有)?(?:回话|回音|反应|答复)(?:了)?(?:没有?|吗)"),
        ("how", r"(?:用|采用|采|过|退)了?(?:几|多少)[篇条](?:了)?"),
        ("how", r"(?:还)?没(?:有)?人(?:看|审|批|管)(?:过)?"),
        ("handed", rf"(?:我们?|{_TIME})*(?:交|报|提交|报送|上报|送审|投|发)(?:上去|上来|过去|出去|了)*的"),
        ("when", _TIME),
        ("office", _OFFICE),
        ("diff", r"哪[句段些个里儿](?:话|内容|地方)?(?:给我|被)?(?:删|去掉|改|动)(?!.{0,2}吗)"),
        ("where", r"呢|在哪里?|(?:去|跑)?(?:哪里?|哪儿)(?:去|了)*"),
        ("written", r"(?:写|弄|整|做|出|生成)?(?:好|完|出来)了?(?:吗|没有?|不)"),
        ("unread", r"(?:有人|谁)?(?:交|报|发)了?(?:新)?(?:的)?(?:稿子?|信息)(?:上来|过来)"),
        ("change", r"改改|改一?下?|修改一?下?"),
        ("how", r"怎么样?|怎样|(?:[审批走办报]到|到)哪(?:里|儿|一?步|一?关)?|什么(?:情况|进度|进展|结果|状态)"),
        ("progress", r"进度|状态|进展"),
        ("how", r"怎么(?:说|回|讲)的?|[说讲]了?什么|什么(?:意见|说法)"),
        ("how", r"有?没?有?(?:消息|结果|回音|回复|动静|下文|信儿?|反馈)(?:了)?(?:没有?|吗)?"),
        ("how", r"(?:审|批|看|过|通过|采用|录用|退)(?:完|过|掉|回来?|上|下来)?了?(?:没有?|吗|没)|(?:通过|采用)不"),
        ("how", r"谁(?:审|批|采用|退(?!回?[得的过]*(?:最|多|次))|看|管|改)(?:了|的)?"),
        ("handed_yet", r"[交报](?:没有?|不)[交报](?:上[来去])?"),
        ("unread", r"(?:等|压|排)着的?|在等的?"),
        ("handed_yet", r"(?:交|报|发|提交|送)(?:上去|出去|过去|了)+(?:没有?|吗|不)"),
        ("how", r"成?什么样(?:子|了)*"),
        ("unread", r"待审(?:核|批)?|(?:没|未|要|等|该)审(?:核|批)?|没处理|新(?:来|到|交|报)?的?(?:稿子?|信息)"),
        ("wait", r"(?:等着?|待|要|该|归|需要|轮到|得|让)我"),
        ("review", r"审(?:核|批)?|批|处理|过目|把关|看"),
        ("ask", r"剩下?|哪里|哪儿?"),
        ("ask", r"有没有|有(?:哪些|什么|几|多少)?|哪些|几|多少|什么|吗|没有?|么|谁|哪"),
        ("look", r"看看|列|拉|翻|查|显示|调|打开|出来"),
        ("rewrite", r"(?:从头)?(?:再|到尾)?重新?(?:写|出|来|弄|整|做|生成)(?:一?[遍版篇次稿份]|过)*"),
        ("rewrite", r"再(?:写|来|出|做|弄|整)一?[遍版篇次稿]"),
        ("compose", r"成[文稿]|出稿|写成(?:信息|稿子?|一篇)"),
        ("write", r"归(?:拢|纳|置)(?:归(?:拢|纳|置)|一下)?|(?:整理|捋|梳理|拢)(?:整理|捋|梳理|拢)"),
        ("write", r"(?:写|出|整|弄|搞|生成|整理|捋|起草|拟|汇总|编|攒|凑|做)(?:成|出|好|个|上|一?[篇份版条稿个])*"),
        ("told", r"都?在这(?:里|儿)?|到这(?:里|儿)?"),
        ("told", r"(?:就|先)?(?:这些|这么多)|没(?:有)?(?:别的|其他的?)?了|(?:说|发|记|讲|报)?(?:完|齐|够)了?|差不多"),
        ("whole", rf"[这那]一?[篇份]|[这那]?一?[篇份]?{PIECE}"),
        ("bad", r"不(?:太)?(?:行|好|对|满意|合适|像样?)|太(?:乱|差|虚|简单|啰嗦)|没写好|写得?(?:不好|不行)"),
        ("notes", r"(?:刚才|上面|前面|以上)?(?:说|发|记|讲)(?:过|了)?的|记录|素材|笔记|这几条|上面的?|前面的?"),
        ("notes", rf"(?:我们?|大家|几个|{_TIME})*(?:发|记|说|讲)(?:过|了|来)*的(?:这些|那些|几条)?|内容|材料|东西"),
        ("mine", rf"(?:我们?|大家|几个|{_TIME}|上面|前面|以上)*(?:说|发|记|讲)(?:过|了|下)+的"),
        ("style", r"(?:像|按|照)?(?:[报给交发])?[\u4e00-\u9fff]{0,3}(?:用|看|报|要)?的?(?:那种|格式|样子|模板|口径)"),
        ("style", r"(?:字数?|篇幅|话)?(?:别|不要|不用)(?:太|那么)?(?:多|长)|(?:字数?|篇幅)?(?:少|短)(?:一?[点些])"),
        ("new", r"(?:换|说|讲|记)个(?:别的)?事(?:说|讲|记)?"),
        ("new", r"(?:重新|另外?|新|单独?)(?:起|开|建|立)一?[个篇条份件]?|换一?[个件]?(?:事|活动|主题|话题)情?"),
        ("new", r"[说记写讲](?:另外?|别的?)一?[件个]?(?:事情?|活动)"),
        ("new", r"下面(?:是|说|记)?(?:另外?|别)的?一?[件个](?:事|活动)"),
        ("new", r"另(?:外)?(?:写|记|弄|来)一?[个篇条份件]|[说记写](?:另一|别的?)[件个]?事"),
        ("final", r"(?:能|可以?)?(?:直接)?(?:复制|粘贴|贴)(?:到[\u4e00-\u9fff]{1,4}里|走)?|终稿|定稿|最终[版稿]"),
        ("final", r"成品|正式[版稿]"),
        ("give", r"给|发|传|来|拿|导|要"),
        ("file", r"(?:word|docx?)(?:版|格式|文件|文档|稿)*"),
        ("file", r"公文(?:格式|样式)的?(?:文件|文档)?|(?:文档|文件|电子版|电子稿)(?:版|格式)?|一份"),
        ("save", r"导出|存(?:成|为)?|保存(?:成|为)?|转(?:成|为)?|下载|生成|做成|另存为?|输出(?:成|为)?|弄成|出"),
        ("brought", r"(?:发|拿|传|交)(?:过来|来)"),
        ("keep", r"(?:保存|打印|存)(?:好|下来|起来|出来|一下)*"),
        ("urge", r"催(?:一催|一下|催|办|问|个)*"),
        ("due", rf"(?:什么时候|啥时候|何时|几时|多久|哪天)(?:能|会|才|可以|给)*{_DECIDED}"),
        ("due", rf"(?:怎么|为什么|为何)?(?:一直|老|都|到现在)?(?:还)?没(?:有)?{_DECIDED}"),
        ("lack", r"(?:是不是|有没有|还|好像)*(?:缺|少|漏|差)(?:了|掉|的)*(?:些|点)?(?:什么|哪些?|啥|东西|没有|没)+不?"),
        ("submit", r"[送递交发]过去|递(?:上去|交)|呈(?:报|上去)|往上(?:报|交|送|递)|(?:报|交|送|发)(?:出去|走)|交差"),
        ("submit", r"报送|上报|提交|送审|交(?:上去|差|稿)?|报(?:上去)?|[投递发](?:上去|稿)|送(?:上去)?"),
        ("to", rf"(?:(?:[发报交送传递转]|提交)给?|给)(?:{_OFFICE})(?:审核?|看看?|批|把关|过目)*"),
        ("asitis", r"没(?:有)?(?:什么)?(?:要|可|好|再)*改(?:的|动)?|挺好|不错"),
        (
            "asitis",
            r"(?:看着|看起来|看上去|写得|整体|总体|感觉)*(?:还|挺|蛮)(?:行|可以|不错|凑合|过得去)|差不多了?",
        ),
        ("asitis", r"不(?:用)?改|就这(?:么着?|样)|定|可以|就它"),
        ("enough", r"够(?:不够)?(?:写|成|出)(?:一?[篇条个份])?(?:稿子?|信息)?了?(?:没有?|吗|不)?|够了?(?:没有?|吗)"),
        ("length", r"(?:多少|几)(?:个)?字|字数(?:是|有)?(?:多少|几)?"),
        ("fault", r"错别?字|毛病|问题|空话|套话|错误?|不妥|语病|不通顺|哪里不对"),
        ("opinion", r"(?:你|您)?(?:看|觉得)?(?:这样|这么)?[写交报发]?(?:能|可以)(?:[报交用]|过关?)了?[吗么不没]"),
        ("opinion", r"都对了?[吗么]|都没(?:什么|啥)?问题"),
        ("opinion", r"(?:这样|这么写)?(?:行|可以|成)了?(?:没有?|不)"),
        ("opinion", r"(?:你|您)?(?:觉得|认为|看)?(?:写得?)?(?:怎么样?|怎样|[行好]不[行好]|过不过关|能不能过)"),
        ("examine", r"检查|把把关|挑挑|审审|校对|过一遍"),
        ("use_of", r"怎么(?:用|使|操作|玩|弄)|如何(?:使)?用|使用(?:方法|说明)"),
        ("bot", r"这?个?(?:东西|机器人|软件|小程序|实报)"),
    )
)  # fmt: skip

ALWAYS = frozenset({"filler", "me", "help"})
_OF_OTHERS = "whom unit unhanded urge let handed_yet submit handed look review returned most when ask list why draft"
# An order: what it must hold (one of each group), and what it may hold besides. The first that fits decides.
RULES: tuple[tuple[Order, tuple[str, ...], str], ...] = (
    (Order.TALLY, ("whom", "unhanded urge let handed_yet submit handed look review returned"), _OF_OTHERS),
    (Order.TALLY, ("unhanded", "urge unit", "urge ask list"), _OF_OTHERS),
    (Order.TALLY, ("returned", "most"), _OF_OTHERS),
    (Order.IDLE, ("idle",), "me when unit office told"),
    (Order.PENDING, ("wait", "ask some"), "draft piece when look"),
    (Order.NEW, ("new", "undone"), "draft write told notes when forget"),
    (Order.STANDING, ("office", "how"), "me draft piece when ask"),
    (Order.STANDING, ("returned", "look draft piece"), "me look draft piece handed when ask"),
    (Order.FIGURES, ("figures", "match"), "look review draft ask match mark now"),
    (Order.COMPLAINT, ("awful",), "awful draft bad now ask"),
    (Order.DRAFT, ("help", "write", "when"), "draft notes me once whole"),
    (Order.WHO, ("you", "human"), "ask bot human"),
    (Order.SKIP, ("asking",), "unknown leave gap asitis"),
    (Order.SKIP, ("unknown",), "unknown leave gap asitis"),
    (Order.ITEMS, ("item", "unclosed ask list"), "item unclosed list look ask me"),
    (Order.ITEMS, ("unclosed", "list ask"), "item unclosed list look ask me"),
    (Order.WITHDRAW, ("wrong", "back"), "when draft piece handed submit prev want"),
    (Order.WITHDRAW, ("when handed", "back", "undone"), "draft piece prev"),
    (Order.REDO, ("step undo_it", "redo"), "back change undone"),
    (Order.REDO, ("undone", "step", "want redo stay"), "undo_it change"),
    (Order.STANDING, ("why", "returned"), "draft piece me handed when office ask"),
    (Order.SUBMIT, ("mended", "again submit", "submit"), "draft once office to when"),
    (Order.SUBMIT, ("again", "submit"), "draft once office to asitis"),
    (Order.WITHDRAW, ("handed", "back restore"), "piece draft when want now"),
    (Order.WITHDRAW, ("submit", "back"), "draft when want prev handed"),
    (Order.WITHDRAW, ("draft some", "back"), "change when want piece"),
    (Order.STANDING, ("office", "review", "me", "draft", "ask"), "when piece"),
    (Order.STANDING, ("handed", "how progress"), "some draft piece when office ask"),
    (Order.STANDING, ("some", "how"), "ask"),
    (Order.STANDING, ("me when", "some draft piece", "how progress"), "when office ask"),
    (Order.STANDING, ("handed_yet",), "draft me when office piece ask"),
    (Order.STANDING, ("progress",), "how look ask handed submit review draft me when"),
    (Order.PENDING, ("wait", "review look"), "ask draft piece when look unread"),
    (Order.PENDING, ("unread", "ask look"), "draft piece when look want review wait"),
    (Order.PENDING, ("draft", "want", "review how", "ask how"), "unread"),
    (Order.PENDING, ("draft", "wait", "review look"), "ask piece"),
    (Order.CHANGES, ("diff",), "cmp first prev now draft change they"),
    (Order.GAP_MEANS, ("gap", "mean"), "mark piece draft"),
    (Order.PUT_BACK, ("unwritten", "put want restore stay write"), "piece prev"),
    (Order.UNDO, ("deleted", "put want restore stay undone"), "piece prev"),
    (Order.UNDO, ("prev", "put restore stay back"), "piece change draft now want use bad undone when"),
    (Order.UNDO, ("prev", "better undone use"), "change draft piece"),
    (Order.ORIGINAL, ("first", "back restore better use want"), "draft piece bad undone write"),
    (Order.ORIGINAL, ("first",), "undone better bad draft piece"),
    (Order.UNDO, ("back restore",), "change now"),
    (Order.WORD, ("some", "save"), "give"),
    (Order.WORD, ("file", "give save write want"), "draft save give"),
    (Order.FINAL, ("final", "give save want write"), "draft asitis"),
    (Order.SUBMIT, ("to",), "draft asitis submit"),
    (Order.SUBMIT, ("submit",), "draft asitis office to told use piece want"),
    (Order.NEW, ("new",), "draft write told"),
    (Order.NEW, ("whole", "undone"), "forget told want when"),
    (Order.NEW, ("notes handed", "undone", "forget"), "when told notes"),
    (Order.REWRITE, ("rewrite",), "bad draft undone"),
    (Order.DRAFT, ("compose",), "told draft notes asitis use look style piece when me"),
    (Order.DRAFT, ("write", "told draft notes piece"), "told draft notes asitis use look style piece when me"),
    (Order.AS_IT_IS, ("asitis",), "told draft better"),
    (Order.EXAMINE, ("examine look ask mark review", "fault"), "draft ask look review"),
    (Order.SHOW, ("noted",), "when prev notes look give"),
    (Order.SHOW, ("look list", "mine"), "when once give"),
    (Order.SHOW_DRAFT, ("draft now", "look once"), "look once now give how prev review"),
    (Order.STANDING, ("handed", "where"), "piece draft when"),
    (Order.WHERE, ("draft", "where"), "now when"),
    (Order.WHERE, ("brought", "look"), "now when draft give"),
    (Order.WHERE, ("written",), "now when draft"),
    (Order.WHERE, ("draft", "give help"), "now want"),
    (Order.WORD, ("draft", "save"), "give want"),
    (Order.EXAMINE, ("examine", "draft"), "fault"),
    (Order.EXAMINE, ("opinion", "draft write opinion"), "how"),
    (Order.HELP, ("use_of",), "bot piece"),
    (Order.WORD, ("save", "keep"), "draft give want told asitis"),
    (Order.WORD, ("keep",), "draft give file want piece"),
    (Order.STANDING, ("urge due", "due urge"), "office draft piece handed me when"),
    (Order.EXAMINE, ("lack",), "draft piece look ask"),
    (Order.DRAFT, ("enough",), "notes draft now told"),
    (Order.DRAFT, ("help", "write"), "notes whole once"),
    (Order.SHOW_DRAFT, ("length",), "draft now ask look"),
    (Order.WHY, ("why how mean",), "why how mean office returned bad draft piece written ask when whom"),
)
