"""The people one shares with: making a circle, and who is in each, how their keys are known and what is open."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ...domain.entry import PRIVATE, Entry
from ...domain.field import Value
from ...domain.kinds import CARD, CIRCLE
from ...domain.problem import Problem
from ...domain.said_names import listed
from ...domain.text import brief, clean_line
from ...errors import BadInput, Refused
from ...history.encoding import b64
from ...vault.space import Space
from ..journal import Journal
from .roster_words import Wish, split_sentences, wishes_in

if TYPE_CHECKING:
    from ...history.roster import Member as RosterMember
    from ...history.roster import Roster

MOST_SEATS = 8


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody in a circle.

    `established` is how it is known whose keys these are: "me", "words" once the words were compared, "met" when
    the three files went between the two of you, and "introduced" when somebody else brought them in. `left` says that
    they are no longer there: since `left_at` (a UTC stamp that they claim themselves), or, where that is empty, because
    those who are there have signed to go on without them. Nothing of mine leaves to one who is `set_apart`, because the
    words that we compared differ.
    """

    id: str
    name: str
    seat: int
    established: str
    devices: int
    left: bool = False
    introduced_by: str = ""
    left_at: str = ""
    set_apart: bool = False

    @property
    def is_me(self) -> bool:
        return self.established == "me"


@dataclass(frozen=True, slots=True)
class Circle:
    """People one shares with. `space` is the name of its file, `label` what it is called here.

    `joining` says that the last of the three files has not come yet; there are no members then. `split` says in
    sentences that members do not agree on who is in it, `wishes` are smaller groups that not all in them have signed.
    `founder` is the name of whoever began it. `left` says that I have left, `stopped` that the words differed and
    nothing leaves any more.
    """

    space: str
    label: str
    name: str
    focus: str
    members: tuple[Member, ...]
    seats: int
    is_founder: bool
    joining: bool
    archived: bool
    folder: str | None
    two_versions: int
    split: tuple[str, ...] = ()
    wishes: tuple[Wish, ...] = ()
    founder: str = ""
    left: bool = False
    stopped: bool = False

    @property
    def others(self) -> tuple[Member, ...]:
        """Everybody else who is there."""
        return tuple(member for member in self.members if not member.is_me and not member.left)

    @property
    def me(self) -> Member | None:
        return next((member for member in self.members if member.is_me), None)

    @property
    def is_pair(self) -> bool:
        return self.seats == 2

    @property
    def free_seats(self) -> int:
        return self.seats - len(self.members)

    @property
    def with_whom(self) -> str:
        """Who else reads what is written here, as a list of names."""
        return listed([member.name for member in self.others]) or "nobody yet"


def circles(journal: Journal, *, archived: bool = False) -> list[Circle]:
    """Every circle, by label; those that were put away only when they are asked for."""
    found = [read_circle(space) for name, space in journal.spaces.items() if name != PRIVATE]
    return sorted(
        (each for each in found if archived or not each.archived), key=lambda each: (each.label.casefold(), each.space)
    )


def circle_named(journal: Journal, said: str | None = None, *, archived: bool = False) -> Circle:
    """The circle with this label or name, or the only one that begins so; the only one there is for None.

    Raises `Refused` when there is none, `BadInput` when several would do.
    """
    every = circles(journal, archived=archived)
    if not every:
        put_away = [] if archived else circles(journal, archived=True)
        if put_away:
            there = ", ".join(each.label for each in put_away)
            raise Refused("All that you share with others has been put away.", f"There is: {there}.")
        raise Refused("You do not share anything with anybody yet.", "“peerlog circle create” begins it.")
    if said is None:
        found = every
    else:
        wanted = clean_line(said).casefold()
        called = [each for each in every if wanted in (each.label.casefold(), each.space)]
        exact = called or [each for each in every if wanted == each.name.casefold()]
        found = exact or [each for each in every if each.label.casefold().startswith(wanted) and wanted]
    names = ", ".join(each.label for each in every)
    if not found:
        raise Refused(f"There is nobody called “{brief(said or '')}” to share with here.", f"There is: {names}.")
    if len(found) > 1:
        raise BadInput("More than one would do.", f"Name one: {names}.")
    return found[0]


def create_circle(journal: Journal, name: str, seats: int, focus: str, card: Mapping[str, object]) -> Circle:
    """Begin to share with others, as the first of `seats` (2 to 8), with one's own card for them to read.

    `card` names one thing to offer and one to seek at the least. Raises `Problem`.
    """
    from ...exchange.enrolling import found_space
    from .circle_labels import free_label

    name = clean_circle_name(name)
    if not 2 <= seats <= MOST_SEATS:
        raise Problem(f"{seats} is not a number of people who can share.", f"Between 2 and {MOST_SEATS}, you included.")
    fields = own_card_fields(journal, card)
    now = journal.time.stamp()
    space_name = journal.vault.create_circle({"label": free_label(journal, name)}, now)
    journal.open_new_spaces()
    space = journal.spaces[space_name]
    found_space(space, str(fields["title"]), seats, now)
    journal.entries.add(CIRCLE.name, {"title": name, "focus": focus}, space=space_name)
    journal.entries.add(CARD.name, fields, space=space_name)
    keep_newest(journal)
    return read_circle(space)


def own_card_fields(journal: Journal, given: Mapping[str, object]) -> dict[str, Value]:
    """The fields of one's card for a circle; raises `Problem` without a name, an offer and a seek."""
    named = clean_circle_name(str(given.get("title") or journal.profile.name))
    shown = {name: value for name, value in given.items() if name not in ("own", "when", "title")}
    card = journal.forms.clean(CARD.name, {"zone": journal.profile.zone, **shown, "title": named})
    for field, asks in (("offers", "one thing that you offer"), ("seeks", "one thing that you seek")):
        if not card.get(field):
            raise Problem(f"Name at least {asks}.", "Everybody here gives and takes.")
    return card


def clean_circle_name(said: str) -> str:
    """A name of a person or a group as it is kept; raises `Problem` for none, and for one of more than 60 letters."""
    name = clean_line(said)
    if not name:
        raise Problem("A name has at least one letter.")
    if len(name) > 60:
        raise Problem("A name has up to 60 characters.", "Shorten it.")
    return name


def read_circle(space: Space) -> Circle:
    """What there is to know of a circle, from its space."""
    from ...exchange.membership import roster_in, set_apart

    about = circle_entry(space)
    label = space.value("label", "")
    folder = space.value("folder", "?")
    founded = space.value("founding", "") != ""
    roster = roster_in(space) if founded else None
    me = roster.member(roster.own) if roster else None
    return Circle(
        space=space.name,
        label=label,
        name=about.title if about else space.value("invited-to", label),
        focus=about.line("focus") if about else "",
        members=_members(space, roster, set_apart(space)) if roster else (),
        seats=roster.seats if roster else 0,
        is_founder=roster is not None and roster.founder == roster.own,
        joining=roster is None,
        archived=bool(space.value("archived", "")),
        folder=folder if folder != "?" else None,
        two_versions=int(space.rows("SELECT count(DISTINCT entry) FROM two_versions")[0][0]),
        split=split_sentences(roster) if roster else (),
        wishes=wishes_in(roster) if roster else (),
        founder=roster.names[roster.founder] if roster else space.value("invited-by", ""),
        left=bool(me and not me.here),
        stopped=bool(space.value("words-differ", "")),
    )


def circle_entry(space: Space) -> Entry | None:
    """The entry that holds a circle's name and focus, which every member may change."""
    from ...domain.selection import Selection
    from ...vault import search

    found = search.page(space, Selection(kinds=frozenset({CIRCLE.name})), limit=1).entries
    return found[0] if found else None


def _members(space: Space, roster: Roster, apart: frozenset[str]) -> tuple[Member, ...]:
    from ...exchange.membership import departures

    compared = {(str(member), str(keys)) for member, keys in space.rows("SELECT member, keys FROM compared")}
    left_at = departures(space, roster)
    return tuple(_member(roster, each, compared, left_at.get(each.id, ""), each.id in apart) for each in roster.members)


def first_key(member: RosterMember) -> str:
    """The key that the words are about: that of the member's first device, in base64."""
    return b64(member.devices[0].key)


def _member(roster: Roster, member: RosterMember, compared: set[tuple[str, str]], left_at: str, apart: bool) -> Member:
    if member.id == roster.own:
        established = "me"
    elif (member.id, first_key(member)) in compared:
        established = "words"
    elif roster.founder in (member.id, roster.own):
        established = "met"
    else:
        established = "introduced"
    return Member(
        member.id,
        roster.names[member.id],
        member.seat,
        established,
        sum(1 for device in member.devices if not device.retired),
        not member.here,
        roster.names[roster.founder] if established == "introduced" else "",
        left_at if member.left else "",
        apart,
    )


def keep_newest(journal: Journal) -> None:
    """Note outside the journal how far it has got: what is older than that is a copy put back."""
    from ...vault import watermark

    watermark.keep(journal.vault, journal.home.state)
