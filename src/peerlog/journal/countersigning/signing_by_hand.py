"""Signing by hand: a page to print, and the scan of it, which is kept and never called verified."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from ...domain.countersigning import DETAILS, Meaning, details_asked
from ...domain.dates import written_out
from ...domain.entry import Entry
from ...domain.kept_file import KeptFile
from ...domain.kinds import COUNTERSIGNATURE
from ...domain.slug import slug
from ...domain.text import clean_line
from ...errors import BadInput
from ..exporting import remember_copy, warnings_about
from ..journal import Journal
from .asking_to_sign import cut_item, place_for, require_item
from .countersignatures import ASKED, Countersigned, countersignatures_of, read_countersigned
from .item_text import item_title

_LANGUAGE = "en-GB"
_ENDINGS = (".pdf", ".html")
_ALWAYS = ("Signature", "Date of signing")
_CONTACT = "May be contacted about this (please ring one): yes / no"
_LINE = 56


@dataclass(frozen=True, slots=True)
class Page:
    """A page to sign by hand, with what is on it; `fields` are those of the countersignature that notes it."""

    entry: Entry
    meaning: Meaning
    to: str
    title: str
    text: str
    asked_by: str
    details: tuple[str, ...]
    drawn_from: str

    @property
    def file_name(self) -> str:
        return f"to-sign-{slug(self.title, 40) or 'item'}.pdf"


@dataclass(frozen=True, slots=True)
class PageWritten:
    path: Path
    warnings: tuple[str, ...]


def to_print(
    journal: Journal,
    entry_id: str,
    meaning: Meaning,
    to: str = "",
    *,
    text: str | None = None,
    only: tuple[str, ...] = (),
    details: tuple[str, ...] = (),
) -> Page:
    """What would stand on the page; the arguments are those of `asking_to_sign.to_ask`. Raises as it does."""
    entry = require_item(journal, journal.entries.get(entry_id))
    cut, drawn_from = cut_item(journal, entry, text, only)
    labels = tuple(DETAILS[name].called for name in details_asked(meaning, details))
    by = clean_line(journal.profile.name)
    return Page(entry, meaning, clean_line(to), item_title(entry), cut, by, labels, drawn_from)


def write_page(journal: Journal, page: Page, target: Path) -> PageWritten:
    """Write it as PDF or HTML, as the ending says, and note that it was made: both or neither.

    Raises `BadInput` for another ending, `Refused` for a place that is taken.
    """
    from ...vault.files import create_new

    target = place_for(target, page.file_name)
    if target.suffix.lower() not in _ENDINGS:
        raise BadInput(f"A page ends in {' or '.join(_ENDINGS)}.", "Give the file such a name.")
    made = _rendered(page, journal, as_pdf=target.suffix.lower() == ".pdf")
    with journal.writing(page.entry.id):
        if not any(_is_same(each, page) for each in countersignatures_of(journal, page.entry.id)):
            journal.entries.add(
                COUNTERSIGNATURE.name,
                {
                    "parent": page.entry.id,
                    "title": clean_line(f"{page.to}: {page.meaning.label}" if page.to else page.meaning.label),
                    "meaning": page.meaning.name,
                    "to": page.to,
                    "content": page.text,
                    "drawn_from": page.drawn_from,
                },
            )
        create_new(target, made)
    remember_copy(journal, target, 1)
    return PageWritten(target, tuple(warnings_about(target)))


def keep_scan(journal: Journal, entry_id: str, meaning: Meaning, file: Path, who: str = "") -> Countersigned:
    """Keep the scan of a signed page with the entry, in what was noted when the page was made, if it was made here.

    Nothing in it is checked. Raises `Refused` for a file that cannot be kept.
    """
    from ..evidence import keep

    with journal.writing(entry_id):
        entry = require_item(journal, journal.entries.get(entry_id))
        kept: KeptFile = keep(journal, entry.id, file)[0]
        waiting = [
            each
            for each in countersignatures_of(journal, entry.id)
            if each.state == ASKED and each.request is None and each.meaning == meaning
        ]
        fields = {"scan": kept.id, "state": "on-paper", "signer": clean_line(who)}
        if waiting:
            found = journal.entries.change(waiting[-1].id, {k: v for k, v in fields.items() if v})
        else:
            name = clean_line(f"{who}: {meaning.label}" if who else meaning.label)
            found = journal.entries.add(
                COUNTERSIGNATURE.name, {"parent": entry.id, "title": name, "meaning": meaning.name, **fields}
            )
        return read_countersigned(journal, found)


def _is_same(one: Countersigned, page: Page) -> bool:
    is_page = one.state == ASKED and one.request is None
    return is_page and (one.meaning, one.to, one.text) == (page.meaning, page.to, page.text)


def _rendered(page: Page, journal: Journal, *, as_pdf: bool) -> bytes:
    from ...export.document import Document, from_markdown, html, pdf
    from ...export.document.model import Heading, Paragraph, Rule, Strong, Text, words_of
    from ..agreeing.copy_pages import raised

    body = from_markdown(page.text)
    title = page.title
    if body and isinstance(body[0], Heading) and body[0].level == 1:
        title, body = words_of(body[0].runs) or title, body[1:]
    today = journal.time.today()
    asked = (("Asked by", page.asked_by),) if page.asked_by else ()
    document = Document(
        title=title,
        body=(
            *raised(body),
            Rule(),
            Paragraph((Strong((Text(page.meaning.sentence),)),)),
            Paragraph((Text(page.meaning.is_not),)),
            *(Paragraph((Text(_line(label)),)) for label in (*page.details, *_ALWAYS)),
            Paragraph((Text(_CONTACT),)),
        ),
        lang=_LANGUAGE,
        about=((("To be signed by", page.to),) if page.to else ()) + asked,
        notice=f"A page to be signed by hand, made on {written_out(today)}.",
    )
    return pdf(document, date=today) if as_pdf else html(document).encode()


def _line(label: str) -> str:
    return f"{label}: {'_' * max(12, _LINE - len(label))}"
