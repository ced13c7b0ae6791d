"""Playing the whole story: people who write, meet, exchange, lose a file on the way, and hand in their records."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from ..domain.kinds import CARD
from ..journal.agreeing.signed_copy import write_signed_copy
from ..journal.circle.circle_course import rename_circle
from ..journal.circle.circles import create_circle
from ..journal.circle.same_everywhere import Shown, what_is_shown
from ..journal.circle.successor import carry_over, succeed, to_carry_over
from ..journal.clock import Clock
from ..journal.home import Home
from ..journal.opening import create_journal
from . import script
from .agreeing import agree_on_summary, put_agreement_forward, sign_what_waits
from .calendar import Calendar
from .changed_apart import change_apart, settle
from .exchanging import exchange, exchange_and_lose, exchange_twice
from .first_meetings import meet
from .handing_in import write_handed_in
from .player import Player
from .second_device import OWN, bring_in
from .sets import demo_sets
from .story import BOX, PAIR, PEOPLE, last_day_before, stories
from .story_clock import StoryClock
from .telling import LATER, Teller
from .year import live_the_year
from .year_source import read_year

FOLDER, LOST, FILES, SIGNED, RECORDS = "folder", "lost", "three-files", "signed-copy", "records"
"""What stands beside the journals: where updates lie, where one went astray, how everybody met, what was agreed, and
what is handed in to professional bodies."""

LAPTOP = "kim-laptop"
"""The home of Kim's second device."""

STEPS = len(script.ROUNDS) + 15
OnProgress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class SeenAlike:
    """Journals that were compared: whose they are, and what every one of them shows of `group`."""

    group: str
    people: tuple[str, ...]
    shown: Shown


@dataclass(frozen=True, slots=True)
class Played:
    """What was made: how many entries each wrote, by person, and what was found alike."""

    entries: Mapping[str, int]
    alike: tuple[SeenAlike, ...]


def play(folder: Path, home: Callable[[str], Home], clock: Clock, on_progress: OnProgress = lambda *_: None) -> Played:
    """Make everybody's journal, at `home(person)`, and leave in `folder` the files that went between them.

    Raises what `create_journal` raises, and `AssertionError` where the journals do not show the same in the end.
    """
    with ExitStack() as stack:
        return _Play(folder, home, clock.now(), on_progress, stack).play()


class _Play:
    def __init__(
        self, folder: Path, home: Callable[[str], Home], now: datetime, on_progress: OnProgress, stack: ExitStack
    ) -> None:
        yesterday = last_day_before(now)
        self._calendar = Calendar(yesterday)
        self._told = stories(demo_sets(), yesterday)
        self._shift = self._calendar.shift
        self._end = max(each.when for told in self._told.values() for each in told if each.when <= now) + LATER
        self._folder, self._home, self._stack = folder, home, stack
        self._clock = StoryClock(now)
        self._ids: dict[str, str] = {}
        self._done, self._on_progress = 0, on_progress

    def play(self) -> Played:
        kim, sam = self._begin("kim"), self._begin("sam")
        for name in (FOLDER, FILES, RECORDS):
            (self._folder / name).mkdir(mode=0o700)
        self._begin_pair(kim, sam)
        for at in script.ROUNDS:
            self._round(kim, sam, at)
            if at == script.ROUNDS[0]:
                put_agreement_forward(kim, PAIR, self._clock, self._at(script.AGREEMENT_SIGNED))
            elif at == script.ROUNDS[1]:
                sign_what_waits(sam, PAIR, self._clock, self._at(at) + timedelta(hours=1))
        ada = self._begin("ada")
        pair, everybody = (kim, sam), (kim, sam, ada)
        self._begin_group(kim, sam, ada)
        exchange(everybody, BOX, self._clock, self._at(script.ADA_WRITES))
        self._step()
        agreed = agree_on_summary(kim, sam, PAIR, script.SUMMARY, self._clock, self._at(script.SUMMING_UP))
        write_signed_copy(kim.journal, agreed, self._folder / SIGNED)
        self._step()
        for player in everybody:
            for group in player.spaces:
                player.reads(group)
        for person, player in {"kim": kim, "sam": sam, "ada": ada}.items():
            self._live_the_year(person, player)
        laptop = self._second_device(kim)
        change_apart(kim, sam, script.TEXT, self._clock, self._at(script.TEXT.at))
        for group, readers in self._with(laptop, pair, everybody):
            exchange(readers, group, self._clock, self._at(script.LAST_ROUND))
            laptop.confirms(group)
            exchange(readers, group, self._clock, self._at(script.LAST_ROUND) + timedelta(minutes=41))
        self._step()
        alike = [self._compared(group, readers) for group, readers in self._with(laptop, pair, everybody)]
        self._afterwards(sam, everybody)
        exchange((kim, laptop), OWN, self._clock, self._end + timedelta(hours=1))
        laptop.confirms(OWN)
        kim.takes_in(OWN)
        alike.append(self._compared(OWN, (kim, laptop)))
        for group in laptop.spaces:
            laptop.reads(group)
        self._alone("mohammed")
        self._step()
        return Played({person: len(told) for person, told in self._told.items()}, tuple(alike))

    def _begin(self, person: str) -> Player:
        about, told = PEOPLE[person], self._told[person]
        self._clock.shows = told[0].when - timedelta(days=1)
        journal = create_journal(
            self._home(person), about.passphrase, name=about.name, zone=about.zone, clock=self._clock
        )
        self._stack.enter_context(journal)
        teller = Teller(journal, self._clock, told, self._end, self._ids)
        (card,) = [each.fields for each in told if each.kind == CARD.name and each.fields.get("own")]
        self._step()
        shown = {name: value for name, value in card.items() if name not in ("own", "when")}
        return Player(about, journal, teller, shown)

    def _begin_pair(self, kim: Player, sam: Player) -> None:
        call = self._at(script.FIRST_CALL)
        for player in (kim, sam):
            player.teller.tell(call - timedelta(hours=14))
        self._clock.shows = call - timedelta(hours=14)
        circle = create_circle(kim.journal, script.PAIR_NAME, 2, script.PAIR_FOCUS, kim.card)
        space = meet(kim, sam, circle, self._folder / FILES / "kim-and-sam", self._clock, call)
        self._share(PAIR, {kim: circle.space, sam: space})
        kim.calls(PAIR, sam.about.called)
        sam.calls(PAIR, kim.about.called)

    def _begin_group(self, kim: Player, sam: Player, ada: Player) -> None:
        call = self._at(script.THREE_ON_A_CALL)
        ada.teller.tell(call)
        self._clock.shows = call - timedelta(hours=14)
        circle = succeed(kim.journal, kim.circle(PAIR), 3, script.BOX_NAME)
        circle = rename_circle(kim.journal, circle, focus=script.BOX_FOCUS)
        spaces = {kim: circle.space}
        for number, player in enumerate((sam, ada)):
            file = self._folder / FILES / f"table-in-a-box-{player.about.called.lower()}"
            spaces[player] = meet(kim, player, circle, file, self._clock, call + number * timedelta(minutes=5))
        self._share(BOX, spaces)
        for player in spaces:
            player.calls(BOX, script.BOX_LABEL)
        for player, keys in ((kim, script.CARRIED["kim"]), (sam, script.CARRIED["sam"])):
            chosen = to_carry_over(player.journal, player.circle(PAIR), player.circle(BOX))
            carry_over(player.journal, chosen, map(player.teller.id_of, keys))
        self._step()

    def _second_device(self, kim: Player) -> Player:
        at = self._at(script.SECOND_DEVICE)
        file, home = self._folder / FILES / LAPTOP, self._home(LAPTOP)
        laptop = bring_in(kim, home, file, self._folder / FOLDER, self._clock, at)
        self._stack.enter_context(laptop.journal)
        exchange((kim, laptop), OWN, self._clock, at)
        self._step()
        return laptop

    def _live_the_year(self, person: str, player: Player) -> None:
        """What counts as CPD of it, and the files that are handed in."""
        records = live_the_year(player, read_year(person), self._calendar, self._clock)
        write_handed_in(player.journal, records, self._folder / RECORDS)
        self._step()

    def _alone(self, person: str) -> None:
        """Somebody who keeps a journal and shares it with nobody."""
        player = self._begin(person)
        self._tell_rest(player)
        self._live_the_year(person, player)

    def _tell_rest(self, player: Player) -> None:
        player.teller.tell(self._end + LATER)
        if player.teller.untold:
            raise AssertionError(f"never told: {player.teller.untold}")

    def _with(
        self, laptop: Player, pair: Sequence[Player], everybody: Sequence[Player]
    ) -> tuple[tuple[str, tuple[Player, ...]], ...]:
        """Both groups, with all the devices that are in each."""
        return (PAIR, (*pair, laptop)), (BOX, (*everybody, laptop))

    def _share(self, group: str, spaces: Mapping[Player, str]) -> None:
        for player, space in spaces.items():
            player.joins(group, space, self._folder / FOLDER)

    def _round(self, kim: Player, sam: Player, at: datetime) -> None:
        when = self._at(at)
        if at == script.LOST:
            exchange_and_lose((kim, sam), PAIR, self._clock, when, self._folder / LOST)
        elif at == script.TWICE:
            change_apart(kim, sam, script.MEASURE, self._clock, self._at(script.MEASURE.at))
            exchange_twice((kim, sam), PAIR, self._clock, when)
            settle(kim, script.MEASURE)
        else:
            exchange((kim, sam), PAIR, self._clock, when)
        self._step()

    def _compared(self, group: str, people: Sequence[Player]) -> SeenAlike:
        shown = {what_is_shown(player.journal, player.circle(group)) for player in people}
        if len(shown) != 1:
            raise AssertionError(f"not everybody shows the same of {group}: {shown}")
        return SeenAlike(group, tuple(player.called for player in people), shown.pop())

    def _afterwards(self, sam: Player, everybody: Sequence[Player]) -> None:
        """What was written after the last exchange: Sam's lies in the folder, the others' has not left."""
        at = self._at(script.AFTERWARDS)
        sam.teller.tell(at)
        self._clock.shows = at
        sam.sends(PAIR)
        for player in everybody:
            self._tell_rest(player)
        self._step()

    def _at(self, written: datetime) -> datetime:
        return written.replace(tzinfo=UTC) + self._shift

    def _step(self) -> None:
        self._done += 1
        self._on_progress(self._done, STEPS)
