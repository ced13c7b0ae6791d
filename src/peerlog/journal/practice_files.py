"""What comes with peerlog and from the person's own folder: models, decks, questions, requirements, and the like.

Each is read when it is first asked for; a broken file of the person's own costs only itself.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..domain.kinds import AGREEMENT, PAGE, REFLECTION
from .home import config_folder

if TYPE_CHECKING:
    from pathlib import Path

    from ..domain.clause import ClauseSet
    from ..domain.deck import Deck
    from ..domain.help_card import HelpCard
    from ..domain.protocol import Protocol
    from ..domain.question import QuestionSet
    from ..domain.reflection_model import ReflectionModel
    from ..domain.scheme.scheme import Scheme
    from ..domain.template import PageTemplate
    from ..library.packs import Loaded
    from .forms import Loaders


FOLDERS = ("pages", "models", "clauses", "decks", "questions", "protocols", "help", "requirements")
"""The folders beside the settings file in which files of the person's own lie."""


def form_loaders() -> Loaders:
    """Where the further fields of each kind come from."""
    return {PAGE.name: page_templates, REFLECTION.name: reflection_models, AGREEMENT.name: clause_sets}


def page_templates() -> Loaded[PageTemplate]:
    from ..library.loader import page_templates

    return page_templates(config_folder() / "pages")


def reflection_models() -> Loaded[ReflectionModel]:
    from ..library.reflection_models import reflection_models

    return reflection_models(config_folder() / "models")


def clause_sets() -> Loaded[ClauseSet]:
    from ..library.clause_sets import clause_sets

    return clause_sets(config_folder() / "clauses")


def prompt_decks() -> Loaded[Deck]:
    from ..library.prompt_decks import prompt_decks

    return prompt_decks(config_folder() / "decks")


def prompt_deck(name: str) -> Deck | None:
    """One deck, without reading the others."""
    from ..library.prompt_decks import prompt_deck

    return prompt_deck(name, config_folder() / "decks")


def question_sets() -> Loaded[QuestionSet]:
    from ..library.question_sets import question_sets

    return question_sets(config_folder() / "questions")


def group_protocols() -> Loaded[Protocol]:
    from ..library.group_protocols import group_protocols

    return group_protocols(config_folder() / "protocols")


def help_cards() -> Loaded[HelpCard]:
    from ..library.help_cards import help_cards

    return help_cards(config_folder() / "help")


def requirement_sets() -> Loaded[Scheme]:
    from ..library.requirement_sets import requirement_sets

    return requirement_sets(config_folder() / "requirements")


def requirement_set(name: str) -> Scheme | None:
    """One body's requirements, without reading the others."""
    from ..library.requirement_sets import requirement_set

    return requirement_set(name, config_folder() / "requirements")


def why_not_read(name: str) -> str:
    """What is wrong with a person's own file of requirements; empty where there is none of this name."""
    path = config_folder() / "requirements" / f"{name}.toml"
    return check_requirement_file(path)[1] if path.name == f"{name}.toml" and path.is_file() else ""


def check_requirement_file(path: Path) -> tuple[Scheme | None, str]:
    """What a person's own file of requirements holds, or None and one sentence with the line and what is wrong."""
    from ..library.requirement_sets import check_requirement_file

    return check_requirement_file(path)
