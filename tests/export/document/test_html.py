"""The page is one file that needs nothing, is put together soundly, and shows words as words."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest

from peerlog.export.document import Document, html
from peerlog.export.document.html_page import POLICY
from peerlog.export.document.model import Heading, Paragraph, Table, Text

from .samples import HOSTILE, NOTICE, SUMMARY, hostile, said

VOID = {"meta", "br", "hr", "wbr"}
KNOWN = {
    *("html", "head", "meta", "title", "style", "body", "main", "header", "footer", "h1", "h2", "h3", "h4", "h5", "p"),
    *(
        "dl",
        "div",
        "dt",
        "dd",
        "ul",
        "ol",
        "li",
        "blockquote",
        "pre",
        "code",
        "hr",
        "br",
        "wbr",
        "strong",
        "em",
        "a",
        "span",
    ),
    *("table", "caption", "thead", "tbody", "tr", "th", "td"),
}
ATTRIBUTES = {
    *("lang", "charset", "http-equiv", "content", "name", "dir", "class", "role", "start", "scope", "href", "rel"),
}


class Page(HTMLParser):
    """Every element with its attributes, and the text within `body` and within `title`; nesting is checked."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.open: list[str] = []
        self.said: list[str] = []
        self.title = ""
        self.style = ""
        self.feed(text)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        match self.open[-1:]:
            case ["title"]:
                self.title += data
            case ["style"]:
                self.style += data
            case _:
                self.said.append(data)

    def handle_comment(self, data: str) -> None:
        raise AssertionError(f"a comment: {data}")

    def values(self, tag: str, name: str) -> list[str]:
        return [attributes[name] for element, attributes in self.elements if element == tag and name in attributes]


def squeezed(text: str) -> str:
    """Without blanks, and without the soft hyphens of a PDF that shows where a word was broken."""
    return "".join(text.split()).replace("\xad", "")


def assert_says(text: str, pieces: list[str]) -> None:
    """Each piece stands in the text after the one before, blanks and line ends aside."""
    text, at = squeezed(text), 0
    for piece in pieces:
        found = text.find(squeezed(piece), at)
        assert found >= 0, (piece, text[at : at + 200])
        at = found + len(squeezed(piece))


def test_the_page_says_what_the_document_says() -> None:
    page = Page(html(SUMMARY))
    assert page.title == SUMMARY.title
    assert_says("".join(page.said), said(SUMMARY))


def test_the_same_document_is_the_same_page() -> None:
    assert html(SUMMARY) == html(SUMMARY)


@pytest.mark.parametrize("words", HOSTILE)
def test_words_are_never_markup(words: str) -> None:
    document = hostile(words)
    page = Page(html(document))
    assert_says("".join(page.said), said(document))
    assert page.title == document.title
    assert {tag for tag, _ in page.elements} <= KNOWN
    assert {name for _, attributes in page.elements for name in attributes} <= ATTRIBUTES
    assert {address.partition(":")[0] for address in page.values("a", "href")} == {"https"}


@pytest.mark.parametrize("document", [SUMMARY, *map(hostile, HOSTILE)], ids=lambda document: document.title[:12])
def test_the_page_loads_nothing(document: Document) -> None:
    page = Page(html(document))
    assert POLICY in page.values("meta", "content")
    assert [tag for tag, attributes in page.elements if {"src", "srcset", "style", "ping"} & set(attributes)] == []
    assert page.style.count("{") == page.style.count("}")
    assert not re.search(r"url\(|@import|@font-face|image-set|//", page.style)


def test_the_notice_is_on_top_and_on_every_printed_page() -> None:
    page = html(Document("T", (), notice='Quote " and </style> é'))
    assert page.index("Quote &quot; and &lt;/style&gt; é") < page.index("</header>")
    (margin,) = re.findall(r'@bottom-left \{ content: "([^"]*)"', page)
    assert "".join(chr(int(code, 16)) for code in re.findall(r"\\([0-9a-f]+) ", margin)) == 'Quote " and </style> é'
    assert NOTICE not in page
    assert 'role="note"' not in html(Document("T", ()))


def test_a_reader_of_the_screen_finds_their_way() -> None:
    page = Page(html(SUMMARY))
    assert ("html", {"lang": "en-GB"}) in page.elements
    tags = [tag for tag, _ in page.elements]
    assert (tags.count("main"), tags.count("h1")) == (1, 1)
    assert [tag for tag in tags if re.fullmatch("h[1-6]", tag)] == ["h1", "h2", "h3", "h3"]
    assert page.values("th", "scope") == ["col"] * 3


def test_a_table_with_a_caption_and_without_a_head() -> None:
    cell = (Text("x"),)
    page = html(Document("T", (Table((), ((cell,),), "Hours"), Table((cell, ()), ()))))
    assert '<caption dir="auto">Hours</caption>\n<tbody>\n<tr><td class="short" dir="auto">x</td></tr>' in page
    assert '<th scope="col" class="short" dir="auto">x</th><td class="short" dir="auto"></td>' in page


def test_an_empty_document_is_a_page() -> None:
    assert Page(html(Document("", ()))).title == "Untitled"
    assert '<p dir="auto"></p>' in html(Document("T", (Heading(1, ()), Paragraph(()))))
