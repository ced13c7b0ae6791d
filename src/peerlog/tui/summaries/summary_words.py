"""Where a joint summary stands, in the words at the top of its page."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from textual.content import Content

from ...domain.said_names import listed
from ...journal.agreeing.text_words import agreed_on, day_of, waits_words
from ...journal.agreeing.texts_to_agree import TextToAgree
from ...journal.joint_summary.summary_standing import SummaryStanding
from ...journal.journal import Journal
from ..reading.filter_words import short_day
from ..signing.signing_words import said_by
from ..widgets.plain import plain

_AGAIN = (("F", "bold $accent"), " puts it forward again.")


def say_standing(journal: Journal, stands: SummaryStanding) -> list[Content]:
    """The state in a sentence or two; under it what each of them has said."""
    text, today = stands.text, journal.time.today()
    if text is None:
        draft = Content.assemble("Draft. Nothing is signed.   ", ("F", "bold $accent"), (" puts it forward", "$quiet"))
        return [draft]
    return [*_sentences(journal, stands, text, today), Content("   ").join(said_by(text))]


def _sentences(journal: Journal, stands: SummaryStanding, text: TextToAgree, today: date) -> Iterator[Content]:
    version = f"version {text.revision}"
    if text.is_agreed:
        yield plain(f"Agreed on {short_day(agreed_on(journal, text), today)}.").stylize("$success")
        if stands.is_edited:
            what, has = _edited(stands, "has", "have")
            said = f"{what[:1].upper()}{what[1:]} {has} changed since; what was agreed stays as it is. "
            yield Content.assemble(plain(said), *_AGAIN)
    elif text.state == "declined":
        names = [each.name for each in text.members if each.said == "declined" and not each.is_me]
        said = f"{listed(names) or 'You'} said no to {version}. Change it together; then "
        yield Content.assemble(plain(said), *_AGAIN)
    elif text.void:
        why = f"since {_who_edited(stands)}" if stands.is_edited else f"because {text.void}"
        yield Content.assemble(plain(f"{version.capitalize()} is void {why}. ").stylize("$warning"), *_AGAIN)
    else:
        by = "you" if text.me and text.proposer == text.me.name else text.proposer
        on = short_day(day_of(journal, text.proposed), today)
        yield plain(f"Put forward by {by} on {on}: {version} waits for {waits_words(text)}.").stylize("bold")


def _who_edited(stands: SummaryStanding) -> str:
    """`Kim edited “Decisions”`; that it was edited, where nobody knows who did."""
    what, was = _edited(stands, "was", "were")
    return f"{listed(stands.editors)} edited {what}" if stands.editors else f"{what} {was} edited"


def _edited(stands: SummaryStanding, one: str, several: str) -> tuple[str, str]:
    """`“Focus” and “Decisions”`, with the verb that goes with it; the draft, where it cannot be said what in it."""
    names = [f"“{each}”" for each in stands.edited]
    return (listed(names), one if len(names) == 1 else several) if names else ("the draft", one)
