"""Texts are cut into the same pieces as by the package that the embedder was trained with."""

from hypothesis import given
from hypothesis import strategies as st
from tokenizers import Tokenizer, models, pre_tokenizers

from bot.retrieval.pieces import Pieces

VOCABULARY = [
    *(("<unk>", 0.0), ("▁", -2.0), ("公", -6.0), ("务", -6.5), ("公务", -7.0), ("接待", -7.2), ("务接", -5.0)),
    *(("接", -6.1), ("待", -6.2), ("公务接待", -9.0), ("▁公", -5.5), ("12", -4.0), ("1", -5.0), ("2", -5.0)),
    *(("a", -3.0), ("ab", -3.5), ("abc", -9.0), ("b", -8.0), ("c", -4.0)),
]
TOKENIZER = Tokenizer(models.Unigram(VOCABULARY, unk_id=0, byte_fallback=False))
TOKENIZER.pre_tokenizer = pre_tokenizers.Metaspace(replacement="▁", prepend_scheme="always", split=False)
PIECES = Pieces(VOCABULARY, 0)


@given(st.text(st.sampled_from("公务接待12abc ▁龘é😀"), max_size=40))
def test_every_text_is_cut_as_the_package_cuts_it(text: str) -> None:
    assert PIECES.ids(text) == TOKENIZER.encode(text, add_special_tokens=False).ids


def test_the_likeliest_cut_wins_over_the_longest_piece() -> None:
    assert PIECES.ids("公务接") == [10, 6]
    assert PIECES.ids("公龘龘务") == [10, 0, 3]
