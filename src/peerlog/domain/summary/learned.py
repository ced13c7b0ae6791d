"""What was learned: insights from meetings, reflections, feedback taken in, and what was written and passed on."""

from __future__ import annotations

from ..entry import Entry
from ..kinds import FEEDBACK, NOTE, PAGE, REFLECTION, RESOURCE
from ..kinds.reflection import STAGES
from .excerpt import ended, quoted, sentence_of, title_of
from .material import Shared, in_time
from .naming import ONE_OF_US
from .prose import MOST_IN_A_SENTENCE, bullets, capital, paragraphs, running, told

_STAGES = (
    "learning", "so_what", "conclusion", "findings", "concept", "reasoning", "reconstructing", "reflexivity",
    "reflection", "analysis", "interpret", "blind", "again", "affirm", "review", "result", "now_what", "plan",
    "experiment", "change",
)  # fmt: skip
"""Stages of models where what was learned is said, the likeliest first."""


def learned(shared: Shared) -> str:
    return paragraphs(
        [_insights(shared), _reflections(shared), _feedback(shared), _written(shared), _passed_on(shared)]
    )


def _insights(shared: Shared) -> str:
    seen = [(each, said) for each in shared.held() if (said := sentence_of(each.line("insights")))]
    if len(seen) > MOST_IN_A_SENTENCE:
        items = [f"{shared.day(each.when.day)}: {ended(quoted(said))}" for each, said in seen]
        return paragraphs(["What we took from our meetings:", bullets(items)])
    return running(_insight(shared, *each, turn) for turn, each in enumerate(seen))


def _insight(shared: Shared, meeting: Entry, said: str, turn: int) -> str:
    day = shared.day(meeting.when.day)
    frames = (
        f"from our meeting on {day} we took this: {quoted(said)}",
        f"that of {day} left us with {quoted(said)}",
        f"and on {day}: {quoted(said)}",
    )
    return ended(capital(frames[turn % 3]))


def _reflections(shared: Shared) -> str:
    found = [each for each in shared.within(REFLECTION.name) if each.headline]
    return told([_reflection(shared, each, turn) for turn, each in enumerate(found)], "What we reflected on:")


def _reflection(shared: Shared, reflection: Entry, turn: int) -> str:
    who, day, said = shared.author(reflection), shared.day(reflection.when.day), _insight_of(reflection)
    what = title_of(reflection.title) if reflection.title else ""
    frames = (
        f"on {day} {who} reflected on {what}: {quoted(said)}",
        f"{who} looked back at {what} on {day} and wrote {quoted(said)}",
    )
    if not what:
        return ended(capital(f"{who} reflected on {day}: {quoted(said or sentence_of(reflection.headline))}"))
    return ended(capital(frames[turn % 2] if said else f"{who} reflected on {what} on {day}"))


def _insight_of(reflection: Entry) -> str:
    stages = (reflection.line(STAGES.prefix + name) for name in _STAGES)
    return next(filter(None, map(sentence_of, (*stages, reflection.text))), "")


def _feedback(shared: Shared) -> str:
    """Only what its reader has taken into their own record."""
    found = [each for each in shared.within(FEEDBACK.name) if each.fields.get("accepted")]
    sentences = [said for turn, each in enumerate(found) if (said := _taken_in(shared, each, turn))]
    return told(sentences, "Feedback that we have taken in:")


def _taken_in(shared: Shared, feedback: Entry, turn: int) -> str:
    who, whom = shared.naming.of(feedback.line("source")), shared.naming.all(feedback.members("people"))
    parts = [sentence_of(feedback.line(name)) for name in ("behaviour", "impact")]
    said = [quoted(part) for part in parts if part] or [quoted(sentence_of(feedback.headline))]
    day, both = shared.day(feedback.when.day), " and ".join(said)
    frames = (
        f"from {who}'s feedback of {day} {whom} took in {both}",
        f"on {day} {who} told {whom} {both}, which has been taken in",
    )
    if not whom or who == ONE_OF_US:
        return ended(capital(f"{who} gave feedback on {day} that has been taken in: {both}"))
    return ended(capital(frames[turn % 2]))


def _written(shared: Shared) -> str:
    found = [*shared.within(NOTE.name), *shared.within(PAGE.name)]
    found = sorted((each for each in found if each.headline), key=in_time)
    return told([_note(shared, each, turn) for turn, each in enumerate(found)], "What we wrote for each other:")


def _note(shared: Shared, note: Entry, turn: int) -> str:
    who, day = shared.author(note), shared.day(note.when.day)
    what = title_of(note.title) if note.title else quoted(sentence_of(note.text) or sentence_of(note.headline))
    frames = (
        f"on {day} {who} wrote for us: {what}",
        f"{who} added on {day}: {what}",
        f"from {who} came, on {day}, {what}",
    )
    return ended(capital(frames[turn % 3]))


def _passed_on(shared: Shared) -> str:
    """Only what may be passed on."""
    found = [each for each in shared.within(RESOURCE.name) if each.fields.get("pass_on") and each.headline]
    return told([_resource(shared, each, turn) for turn, each in enumerate(found)], "What we passed on:")


def _resource(shared: Shared, resource: Entry, turn: int) -> str:
    who, whom = shared.naming.of(resource.line("source")), shared.naming.all(resource.members("people"))
    why = sentence_of(resource.line("why"))
    to = f" to {whom}" if whom else ""
    verb = ("passed", "recommended")[turn % 2]
    said = f"{who} {verb} {title_of(resource.headline)}{' on' if verb == 'passed' else ''}{to}"
    return ended(capital(f"{said}: {quoted(why)}" if why else said))
