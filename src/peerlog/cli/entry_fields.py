"""The options that `add` and `edit` share, and the fields that they give."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

import click

from ..domain.dates import parse_moment
from ..domain.kinds import PAGE, kind_named
from ..domain.minutes import parse_minutes
from ..domain.text import brief
from ..errors import BadInput
from ..journal.journal import Journal
from .field_values import fields_given
from .given import require_one, require_words, tag_given

F = TypeVar("F", bound=Callable[..., Any])

_OPTIONS = (
    click.option("--title", help="A title; without one, lists show the first words."),
    click.option("--tag", "tags", multiple=True, metavar="TAG", help="A tag; repeatable. #words in the text count."),
    click.option(
        "--date", "--when", "date", metavar="DATE", help='When it was, such as yesterday, "fri 14:30" or 2026-11-17.'
    ),
    click.option("--minutes", metavar="N", help="How long it took: 35, 1h30 or 1:30."),
    click.option("--goal", "goals", multiple=True, metavar="ID", help="Link it to this goal; repeatable."),
    click.option(
        "--set", "settings", multiple=True, metavar="NAME=VALUE", help="A field of its kind; repeatable. Empty: none."
    ),
)


def field_options(function: F) -> F:
    """Give a command --title, --tag, --date, --minutes, --goal and --set."""
    for option in reversed(_OPTIONS):
        function = option(function)
    return function


def details_options(function: F) -> F:
    """Give a command --title, --tag, --date, --minutes and --goal."""
    for option in reversed(_OPTIONS[:-1]):
        function = option(function)
    return function


@dataclass(frozen=True, slots=True)
class Given:
    """What the options said about an entry's fields."""

    title: str | None
    tags: tuple[str, ...]
    date: str | None
    minutes: str | None
    goals: tuple[str, ...]
    settings: tuple[str, ...]

    def __bool__(self) -> bool:
        return any(value not in (None, ()) for value in (self.title, self.tags, self.date, self.minutes)) or bool(
            self.goals or self.settings
        )

    @property
    def template(self) -> str:
        """The page template that `--set template=…` names."""
        return next((each.partition("=")[2].strip() for each in self.settings if each.startswith("template=")), "")

    def fields(
        self, journal: Journal, kind: str, template: str, tags: tuple[str, ...] = (), links: tuple[str, ...] = ()
    ) -> dict[str, object]:
        """The fields they give to an entry that has `tags` and `links` already; raises `BadInput` or `Problem`."""
        if kind == PAGE.name and self.template:
            require_template(journal, self.template)
        fields = fields_given(journal, kind, template, self.settings)
        for name, option, value in (
            ("title", "--title", self.title),
            ("when", "--date", self.date),
            ("minutes", "--minutes", self.minutes),
        ):
            require_one((option, value is not None), (f"--set {name}=…", name in fields))
        if self.title is not None:
            fields["title"] = self.title
        if self.date is not None:
            require_words("--date", self.date)
            fields["when"] = parse_moment(self.date, journal.time.moment())
        if self.minutes is not None:
            fields["minutes"] = (
                parse_minutes(self.minutes, kind_named(kind).minutes.most) if self.minutes.strip() else None
            )
        if self.tags:
            given = [tag_given("--tag", each) for each in self.tags]
            fields["tags"] = [*_members(fields, "tags", tags), *given]
        if self.goals:
            fields["links"] = [*_members(fields, "links", links), *(_goal(journal, goal) for goal in self.goals)]
        return fields


def require_template(journal: Journal, template: str) -> None:
    """Raise `BadInput`, with the names that there are, unless `template` is that of a page template."""
    templates = journal.forms.templates
    if template not in templates:
        said = f"There is no page template called “{brief(template)}”." if template else "A page follows a template."
        raise BadInput(said, f"Add --set template=NAME. Templates: {', '.join(sorted(templates))}.")


def _goal(journal: Journal, id_: str) -> str:
    from ..journal.goal.goals import require_goal

    return require_goal(journal, journal.entries.resolve(id_).id).id


def _members(fields: dict[str, object], name: str, before: tuple[str, ...]) -> list[str]:
    value = fields.get(name, before)
    if isinstance(value, str):
        return value.replace(",", " ").split()
    return [str(each) for each in value] if isinstance(value, (list, tuple)) else []
