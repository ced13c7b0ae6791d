"""Drafting a joint summary: the first text, one section anew, words of one's own, and what an edit makes void."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from ...domain.dates import written_out
from ...domain.entry import PRIVATE, Entry
from ...domain.kinds import CONTRIBUTION, SUMMARY
from ...domain.kinds.summary import MOST_NUMBER
from ...domain.problem import Problem
from ...domain.summary import SECTIONS, Section
from ...domain.text import clean_line
from ...errors import Refused
from ..agreeing.texts_to_agree import TextToAgree, texts_to_agree
from ..circle.circles import Circle
from ..expected_kind import require_at_hand, require_kind
from ..journal import Journal

_LIST = "“peerlog summary list” shows the summaries."


def proposed_period(journal: Journal, circle: Circle) -> tuple[date, date]:
    """The first and the last day that a new summary with these people is about, unless others are named."""
    from ...domain.summary import period_for

    return period_for(journal.time.today(), _last_agreed_day(journal, circle), _agreement_began(journal, circle))


def new_summary(
    journal: Journal,
    circle: Circle,
    since: date | None = None,
    until: date | None = None,
    sections: Sequence[str] | None = None,
    *,
    title: str = "",
) -> Entry:
    """Begin a summary with a first text composed from what these people share in the period, both days included.

    `sections` are names of those to compose, all of them for None; any other can be written later. Raises `Problem` for
    a period that cannot be and for a section that there is not.
    """
    usual = proposed_period(journal, circle)
    since, until = since or _before(usual[0], until), until or usual[1]
    _require_period(journal, since, until)
    names = [each.name for each in SECTIONS] if sections is None else list(sections)
    composed = _compose(journal, circle.space, since, until, names)
    with journal.writing():
        number = next_number(journal, circle.space)
        fields: dict[str, object] = {
            "title": clean_line(title) or f"Summary {number}",
            "number": number,
            "since": since,
            "until": until,
            **{name: text for name, text in composed.items() if text},
        }
        return journal.entries.add(SUMMARY.name, fields, space=circle.space)


def composed_sections(journal: Journal, circle: Circle, since: date, until: date) -> dict[str, str]:
    """What every section would say of this period, empty where there is nothing to say; raises `Problem`."""
    _require_period(journal, since, until)
    return _compose(journal, circle.space, since, until, [each.name for each in SECTIONS])


def summary_meant(journal: Journal, prefix: str | None) -> Entry:
    """The summary whose id begins so, for None the newest one; raises `BadInput` or `Refused`."""
    if prefix is None:
        found = journal.entries.of_kind(SUMMARY.name, limit=1)
        if not found:
            raise Refused("There is no summary yet.", "“peerlog summary draft” begins one.")
        return found[0]
    return require_summary(journal, journal.entries.resolve(prefix))


def require_summary(journal: Journal, entry: Entry) -> Entry:
    """The entry, when it is a summary that is not in the trash; else raises `Refused`."""
    return require_at_hand(journal, require_kind(journal, entry, SUMMARY.name, _LIST))


def section_named(said: str) -> Section:
    """A section by its stored name or its heading, or the beginning of either; raises `Problem`."""
    wanted = clean_line(said).casefold().replace("-", "_")
    exact = [each for each in SECTIONS if wanted == each.name]
    named = exact or [
        each
        for each in SECTIONS
        if wanted and (each.name.startswith(wanted) or each.label.casefold().startswith(wanted.replace("_", " ")))
    ]
    if len(named) != 1:
        what = "More than one section begins so" if named else f"There is no section called “{clean_line(said)[:60]}”"
        raise Problem(f"{what}.", f"Sections: {', '.join(each.name for each in named or SECTIONS)}.")
    return named[0]


def write_section(journal: Journal, summary: Entry, section: str, text: str) -> Entry:
    """Replace a section's text, or leave it out with an empty one; the earlier text stays among the versions."""
    name = section_named(section).name
    with journal.writing(summary.id):
        require_summary(journal, journal.entries.get(summary.id))
        return journal.entries.change(summary.id, {name: text})


def composed_anew(journal: Journal, summary: Entry, section: str) -> str:
    """What a section would say if it were composed again now, to be looked at before `write_section`."""
    name = section_named(section).name
    since, until = period_of(journal, summary)
    return _compose(journal, summary.space, since, until, [name])[name]


def add_contribution(journal: Journal, summary: Entry, text: str) -> Entry:
    """Keep one's own words for a summary; they are their writer's alone. Raises `Problem` when they say nothing."""
    if not text.strip():
        raise Problem("There is nothing to save yet.", "Write something first.")
    require_summary(journal, summary)
    return journal.entries.add(CONTRIBUTION.name, {"text": text, "parent": summary.id})


def contributions_to(journal: Journal, summary: Entry) -> list[Entry]:
    """What each of them has to say in their own words, by name, the earlier first."""
    found = journal.entries.parts(summary.id, CONTRIBUTION.name, space=summary.space)
    return sorted(found, key=lambda each: each.line("by").casefold())


def period_of(journal: Journal, summary: Entry) -> tuple[date, date]:
    """The days that a summary is about; where somebody has taken them out, the days up to when it was begun."""
    until = _day(summary, "until") or journal.entries.when_of(summary).day
    return _day(summary, "since") or until, until


def made_void_by_editing(journal: Journal, document: Entry) -> list[TextToAgree]:
    """The versions of a document that can be signed now and could not be any more once it is edited."""
    if document.space == PRIVATE:
        return []
    every = texts_to_agree(journal, space=document.space)
    return [each for each in every if each.document == document.id and each.state == "open" and each.kind != "closing"]


def next_number(journal: Journal, space: str) -> int:
    """One more than the highest number of a summary with these people, those in the trash and signed ones included.

    Numbers that no draft can have are somebody's mistake, or a joke: they keep nobody from going on.
    """
    stored = journal.entries.in_space(space).stored
    rows = journal.spaces[space].rows("SELECT id FROM entry WHERE kind = ?", (SUMMARY.name,))
    drafted = [entry.number("number") or 0 for entry in stored.with_ids(bytes(id_).hex() for (id_,) in rows)]
    signed = [text.number for text in texts_to_agree(journal, space=space) if text.kind == SUMMARY.name]
    return 1 + max((each for each in (*drafted, *signed) if each < MOST_NUMBER), default=0)


def _compose(journal: Journal, space: str, since: date, until: date, names: Sequence[str]) -> dict[str, str]:
    from ...domain.summary import compose
    from .summary_material import summary_material

    return compose(summary_material(journal, space, since, until), names, since, until)


def _require_period(journal: Journal, since: date, until: date) -> None:
    if since > until:
        raise Problem(
            f"A summary cannot begin on {written_out(since)} and end on {written_out(until)}.",
            "Give its first day and its last.",
        )
    if since > journal.time.today():
        raise Problem(f"{written_out(since)} lies ahead, so there is nothing to sum up yet.", "Begin earlier.")


def _before(since: date, until: date | None) -> date:
    """The usual first day, unless the last day that was named lies before it: then that day's own half year."""
    if until is None or since <= until:
        return since
    from ...domain.summary import period_for

    return period_for(until)[0]


def _last_agreed_day(journal: Journal, circle: Circle) -> date | None:
    texts = [each for each in texts_to_agree(journal, space=circle.space) if each.kind == SUMMARY.name]
    agreed = {each.document for each in texts if each.is_agreed and each.state != "withdrawn"}
    entries = [entry for id_ in agreed if (entry := journal.entries.find(id_))]
    return max((day for each in entries if (day := _day(each, "until"))), default=None)


def _agreement_began(journal: Journal, circle: Circle) -> date | None:
    from ..agreements import agreements

    found = [each for each in agreements(journal, states=("active", "paused")) if each.space == circle.space]
    return min((day for each in found if (day := _day(each, "starts"))), default=None)


def _day(entry: Entry, name: str) -> date | None:
    written = entry.line(name)
    return date.fromisoformat(written) if written else None
