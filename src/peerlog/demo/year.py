"""A person of the story lets things count, with what is kept and said beside them, and writes their records."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from ..domain.countersigning import MEANINGS
from ..domain.dates import written_out
from ..domain.entry import Entry
from ..journal.countersigning.asking_to_sign import ask_to_sign, to_ask
from ..journal.countersigning.signing_for_others import read_request_file, sign_for
from ..journal.countersigning.taking_countersignatures import same_words, take_in
from ..journal.cpd.activities import count_it, count_not
from ..journal.cpd.answers import set_answer
from ..journal.cpd.changing import add_activity
from ..journal.cpd.memberships import keep_to
from ..journal.cpd.peers import add_peer
from ..journal.cpd.writing_record import answer, hand_in, record_named
from ..journal.evidence import keep
from .calendar import Calendar
from .certificate import certificate
from .player import Player
from .story_clock import StoryClock
from .year_source import Counts, OtherPerson, Year

_PAUSE = timedelta(minutes=1)
"""Between one thing that counts and the next."""

_UNLESS_SAID = {"categories": ["learning"], "participatory": False, "planned": False}


def live_the_year(player: Player, year: Year, calendar: Calendar, clock: StoryClock) -> tuple[Entry, ...]:
    """Play all of it in one sitting; everything that it names has to be told by then. The records that came of it."""
    journal, zone = player.journal, player.about.zone
    clock.shows = calendar.moment(year.at, zone).utc
    with journal.writing():
        for body in year.bodies:
            own_day = calendar.day(body.own_day, planned=body.planned) if body.own_day else None
            keep_to(journal, body.scheme, {**body.fields, **({"own_day": own_day} if own_day else {})})
        for key in year.counts_not:
            count_not(journal, player.teller.id_of(key))
    with TemporaryDirectory() as folder:
        for each in year.counts:
            clock.shows += _PAUSE
            with journal.writing():
                activity = _counts(player, each, calendar)
                for field, text in each.answers.items():
                    set_answer(journal, activity, field, text)
            if each.certificate:
                _keep_certificate(player, activity, each.certificate, Path(folder))
            for other in each.others:
                _adds(player, activity, other, calendar, clock, Path(folder))
        records = []
        for written in year.records:
            clock.shows += _PAUSE
            period = calendar.day(written.period) if written.period else None
            record = record_named(journal, written.scheme, period)
            records.append(record)
            for field, text in written.answers.items():
                answer(journal, record, field, text)
            for other in written.others:
                _adds(player, record, other, calendar, clock, Path(folder))
            if written.handed_in:
                hand_in(journal, record, calendar.day(written.handed_in))
    return tuple(records)


def _counts(player: Player, each: Counts, calendar: Calendar) -> Entry:
    fields = {**_UNLESS_SAID, **each.fields}
    minutes = fields.pop("minutes", None)
    length = minutes if isinstance(minutes, int) else None
    if each.when is None:
        return count_it(player.journal, player.teller.id_of(each.entry), length, fields)
    if length is None:
        raise AssertionError(f"{each.where}: nothing says how long it took")
    said = f"{fields.pop('title')}\n{fields.pop('text', '')}"
    when = calendar.moment(each.when, player.about.zone)
    return add_activity(player.journal, said, length, fields, when=when)


def _keep_certificate(player: Player, activity: Entry, about: tuple[str, str, str], folder: Path) -> None:
    what, by, to = about
    file = folder / f"{what.replace(':', ',')}, certificate.pdf"
    file.write_bytes(certificate(to or player.about.name, what, by, written_out(activity.when.day)))
    keep(player.journal, activity.id, file)


def _adds(player: Player, item: Entry, other: OtherPerson, calendar: Calendar, clock: StoryClock, folder: Path) -> None:
    """Note somebody's part, with what they have signed outside of the journal, where they have."""
    fields = dict(other.fields)
    if other.day:
        fields["day"] = calendar.day(other.day)
    if other.signs:
        fields["links"] = [_signed(player, item, other.name, fields, other.signs, clock, folder).id]
    add_peer(player.journal, item, other.name, fields)


def _signed(
    player: Player, item: Entry, name: str, fields: Mapping[str, object], text: str, clock: StoryClock, folder: Path
) -> Entry:
    """Three steps: the file that asks, the one that comes back, and the words that are compared aloud."""
    meaning = MEANINGS[str(fields["meaning"])]
    asked = ask_to_sign(
        player.journal, to_ask(player.journal, item.parent or item.id, meaning, name, text=text), folder
    )
    clock.shows += _PAUSE
    said = {each: str(fields[each]) for each in ("role", "organisation", "email") if each in fields}
    said |= {"name": name, "day": str(item.when.day), "place": "on the wall outside the library"}
    signed = sign_for(read_request_file(asked.path), said, clock, contact=True)
    clock.shows += _PAUSE
    return same_words(player.journal, take_in(player.journal, signed.file).countersigned).entry
