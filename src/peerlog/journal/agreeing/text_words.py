"""Texts to agree in the words of the screen: where one stands, and what each of its members has said."""

from __future__ import annotations

from datetime import date

from ...domain.dates import say_day, written_out
from ...domain.kinds import THANKS
from ...domain.moment import Moment
from ...domain.said_names import listed
from ...domain.text import clean_line
from ..journal import Journal
from .answer_reasons import reasons_given
from .texts_to_agree import MemberSaid, TextToAgree


def where_it_stands(journal: Journal, text: TextToAgree) -> str:
    """`waits for you and Sam`, `agreed on 3 June 2026`, `void because …`: as it follows its name in a line."""
    if text.state == "open":
        return f"waits for {waits_words(text)}"
    if text.state == "declined":
        return f"declined: {listed(_who(text, 'declined'))} said no"
    if text.state == "void":
        return f"void because {text.void}"
    verb = "signed" if text.kind == THANKS.name else "agreed"
    agreed = f"{verb} on {written_out(agreed_on(journal, text))}"
    if text.state == "withdrawn":
        return f"{agreed}, withdrawn by {listed(_who(text, 'withdrew'))}"
    return f"{agreed}, and a later version since" if text.state == "superseded" else agreed


def waits_words(text: TextToAgree) -> str:
    """Who has been asked and has not answered: `you and Sam`."""
    return listed(_who(text, "asked"))


def agreed_on(journal: Journal, text: TextToAgree) -> date:
    """The day of the last signature, as those who signed claim it; an agreed text has one of each."""
    return day_of(journal, max(text.asked.signed_at.values()))


def what_each_said(journal: Journal, text: TextToAgree) -> list[tuple[str, str]]:
    """(`you` or a name, `signed on 3 June 2026`) of every member, in the order of their seats, with their reasons."""
    reasons = reasons_given(journal, text)
    found = []
    for each in text.members:
        said, reason = _said(journal, text, each), clean_line(reasons.get(each.id, ""))
        found.append(("you" if each.is_me else each.name, f"{said}: “{reason}”" if reason else said))
    return found


def day_of(journal: Journal, stamp: str) -> date:
    """The day of a UTC stamp on the journal's own clock."""
    return Moment.parse(stamp).in_zone(journal.time.zone).day


def answer_by_words(journal: Journal, text: TextToAgree) -> str:
    """The day to answer by, and that it has passed where it has."""
    day = say_day(text.answer_by, journal.time.today())
    return f"{day} (that day has passed)" if journal.time.today() > text.answer_by else day


def _said(journal: Journal, text: TextToAgree, member: MemberSaid) -> str:
    day = f" on {written_out(day_of(journal, member.at))}" if member.at else ""
    if member.said == "signed":
        return f"signed{day}"
    if member.said == "declined":
        return f"said no{day}"
    if member.said == "withdrew":
        return f"signed, and withdrew it{day}"
    return "asked, not signed yet" if text.state == "open" else "did not sign"


def _who(text: TextToAgree, said: str) -> list[str]:
    names = [each.name for each in text.members if each.said == said and not each.is_me]
    return ["you", *names] if any(each.is_me and each.said == said for each in text.members) else names
