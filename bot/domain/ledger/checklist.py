"""The checklist 六查六正两提高, point by point, as the speech that it comes from names them.

The source names five of the six 正; the sixth is in the local plan and is not made up here.
"""

import re

CHECKS = (
    "查立场是否坚定",
    "查政令是否畅通",
    "查党建是否规范",
    "查管理是否科学",
    "查履职是否尽责",
    "查“四风”是否反弹",
    "正学风",
    "正政风",
    "正行风",
    "正会风",
    "正家风",
    "提高工作效能",
    "提高群众满意度",
)
UNNAMED = "“六正”的来源里只写了五个，第六个请看本地方案，自己登记。"


def named(words: str) -> str:
    """The point that the words name and nothing else; empty where they name none."""
    told = _bare(words)
    return next((check for check in CHECKS if told and _bare(check) == told), "")


def _bare(words: str) -> str:
    return re.sub(r"^[一二三四五六](?=[查正])|[“”\"「」\s。]", "", words.strip())
