"""Slips of typing by sound: 网巴 for 网吧, 公物接待 for 公务接待. Only what the library does not know is put right."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from bot.domain.language.grams import pairs, plain
from bot.domain.library.clauses import DIGITS
from bot.domain.library.needs import Rarity
from bot.domain.library.questions import NOISE, STOP, Words
from bot.domain.library.wants import read_wants

LEAST = 3
"""Characters of a term that is known by its sound alone."""
_RUN = re.compile(r"[㐀-鿿]+")
_SMALL = frozenset("".join(word for word in STOP if len(word) == 1) + DIGITS + "正已曾将刚先后很太更最别每几")
"""Characters that stand by themselves between words."""
_OPPOSITE = frozenset("买卖")
"""They sound alike, and whoever asks of the one does not mean the other."""


@dataclass(frozen=True, slots=True)
class Sounds:
    """How characters are read, without tones; `alike` holds all of one reading."""

    reading: Mapping[str, str]
    alike: Mapping[str, str]

    def of(self, text: str) -> tuple[str, ...]:
        """The readings of a text; a character that is not known stands for itself."""
        return tuple(self.reading.get(char, char) for char in text)


@dataclass(frozen=True, slots=True)
class Speller:
    """Puts a question right by the words that people and rules use (`terms`) and by what the library holds."""

    sounds: Sounds
    terms: frozenset[str]
    _heard: Mapping[tuple[str, ...], str] = field(default_factory=dict)

    @classmethod
    def of(cls, sounds: Sounds, terms: Iterable[str]) -> "Speller":
        """A speller for these terms; of two that sound alike neither is certain."""
        known = frozenset(plain(term) for term in terms if _RUN.fullmatch(term) and not read_wants(term))
        heard: dict[tuple[str, ...], str] = {}
        for term in sorted(term for term in known if len(term) > 1):
            key = sounds.of(term)
            heard[key] = "" if key in heard else term
        return cls(sounds, known, heard)

    def respell(self, question: str, words: Words, rarity: Rarity) -> tuple[str, tuple[str, ...]]:
        """The question as it was meant and the words that were put right; as it stands where all is known."""
        text, meant = plain(question), list[str]()
        for typed, term in (*self._terms(text, rarity), *self._pairs(text, words, rarity)):
            if typed in question and not any(typed in other for other in meant):
                question = question.replace(typed, term)
                meant.append(term)
        return question, tuple(meant)

    def _terms(self, text: str, rarity: Rarity) -> Iterator[tuple[str, str]]:
        """Stretches that sound like a term, share a character with it and hold a pair that the library does not."""
        for run in _RUN.findall(text):
            readings = self.sounds.of(run)
            for size in range(min(len(run), 10), LEAST - 1, -1):
                for start in range(len(run) - size + 1):
                    typed, term = run[start : start + size], self._heard.get(readings[start : start + size], "")
                    if not term or typed in self.terms or not set(typed) & set(term) or {*typed, *term} >= _OPPOSITE:
                        continue
                    if not all(rarity(sorted(pairs(typed) - pairs(term))).values()):
                        yield typed, term

    def _pairs(self, text: str, words: Words, rarity: Rarity) -> Iterator[tuple[str, str]]:
        """Two characters that make no word and that no rule holds, with a homophone that makes one known to the rules.

        The words asked with (几天, 多少) are no content and stay as they are.
        """
        asked = {at for found in NOISE.finditer(text) for at in range(found.start(), found.end())}
        tokens = _spans(words(text), text)
        for run in _RUN.finditer(text):
            for start in range(run.start(), run.end() - 1):
                typed = text[start : start + 2]
                touched = [(begin, end) for begin, end in tokens if begin < start + 2 and start < end]
                if len(touched) < 2 or all(end - begin > 1 for begin, end in touched) or {start, start + 1} & asked:
                    continue
                if rarity([typed])[typed]:
                    continue
                small = all(end - begin == 1 for begin, end in touched)
                if small and set(typed) & _SMALL:
                    yield from self._said(text, start, words, rarity)
                    continue
                yield from self._homophone(text, start, touched, words, rarity)

    def _said(self, text: str, start: int, words: Words, rarity: Rarity) -> Iterator[tuple[str, str]]:
        """The word of the list that two characters sound like, where the other character is one that no rule holds and
        it is one word there: 上坊."""
        typed = text[start : start + 2]
        term = self._heard.get(self.sounds.of(typed), "")
        mended = text[:start] + term + text[start + 2 :]
        odd = set(typed) - set(term)
        if len(odd) == 1 and not any(rarity([*odd]).values()) and (start, start + 2) in _spans(words(mended), mended):
            yield typed, term

    def _homophone(
        self, text: str, start: int, touched: Sequence[tuple[int, int]], words: Words, rarity: Rarity
    ) -> Iterator[tuple[str, str]]:
        """What was typed and the word that it makes with the commonest known pair that sounds so; none where that is
        not one word of all that it touches.
        """
        one, two = text[start], text[start + 1]
        readings = self.sounds.reading
        others = [one + char for char in self.sounds.alike.get(readings.get(two, ""), "")]
        others += [char + two for char in self.sounds.alike.get(readings.get(one, ""), "")]
        known = {pair: weight for pair, weight in rarity(others).items() if weight}
        for pair in sorted(known, key=lambda pair: known[pair]):
            mended = text[:start] + pair + text[start + 2 :]
            twice = pair[0] == mended[start - 1 : start] or pair[1] == mended[start + 2 : start + 3]
            for begin, end in _spans(words(mended), mended):
                if begin <= touched[0][0] and touched[-1][1] <= end and not twice:
                    yield text[begin:end], mended[begin:end]
                    return


def _spans(tokens: Sequence[str], text: str) -> list[tuple[int, int]]:
    """Where each token begins and ends; the tokens are the whole text in order."""
    begun = 0
    found: list[tuple[int, int]] = []
    for token in tokens:
        begun = text.index(token, begun)
        found.append((begun, begun + len(token)))
        begun += len(token)
    return found
