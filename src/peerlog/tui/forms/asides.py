"""What is said beside a form that belongs to something else, such as what help is wanted beside an answer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from textual.content import Content

from ...domain.help_wanted import answer_prompt, help_wanted
from ...domain.kinds import AGENDA_ITEM, AGREEMENT, COMMENT, CONTRIBUTION, REQUEST, SUMMARY, THANKS, TURN
from ...domain.kinds.kind import TITLE
from ..commands.running import ShowHelpCards
from ..keys.keymap import say_keys
from ..widgets.plain import plain
from ..widgets.question_hint import QuestionHint
from .helped_form import HELPED_BY

if TYPE_CHECKING:
    from textual.widgets import Static

    from ...domain.entry import Entry
    from ...journal.journal import Journal
    from ..journal_app import JournalApp
    from .typed_form import TypedForm
    from .writing import Writing


_SIGNED = frozenset({SUMMARY.name, CONTRIBUTION.name, AGREEMENT.name, THANKS.name})


@dataclass(frozen=True, slots=True)
class Aside:
    """The words beside the form, what stands in its empty text, and the fields that it does without.

    A field of `says_nothing` that reads as there is left out: what was put there to be changed, and was not.
    """

    words: str
    prompt: str
    hides: frozenset[str] = frozenset()
    says_nothing: Mapping[str, str] = field(default_factory=dict)


def aside_for(writing: Writing, parent: Entry) -> Aside | None:
    """What to say beside something that is written as a part of `parent`; None for nothing."""
    if writing.kind == COMMENT.name and parent.kind == REQUEST.name:
        hides = frozenset() if writing.said("suggestion") else frozenset({"suggestion"})
        return Aside(help_wanted(parent), answer_prompt(parent), hides, {"suggestion": parent.text})
    return None


def asks_in_its_title(writing: Writing) -> bool:
    """Whether what is written asks somebody something, and where: a request, a turn, a question for the agenda."""
    is_question = writing.kind == AGENDA_ITEM.name and writing.said("sort") == "question"
    return is_question or writing.kind in (REQUEST.name, TURN.name)


async def _what_saving_voids(app: JournalApp, writing: Writing) -> Content | None:
    """That somebody has signed the text that this is the draft of; None where nobody has."""
    if not writing.with_whom or writing.kind not in _SIGNED:
        return None
    entry = writing.entry
    parent_id = "" if entry else writing.said("parent")

    words = await app.ask(lambda journal: what_saving_does(journal, entry or journal.entries.find(parent_id)))
    return plain(words).stylize("$warning") if words else None


def what_saving_does(journal: Journal, draft: Entry | None) -> str:
    """What saving a draft does to the text that was put forward from it; empty for nothing."""
    from ...journal.agreeing.saving_voids import put_forward_from
    from ..signing.signing_effects import what_saving_means

    found = put_forward_from(journal, draft)
    return what_saving_means(found) if found else ""


async def look_aside(app: JournalApp, form: TypedForm, place: Static) -> None:
    """Look up what the form's entry belongs to, and say in `place` what that asks for.

    Where the title is a question, a word about it stands beneath it.
    """
    if asks_in_its_title(form.writing):
        await place.screen.mount(QuestionHint(f"#meta-{TITLE.name}"), before=place)
    said = []
    parent_id = form.writing.said("parent")
    parent = await app.ask(lambda journal: journal.entries.find(parent_id)) if parent_id else None
    aside = aside_for(form.writing, parent) if parent else None
    if aside and place.is_attached:
        form.show_aside(aside)
        said.append(plain(aside.words))
    if words := await _what_saving_voids(app, form.writing):
        said.append(words)
    if form.writing.kind in HELPED_BY:
        keys = say_keys(ShowHelpCards, app.settings.keys)
        said.append(Content.assemble((keys, "bold"), " how to say it").stylize("$quiet"))
    if said and place.is_attached:
        place.update(Content("   ").join(said))
        place.display = True
