"""What can be done with an agreement, from its page and from wherever it is asked about."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING

from ...domain.agreement_course import Move
from ...domain.closing_review import CLOSING, GuidedQuestion, closing_text
from ...domain.entry import Draft, Entry
from ...domain.field import Value
from ...domain.kinds import AGENDA_ITEM, AGREEMENT, MEETING, REFLECTION
from ...domain.terms import Terms
from ...domain.time_together import is_with
from ...journal.agreements import move_agreement
from ...journal.journal import Journal
from ...journal.typed import as_typed
from ..forms.asides import what_saving_does
from ..keeping.undo import Undo
from ..messages import JournalChanged, WritingBegun

if TYPE_CHECKING:
    from datetime import date

    from ...domain.reflection_model import ReflectionModel
    from ..journal_app import JournalApp

_DONE = {
    Move.START: "It runs from now on.",
    Move.RESUME: "It goes on.",
    Move.PAUSE: "It rests. Nothing is lost.",
    Move.RENEW: "It goes on, with a later end.",
    Move.END: "You have parted. S shows a closing statement.",
    Move.LOOKED_AT: "Noted: you have looked at it.",
}
_TROUBLE = "trouble"
_THOUGHT = "Something to think over"
"""Names nobody, for lists show it and screens are shared."""
_SIGNPOSTS = GuidedQuestion(
    "signposts", "Where else to turn", "Where else could you turn?", "people and places outside the two of you"
)


def begin(app: JournalApp, agreement: Entry) -> None:
    """Begin with a draft, or go on after a pause."""
    _move(app, agreement, Move.RESUME if agreement.state == "paused" else Move.START)


def renew(app: JournalApp, agreement: Entry) -> None:
    """Continue as long again."""
    _move(app, agreement, Move.RENEW)


def looked_at(app: JournalApp, agreement: Entry) -> None:
    """Note that it has been looked at together."""
    _move(app, agreement, Move.LOOKED_AT)


def pause(app: JournalApp, agreement: Entry) -> None:
    """Ask until when, and let it rest."""

    async def ask() -> None:
        from ..screens.pause import PauseScreen

        today = await app.ask(lambda journal: journal.time.today())
        if today is not None:
            app.push_screen(PauseScreen(today), answered)

    def answered(day: tuple[date | None] | None) -> None:
        if day is not None:
            _move(app, agreement, Move.PAUSE, day[0])

    app.follow(ask)


def part(app: JournalApp, agreement: Entry) -> None:
    """Look back together in four questions, then end it."""
    from ..screens.guided_questions import GuidedQuestionsScreen

    draft = secrets.token_hex(16)

    def as_draft(answers: Mapping[str, str]) -> Draft:
        fields = {**_typed(agreement), "closing": closing_text(answers)}
        return Draft(draft, AGREEMENT.name, fields, "", agreement.id, agreement.version)

    def finish(journal: Journal, answers: Mapping[str, str]) -> bool:
        move_agreement(journal, agreement.id, Move.END, closing=closing_text(answers))
        return True

    app.push_screen(
        GuidedQuestionsScreen(
            "Looking back",
            "Before you part: each question may be left out. The last F5 ends the agreement.",
            CLOSING,
            as_draft=as_draft,
            finish=finish,
            then=lambda: app.tell(_DONE[Move.END]),
        )
    )


def think_it_through(app: JournalApp, agreement: Entry) -> None:
    """Something is not working: a private page of questions, one's signposts, and what one could do."""
    app.follow(partial(_think_it_through, app, agreement))


async def _think_it_through(app: JournalApp, agreement: Entry) -> None:
    from ..screens.guided_questions import GuidedQuestionsScreen

    model = await app.ask(_trouble_model)
    if model is None:
        return
    asked = [GuidedQuestion(each.name, each.label, each.question, each.hint) for each in model.stages]
    draft = secrets.token_hex(16)

    def fields(answers: Mapping[str, str]) -> dict[str, object]:
        written = {each.name: answers[each.name] for each in asked if answers.get(each.name, "").strip()}
        return {"title": _THOUGHT, "model": model.name, "links": [agreement.id], **written}

    def finish(journal: Journal, answers: Mapping[str, str]) -> bool:
        if any(answers.get(each.name, "").strip() for each in asked):
            journal.entries.add(REFLECTION.name, fields(answers))
        signposts = answers.get(_SIGNPOSTS.name, "").strip()
        if signposts != agreement.line("signposts").strip():
            journal.entries.change(agreement.id, {"signposts": signposts})
        return True

    def as_draft(answers: Mapping[str, str]) -> Draft:
        signposts = answers.get(_SIGNPOSTS.name, "").strip()
        is_new = signposts != agreement.line("signposts").strip()
        return Draft(draft, REFLECTION.name, {**fields(answers), "text": signposts if is_new else ""}, "")

    def then() -> None:
        app.follow(partial(_offer_steps, app, agreement.id))

    app.push_screen(
        GuidedQuestionsScreen(
            "Something is not working",
            "Only you can see this, now and later. Take your time; every question may be left out.",
            [*asked, _SIGNPOSTS],
            as_draft=as_draft,
            finish=finish,
            then=then,
            start={_SIGNPOSTS.name: agreement.line("signposts")},
        )
    )


async def _offer_steps(app: JournalApp, id_: str) -> None:
    from ..screens.next_steps import NextStepsScreen

    agreement = await app.ask(lambda journal: journal.entries.get(id_))
    if agreement is None:
        return

    def chosen(step: str | None) -> None:
        if step == "say":
            app.follow(partial(_say_it_next_time, app, agreement))
        elif step == "pause":
            pause(app, agreement)
        elif step == "part":
            part(app, agreement)

    app.push_screen(NextStepsScreen(agreement.line("signposts")), chosen)


async def _say_it_next_time(app: JournalApp, agreement: Entry) -> None:
    """An empty agenda item for the next meeting; where none is planned, that meeting first."""
    meeting = await app.ask(lambda journal: _next_meeting(journal, agreement))
    if meeting:
        app.post_message(WritingBegun(AGENDA_ITEM.name, {"parent": meeting[0]}))
    elif meeting is not None:
        app.tell("No meeting is planned yet: here is one to plan. It can have an agenda then.", seconds=8)
        start: dict[str, Value] = {"people": agreement.members("people"), "state": "planned"}
        app.post_message(WritingBegun(MEETING.name, start, agreement.space))


def _next_meeting(journal: Journal, agreement: Entry) -> list[str]:
    """The id of the next meeting with these people, in a list; an empty one where none is planned."""
    now, people = journal.time.moment(), Terms.of(agreement).people
    ahead = [
        each
        for each in journal.entries.of_kind(MEETING.name)
        if each.when.utc > now.utc
        and each.state in ("", "planned")
        and is_with(each, people, journal.profile.name, agreement.id)
    ]
    return [min(ahead, key=lambda each: each.when.utc).id] if ahead else []


def _trouble_model(journal: Journal) -> ReflectionModel:
    from ...journal.practice_files import reflection_models

    return reflection_models()[0][_TROUBLE]


def give_and_take(app: JournalApp, parent: Entry) -> None:
    """Ask how it is going, as a part of an agreement or a meeting."""
    from ..screens.give_and_take import GiveAndTakeScreen

    app.push_screen(GiveAndTakeScreen(parent.id))


def show_share_of_time(app: JournalApp, agreement: Entry) -> None:
    from ..screens.share_of_time import ShareOfTimeScreen

    app.push_screen(ShareOfTimeScreen(agreement.id))


def show_statement(app: JournalApp, agreement: Entry) -> None:
    from ..screens.statement import StatementScreen

    app.push_screen(StatementScreen(agreement))


def show_versions(app: JournalApp, agreement: Entry) -> None:
    from ..screens.versions import VersionsScreen

    app.push_screen(VersionsScreen(agreement))


def reword(app: JournalApp, agreement: Entry, name: str) -> None:
    """Put one clause in other words; none leave it out."""

    async def ask() -> None:
        from ..screens.clause import ClauseScreen

        form = await app.ask(lambda journal: journal.forms.form_of(AGREEMENT.name, agreement.fields))
        besides = await app.ask(lambda journal: what_saving_does(journal, agreement))
        if form is not None and besides is not None:
            label = form[name].label if name in form else name
            app.push_screen(ClauseScreen(label, agreement.line(name), besides=besides), keep)

    def keep(words: str | None) -> None:
        if words is not None and words != agreement.line(name).strip():
            app.follow(partial(_change, app, agreement, {name: words}))

    app.follow(ask)


async def _change(app: JournalApp, agreement: Entry, changes: Mapping[str, object]) -> None:
    if await app.ask(lambda journal: journal.entries.change(agreement.id, changes)):
        app.post_message(JournalChanged())
        app.tell("Kept. The words before are an earlier version: v shows them.", seconds=4)


def _move(app: JournalApp, agreement: Entry, wanted: Move, until: date | None = None) -> None:
    async def carry_out() -> None:
        moved = await app.ask(lambda journal: move_agreement(journal, agreement.id, wanted, until=until))
        if moved is None:
            return
        number = moved.version - 1

        async def take_back() -> bool:
            return await app.ask(lambda journal: journal.entries.restore_version(agreement.id, number)) is not None

        app.last_done.remember(Undo(_DONE[wanted], "It is as it was.", take_back, agreement.id))
        app.post_message(JournalChanged())

    app.follow(carry_out)


def _typed(agreement: Entry) -> dict[str, object]:
    known = AGREEMENT.all_fields
    return {name: as_typed(known[name], value) if name in known else value for name, value in agreement.fields.items()}
