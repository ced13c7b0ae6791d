"""Looking for names that are known: as they are written, and as people write them besides."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from . import patterns
from .folding import LETTER, Folded, any_of, folded, key_of

SHORTEST = 2
"""Letters of a name that is looked for."""

_BETWEEN = r"[\s_.-]"
"""What may stand between the words of a name, as in the name of a file; between those of a long one also nothing."""
_LONG = 8
_WORD = re.compile(r"[^\s'-]+|['-]|\s+")
_AMBIGUOUS = "AIO"
"""Letters that are words as well: behind a name they are an initial only with a full stop."""


class Names:
    """Finds whole names in any text, with `parts` also single words of them.

    What it gives as the same for all ways of writing is the whole name's key; a part that two names share stands for
    itself.
    """

    def __init__(self, names: Iterable[str], *, parts: bool = False, lone: bool = True) -> None:
        """Without `lone` no name of one word is looked for."""
        known = distinct(names)
        self._owners = {key_of(name): key_of(name) for name in known}
        ways = [name for name in known if lone or " " in name]
        if parts:
            ways += self._with_parts(known)
        self._pattern = any_of((way, _spelt(way)) for way in ways)

    def __call__(self, _text: str, low: Folded) -> Iterator[tuple[int, int, str]]:
        """Where they stand in a text as written, from and up to, the longest first where two begin alike."""
        place = 0
        while self._pattern and (match := self._pattern.search(low.text, place)):
            key = key_of(match[0])
            yield (*low.span(*match.span()), self._owners.get(key, key))
            place = match.start() + 1

    def owner_of(self, written: str) -> str | None:
        """The key of whoever is written so; None for nobody who is known."""
        return self._owners.get(key_of(written))

    def _with_parts(self, known: Iterable[str]) -> list[str]:
        shared: dict[str, set[str]] = defaultdict(set)
        for name in known:
            for part in dict.fromkeys((*name.split(), *re.split(r"[\s-]+", name))):
                if len(part) > SHORTEST or (len(part) == SHORTEST and part not in patterns.SHORT_WORDS):
                    shared[part].add(key_of(name))
        found = [part for part in shared if key_of(part) not in self._owners]
        self._owners |= _owners({part: shared[part] for part in found})
        return found


class Titled:
    """Finds people behind a title, known or not; somebody who is known is the same as without it."""

    def __init__(self, names: Iterable[str]) -> None:
        self._known = Names(names, parts=True)

    def __call__(self, text: str, _low: Folded) -> Iterator[tuple[int, int, str]]:
        """As `Names`."""
        place = 0
        while match := patterns.TITLED.search(text, place):
            _, _, called = match[0].partition(" ")
            yield (*match.span(), self._known.owner_of(called) or key_of(match[0]))
            place = match.start() + 1


class Initials:
    """Finds people of two names or more by what is left of one: `S. Okafor`, `Sam O.`, `S.O.`"""

    def __init__(self, names: Iterable[str]) -> None:
        shared: dict[str, set[str]] = defaultdict(set)
        first, last, every = [], [], []
        for name in distinct(names):
            words = [word for word in name.split() if word[0].isalpha()]
            if len(words) < SHORTEST:
                continue
            initials = [word[0] for word in words]
            ways = f"{initials[0]} {words[-1]}", f"{words[0]} {initials[-1]}", " ".join(initials)
            for way in ways:
                shared[way].add(key_of(name))
            first.append((ways[0], rf"{initials[0]}[.\s_]+{_spelt(words[-1])}"))
            last.append((ways[1], rf"{_spelt(words[0])}[\s_]+{initials[-1]}(?!'{LETTER}{{2}})"))
            dotted = r"\.\s?".join(initials)
            every.append((ways[2], rf"{dotted}(?:\.|(?!{LETTER}))"))
        self._owners = _owners(shared)
        self._looked_for = ((any_of(first), _begins), (any_of(last), _ends), (any_of(every), _are_capitals))

    def __call__(self, text: str, low: Folded) -> Iterator[tuple[int, int, str]]:
        """As `Names`; only where the initials are capitals."""
        for pattern, is_meant in self._looked_for:
            for match in pattern.finditer(low.text) if pattern else ():
                start, end = low.span(*match.span())
                if is_meant(text, start, end):
                    yield start, end, self._owners.get(key_of(match[0]), key_of(match[0]))


def distinct(names: Iterable[str]) -> list[str]:
    """The names folded, without those of fewer than `SHORTEST` letters."""
    return list(dict.fromkeys(low for each in names if len(low := folded(each)) >= SHORTEST))


def _owners(shared: Mapping[str, set[str]]) -> dict[str, str]:
    """By the keys of ways of writing whose they are; what two have in common is its own."""
    return {key_of(way): next(iter(of)) if len(of) == 1 else key_of(way) for way, of in shared.items()}


def _spelt(name: str) -> str:
    """A folded name as a pattern: what is between its words may be anything that is no letter."""
    said, many = [], "*" if len(key_of(name)) >= _LONG else "+"
    for piece in _WORD.findall(name):
        if piece.isspace():
            said.append(_BETWEEN + many)
        elif piece in "'-":
            said.append(r"[\s_.'-]?")
        else:
            said.append(re.escape(piece))
    return "".join(said)


def _begins(text: str, start: int, _end: int) -> bool:
    return text[start].isupper()


def _ends(text: str, start: int, end: int) -> bool:
    return text[end - 1].isupper() and (text[end - 1] not in _AMBIGUOUS or text[end : end + 1] == ".")


def _are_capitals(text: str, start: int, end: int) -> bool:
    return text[start:end].isupper()
