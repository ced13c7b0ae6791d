"""One entry, to be read."""

from __future__ import annotations

from collections.abc import Sequence

from ..domain.dates import say_day
from ..domain.entry import Entry, Version
from ..domain.field import Field, Shape, Value
from ..domain.kinds import COMMENT, KINDS, PAGE, STRUCTURE, SUMMARY
from ..domain.kinds.kind import PARENT
from ..domain.minutes import say_minutes
from ..domain.moment import Moment
from ..domain.text import shorten
from ..errors import Refused
from ..journal.countersigning.paper_words import is_paper
from ..journal.journal import Journal
from ..journal.shared.shared_facts import shared_facts
from ..journal.short_ids import short_id
from . import terminal
from .listing import one_line
from .sharing import say_space
from .terminal import Bold

_IN_HEAD = (STRUCTURE - {PARENT.name}) | {"title", "when", "tags", "minutes", "text", "links"}


def write_entry(journal: Journal, entry: Entry, *, links: bool = True) -> None:
    """Write an entry to standard output: what it is, its fields, its text, and with `links` what it is linked to."""
    if is_paper(entry.kind):
        _write_paper(journal, entry)
        return
    kind = KINDS[entry.kind].label if entry.kind in KINDS else entry.kind
    chosen = journal.forms.chosen(entry.kind, entry.fields)
    followed = journal.forms.sets(entry.kind).get(chosen) if chosen else None
    named = [followed.label if entry.kind == PAGE.name else f"{kind}, {followed.label}"] if followed else [kind]
    terminal.put(Bold(" · ".join(each for each in (*named, entry.title) if each)))
    terminal.put(" · ".join(_about(journal, entry)))
    _write_two_versions(journal, entry)
    _write_what_counts(journal, entry)
    _write_kept_until(journal, entry)
    fields = journal.forms.fields_of(entry.kind, chosen)
    prose: list[tuple[str, str]] = []
    for name in (*fields, *sorted(set(entry.fields) - set(fields))):
        value, field = entry.fields.get(name), fields.get(name)
        if value is None or name in _IN_HEAD:
            continue
        label = field.label if field else name
        if name == "parent":
            terminal.put(f"{label}: {_whole(journal, str(value))}")
            continue
        said = field.label_of(value) if field else _plain(value)
        if "\n" in said or (field and field.shape is Shape.PROSE):
            prose.append((label, said))
        else:
            terminal.put(f"{label}: {said}")
    if entry.text:
        terminal.put()
        terminal.put(entry.text)
    for label, said in prose:
        terminal.put()
        terminal.put(Bold(label))
        terminal.put(said)
    if entry.kind == SUMMARY.name:
        terminal.put()
        terminal.put(f"“peerlog summary show {short_id(journal, entry.id)}” shows how each of you stands to it.")
    if links:
        _write_countersignatures(journal, entry)
        _write_files(journal, entry)
        _write_links(journal, entry)
        _write_comments(journal, entry)


def _write_paper(journal: Journal, entry: Entry) -> None:
    """A signature by what it is under and what was signed for, never the paper that a program checks."""
    from ..journal.countersigning.paper_words import paper_words

    paper = paper_words(journal, entry.fields)
    terminal.put(Bold(paper.sentence))
    terminal.put(" · ".join(_about(journal, entry)))
    for label, said in paper.terms:
        terminal.put(f"{label}: {said}")
    if paper.text:
        terminal.put()
        terminal.put(Bold("Exactly this text"))
        terminal.put(paper.text)
    if entry.parent:
        terminal.put()
        terminal.put(f"About: {_whole(journal, entry.parent)}")


def write_versions(journal: Journal, versions: Sequence[Version]) -> None:
    """Write one line for each version, in the order given."""
    for version in versions:
        saved = Moment.parse(version.saved).in_zone(journal.time.zone).local
        words = shorten(" ".join(str(version.fields.get("title") or version.fields.get("text") or "").split()), 60)
        terminal.put(f"{version.number:>4}  {saved:%Y-%m-%d %H:%M}  {words}")


def _about(journal: Journal, entry: Entry) -> list[str]:
    local = entry.when.local
    about = [f"{say_day(local.date(), journal.time.today())}, {local:%H:%M}"]
    if not terminal.is_shown():
        about = [f"{local:%Y-%m-%d %H:%M}"]
    if entry.minutes:
        about.append(say_minutes(entry.minutes))
    about += [" ".join(f"#{tag}" for tag in entry.tags)] if entry.tags else []
    about.append(short_id(journal, entry.id))
    about.append(say_space(entry.with_whom))
    about += _shared(journal, entry)
    if entry.deleted:
        about.append("in the trash")
    return about


def _write_two_versions(journal: Journal, entry: Entry) -> None:
    from ..domain.some_names import some_names
    from ..journal.versions.two_versions import two_versions_of

    if found := two_versions_of(journal, entry):
        terminal.put(Bold("TWO VERSIONS"), f" of {some_names([each.label for each in found])}: “peerlog conflicts”")


def _write_what_counts(journal: Journal, entry: Entry) -> None:
    from ..journal.cpd.activities import activity_of
    from .activity_lines import say_activity

    if activity := activity_of(journal, entry.id):
        terminal.put(f"Counts as CPD: {say_activity(activity)}")


def _write_kept_until(journal: Journal, entry: Entry) -> None:
    from ..journal.cpd.own_days import own_day_in_words

    if said := own_day_in_words(journal, entry):
        terminal.put(f"{said[:1].upper()}{said[1:]}")


def _write_links(journal: Journal, entry: Entry) -> None:
    for label, others in (
        ("Linked to", journal.entries.linked_from(entry)),
        ("Linked from", journal.entries.linking_to(entry)),
    ):
        if others:
            terminal.put()
            terminal.put(Bold(label))
        for other in others:
            terminal.put(f"{short_id(journal, other.id)}  {other.kind}  {other.headline}")


def _write_countersignatures(journal: Journal, entry: Entry) -> None:
    from ..journal.countersigning.countersignatures import countersignatures_of
    from .countersign_lines import write_countersigned

    if found := countersignatures_of(journal, entry.id):
        terminal.put()
        terminal.put(Bold("From people outside"))
        write_countersigned(journal, found, with_entries=False)


def _write_files(journal: Journal, entry: Entry) -> None:
    from ..journal.cpd.activity_files import files_about
    from .evidence_lines import write_files

    if files := files_about(journal, entry):
        terminal.put()
        terminal.put(Bold("Kept with this"))
        write_files(journal, files)


def _write_comments(journal: Journal, entry: Entry) -> None:
    for comment in journal.entries.parts(entry.id, COMMENT.name):
        author = journal.entries.author_of(comment)
        by = comment.line("by") or ("me" if author.is_me else author.name or "somebody else")
        terminal.put()
        terminal.put(
            Bold(f"Comment by {by}"), f" · {comment.when.local:%Y-%m-%d %H:%M} · {short_id(journal, comment.id)}"
        )
        for said in (comment.text, comment.line("suggestion")):
            if said:
                terminal.put(said)


def _whole(journal: Journal, id_: str) -> str:
    """What an entry is a part of; the id alone where that is not there any more."""
    try:
        return one_line(journal, journal.entries.get(id_))
    except Refused:
        return id_


def _plain(value: Value) -> str:
    return Field("", "", Shape.LINE).label_of(value)


def _shared(journal: Journal, entry: Entry) -> list[str]:
    """By whom, since when, and in which updates; nothing for a private entry."""
    facts = shared_facts(journal, entry)
    if facts is None:
        return []
    day = facts.since.day
    since = say_day(day, journal.time.today()) if terminal.is_shown() else f"{day}"
    by = "you" if facts.is_mine else facts.author or "somebody else"
    return [each for each in (f"by {by}", f"since {since}", facts.says_updates) if each]
