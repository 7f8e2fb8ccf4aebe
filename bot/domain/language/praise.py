"""Words that praise how something was done: a report goes without them, and no figure or name hangs on them."""

PRAISING = (
    r"(?:隆重|热烈|深入|精心|扎实|认真|积极|切实|圆满|成功|顺利|广泛|大力|全面|全力|有序|高效|耐心|细致|热情"
    r"|激情|火热|踊跃)"
)
"""扎实 of 扎实开展."""
SWEEPING = r"(?:地毯式|拉网式|全方位|全覆盖|全链条|多角度|多层次|立体式|零容忍|无死角)"
"""全方位 of 全方位、多角度宣传."""
