"""A signed copy: an agreed text with everything that shows, to somebody who has no journal, that all have signed it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ..crypto import sshsig
from . import copy_layout
from .how_to_check import Maker, how_to_check
from .paper import Paper
from .signature_names import ENDING, signature_names
from .statement import ConsentStatement


@dataclass(frozen=True, slots=True)
class Renderings:
    """The text made to be read: a web page in UTF-8, and a PDF. Nobody signs these."""

    page: bytes
    pdf: bytes


def signed_copy(
    statement: ConsentStatement,
    content: bytes,
    papers: Mapping[str, Paper],
    renderings: Renderings,
    signed_at: Mapping[str, str],
    maker: Maker,
) -> dict[str, bytes]:
    """The files by name. `content` are the bytes that were signed for, `papers` the signatures by member id.

    `signed_at` are the UTC stamps that the members claim. Raises `ValueError` for what is not signed by all, for
    another text, and for papers about something else.
    """
    if not statement.is_about(content):
        raise ValueError("the statement is about another text")
    if {each.member for each in statement.members} != papers.keys():
        raise ValueError("not every member's signature is there, or one of somebody else is")
    for each in statement.members:
        paper = papers[each.member]
        if paper.says.text != statement.text or paper.key not in each.keys or not paper.fits():
            raise ValueError("a signature is not good, or under something else")
    names = signature_names(statement)
    keys = {member: paper.key for member, paper in papers.items()}
    files = {
        copy_layout.TEXT: content,
        copy_layout.PAGE: renderings.page,
        copy_layout.PRINT: renderings.pdf,
        copy_layout.STATEMENT: statement.text,
        copy_layout.ALLOWED: copy_layout.allowed_signers(statement, keys),
        copy_layout.HOW_TO_CHECK: how_to_check(statement, keys, signed_at, maker).encode(),
    }
    for member, paper in papers.items():
        armored = sshsig.armored(paper.key, sshsig.CONSENT, paper.signature)
        files[names[member] + ENDING] = armored.encode("ascii")
    return {**files, copy_layout.SUMS: copy_layout.sums(files)}
