"""docs/format.md says of signed copies what is done with them."""

from __future__ import annotations

import json
import re
from pathlib import Path

from tests.consent.golden_copies import kept
from tests.docs.test_format import DOC, section

from peerlog.consent.copy_layout import LARGEST, LARGEST_SIGNATURE
from peerlog.consent.paper import PAPER_BYTES
from peerlog.consent.statement import KINDS, MOST_KEYS, MOST_LINE, MOST_RELEASED, STATEMENT_BYTES
from peerlog.crypto import sshsig

UNITS = {"KiB": 1 << 10, "MiB": 1 << 20}


def test_every_file_of_a_copy_is_named_with_its_limit() -> None:
    limits: dict[str, int] = {}
    for names, most, unit in re.findall(
        r"^\| (`.*?`) \| ([\d, ]+) (KiB|MiB) \|", section("Signed copies"), re.MULTILINE
    ):
        for name, number in zip(re.findall(r"`(.*?)`", names), most.split(","), strict=True):
            limits[name] = int(number) * UNITS[unit]
    assert limits == {**LARGEST, "<name>.sig": LARGEST_SIGNATURE}


def test_every_member_of_a_statement_is_named() -> None:
    said = section("Texts to agree")
    named = set(re.findall(r"`(\w+)`", "".join(re.findall(r"^\| (`.*?) \|", said, re.MULTILINE))))
    assert named == {*json.loads(kept("two")["statement.json"]), "replaces"}
    assert all(f"`{kind}`" in said for kind in KINDS)
    numbers = (STATEMENT_BYTES, PAPER_BYTES, MOST_KEYS, MOST_LINE, MOST_RELEASED)
    assert all(f"{number:,}" in said for number in numbers)


def test_every_namespace_is_named() -> None:
    named = set(re.findall(r"^\| `(\w+@peerlog\.v1)` \|", section("Signatures"), re.MULTILINE))
    assert named == {sshsig.CHANGE, sshsig.BUNDLE, sshsig.ROSTER, sshsig.MEETING, sshsig.CONSENT}
    assert "not in use yet" not in DOC


def test_what_checks_one_is_named() -> None:
    assert "peerlog summary verify" in (Path(__file__).parents[2] / "docs" / "guide" / "signing.md").read_text(
        encoding="utf-8"
    )
