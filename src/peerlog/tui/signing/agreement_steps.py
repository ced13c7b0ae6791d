"""What is collected while an agreement is made: the answers of each step, and the fields that they make."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from ...domain.clause import PREFIX, Clause, ClauseSet
from ...domain.dates import say_day
from ...domain.entry import PRIVATE, Draft, Entry
from ...domain.field import Field, Shape, Value
from ...domain.kinds import AGREEMENT
from ...domain.months import months_after, months_between
from ...domain.problem import Problem
from ...domain.starting_clauses import parameters_of, review_months, set_for, starting_clauses
from ...domain.terms import CADENCE, HOURS, MONTHS, REPLY_DAYS
from ...domain.text import clean_line
from ...journal.agreements import clause_set
from ...journal.journal import Journal
from ...journal.people import known_people
from ...journal.typed import as_typed

_BY_NAME = {each.name: each for each in AGREEMENT.fields}
FOR_MONTHS = Field("months", "For how many months", Shape.NUMBER, least=1, most=600)
TERM_FIELDS = (_BY_NAME["starts"], FOR_MONTHS, _BY_NAME["cadence"], _BY_NAME["hours"], _BY_NAME["reply_days"])
"""What the step about time asks, in its order."""


@dataclass
class AgreementSteps:
    """The answers so far. `terms` are clean values of `TERM_FIELDS`; `clauses` the words by stored name, the kept ones.

    `reworded` names the clauses that somebody has changed or left out, which follow the terms no longer.
    `space` is where the agreement is kept, `with_whom` who else reads it there.
    """

    today: date
    known: tuple[str, ...]
    sets: Mapping[str, ClauseSet]
    people: str = ""
    focus: str = ""
    text: str = ""
    terms: dict[str, Value] = field(default_factory=dict)
    own_words: dict[str, str] = field(default_factory=dict)
    draft: str = field(default_factory=lambda: secrets.token_hex(16))
    space: str = PRIVATE
    with_whom: str = ""

    def __post_init__(self) -> None:
        start: dict[str, Value] = {"cadence": CADENCE, "hours": HOURS, "reply_days": REPLY_DAYS, "months": MONTHS}
        self.terms = {"starts": self.today.isoformat(), **start, **self.terms}

    @property
    def names(self) -> list[str]:
        return [name for each in self.people.split(",") if (name := clean_line(each))]

    @property
    def chosen(self) -> ClauseSet:
        """The set that suits so many people."""
        return self.sets[set_for(len(self.names))]

    @property
    def said(self) -> dict[str, Value | None]:
        """The terms as clauses repeat them."""
        return {**self.terms, "months": self._months, "review_months": review_months(self._months)}

    @property
    def _months(self) -> int:
        months = self.terms.get("months")
        return months if isinstance(months, int) else MONTHS

    @property
    def clauses(self) -> dict[str, str]:
        """The words of each clause of the set by stored name; empty for one that is left out."""
        return {**starting_clauses(self.chosen, self.said), **self._own}

    @property
    def _own(self) -> dict[str, str]:
        names = {PREFIX + each.name for each in self.chosen.clauses}
        return {name: words for name, words in self.own_words.items() if name in names}

    def clause(self, stored: str) -> Clause:
        return next(each for each in self.chosen.clauses if PREFIX + each.name == stored)

    def set_in(self, stored: str) -> dict[str, Value]:
        """What is set in a clause, as the terms have it."""
        return parameters_of(self.clause(stored), self.said)

    def reword(self, stored: str, words: str) -> None:
        """Keep a clause in these words, or leave it out for none; its starting words make it follow the terms again."""
        if words == starting_clauses(self.chosen, self.said)[stored]:
            self.own_words.pop(stored, None)
        else:
            self.own_words[stored] = words

    def fields(self) -> dict[str, object]:
        """What is to be saved; raises `Problem` for a time that lies too far ahead."""
        starts = date.fromisoformat(str(self.terms.get("starts") or self.today.isoformat()))
        months = self._months
        try:
            ends, review = months_after(starts, months), months_after(starts, review_months(months))
        except OverflowError:
            raise Problem("That lies beyond the year 9999.", "Name fewer months.") from None
        return {
            "people": self.names,
            "focus": self.focus,
            "text": self.text,
            "starts": starts,
            "ends": ends,
            "review": review if months > 1 else None,
            **{name: self.terms.get(name) for name in ("cadence", "hours", "reply_days")},
            "clauses": self.chosen.name,
            **{name: words for name, words in self.clauses.items() if words},
            "state": "draft",
        }

    def as_draft(self, journal_fields: Mapping[str, Field]) -> Draft:
        """The answers as the form takes them up again."""
        cleaned = {name: journal_fields[name].clean(value) for name, value in self.fields().items()}
        typed = {name: as_typed(journal_fields[name], value) for name, value in cleaned.items() if value is not None}
        return Draft(self.draft, AGREEMENT.name, typed, "", space=self.space, with_whom=self.with_whom)


def begin_steps(journal: Journal) -> AgreementSteps:
    """What the first step needs; raises `BadInput` when a set of clauses is missing."""
    sets = {name: clause_set(journal, name) for name in ("pair", "group")}
    return AgreementSteps(journal.time.today(), known_people(journal), sets)


def go_on_with_steps(journal: Journal, draft: Draft, form: Mapping[str, Field]) -> AgreementSteps | None:
    """The answers that a draft holds; None where it holds anything else, which only the form for all fields shows."""
    steps, typed = begin_steps(journal), draft.fields
    steps.draft = draft.id
    steps.space, steps.with_whom = draft.space, draft.with_whom
    steps.people, steps.focus, steps.text = (str(typed.get(name) or "") for name in ("people", "focus", "text"))
    try:
        steps.terms = _terms_in(typed)
        words = starting_clauses(steps.chosen, steps.said)
        for name in words:
            steps.reword(name, str(typed.get(name) or ""))
        kept = steps.as_draft(form).fields
    except Problem:
        return None
    return steps if kept == {name: value for name, value in typed.items() if value} else None


def _terms_in(typed: Mapping[str, object]) -> dict[str, Value]:
    """The step about time, as a draft has it; raises `Problem` for what cannot be understood."""
    read = {each.name: each.clean(typed.get(each.name)) for each in (*TERM_FIELDS, _BY_NAME["ends"])}
    terms = {name: value for name, value in read.items() if value is not None}
    starts, ends = terms.get("starts"), terms.pop("ends", None)
    if isinstance(starts, str) and isinstance(ends, str):
        terms["months"] = months_between(date.fromisoformat(starts), date.fromisoformat(ends))
    return terms


def keep_agreement(journal: Journal, steps: AgreementSteps) -> Entry:
    """Save what was collected; raises `Problem`."""
    return journal.entries.add(AGREEMENT.name, steps.fields(), draft=steps.draft, space=steps.space)


def say_until(steps: AgreementSteps) -> str:
    """The days that follow from what was typed."""
    try:
        fields = steps.fields()
    except Problem as problem:
        return f"{problem.message} {problem.hint}".strip()
    ends, review = fields["ends"], fields["review"]
    days = [f"Until {say_day(ends, steps.today)}" if isinstance(ends, date) else ""]
    days += [f"look at it together {say_day(review, steps.today)}"] if isinstance(review, date) else []
    return ", ".join(days)
