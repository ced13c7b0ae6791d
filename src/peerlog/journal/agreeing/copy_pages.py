"""An agreed text, or a draft, as a web page and a PDF that one hands in: made to be read, and signed by nobody."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from ...domain.dates import written_out
from ...domain.said_names import listed
from ...domain.text import clean_line

if TYPE_CHECKING:
    from ...consent.receipt import Renderings
    from ...export.document.model import Blocks
    from .agreed_documents import Document
    from .texts_to_agree import TextToAgree

LANGUAGE = "en-GB"
DRAFT = "DRAFT. Nobody has signed this."


def pages_of(text: TextToAgree, replaced: str = "") -> Renderings:
    """The pages of an agreed text; `replaced` says in a sentence that there is a later version, if so."""
    from ...consent.how_to_check import signed_on
    from ...consent.receipt import Renderings
    from ...export.document import Document as Page
    from ...export.document import html, pdf

    statement = text.asked.statement
    names = [each.name for each in statement.members]
    title, body = _parts(text.title, text.text)
    page = Page(
        title=title,
        body=body,
        lang=LANGUAGE,
        authors=tuple(names),
        about=(
            ("Version", str(text.revision)),
            ("Signed by", signed_on(statement, text.asked.signed_at)),
            ("For", text.purpose),
            ("May have it", listed(text.release)),
        ),
        notice=f"A rendering to be read, not the signed text: that is the file summary.md. {replaced}".rstrip(),
        closing=_how_it_was_signed(text),
    )
    last = max(text.asked.signed_at[each.member] for each in statement.members)
    return Renderings(html(page).encode(), pdf(page, date=date.fromisoformat(last[:10])))


def pages_of_draft(document: Document, on: date) -> Renderings:
    """The pages of a draft, each of them marked as one."""
    from ...consent.receipt import Renderings
    from ...export.document import Document as Page
    from ...export.document import html, pdf

    title, body = _parts(document.title, document.text)
    page = Page(title, body, LANGUAGE, about=(("As it stood on", written_out(on)),), notice=DRAFT)
    return Renderings(html(page).encode(), pdf(page, date=on))


def _parts(title: str, text: str) -> tuple[str, Blocks]:
    """The title and what stands under it: a first heading is the title."""
    from ...export.document import from_markdown
    from ...export.document.model import Heading, words_of

    blocks = from_markdown(text)
    if blocks and isinstance(blocks[0], Heading) and blocks[0].level == 1:
        return clean_line(words_of(blocks[0].runs)) or title, raised(blocks[1:])
    return title, raised(blocks)


def raised(blocks: Blocks) -> Blocks:
    """The highest headings under a title are of the first level, all of them alike."""
    from ...export.document.model import Heading

    up = min((each.level for each in blocks if isinstance(each, Heading)), default=1) - 1
    return tuple(Heading(each.level - up, each.runs) if isinstance(each, Heading) else each for each in blocks)


def _how_it_was_signed(text: TextToAgree) -> Blocks:
    from ...export.document.model import CodeText, Paragraph, Text

    digest = text.asked.statement.digest.hex()
    who = listed([each.name for each in text.asked.statement.members])
    return (
        Paragraph(
            (
                Text(f"{who} signed the file summary.md of “{text.name}”, which lies beside this one. Its SHA-256 is "),
                CodeText(digest[:32]),
                Text(" "),
                CodeText(digest[32:]),
                Text(
                    ". What you are reading shows the same text; it was not signed itself, and the days are what each"
                ),
                Text(" of them says. VERIFY.txt says what the signatures prove, and how anybody can check them."),
            )
        ),
    )
