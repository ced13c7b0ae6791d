"""A document as one web page that needs nothing else: no script, no font, no picture, no address that is loaded."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from html import escape
from importlib.resources import files

from .html_blocks import html_of
from .model import Document
from .outline import outlined

POLICY = "default-src 'none'; style-src 'unsafe-inline'"
"""What the page allows itself: its own style and nothing else."""


def html(document: Document) -> str:
    """The page, HTML5 in UTF-8, for screens light and dark and for paper."""
    document = outlined(document)
    return "\n".join([*_head(document), *_body(document), ""])


def _head(document: Document) -> Iterable[str]:
    yield "<!doctype html>"
    yield f'<html lang="{document.lang}">'
    yield "<head>"
    yield '<meta charset="utf-8">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield '<meta name="color-scheme" content="light dark">'
    yield '<meta name="referrer" content="no-referrer">'
    yield from (f'<meta name="author" content="{escape(author)}">' for author in document.authors)
    yield f"<title>{escape(document.title)}</title>"
    yield f"<style>\n{_style()}{_page_margins(document.notice)}</style>"
    yield "</head>"


def _body(document: Document) -> Iterable[str]:
    yield "<body>"
    yield "<main>"
    yield "<header>"
    yield f'<h1 dir="auto">{escape(document.title)}</h1>'
    if document.notice:
        yield f'<p class="notice" role="note" dir="auto">{escape(document.notice)}</p>'
    if document.about:
        yield '<dl class="about">'
        yield from (
            f'<div><dt dir="auto">{escape(name)}</dt><dd dir="auto">{escape(value)}</dd></div>'
            for name, value in document.about
        )
        yield "</dl>"
    yield "</header>"
    yield from map(html_of, document.body)
    if document.closing:
        yield '<footer class="closing">'
        yield from map(html_of, document.closing)
        yield "</footer>"
    yield "</main>"
    yield "</body>"
    yield "</html>"


@cache
def _style() -> str:
    return files(__package__).joinpath("page.css").read_text(encoding="utf-8")


def _page_margins(notice: str) -> str:
    """The notice in the margin of each printed page; every character in an escape, so that none can end the string."""
    said = "".join(f"\\{ord(character):x} " for character in notice)
    return f'@page {{ @bottom-left {{ content: "{said}"; }} }}\n' if notice else ""
