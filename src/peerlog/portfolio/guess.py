"""What an entry probably is for a record, so that people only change what is not so."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ..domain.activity_type import ActivityType

ACCOUNT_WORDS = 100
"""From so many words on, a reflection can be a written account."""
MOST_READ = 4_000
"""Characters of a text that are looked at."""

_NAMED, _SAID, _FORM, _KIND = 4.0, 1.0, 6.0, 1.5
"""What a cue weighs in the title or a tag, in the text, and what the form or the kind of an entry does."""


@dataclass(frozen=True, slots=True)
class Facet:
    """What counts of an entry. `sure` is whether its title, a tag or its form says so."""

    type: str
    categories: frozenset[str]
    participatory: bool
    planned: bool
    sure: bool


class Guesser:
    """Guesses by the cues of `types`, the first of equals."""

    def __init__(self, types: Mapping[str, ActivityType]) -> None:
        self._types = types
        self._of_cue: dict[str, list[str]] = {}
        self._of_form: dict[str, list[str]] = {}
        for name, each in types.items():
            for cue in each.cues:
                self._of_cue.setdefault(cue.rstrip("*"), []).append(name)
            for form in each.begins_as:
                self._of_form.setdefault(form, []).append(name)
        stems = {cue.rstrip("*") for each in types.values() for cue in each.cues if cue.endswith("*")}
        longest_first = sorted(self._of_cue, key=lambda cue: (-len(cue), cue))
        by_letter: dict[str, list[str]] = {}
        for cue in longest_first:
            by_letter.setdefault(cue[0], []).append(re.escape(cue[1:]) + (r"\w*" if cue in stems else ""))
        # One way in for each letter: a word is then compared with a few cues and not with all of them.
        said = "|".join(f"{re.escape(letter)}(?:{'|'.join(rest)})" for letter, rest in by_letter.items())
        self._cues = re.compile(rf"(?<!\w)({said})(?!\w)") if said else None

    def guess_facet(
        self,
        kind: str,
        title: str = "",
        text: str = "",
        *,
        form: str = "",
        tags: Iterable[str] = (),
        with_others: bool = False,
        planned: bool | None = None,
        of_type: str = "",
    ) -> Facet:
        """`form` is the template, model or way of working that an entry follows; `planned` None where nobody knows.

        With `of_type`, the name of a type that somebody chose, the rest is what that type usually is.
        """
        scores: dict[str, float] = {}
        weighed = ((title, _NAMED), (" \n ".join(tags), _NAMED), (text[:MOST_READ], _SAID))
        for said, weight in weighed:
            for cue in self._said(said):
                for name in self._of_cue[cue]:
                    scores[name] = scores.get(name, 0.0) + weight * (1 + cue.count(" "))
        for key, weight in ((f"{kind}/{form}", _FORM), (kind, _KIND)):
            for name in self._of_form.get(key, ()):
                scores[name] = scores.get(name, 0.0) + weight
        best = of_type or max(scores, key=lambda name: scores[name], default="")
        found = self._types.get(best)
        return Facet(
            best,
            _categories(found, kind, text),
            with_others or kind == "meeting" or bool(found and found.participatory),
            planned if planned is not None else bool(found and found.planned),
            bool(of_type) or scores.get(best, 0.0) >= _NAMED,
        )

    def _said(self, text: str) -> set[str]:
        """Each cue that occurs, once, without what a stem ends in."""
        if self._cues is None:
            return set()
        return {self._cue(match[1]) for match in self._cues.finditer(text.casefold())}

    def _cue(self, said: str) -> str:
        return said if said in self._of_cue else max((cue for cue in self._of_cue if said.startswith(cue)), key=len)


def _categories(found: ActivityType | None, kind: str, text: str) -> frozenset[str]:
    categories = found.categories if found else frozenset({"learning"})
    if kind == "feedback":
        categories |= {"feedback"}
    long_enough = len(text.split()) >= ACCOUNT_WORDS
    if kind == "reflection" and long_enough:
        return categories | {"account"}
    return categories if long_enough else categories - {"account"} or frozenset({"learning"})
