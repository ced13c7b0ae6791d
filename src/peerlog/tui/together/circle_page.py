"""What the fourth tab shows of people one shares with: what waits, what goes on, who they are, what leaves next."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from textual.content import Content

from ...domain.common_ground import compare, overlap
from ...domain.entry import Entry
from ...domain.ground_words import ground_lines
from ...domain.kinds import AGREEMENT, GOAL, IDEA, MEETING, NOTE, PAGE, REFLECTION, REQUEST, SUMMARY
from ...domain.moment import Moment
from ...domain.selection import Selection
from ...domain.text import clean_line
from ...journal.agreeing.odd_signatures import OddSignatures, odd_signatures
from ...journal.agreeing.texts_to_agree import TextToAgree, newest_texts, texts_to_agree
from ...journal.circle.circle_cards import cards_in
from ...journal.circle.circles import Circle, Member, circle_entry
from ...journal.first_meeting.comparing import not_compared
from ...journal.first_meeting.first_meetings import ACCEPTANCE, ANSWER, first_meetings
from ...journal.first_meeting.meeting_partners import open_invitations
from ...journal.journal import Journal
from ...journal.updates.waiting_to_leave import waiting_to_leave
from ..signing.signed_rows import TEXT
from ..signing.text_lines import text_line
from ..summaries.summary_rows import add_summaries
from ..widgets.entry_line import kind_of
from ..widgets.line import Line, labelled
from ..widgets.list_pane import Contents, named
from ..widgets.plain import plain, plain_line
from ..widgets.rows import row
from ..widgets.when import in_passing, say_when
from .together_rows import agreement_line, meeting_line, request_line

_LASTS = timedelta(hours=1)
"""How long a meeting counts as still ahead once it has begun, as on Today."""
_MOST = 100
_BEFORE, _WRITTEN, _OPEN = 4, 6, 8
_WRITING = (NOTE.name, REFLECTION.name, IDEA.name, PAGE.name)
_KNOWN = {
    "words": "you compared words",
    "met": "words not compared yet",
    "introduced": "introduced by {}, words not compared yet",
}
FILE, WORDS, SIGN, GROUND, LEAVING, VERSIONS, ODD = (
    "file:",
    "words:",
    "sign:",
    "ground:",
    "leaving:",
    "versions:",
    "odd:",
)
"""How the ids of rows begin that stand for no entry."""


def circle_page(journal: Journal, circle: Circle) -> Contents:
    """The page of one circle."""
    now = journal.time.moment()
    shown = Contents(_title(circle), now.day, now.zone)
    shown.about = _about(circle, is_whole=circle_entry(journal.spaces[circle.space]) is not None)
    waiting = waiting_to_leave(journal, circle) if _exchanges(circle) else 0
    if waiting:
        leaves = Content.assemble(_say_waiting(waiting), "   ", ("x", "bold $accent"), " exchanges").stylize_before(
            "$quiet"
        )
        shown.about = Content("\n").join(part for part in (shown.about, leaves) if part)
    texts = newest_texts(texts_to_agree(journal, space=circle.space))
    odd = odd_signatures(journal, circle.space)
    _first(shown, journal, circle, [each for each in texts if each.waits_for_me and not circle.archived], odd)
    _practice(shown, journal, circle, now)
    _texts(shown, journal, [each for each in texts if each.kind != SUMMARY.name])
    _people(shown, journal, circle)
    _leaves(shown, journal, circle, odd)
    return shown


def _title(circle: Circle) -> Content:
    with_whom = plain_line(f"WITH {clean_line(circle.label).upper()}").stylize("bold $space-shared")
    return (
        with_whom if circle.name in ("", circle.label) else Content.assemble(with_whom, "   ", plain_line(circle.name))
    )


def _about(circle: Circle, *, is_whole: bool) -> Content:
    lines = [plain(circle.focus)] if circle.focus else []
    if circle.stopped:
        lines.append(Content("The words were not the same: nothing leaves to here any more.").stylize("$warning"))
    elif circle.left:
        lines.append(Content("You have left. What you shared stays here to read.").stylize("$quiet"))
    elif circle.archived:
        lines.append(Content("Put away: you read it, and nothing new is written here.").stylize("$quiet"))
    elif not is_whole and not circle.joining:
        lines.append(
            Content("Name, focus and all that is shared already come with their first update.").stylize("$quiet")
        )
    elif not circle.focus and not circle.joining:
        lines.append(Content("No focus yet: “focus” in the menu of . puts it into one sentence.").stylize("$quiet"))
    return Content("\n").join(lines)


def _first(
    shown: Contents, journal: Journal, circle: Circle, to_sign: Sequence[TextToAgree], odd: OddSignatures | None
) -> None:
    """What waits for somebody: files, words, signatures, two versions."""
    rows: list[tuple[Line, str]] = []
    for meeting in first_meetings(journal, circle.space):
        since = in_passing(Moment.parse(meeting.since).in_zone(journal.time.zone).day, shown.day)
        if meeting.waits_for == ANSWER:
            rows.append(
                (labelled("Invitation", f"waits for an answer, since {since}", "the file again"), FILE + meeting.token)
            )
        elif meeting.waits_for == ACCEPTANCE:
            said = f"waits for {meeting.name}'s file, since {since}"
            rows.append((labelled("Your answer", said, "the file again"), FILE + meeting.token))
        else:
            rows.append((labelled("The last file", f"is for {meeting.name}", "the file again"), FILE + meeting.token))
    for member in () if circle.stopped else not_compared(circle):
        said = f"Say them with {member.name}, on a call or face to face"
        rows.append((labelled("Words to compare", said), WORDS + member.id))
    rows += [(text_line(journal, each), TEXT + each.id) for each in to_sign]
    rows += [(labelled("To sign", wish.sentence), f"{SIGN}{place}") for place, wish in enumerate(circle.wishes)]
    if circle.two_versions:
        count = "one entry has" if circle.two_versions == 1 else f"{circle.two_versions} entries have"
        rows.append((labelled("Two versions", f"{count} two versions to choose from"), VERSIONS))
    if odd and not odd.seen:
        rows.append((_odd(odd.count), ODD))
    if rows or circle.split:
        shown.head("First")
    for sentence in circle.split:
        shown.read(plain(sentence).stylize("$warning"))
    for line, id_ in rows:
        shown.options.append(row(line, id_))


def _practice(shown: Contents, journal: Journal, circle: Circle, now: Moment) -> None:
    today = now.day
    meetings = _of(journal, circle, MEETING.name)
    ahead = [each for each in meetings if each.state != "held" and each.when.utc >= now.utc - _LASTS]
    before = [each for each in meetings if each not in ahead]
    ahead.sort(key=lambda each: each.when.utc)
    _section(shown, "Agreement", ((agreement_line(each, today), each) for each in _running(journal, circle)))
    _section(shown, "Ahead", ((meeting_line(journal, each, today), each) for each in ahead[:_OPEN]))
    asked = _of(journal, circle, REQUEST.name, states=("open",))[:_OPEN]
    _section(shown, "Asked", ((request_line(journal, each, today), each) for each in asked))
    add_summaries(shown, journal, circle)
    goals = [each for each in _of(journal, circle, GOAL.name) if each.state not in ("met", "let-go")]
    _section(shown, "Goals you share", ((_goal(each), each) for each in goals[:_OPEN]))
    _section(shown, "Before", ((meeting_line(journal, each, today), each) for each in before[:_BEFORE]))
    written = _of(journal, circle, *_WRITING)[:_WRITTEN]
    _section(shown, "Written", ((_written(journal, each, today), each) for each in written))
    if not any((meetings, asked, goals, written)) and not circle.joining and not circle.archived:
        shown.gap()
        shown.read(
            Content.assemble(
                ("Nothing is shared yet. ", "$quiet"), ("n", "bold $accent"), " writes the first note here, ",
                ("N", "bold $accent"), " anything else.",
            )
        )  # fmt: skip


def _texts(shown: Contents, journal: Journal, texts: Sequence[TextToAgree]) -> None:
    """Texts that were put forward and those that are agreed, but for those that wait for me, which stand above."""
    rest = [each for each in texts if not each.waits_for_me]
    if rest:
        shown.head("Texts to agree, and agreed")
    for each in rest[:_OPEN]:
        shown.options.append(row(text_line(journal, each), TEXT + each.id))


def _odd(count: int) -> Line:
    said = "1 signature that does not count" if count == 1 else f"{count} signatures that do not count"
    return labelled("To know", said, "Enter says more")


def _people(shown: Contents, journal: Journal, circle: Circle) -> None:
    if circle.joining:
        return
    shown.head("People")
    for member in circle.members:
        shown.read(labelled(member.name, _known(circle, member), _devices(member)))
    free_seats = circle.free_seats - len(open_invitations(journal, circle))
    if free_seats > 0 and circle.is_founder and not circle.archived:
        free = "one seat is free" if free_seats == 1 else f"{free_seats} seats are free"
        shown.read(Content.assemble((f"{free}, ", "$quiet"), ("i", "bold $accent"), (" invites to it", "$quiet")))
    cards = cards_in(journal, circle)
    if len(cards) > 1:
        shown.head("In common")
        lines = _ground(cards)
        for label, said in lines:
            shown.read(labelled(label, said))
        shown.options.append(row(labelled("Cards", "side by side, with what differs"), GROUND))


def _ground(cards: Sequence[Entry]) -> list[tuple[str, str]]:
    if len(cards) > 2:
        grid = overlap(cards)
        topics = ", ".join(topic.name for topic in grid.topics if topic.people > 1)
        return [("Several of you", topics)] if topics else []
    names = [clean_line(card.title) or "somebody" for card in cards]
    said = ground_lines("You", names[1], compare(*cards))
    return [(label.replace(" give You", " give you"), ", ".join(lines)) for label, lines in said]


def _known(circle: Circle, member: Member) -> str:
    if member.is_me:
        return "you, who began this" if circle.is_founder else "you"
    if member.left:
        return "has left"
    if member.set_apart:
        return "the words were not the same: nothing leaves to them"
    return _KNOWN[member.established].format(member.introduced_by)


def _devices(member: Member) -> str:
    return f"{member.devices} devices" if member.devices > 1 else ""


def _leaves(shown: Contents, journal: Journal, circle: Circle, odd: OddSignatures | None) -> None:
    if not _exchanges(circle):
        return
    waiting = waiting_to_leave(journal, circle)
    shown.head("Exchange")
    if waiting:
        shown.options.append(row(labelled("To leave", _say_waiting(waiting)), LEAVING))
    else:
        shown.read(labelled("To leave", "nothing waits"))
    if odd and odd.seen:
        shown.options.append(row(_odd(odd.count), ODD))
    way = "not chosen yet how files travel" if circle.folder is None else circle.folder or "you mail them"
    shown.read(labelled("Files", way))


def _exchanges(circle: Circle) -> bool:
    return not (circle.joining or circle.archived) and bool(circle.others)


def _say_waiting(count: int) -> str:
    return "1 entry leaves next time" if count == 1 else f"{count} entries leave next time"


def _section(shown: Contents, title: str, rows: Iterable[tuple[Line, Entry]]) -> None:
    found = list(rows)
    if found:
        shown.head(title)
    for line, entry in found:
        shown.add(line, entry, title)


def _running(journal: Journal, circle: Circle) -> list[Entry]:
    return _of(journal, circle, AGREEMENT.name, states=("active", "paused", "draft"))


def _of(journal: Journal, circle: Circle, *kinds: str, states: tuple[str, ...] = ()) -> list[Entry]:
    chosen = Selection(kinds=frozenset(kinds), states=frozenset(states), space=circle.space)
    return list(journal.entries.page(chosen, limit=_MOST).entries)[:_MOST]


def _goal(goal: Entry) -> Line:
    way = f"{goal.line('baseline')} → {goal.line('target')}" if goal.line("baseline") and goal.line("target") else ""
    return labelled(goal.state or "goal", named(goal), way)


def _written(journal: Journal, entry: Entry, today: date) -> Line:
    author = journal.entries.author_of(entry)
    by = "" if author.is_me else f"by {author.name or 'somebody else'}"
    when = say_when(journal.entries.when_of(entry), today)
    return labelled(f"{when}", named(entry), " · ".join(part for part in (kind_of(entry).lower(), by) if part))
