"""A signed copy of a long text, and how long it takes to make its pages and to check it from a cold start."""

from __future__ import annotations

import itertools
import os
import sys
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from bench import corpus, timing
from bench.timing import Taken
from peerlog.consent.copy_zip import write_zip
from peerlog.consent.how_to_check import Maker
from peerlog.consent.paper import sign_paper
from peerlog.consent.receipt import Renderings, signed_copy
from peerlog.consent.statement import Signer, content_of, write_statement
from peerlog.crypto.device_keys import public_key
from peerlog.crypto.key_ids import member_id
from peerlog.export.document import Document, from_markdown, html, pdf

PARAGRAPHS = 40
_DAY = date(2026, 11, 28)
_SEEDS = {"Kim": bytes(range(32)), "Sam": bytes(range(1, 33))}


@dataclass(frozen=True, slots=True)
class Copied:
    """Milliseconds to make the page and the PDF, and what the command takes for the folder and for the zip file."""

    words: int
    page: float
    pdf: float
    folder: Taken
    zipped: Taken


def measure(folder: Path) -> Copied:
    """Make a copy in `folder` when it is not there yet, and check it in processes of their own."""
    folder.mkdir(parents=True, exist_ok=True)
    paragraphs = [each.text for each in itertools.islice(corpus.journal(PARAGRAPHS), PARAGRAPHS)]
    text = "\n\n".join(["# Summary 3", *paragraphs])
    document = Document("Summary 3", from_markdown(text)[1:], "en-GB", tuple(_SEEDS), notice="Not the signed text.")
    files = _copy(text, Renderings(html(document).encode(), pdf(document, date=_DAY)))
    (folder / "copy").mkdir(exist_ok=True)
    for name, content in files.items():
        (folder / "copy" / name).write_bytes(content)
    (folder / "copy.zip").write_bytes(write_zip(files, "copy"))
    return Copied(
        len(text.split()),
        timing.in_process(lambda: html(document)),
        timing.in_process(lambda: pdf(document, date=_DAY), runs=5),
        timing.median_of(lambda: _verify(folder / "copy")),
        timing.median_of(lambda: _verify(folder / "copy.zip")),
    )


def _verify(path: Path) -> Taken:
    return timing.run([sys.executable, "-m", "peerlog", "summary", "verify", str(path)], os.environ)


def _copy(text: str, renderings: Renderings) -> dict[str, bytes]:
    keys = {name: public_key(seed) for name, seed in _SEEDS.items()}
    content = content_of(text)
    statement = write_statement(
        space="0" * 32,
        circle="Kim and Sam",
        members=tuple(Signer(name, member_id(key), (key,)) for name, key in keys.items()),
        document="0" * 64,
        kind="summary",
        number=3,
        revision=1,
        title="Summary 3",
        purpose="our record of this time",
        release=tuple(keys),
        answer_by=_DAY,
        at="2026-11-28T09:00:00Z",
        content=content,
    )
    papers = {each.member: sign_paper(statement, _SEEDS[each.name], each.keys[0]) for each in statement.members}
    said = {each.member: f"{each.name} handed in this key." for each in statement.members}
    stamps = {each.member: statement.at for each in statement.members}
    return signed_copy(statement, content, papers, renderings, stamps, Maker("Kim", _DAY, said))
