"""What needs a look today."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from ..domain.agreement_course import Asked
from ..domain.entry import Draft, Entry
from ..domain.kinds.goal import OPEN_STATES
from ..domain.moment import Moment
from ..domain.selection import Selection
from .actions import open_actions
from .agreeing.texts_seen import news_of_texts, to_sign
from .agreeing.texts_to_agree import texts_to_agree
from .agreements import questions_for_today
from .asking import requests
from .cpd.own_days import reached
from .goal import goals as goals_
from .goal.goal_progress import GoalOutlook, outlook_of
from .journal import Journal
from .meeting.clocks import Clock, clocks_at, zones_of
from .prompting import PromptOfTheDay, prompt_for_today
from .reflecting import answer_of_today
from .venting import to_ask_about
from .versions.marked_apart import two_versions_to_settle

if TYPE_CHECKING:
    from .agreeing.texts_to_agree import TextToAgree
    from .updates.exchange_outlook import ExchangeOutlook

_SOON = timedelta(days=14)
_MOST = 5
_LOOKED_AT = 50


@dataclass(frozen=True, slots=True)
class Today:
    """The Today page: what lies ahead, what is begun, what is due, and what was written on this day before.

    `answer` is what was written today on the question of the day. `clocks` are those of the people of a meeting, by its
    id; `progress` is the outlook of `goals`; `asked` is what to decide about agreements; `requests` are open, those
    that others wait for first; `exchanges` are those with whom something came, waits to leave, or may lie in a folder.
    `two_versions` counts the entries that two people have changed apart from each other. `to_sign` are the texts that
    wait for one's signature, `agreed_news` those that were agreed, declined, withdrawn or made void since one looked.
    `kept_long_enough` counts the entries and files that were kept up to the day that their owner said.
    """

    day: date
    now: Moment
    name: str
    meetings: tuple[Entry, ...]
    actions: tuple[Entry, ...]
    drafts: tuple[Draft, ...]
    goals_due: tuple[Entry, ...]
    goals: tuple[Entry, ...]
    ideas: tuple[Entry, ...]
    cooled_off: tuple[Entry, ...]
    clocks: Mapping[str, tuple[Clock, ...]]
    progress: tuple[GoalOutlook, ...]
    asked: tuple[Asked, ...]
    requests: tuple[Entry, ...]
    exchanges: tuple[ExchangeOutlook, ...]
    prompt: PromptOfTheDay
    answer: Entry | None
    recent: tuple[Entry, ...]
    years_ago: tuple[Entry, ...]
    week: tuple[int, ...]
    two_versions: int
    to_sign: tuple[TextToAgree, ...]
    agreed_news: tuple[TextToAgree, ...]
    kept_long_enough: int
    wants_recovery_kit: bool


def today(journal: Journal) -> Today:
    """Collect the Today page with a few small queries."""
    entries = journal.entries
    now = journal.time.moment()
    day = now.day
    open_goals = goals_.goals_in(journal, OPEN_STATES)
    due = [goal for goal in open_goals if goal.line("due") and date.fromisoformat(goal.line("due")) - day <= _SOON]
    ahead = entries.page(Selection(kinds=frozenset({"meeting"}), since=day), limit=50).entries
    meetings = sorted(
        (
            each
            for each in ahead
            if each.state not in ("held", "cancelled") and each.when.utc >= now.utc - timedelta(hours=1)
        ),
        key=lambda each: each.when.utc,
    )
    prompt = prompt_for_today(journal)
    texts = texts_to_agree(journal) if len(journal.spaces) > 1 else []
    written = entries.days(day - timedelta(days=27), day)
    return Today(
        day=day,
        now=now,
        name=journal.profile.name,
        meetings=tuple(meetings[:_MOST]),
        actions=tuple(_soon(open_actions(journal), day)[:_MOST]),
        drafts=tuple(entries.drafts()[:_MOST]),
        goals_due=tuple(sorted(due, key=lambda goal: goal.line("due"))[:_MOST]),
        goals=tuple(open_goals[:_MOST]),
        ideas=tuple(_own_ideas(journal)),
        cooled_off=tuple(to_ask_about(journal)[:_MOST]),
        clocks=_clocks(journal, meetings[:_MOST]),
        progress=tuple(outlook_of(journal, goal) for goal in open_goals[:_MOST]),
        asked=tuple(questions_for_today(journal)[:_MOST]),
        requests=tuple(sorted(requests(journal, "open"), key=_waiting)[:_MOST]),
        exchanges=_exchanges(journal),
        prompt=prompt,
        answer=answer_of_today(journal, prompt.prompt),
        recent=entries.page(Selection(until=day), limit=3).entries[:3],
        years_ago=tuple(_years_ago(journal, day)),
        week=tuple(written.get(day - timedelta(days=back), 0) for back in range(27, -1, -1)),
        two_versions=two_versions_to_settle(journal),
        to_sign=tuple(to_sign(texts)),
        agreed_news=tuple(news_of_texts(journal, texts))[:_MOST],
        kept_long_enough=reached(journal),
        wants_recovery_kit=journal.wants_recovery_kit,
    )


def _own_ideas(journal: Journal) -> list[Entry]:
    """The newest ideas that are tried or wait for it, without what others try."""
    found = journal.entries.of_kind("idea", states=("to-try", "trying"), limit=_LOOKED_AT)
    return [idea for idea in found if not journal.entries.is_theirs(idea)][:_MOST]


def _exchanges(journal: Journal) -> tuple[ExchangeOutlook, ...]:
    if len(journal.spaces) == 1 and not journal.private.is_shared:
        return ()
    from .updates.exchange_outlook import exchange_outlooks

    return tuple(each for each in exchange_outlooks(journal) if each.says_something or each.circle.folder)


def _soon(actions: list[Entry], day: date) -> list[Entry]:
    """Those that are due within two weeks, and those that have no day."""
    return [each for each in actions if not each.line("due") or date.fromisoformat(each.line("due")) - day <= _SOON]


def _clocks(journal: Journal, meetings: list[Entry]) -> dict[str, tuple[Clock, ...]]:
    """The clocks that show another time than the journal's own."""
    found: dict[str, tuple[Clock, ...]] = {}
    for meeting in meetings:
        here = journal.entries.when_of(meeting)
        clocks = clocks_at(zones_of(journal, meeting.members("people")), here)
        found[meeting.id] = tuple(each for each in clocks if each.at.local.utcoffset() != here.local.utcoffset())
    return found


def _waiting(request: Entry) -> tuple[bool, str]:
    """Whoever asked oneself waits; then by the day by which it is needed."""
    return not request.line("source"), request.line("due") or "9999"


def _years_ago(journal: Journal, day: date) -> list[Entry]:
    found: list[Entry] = []
    for years in range(1, 6):
        try:
            then = day.replace(year=day.year - years)
        except ValueError:
            continue
        found += journal.entries.page(Selection(since=then, until=then), limit=2).entries
    return found[:_MOST]
