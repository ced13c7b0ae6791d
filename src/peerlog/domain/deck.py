"""Decks of prompts, and which prompt is whose turn: the same everywhere, without anything stored or exchanged."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from hashlib import sha256

from .pack import Table, heading, lines, yes
from .problem import Problem

_MONDAY = date(2001, 1, 1).toordinal()
"""A Monday and the first day of an ISO year; days and fortnights are counted from it."""
_LARGEST_GROUP = 4


@dataclass(frozen=True, slots=True)
class Deck:
    """Prompts for one occasion. `name` is its stable id.

    `cpd` is whether what is written under one of its prompts may be suggested for a CPD record.
    """

    name: str
    label: str
    about: str
    source: str
    prompts: tuple[str, ...]
    cpd: bool = True

    @property
    def version(self) -> str:
        """Eight hex digits that are the same exactly where the prompts are, in whatever order."""
        return _digest(*sorted(self.prompts)).hex()[:8]


@dataclass(frozen=True, slots=True)
class Fortnight:
    """Two ISO weeks: Monday to the Sunday after next. `number` counts them without a gap, across years."""

    number: int
    first: date
    last: date


@dataclass(frozen=True, slots=True)
class SharedPrompt:
    """The prompt that all members of a circle have for a fortnight.

    `key` (16 hex digits) is equal on two devices exactly when circle, fortnight, deck and version of the deck are, and
    then the prompt is too.
    """

    prompt: str
    fortnight: Fortnight
    deck: str
    version: str
    key: str


def read_deck(name: str, data: Table) -> Deck:
    """The deck in a parsed TOML document; raises `Problem` naming the key and what was expected."""
    head = heading(name, data, "cpd", "prompts")
    prompts = lines(name, data, "prompts")
    if not prompts:
        raise Problem(f"{name}: prompts: expected at least one.")
    return Deck(name, *head, prompts, yes(name, data, "cpd", True))


def prompt_of_the_day(deck: Deck, day: date, seed: str) -> str:
    """The prompt for `day`. `seed` is anything that stays the same for one writer, such as an id of the journal.

    Every prompt comes once before the deck is through and begins again. Two days with the same prompt are at least
    three quarters of the deck apart; in a deck of 16 or more, all of it but three.
    """
    return _prompt(deck, day.toordinal() - _MONDAY, f"day\0{seed}")


def prompt_for_turn(deck: Deck, turn: int, seed: str) -> str:
    """The prompt for the `turn`-th occasion, such as the number of a meeting; otherwise like `prompt_of_the_day`."""
    return _prompt(deck, turn, f"turn\0{seed}")


def fortnight_of(day: date) -> Fortnight:
    number = (day.toordinal() - _MONDAY) // 14
    first = date.fromordinal(max(1, _MONDAY + number * 14))
    return Fortnight(number, first, first + timedelta(days=min(13, (date.max - first).days)))


def prompt_of_the_fortnight(deck: Deck, circle: str, day: date) -> SharedPrompt:
    """The prompt of a circle for the fortnight with `day`, which is the day in UTC so that all change together.

    Different versions of a deck choose differently, and their `key` differs: compare keys, where there is an occasion
    to, before saying that others have the same prompt.
    """
    fortnight = fortnight_of(day)
    prompt = _prompt(deck, fortnight.number, f"fortnight\0{circle}\0{deck.name}\0{deck.version}")
    key = _digest("fortnight", circle, deck.name, deck.version, str(fortnight.number)).hex()[:16]
    return SharedPrompt(prompt, fortnight, deck.name, deck.version, key)


def _prompt(deck: Deck, turn: int, seed: str) -> str:
    round_, place = divmod(turn, len(deck.prompts))
    return _order(deck.prompts, round_, seed)[place]


@lru_cache(maxsize=16)
def _order(prompts: tuple[str, ...], round_: int, seed: str) -> tuple[str, ...]:
    """The prompts in the order of one round.

    All rounds show the same small groups in the same order, and shuffle inside each group. That keeps what ends one
    round from beginning the next.
    """
    size = min(_LARGEST_GROUP, max(1, len(prompts) // _LARGEST_GROUP))
    grouped = sorted(prompts, key=lambda prompt: _digest(seed, prompt))
    return tuple(
        prompt
        for start in range(0, len(grouped), size)
        for prompt in sorted(grouped[start : start + size], key=lambda prompt: _digest(seed, str(round_), prompt))
    )


def _digest(*parts: str) -> bytes:
    """SHA-256 over `parts`, each with its length, so that no two lists share an encoding."""
    digest = sha256()
    for part in parts:
        encoded = part.encode("utf-8", "surrogatepass")
        digest.update(len(encoded).to_bytes(8, "big"))
        digest.update(encoded)
    return digest.digest()
