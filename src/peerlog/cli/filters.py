"""Options that narrow a listing down."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any, TypeVar, cast

import click

from ..domain.dates import parse_day
from ..domain.kinds import kind_named
from ..domain.selection import Selection
from ..journal.journal import Journal
from . import completing
from .given import require_words, tag_given
from .json_option import json_option
from .sharing import space_given, with_whom

F = TypeVar("F", bound=Callable[..., Any])

_FILTERS = (
    click.option(
        "--kind",
        "kinds",
        multiple=True,
        metavar="KIND",
        shell_complete=completing.kinds,
        help="Only this kind; repeat it for more kinds.",
    ),
    click.option("--tag", "tags", multiple=True, metavar="TAG", help="Only with this tag; repeated: with all of them."),
    click.option("--since", metavar="DATE", help="From this day on, such as 2026-11-17, “17 Nov”, yesterday or -2w."),
    click.option("--until", metavar="DATE", help="Up to this day, and with it."),
)
_LENGTH = click.option(
    "--limit",
    type=click.IntRange(min=0),
    callback=lambda _, __, limit: min(limit, _MOST),
    default=20,
    show_default=True,
    metavar="N",
    help="The newest N; 0 for all.",
)
_MOST = 1_000_000_000
"""What a larger --limit comes to: more entries than any journal holds, and a number that every counter takes."""


@dataclass(frozen=True, slots=True)
class Filters:
    """What the options said, not yet read: a relative date needs the journal's own day."""

    kinds: tuple[str, ...]
    tags: tuple[str, ...]
    since: str | None
    until: str | None
    circle: str | None = None
    private: bool = False

    @property
    def are_given(self) -> bool:
        return any((self.kinds, self.tags, self.since, self.until, self.circle, self.private))

    def selection(self, journal: Journal, *, deleted: bool = False) -> Selection:
        """Raises `Problem` for an unknown kind or date, and `BadInput` for a filter that says nothing."""
        today = journal.time.today()
        for option, said in (("--since", self.since), ("--until", self.until)):
            if said is not None:
                require_words(option, said)
        return Selection(
            kinds=frozenset(kind_named(kind).name for kind in self.kinds),
            tags=frozenset(tag_given("--tag", each) for each in self.tags),
            since=parse_day(self.since, today) if self.since is not None else None,
            until=parse_day(self.until, today) if self.until is not None else None,
            deleted=deleted,
            space=space_given(journal, self.circle, private=self.private),
        )


def filtered(function: F) -> F:
    """Give a command --kind, --tag, --since, --until, --circle and --private, which it gets as its `filters`."""

    @wraps(function)
    def gathered(
        *given: Any,
        kinds: tuple[str, ...],
        tags: tuple[str, ...],
        since: str | None,
        until: str | None,
        circle: str | None,
        private: bool,
        **named: Any,
    ) -> Any:
        return function(*given, filters=Filters(kinds, tags, since, until, circle, private), **named)

    gathered = with_whom(gathered)
    for option in reversed(_FILTERS):
        gathered = option(gathered)
    return cast("F", gathered)


def listing(function: F) -> F:
    """Give a command the filters, --limit and --json."""
    return filtered(_LENGTH(json_option(function)))
