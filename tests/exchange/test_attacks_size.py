"""Updates that are made to cost time or memory: refused before they do."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from typing import Any

import pytest
from tests.exchange.crew import Trio
from tests.exchange.forging import composed, forged, lines, locked, stated
from tests.exchange.meeting import Peer
from tests.reliability.running import ROOT

from peerlog.exchange.keys import device_in_use
from peerlog.history.limits import BUNDLE_BYTES
from peerlog.history.statement import Retire

MEMORY = 200 * 1000 * 1000
MEMORY_TAKEN_IN = 300 * 1000 * 1000
"""For what is no attack but the most that an update may hold, all of it in the widest characters."""
SECONDS = 2.0
ROOM = BUNDLE_BYTES - 64 * 1024


def note(kim: Peer) -> bytes:
    return composed(kim).change.text + b"\n"


def values(pairs: int) -> bytes:
    """What stands beside a change, with so many values of one letter."""
    return (
        b'{"signature":"'
        + b"A" * 86
        + b'","values":{'
        + b",".join(b'"v%d":["",""]' % n for n in range(pairs))
        + b"}}\n"
    )


def many_statements(kim: Peer) -> list[list[str]]:
    made = [stated(kim, Retire(f"{number:021}A", None)) for number in range(600)]
    return made


def large_words(kim: Peer) -> bytes:
    """As many of the largest values as an update has room for, one of their characters beyond the first plane."""
    body, seed = b"", device_in_use(kim.space).seed
    for seq in range(700, 760):
        text = "x" * 260_000 + "\U0001f600"
        body += lines(composed(kim, seq=seq, nonce=None, element_key=b"", sets={"text": (text, ())}), seed)
    return body


HOSTILE: dict[str, tuple[Callable[[Peer, Peer], bytes], str | None]] = {
    "a million edits": (lambda kim, ada: forged(kim, ada, {"changes": 10**6}), "holds 1,000,000 edits"),
    "a million lines": (lambda kim, ada: forged(kim, ada, {"changes": 10_000}, b"\n" * ROOM), "made wrongly"),
    "a million values": (lambda kim, ada: forged(kim, ada, body=note(kim) + values(900_000)), "made wrongly"),
    "thousands of values in hundreds of lines": (
        lambda kim, ada: forged(kim, ada, body=(note(kim) + values(3_500)) * 200),
        "made wrongly",
    ),
    "deep values": (
        lambda kim, ada: forged(kim, ada, body=note(kim) + b'{"signature":' + b"[" * (ROOM // 2) + b"\n"),
        "made wrongly",
    ),
    "deep claims": (lambda kim, ada: locked([ada], b'{"v":' * 50_000 + b"\n{}\n"), "holds no update"),
    "a huge manifest": (lambda kim, ada: locked([ada], b'{"v":1,"x":"' + b"x" * ROOM + b'"}\n{}\n'), "holds no update"),
    "a manifest of statements": (lambda kim, ada: forged(kim, ada, {"roster": many_statements(kim)}), None),
    "a manifest of names": (
        lambda kim, ada: forged(kim, ada, {"to": [f"{number:022}" for number in range(10_000)]}),
        "made for somebody else",
    ),
    "the largest words": (lambda kim, ada: forged(kim, ada, body=large_words(kim)), None),
    "an update of spaces": (lambda kim, ada: locked([ada], b" " * BUNDLE_BYTES), "holds no update"),
}


@pytest.fixture(scope="module")
def costs(unchanged: Trio, tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, Any]]:
    """What each of them came to in a process of its own, with which nothing else shares its memory."""
    kim, _, ada = unchanged
    folder = tmp_path_factory.mktemp("hostile")
    for name, (make, _) in HOSTILE.items():
        (folder / name).write_bytes(make(kim, ada))
    homes = ada.journal.home.data.parent
    files = [str(folder / name) for name in HOSTILE]
    done = subprocess.run(
        [sys.executable, "-m", "tests.exchange.one_by_one", str(homes), "Ada", *files],
        cwd=ROOT,
        capture_output=True,
        check=False,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    return {each["name"]: each for each in json.loads(done.stdout)}


@pytest.mark.parametrize("name", HOSTILE)
def test_each_is_refused_before_it_costs_much(costs: dict[str, dict[str, Any]], name: str) -> None:
    _, sentence = HOSTILE[name]
    cost = costs[name]
    if sentence is None:
        assert cost["said"] is None
        assert cost["peak"] < MEMORY_TAKEN_IN
    else:
        assert cost["peak"] < MEMORY
        assert sentence in cost["said"]
        assert cost["status"] in (1, 4)
    assert cost["took"] < SECONDS
