"""Every sort of content pack, for the tests that hold of all of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from pathlib import Path

from peerlog.domain.clause import Clause, ClauseSet
from peerlog.domain.deck import Deck
from peerlog.domain.help_card import HelpCard
from peerlog.domain.protocol import Protocol
from peerlog.domain.question import QuestionSet
from peerlog.domain.reflection_model import ReflectionModel
from peerlog.domain.scheme.scheme import Scheme
from peerlog.library.clause_sets import clause_sets
from peerlog.library.group_protocols import group_protocols
from peerlog.library.help_cards import help_cards
from peerlog.library.prompt_decks import prompt_decks
from peerlog.library.question_sets import question_sets
from peerlog.library.reflection_models import reflection_models
from peerlog.library.requirement_sets import requirement_sets

Pack = ReflectionModel | Deck | QuestionSet | Protocol | ClauseSet | HelpCard | Scheme
Load = Callable[[Path | None], tuple[Mapping[str, Pack], tuple[str, ...]]]


@dataclass(frozen=True)
class Sort:
    """A sort of pack: its folder, its loader with the module it is in, and one of a person's own."""

    folder: str
    module: str
    load: Load
    own: str

    def packaged(self) -> Mapping[str, Pack]:
        return self.load(None)[0]


HEAD = 'label = "Our own"\nabout = "Ours."\n'
REQUIREMENTS = """
[[versions]]
checked = 2026-11-27
[versions.period]
kind = "rolling"
months = 12
[[versions.requirements]]
name = "hours"
label = "Hours"
unit = "hours"
least = 20
"""
STEP = 'label = "Tell"\nrepeat = "turn"\nminutes = [1, 2]\nvoices = []\nscript = "Tell."\n'


def _sort(folder: str, load: Load, own: str) -> Sort:
    return Sort(folder, getattr(load, "__module__", ""), load, HEAD + own)


SORTS = (
    _sort("models", reflection_models, '[[stages]]\nname = "a"\nlabel = "A"\nquestion = "What?"\n'),
    _sort("decks", prompt_decks, 'prompts = ["What?"]\n'),
    _sort("questions", question_sets, 'purposes = ["solve"]\nopening = ["What?"]\n'),
    _sort(
        "protocols",
        group_protocols,
        'people = [2, 4]\nturns = [1, 2]\nroles = { presenter = "one", consultants = "others" }\n'
        f'[[steps]]\nname = "tell"\n{STEP}',
    ),
    _sort("clauses", clause_sets, '[[clauses]]\nname = "a"\nlabel = "A"\ntext = "We do."\n'),
    _sort("help", help_cards, 'text = "Listen."\n'),
    _sort("requirements", requirement_sets, REQUIREMENTS),
)


def words_of(found: object) -> Iterator[str]:
    """Every text in a pack that a screen shows, `name`s apart."""
    if isinstance(found, Clause):
        yield found.worded()
    if isinstance(found, str):
        yield found
    elif isinstance(found, dict):
        for value in found.values():
            yield from words_of(value)
    elif isinstance(found, (list, tuple)):
        for value in found:
            yield from words_of(value)
    elif is_dataclass(found):
        for field in fields(found):
            if field.name not in ("name", "voices", "moment", "purposes", "value", "sources"):
                yield from words_of(getattr(found, field.name))
