"""Chinese text to words, by rjieba.

Used for questions alone: passages are indexed by characters and pairs.
"""

from collections.abc import Sequence


def cut_words(text: str) -> Sequence[str]:
    """Words of the dictionary; what it does not know falls into single characters rather than being
    guessed at.
    """
    import rjieba

    words: list[str] = rjieba.cut(text, False)
    return words
