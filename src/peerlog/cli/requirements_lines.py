"""What bodies ask for, in lines to be read: the facts, how sure they are, and where they come from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING

from ..domain.dates import written_out
from ..domain.scheme.amounts_said import say_amount
from ..domain.scheme.period_rule import PeriodKind
from ..domain.scheme.scheme import NOT_AFFILIATED
from ..domain.scheme.vocabulary import CATEGORIES, CONTACTS, HAND_IN, SIGNATURES
from ..journal.cpd.words import say_who
from . import terminal
from .layout import cut
from .terminal import Bold

if TYPE_CHECKING:
    from datetime import date

    from ..domain.scheme.cosign_rule import CosignRule
    from ..domain.scheme.period_rule import PeriodRule
    from ..domain.scheme.record_part import RecordField, RecordPart
    from ..domain.scheme.requirement import Counts, Requirement
    from ..domain.scheme.scheme import Scheme
    from ..domain.scheme.value_list import ValueList
    from ..domain.scheme.version import Version

_UNSURE = "not confirmed"


def write_list(schemes: Iterable[Scheme], today: date) -> None:
    """One line each: name, label, what it is; and whether the facts of today were confirmed."""
    found = list(schemes)
    widest = max(len(each.name) for each in found)
    for each in found:
        unsure = "" if each.at(today).confirmed else f" ({_UNSURE})"
        said = f"{each.label}{unsure}: {each.about}"
        said = cut(said, terminal.columns() - widest - 2) if terminal.is_shown() else said
        terminal.put(f"{each.name:{widest}}  ", said)
    terminal.say("peerlog is not affiliated with any of these bodies. Their own rules decide.")


def write_scheme(scheme: Scheme, today: date, *, everything: bool = False) -> None:
    """One body's requirements as they are today; with `everything` also those before and after, the newest first."""
    terminal.put(Bold(scheme.label), f" · {scheme.name}")
    terminal.put_words(scheme.about)
    if scheme.body:
        terminal.put_words(f"{scheme.body}. {NOT_AFFILIATED}")
    if scheme.variants:
        terminal.put_words("For: ", ", ".join(f"{each.label} ({each.name})" for each in scheme.variants))
    now = scheme.at(today)
    others = [version for version in reversed(scheme.versions) if version is not now]
    for version in (now, *(others if everything else ())):
        terminal.put()
        _write_version(scheme, version)
    if others and not everything:
        terminal.put()
        for version in others:
            sure = "confirmed" if version.confirmed else _UNSURE
            said = f"{_in_force(version)}: others, checked on {written_out(version.checked)}, {sure}."
            terminal.put_words(f"{said} {version.note}".rstrip())
        terminal.say("--all shows what these ask for, too.")


def _write_version(scheme: Scheme, version: Version) -> None:
    terminal.put(Bold(_in_force(version)))
    terminal.put_words(f"Checked on {written_out(version.checked)}: {'confirmed' if version.confirmed else _UNSURE}.")
    if version.note:
        terminal.put_words(version.note)
    terminal.put_words(_period(version.period))
    terminal.put_words(_hand_in(version))
    if version.gaps.note or version.gaps.explain_after_months:
        months = version.gaps.explain_after_months
        explained = f"Gaps of {months} months or more are to be explained." if months else ""
        terminal.put_words(f"{explained} {version.gaps.note}".strip())
    if version.keep.months or version.keep.note:
        kept = f"Keep it for {version.keep.months} months after its period." if version.keep.months else ""
        terminal.put_words(f"{kept} {version.keep.note}".strip())
    if version.disclosure.note:
        terminal.put_words(version.disclosure.note)
    _write_all("It asks for", [line for each in version.requirements for line in _requirement(scheme, each)])
    _write_all("Another person's part", [line for each in version.cosigns for line in _cosign(each)])
    _write_all("Lists to choose from", [_value_list(each) for each in version.lists])
    _write_all("What is handed in", [line for each in version.parts for line in _part(scheme, each)])
    _write_all("Sources", [*version.sources, *version.disclosure.sources])


def _write_all(heading: str, lines: list[str]) -> None:
    if lines:
        terminal.put()
        terminal.put_words(f"{heading}:")
    for line in lines:
        terminal.put_words("  ", line)


def _in_force(version: Version) -> str:
    since = f"from {written_out(version.starts)}" if version.starts else ""
    until = f"until {written_out(version.until)}" if version.until else ""
    return f"In force {' '.join(each for each in (since, until) if each) or 'at any time'}"


def _period(rule: PeriodRule) -> str:
    if rule.kind is PeriodKind.ROLLING:
        return f"Period: the last {rule.months} months, always up to today. It is never due."
    if rule.kind is PeriodKind.FIXED:
        said = f"every {rule.months} months"
        if rule.begins:
            said += f" from {written_out(rule.begins) if 12 % rule.months else f'{rule.begins.day} {rule.begins:%B}'}"
    else:
        said = f"{rule.months} months {'up to' if rule.kind is PeriodKind.RENEWAL else 'from'} a day of your own"
    asks = f" ({rule.asks})" if rule.asks else ""
    return f"Period: {said}{asks}. Due {_due(rule)}."


def _due(rule: PeriodRule) -> str:
    if rule.due:
        month, day = rule.due
        return f"on {day:02}-{month:02} (day and month) within it"
    if rule.due_days:
        return f"{abs(rule.due_days)} days {'after' if rule.due_days > 0 else 'before'} its last day"
    return "on its last day"


def _hand_in(version: Version) -> str:
    hand_in = version.hand_in
    asked = ", if you are asked to" if hand_in.asked else ""
    where = f", {hand_in.where}" if hand_in.where else ""
    return f"Handed in {HAND_IN[hand_in.how]}{where}{asked}. {hand_in.note}".strip()


def _requirement(scheme: Scheme, requirement: Requirement) -> Iterator[str]:
    said = f"{requirement.label} ({requirement.name}): {_amount(requirement)}"
    if requirement.each_months:
        said += f", every {requirement.each_months} months"
    if requirement.of:
        said += f"; a part of {requirement.of}"
    if requirement.only:
        said += f"; for {', '.join(requirement.only)}"
    yield said + ("; advised" if requirement.advised else "") + ("" if requirement.confirmed else f"; {_UNSURE}")
    if counts := list(_counts(scheme, requirement.counts)):
        yield f"  What counts: {'; '.join(counts)}"
    if requirement.note:
        yield f"  {requirement.note}"


def _amount(requirement: Requirement) -> str:
    if coverage := requirement.coverage:
        over = coverage.over if coverage.over in ("types", "categories") else coverage.over.partition(".")[2]
        return f"at least {say_amount(requirement.unit, coverage.least)} in each of {coverage.among} {over}"
    unit = requirement.unit
    bounds = (("at least", requirement.least), ("at most", requirement.most), ("counted up to", requirement.cap))
    return ", ".join(f"{words} {say_amount(unit, amount)}" for words, amount in bounds if amount is not None)


def _counts(scheme: Scheme, counts: Counts) -> Iterator[str]:
    if counts.types:
        yield f"types {', '.join(sorted(counts.types))}"
    if counts.categories:
        yield ", ".join(CATEGORIES[each] for each in sorted(counts.categories))
    if counts.except_categories:
        yield f"not {', '.join(CATEGORIES[each] for each in sorted(counts.except_categories))}"
    for name, values in counts.marked:
        yield f"{name.removeprefix(f'{scheme.name}.')}: {', '.join(sorted(values))}"
    for said, no, yes in (
        (counts.participatory, "alone", "with others"),
        (counts.planned, "unplanned", "planned"),
        (counts.evidence, "without a file", "with a file kept as evidence"),
    ):
        if said is not None:
            yield yes if said else no
    if counts.with_fields:
        yield f"with {', '.join(sorted(counts.with_fields))} filled in"
    if counts.cosign:
        yield f"with another person's part: {counts.cosign}"


def _cosign(rule: CosignRule) -> Iterator[str]:
    times = f", {rule.times} times" if rule.times > 1 else ""
    under = f"under the whole record{times}" if rule.whole_record else ""
    more = "; ".join(filter(None, (under, "advised" if rule.advised else "", "" if rule.confirmed else _UNSURE)))
    yield f"{say_who(rule)}{f' ({more})' if more else ''}"
    asked = ", ".join(CONTACTS[each] for each in rule.contact)
    yield f"  {SIGNATURES[rule.form]}{f'; to be said: {asked}' if asked else ''}"
    if rule.summary_only:
        yield "  What was said stays out of the record; only what came of it goes in."
    if rule.note:
        yield f"  {rule.note}"


def _value_list(each: ValueList) -> str:
    values = "; ".join(each.values) if each.values else f"paste it once, from {each.where or 'the body'}"
    number = f" ({each.expects})" if each.expects else ""
    return f"{each.label}, {each.name}{number}: {values}"


def _part(scheme: Scheme, part: RecordPart) -> Iterator[str]:
    holds = {
        "items": "for each activity",
        "accounts": "for each account",
        "statement": "one for the whole record",
        "peer": "what somebody else says",
    }[part.holds]
    yield f"{part.label}: {holds}{f', at most {part.most_words:,} words' if part.most_words else ''}"
    for field in part.fields:
        yield f"  {scheme.name}.{field.name}: {_field(field)}"


def _field(field: RecordField) -> str:
    limits = (
        (field.least_words, f"at least {field.least_words} words"),
        (field.most_words, f"at most {field.most_words} words"),
        (field.most_characters, f"at most {field.most_characters} characters"),
    )
    said = [field.label, *(words for amount, words in limits if amount), "" if field.required else "if you like"]
    return ", ".join(each for each in (*said, "" if field.confirmed else _UNSURE) if each)
