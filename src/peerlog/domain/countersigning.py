"""What somebody outside can sign of one item: four meanings that are never merged, and what each has to say of them."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from .problem import Problem
from .text import brief


@dataclass(frozen=True, slots=True)
class Detail:
    """Something to say about who signs: its stored name, its label, and a hint for the empty line."""

    name: str
    label: str
    hint: str = ""


DETAILS: dict[str, Detail] = {
    each.name: each
    for each in (
        Detail("name", "Your name"),
        Detail("role", "Your role", "what you do"),
        Detail("organisation", "Organisation", "“none” if you belong to none"),
        Detail("register", "Professional register", "such as the name of your regulator"),
        Detail("number", "Number in that register"),
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


def missing_details(meaning: Meaning, given: Collection[str]) -> tuple[Detail, ...]:
    """What this meaning needs to know of who signs, and was not given."""
    return tuple(DETAILS[name] for name in meaning.needs if name not in given)
