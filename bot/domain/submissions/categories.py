"""The category of a report, suggested from its words; which categories there are is a setting."""

import re
from collections.abc import Sequence

OTHER = "其他"

CATEGORIES = ("文化惠民", "教育培训", "技能比武", "志愿服务", "作风改进", "党建学习", "整改", OTHER)

# Title words weigh more than the body's; a special category before the general one that holds it.
_SIGNS = {
    "技能比武": r"比武|竞赛|大赛|比赛|练兵|技能",
    "志愿服务": r"志愿|义务|慰问|帮扶|结对",
    "整改": r"整改|销号|问题清单|隐患|查摆",
    "作风改进": r"作风|八项规定|廉政|廉洁|纪律|暗访|窗口|减负|值班|服务时间",
    "党建学习": r"党课|党员大会|主题党日|中心组|党支部|党建|理论学习|党史|三会一课|集中学习",
    "教育培训": r"培训|讲座|授课|课堂|研学|教学|辅导|实训|班(?:开班|结业)",
    "文化惠民": r"演出|送书|送戏|展览|展出|电影|放映|读者|图书|文艺|文化|群众|惠民|下乡|非遗|广场舞|阅读",
}
_TITLE_WEIGHT = 3


def suggest(title: str, text: str, categories: Sequence[str], unit: str = "") -> str:
    """The category whose words the report uses most, among those that are set; 其他 where none fits.

    The name of the `unit` tells nothing of what was done: 公共文化科看望老人 is no 文化惠民.
    """
    if unit:
        title, text = title.replace(unit, ""), text.replace(unit, "")
    weights = {
        name: _TITLE_WEIGHT * len(re.findall(signs, title)) + len(re.findall(signs, text))
        for name, signs in _SIGNS.items()
        if name in categories
    }
    best = max(weights, key=lambda name: weights[name], default="")
    if best and weights[best]:
        return best
    return OTHER if OTHER in categories or not categories else categories[-1]
