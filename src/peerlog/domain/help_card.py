"""Help cards: one page each on listening, asking, giving feedback and working in a group."""

from __future__ import annotations

from dataclasses import dataclass

from .pack import Table, heading, text


@dataclass(frozen=True, slots=True)
class HelpCard:
    """`text` is short Markdown. `name` is the card's stable id, `source` says where the practice comes from."""

    name: str
    label: str
    about: str
    source: str
    text: str


def read_help_card(name: str, data: Table) -> HelpCard:
    """The card in a parsed TOML document; raises `Problem` naming the key and what was expected."""
    head = heading(name, data, "text")
    return HelpCard(name, *head, text(name, data, "text"))
