"""The models and decks that there are, as lists; what is wrong with files of one's own is said on standard error."""

from __future__ import annotations

from collections.abc import Iterable

from ..domain.kinds import REFLECTION, bare_name
from ..journal.journal import Journal
from . import terminal
from .terminal import Bold


def write_models(journal: Journal, *, as_json: bool) -> None:
    """Write every reflection model with its stages and its source."""
    models = journal.forms.models.values()
    if as_json:
        document = [
            {
                "name": model.name,
                "label": model.label,
                "about": model.about,
                "source": model.source,
                "stages": [
                    {
                        "name": bare_name(stage.name),
                        "label": stage.label,
                        "question": stage.question,
                        "hint": stage.hint,
                    }
                    for stage in model.stages
                ],
            }
            for model in models
        ]
        terminal.put_json({"models": document})
    else:
        for number, model in enumerate(models):
            if number:
                terminal.put()
            terminal.put(Bold(model.name), f"  {model.label}")
            terminal.put(f"  {model.about}")
            terminal.put(f"  {' · '.join(bare_name(stage.name) for stage in model.stages)}")
            if model.source:
                terminal.put(f"  After: {model.source}")
    _complain(journal.forms.problems(REFLECTION.name))


def write_decks(*, as_json: bool) -> None:
    """Write every deck of prompts."""
    from ..journal.practice_files import prompt_decks

    decks, problems = prompt_decks()
    if as_json:
        document = [
            {
                "name": deck.name,
                "label": deck.label,
                "about": deck.about,
                "source": deck.source,
                "cpd": deck.cpd,
                "prompts": list(deck.prompts),
            }
            for deck in decks.values()
        ]
        terminal.put_json({"decks": document})
    else:
        for deck in decks.values():
            terminal.put(Bold(deck.name), f"  {deck.label}, {len(deck.prompts)} questions. {deck.about}")
    _complain(problems)


def _complain(problems: Iterable[str]) -> None:
    for problem in problems:
        terminal.say(problem)
