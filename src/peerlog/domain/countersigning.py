"""What somebody outside can sign of one item: four meanings that are never merged, and what each has to say of them."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from .problem import Problem
from .text import brief


@dataclass(frozen=True, slots=True)
class Detail:
    """Something to say about who signs: its stored name, its label, and a hint for the empty line."""

    name: str
    label: str
    hint: str = ""

    @property
    def called(self) -> str:
        """What it is in a record, which is not about its reader: `Name`."""
        said = self.label.removeprefix("Your ")
        return said[0].upper() + said[1:]


DETAILS: dict[str, Detail] = {
    each.name: each
    for each in (
        Detail("name", "Your name"),
        Detail("role", "Your role", "what you do"),
        Detail("organisation", "Organisation", "“none” if you belong to none"),
        Detail("register", "Professional register", "the name of your regulator; “none” if you are in none"),
        Detail("number", "Number in that register", "“none” if you have none"),
        Detail("email", "E-mail"),
        Detail("phone", "Telephone"),
        Detail("address", "Address"),
        Detail("day", "Day it took place", "2026-11-17"),
        Detail("place", "Place or medium", "such as Leeds, or video"),
        Detail("relationship", "How you know each other", "such as colleague at another library"),
    )
}
"""Every detail that can be given, in the order in which they are asked."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """One of the four: what is signed (`sentence`), what that does not mean, and the details that it needs."""

    name: str
    label: str
    sentence: str
    is_not: str
    needs: tuple[str, ...]


MEANINGS: dict[str, Meaning] = {
    each.name: each
    for each in (
        Meaning(
            "took-place",
            "it took place",
            "This took place as it is described here. I was there.",
            "It does not say that you judge what was learned, or that you support anybody.",
            ("name", "role", "organisation", "email", "day", "place"),
        ),
        Meaning(
            "read",
            "I read it",
            "I have read this and believe that it is accurate.",
            "It does not say that you were there, or that you checked it against any requirements.",
            ("name", "role", "organisation", "email", "relationship"),
        ),
        Meaning(
            "checked",
            "I checked it",
            "I have checked this against the requirements that it is meant for, and it meets them.",
            "It does not say that you support the person, or that you were there.",
            ("name", "role", "organisation", "register", "number", "email"),
        ),
        Meaning(
            "supports",
            "I support it",
            "I support this.",
            "It does not say that you were there, or that you checked it against any requirements.",
            ("name", "role", "organisation", "email", "relationship"),
        ),
    )
}
"""The four meanings, by their stored names."""


def meaning_named(name: str) -> Meaning:
    """The meaning with this name; raises `Problem` naming the four."""
    try:
        return MEANINGS[name.strip().casefold()]
    except KeyError:
        raise Problem(
            f"“{brief(name)}” is not something that can be signed.", f"Choose one of: {', '.join(MEANINGS)}."
        ) from None


def details_asked(meaning: Meaning, further: Iterable[str] = ()) -> tuple[str, ...]:
    """The names of what this meaning needs and of `further` details, in their order; raises `Problem` for others."""
    wanted = {*meaning.needs}
    for name in further:
        if name not in DETAILS:
            raise Problem(f"“{brief(name)}” is not a detail that can be asked for.", f"There is: {', '.join(DETAILS)}.")
        wanted.add(name)
    return tuple(name for name in DETAILS if name in wanted)


def missing_details(asked: Iterable[str], given: Collection[str]) -> tuple[Detail, ...]:
    """What was asked of who signs, and was not given."""
    return tuple(DETAILS[name] for name in asked if name not in given)
