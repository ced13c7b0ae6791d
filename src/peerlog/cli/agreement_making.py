"""Making an agreement on the command line: by options, and asked step by step where somebody is there to answer."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, replace

import click

from ..domain.agreement_course import Move
from ..domain.clause import PREFIX
from ..domain.entry import Draft, Entry
from ..domain.kinds import AGREEMENT
from ..domain.kinds.agreement import CADENCES
from ..domain.problem import Problem
from ..domain.starting_clauses import set_for
from ..domain.terms import CADENCE, HOURS, MONTHS, REPLY_DAYS
from ..domain.text import brief, clean_line
from ..errors import BadInput
from ..journal.agreements import clause_set, move_agreement, new_clauses, new_terms
from ..journal.journal import Journal
from ..journal.people import known_people
from ..journal.typed import as_typed
from . import terminal
from .agreement_moves import day_given
from .asking import ask
from .given import require_words
from .sharing import space_given
from .uninterrupted import uninterrupted


@dataclass(frozen=True, slots=True)
class AgreementGiven:
    """What the options said; None for what was left out."""

    people: str | None = None
    focus: str | None = None
    starts: str | None = None
    months: int | None = None
    cadence: str | None = None
    hours: int | None = None
    reply_days: int | None = None
    chosen: str | None = None
    left_out: tuple[str, ...] = ()
    own_words: tuple[str, ...] = ()
    text: str | None = None
    begin: bool = False
    circle: str | None = None


def make_agreement(journal: Journal, given: AgreementGiven) -> Entry:
    """Keep a new agreement, asking for what it needs where --with is left out.

    Raises `Problem` or `BadInput`. Answers are kept as a draft until the agreement is saved.
    """
    if given.people is not None:
        require_words("--with", given.people)
        space = space_given(journal, given.circle)
        fields = _fields(journal, given)
        made = journal.entries.add(AGREEMENT.name, fields, space=space)
        return move_agreement(journal, made.id, Move.START) if given.begin else made
    if not terminal.can_ask():
        raise BadInput("There is no terminal to ask with whom.", "Add --with NAME.")
    return _Guide(journal, given).made()


def _fields(journal: Journal, given: AgreementGiven) -> dict[str, object]:
    people = _names(given.people or "")
    starts = day_given(journal, "--from", given.starts) or journal.time.today()
    months = given.months or MONTHS
    terms = new_terms(
        starts,
        months=months,
        cadence=given.cadence or CADENCE,
        hours=given.hours or HOURS,
        reply_days=given.reply_days or REPLY_DAYS,
    )
    fields: dict[str, object] = {"people": people, "focus": given.focus, "text": given.text, **terms}
    if given.chosen != "none":
        fields |= new_clauses(journal, people, terms, months, chosen=given.chosen or "")
    for name in given.left_out:
        fields.pop(_clause(fields, name))
    for pair in given.own_words:
        name, equals, words = pair.partition("=")
        if not equals:
            raise BadInput(f"“{brief(pair)}” is not a clause and its words.", "Write it as clause=words.")
        fields[_clause(fields, name)] = words
    return fields


def _clause(fields: dict[str, object], said: str) -> str:
    """The stored name of a clause; raises `BadInput` naming those that there are."""
    name = PREFIX + said.strip()
    if name not in fields:
        there = ", ".join(each.removeprefix(PREFIX) for each in fields if each.startswith(PREFIX))
        raise BadInput(f"There is no clause called “{brief(said)}” here.", f"Clauses: {there}." if there else "")
    return name


def _names(said: str) -> list[str]:
    return [name for each in said.split(",") if (name := clean_line(each))]


class _Guide:
    """Asks one thing after the other; each answer is kept at once."""

    def __init__(self, journal: Journal, given: AgreementGiven) -> None:
        self._journal = journal
        self._given = given
        self._draft = secrets.token_hex(16)
        self._is_kept = False

    def made(self) -> Entry:
        """The agreement; what was answered before somebody left in the middle is kept as unfinished."""
        try:
            return self._asked()
        except (click.Abort, KeyboardInterrupt):
            if self._is_kept:
                terminal.say("\nWhat you have answered is kept as unfinished: “peerlog drafts” lists it.")
            raise

    def _asked(self) -> Entry:
        given = self._given
        space = space_given(self._journal, given.circle)
        known = ", ".join(known_people(self._journal)[:6])
        terminal.say("Enter takes what stands in brackets. Everything can be changed later.")
        people = ask(f"With whom{f' (you know {known})' if known else ''}")
        given = replace(given, people=people)
        if people.strip():
            self._keep({"people": _names(people), "focus": given.focus})
        given = replace(given, focus=given.focus or ask("What for, in one sentence"))
        self._keep(_fields(self._journal, given))
        given = self._terms(given)
        fields = _fields(self._journal, given)
        self._keep(fields)
        fields = self._clauses(fields)
        fields["text"] = given.text or ask("Anything else you want to hold each other to")
        begin = given.begin or ask("Begin with it today? yes or no", "yes").strip().casefold() in ("yes", "y")
        made = self._journal.entries.add(AGREEMENT.name, fields, draft=self._draft, space=space)
        return move_agreement(self._journal, made.id, Move.START) if begin else made

    def _terms(self, given: AgreementGiven) -> AgreementGiven:
        months = given.months or _number("For how many months", MONTHS, 1, 600)
        cadence = given.cadence or _cadence()
        hours = given.hours or _number("Hours a month, each", HOURS, 1, 200)
        reply_days = given.reply_days or _number("Days to answer", REPLY_DAYS, 1, 90)
        return replace(given, months=months, cadence=cadence, hours=hours, reply_days=reply_days)

    def _clauses(self, fields: dict[str, object]) -> dict[str, object]:
        name = str(fields.get("clauses") or set_for(1))
        if "clauses" in fields:
            terminal.say("The clauses: Enter keeps one, “-” leaves it out, anything else is your own wording.")
        for clause in clause_set(self._journal, name).clauses if "clauses" in fields else ():
            stored = PREFIX + clause.name
            if stored not in fields:
                continue
            terminal.say(f"\n{clause.label}: {fields[stored]}")
            answer = ask("Keep it").strip()
            if answer == "-":
                del fields[stored]
            elif answer:
                fields[stored] = answer
            self._keep(fields)
        return fields

    def _keep(self, fields: dict[str, object]) -> None:
        form = self._journal.forms.form_of(AGREEMENT.name, fields)
        cleaned = {name: form[name].clean(value) for name, value in fields.items()}
        typed = {name: as_typed(form[name], value) for name, value in cleaned.items() if value is not None}
        with uninterrupted():
            self._journal.entries.keep_draft(Draft(self._draft, AGREEMENT.name, typed, self._journal.time.stamp()))
        self._is_kept = True


def _number(question: str, default: int, least: int, most: int) -> int:
    while True:
        said = ask(question, str(default)).strip()
        if said.isdecimal() and least <= int(said) <= most:
            return int(said)
        terminal.say(f"A whole number from {least} to {most}.")


def _cadence() -> str:
    field = next(each for each in AGREEMENT.fields if each.name == "cadence")
    while True:
        try:
            return str(field.clean(ask(f"How often ({', '.join(CADENCES)})", CADENCE)) or CADENCE)
        except Problem as problem:
            terminal.say(f"{problem.message} {problem.hint}")
