"""Text made plain, and what it is cut into."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.language.grams import plain

WRITTEN = st.text(st.sampled_from("第一条，：；（）？！％　ＡａＢ１２㎡①½…“”ⅣÄé\u0301か\u3099〔2025〕"), max_size=12)


@given(WRITTEN)
def test_plain_is_the_compatible_form_in_lower_case(text: str) -> None:
    assert plain(text) == unicodedata.normalize("NFKC", text).lower()
