"""What the page of a joint summary shows: it reads like the document, and says above it how it stands."""

from __future__ import annotations

from datetime import date

from textual.content import Content

from ...domain.entry import Entry
from ...domain.said_names import listed
from ...domain.summary import SECTIONS, Section
from ...domain.summary.days import said_span
from ...journal.agreeing.texts_to_agree import TextToAgree
from ...journal.circle.circles import read_circle
from ...journal.joint_summary.summaries import contributions_to, period_of
from ...journal.joint_summary.summary_standing import summary_standing
from ...journal.journal import Journal
from ..signing.signed_rows import TEXT
from ..widgets.line import LABEL_WIDTH, Line, labelled
from ..widgets.list_pane import Contents
from ..widgets.passage import Passage, in_rows
from ..widgets.plain import plain_line
from ..widgets.rows import row
from ..widgets.when import in_passing
from .summary_words import say_standing

SECTION, ABOUT = "section:", "about:"
"""How the ids of rows begin that stand for a section, and for title and period."""


def summary_page(journal: Journal, summary: Entry) -> Contents:
    """Title, period and people, each section with its text, then each one's own words."""
    stands = summary_standing(journal, summary)
    title = summary.title or f"Summary {summary.number('number') or 1}"
    shown = Contents(_titled(title, _words_in(journal, summary)), journal.time.today(), journal.time.zone)
    shown.about = Content("\n").join(say_standing(journal, stands))
    if stands.text:
        shown.options.append(row(_version(stands.text, shown.day), TEXT + stands.text.id))
    shown.gap()
    shown.options.append(row(_who_and_when(journal, summary), ABOUT))
    for section in SECTIONS:
        _section(shown, summary, section)
    _in_their_words(shown, journal, summary)
    return shown


def section_at(option_id: str | None) -> str:
    """The name of the section whose row this is; empty for every other row."""
    return option_id.split(":")[1] if option_id and option_id.startswith(SECTION) else ""


def _titled(title: str, words: int) -> Content:
    count = f"   {words:,} words" if words != 1 else "   1 word"
    return Content.assemble(plain_line(title).stylize("bold"), (count, "$quiet"))


def _words_in(journal: Journal, summary: Entry) -> int:
    own = sum(count_words(each.text) for each in contributions_to(journal, summary))
    return own + sum(count_words(summary.line(section.name)) for section in SECTIONS)


def count_words(text: str) -> int:
    """How many words a text has, as far as spaces tell."""
    return len(text.split())


def _who_and_when(journal: Journal, summary: Entry) -> Content:
    members = read_circle(journal.spaces[summary.space]).members
    names = sorted((each.name for each in members if not each.left), key=str.casefold)
    since, until = period_of(journal, summary)
    return plain_line(f"{listed(names)}, {said_span(since, until)}")


def _version(text: TextToAgree, today: date) -> Line:
    """The row that leads to the text itself; how it stands is said above it."""
    if text.waits_for_me:
        return labelled(f"Version {text.revision}", "for you to sign", f"by {in_passing(text.answer_by, today)}")
    said = "as all of you signed it" if text.is_agreed else "as it was put forward"
    return labelled(f"Version {text.revision}", said, "Enter reads it")


def _section(shown: Contents, summary: Entry, section: Section) -> None:
    text = summary.line(section.name)
    id_ = f"{SECTION}{section.name}:"
    if not text.strip():
        label, about = Content(section.label).stylize("$quiet"), Content("left out").stylize("$quiet")
        shown.gap()
        shown.options.append(row(Line(label, about, label_width=max(LABEL_WIDTH, len(section.label))), f"{id_}0"))
        return
    shown.gap()
    right = Content(f"{count_words(text):,}").stylize("$quiet")
    _passages(shown, text, id_, Content(section.label).stylize("bold"), right)


def _passages(shown: Contents, text: str, id_: str, head: Content, right: Content) -> None:
    """Rows of a text under its heading, which goes with the first of them."""
    number = 0
    for paragraph in in_rows(text):
        if number:
            shown.gap()
        for part in paragraph:
            said = Passage(part) if number else Passage(part, head, right)
            shown.options.append(row(said, f"{id_}{number}"))
            number += 1


def _in_their_words(shown: Contents, journal: Journal, summary: Entry) -> None:
    """What each has contributed. Its rows stand for it, so that it can be opened and deleted."""
    has_mine = False
    for words in contributions_to(journal, summary):
        author = journal.entries.author_of(words)
        has_mine = has_mine or author.is_me
        whose = "In your own words" if author.is_me else f"In {author.name or 'somebody'}'s words"
        before = len(shown.options)
        right = Content(f"{count_words(words.text):,}").stylize("$quiet")
        shown.gap()
        _passages(shown, words.text, f"words:{words.id}:", plain_line(whose).stylize("bold"), right)
        shown.things.update({each.id: words for each in shown.options[before:] if each.id})
    if not has_mine:
        shown.gap()
        shown.read(Content.assemble(("a", "bold $accent"), (" says something in your own words", "$quiet")))
