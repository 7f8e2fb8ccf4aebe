"""Splitting a reply into messages that Telegram takes. Replies are sent as plain text: nothing to escape."""

LIMIT = 4096

# Where to cut, best first; what is cut off stays at the end of the part before.
_ENDS = ("\n\n", "\n", "。", "！", "？", "；", "，", " ")


def units(text: str) -> int:
    """Length as Telegram counts it: UTF-16 code units."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def split(text: str, limit: int = LIMIT) -> tuple[str, ...]:
    """The parts in order, each within the limit, cut where a paragraph, line or sentence ends if possible."""
    parts = []
    rest = text.strip()
    while units(rest) > limit:
        cut = _cut(_head(rest, limit))
        parts.append(rest[:cut].rstrip())
        rest = rest[cut:].lstrip()
    parts.append(rest)
    return tuple(part for part in parts if part)


def _head(text: str, limit: int) -> str:
    """The longest beginning within the limit; a character is never halved."""
    head = text[:limit]
    while units(head) > limit:
        head = head[: len(head) - max(1, (units(head) - limit) // 2)]
    return head


def _cut(head: str) -> int:
    """Where to cut the head: not in its first half, or a lone short line would become a message."""
    for end in _ENDS:
        at = head.rfind(end)
        if at >= len(head) // 2:
            return at + len(end)
    return len(head)
