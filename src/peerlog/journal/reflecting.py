"""Reflecting by a model: which ones there are, the last used first, and what was begun by one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from ..domain.entry import Draft, Entry
from ..domain.kinds import REFLECTION
from ..domain.selection import Selection
from ..domain.text import brief
from ..domain.venting import is_vent, told_without_its_words
from ..errors import BadInput
from .journal import Journal

if TYPE_CHECKING:
    from ..domain.field import Value
    from ..domain.reflection_model import ReflectionModel

FREE = "free"
"""The model that asks nothing of its own."""
_LOOKED_AT = 50
"""The newest reflections that tell which models are used."""


def models_by_use(journal: Journal) -> Sequence[ReflectionModel]:
    """Every model: the last used first, then the others in the order of their labels."""
    used = [draft.fields.get("model") for draft in journal.entries.drafts() if is_guided(draft)]
    used += [each.line("model") for each in journal.entries.of_kind(REFLECTION.name, limit=_LOOKED_AT)]
    models = journal.forms.models
    names = [name for name in dict.fromkeys(map(str, used)) if name in models]
    return [models[name] for name in dict.fromkeys((*names, *models))]


def model_named(journal: Journal, name: str) -> ReflectionModel:
    """The model with this name; raises `BadInput` with the names that there are."""
    models = journal.forms.models
    wanted = name.strip().casefold()
    if wanted not in models:
        near = _known_by(models.values(), wanted)
        broken = [each for each in journal.forms.problems(REFLECTION.name) if wanted and f"{wanted}.toml" in each]
        hints = [
            *(f"Left out: {each}" for each in broken),
            *([f"Perhaps: {', '.join(near)}."] if near else []),
            f"Models: {', '.join(sorted(models))}. “peerlog reflect --list” says what each is for.",
        ]
        raise BadInput(f"There is no reflection model called “{brief(name)}”.", " ".join(hints))
    return models[wanted]


def _known_by(models: Iterable[ReflectionModel], said: str) -> list[str]:
    """The names of models that people know by this word: one of their label, or of whoever they are after."""
    return [
        model.name
        for model in models
        if len(said) > 2 and any(said in told.casefold() for told in (model.name, model.label, model.source))
    ]


def is_guided(draft: Draft) -> bool:
    """Whether it was begun by a model and is to be gone on with question by question."""
    return draft.kind == REFLECTION.name and bool(draft.fields.get("model"))


def begun_on(journal: Journal, prompt: str) -> Draft | None:
    """What was begun on a prompt and not saved."""
    guided = (draft for draft in journal.entries.drafts() if is_guided(draft) and draft.entry is None)
    return next((draft for draft in guided if draft.fields.get("asked") == prompt), None)


def answer_of_today(journal: Journal, prompt: str) -> Entry | None:
    """What the journal's owner wrote today on a prompt; others may have the same one."""
    return answer_since(journal, prompt, journal.time.today())


def answer_since(journal: Journal, prompt: str, since: date) -> Entry | None:
    """The newest that the journal's owner wrote on a prompt from `since` to today."""
    written = Selection(kinds=frozenset({REFLECTION.name}), since=since, until=journal.time.today())
    found = (each for each in journal.entries.page(written).entries if each.line("asked") == prompt)
    return next((each for each in found if not journal.entries.is_theirs(each)), None)


def beginning(about: Entry | None = None, asked: str = "") -> dict[str, Value]:
    """What a reflection begins with that is about an entry, or answers a question."""
    fields: dict[str, Value] = {"asked": asked} if asked else {}
    if about is not None:
        fields |= {"links": (about.id,)}
        said = told_without_its_words(about) if is_vent(about) else about.headline
        if said:
            fields["about"] = said
    return fields
