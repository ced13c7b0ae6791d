"""A word in every private place, and a look for it in everything that leaves, in whatever spelling."""

from __future__ import annotations

import gzip
import lzma
import zlib
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from tests.exchange.crew import Trio, quick_folder
from tests.exchange.forging import opened
from tests.exchange.meeting import CARD, Peer, people
from tests.privacy.canary import spellings

from peerlog.domain.entry import PRIVATE, Draft
from peerlog.domain.field import Shape
from peerlog.domain.kinds import KINDS
from peerlog.domain.kinds.kind import Kind
from peerlog.errors import Refused
from peerlog.journal.circle.circles import circle_named, create_circle
from peerlog.journal.first_meeting.meeting_partners import (
    accept_answer,
    answer_invitation,
    make_invitation,
    take_acceptance,
)
from peerlog.journal.shared.sharing import copy, prepare_copy
from peerlog.journal.updates.exchanging import preview, send, use_folder
from peerlog.vault.changes import Changes
from peerlog.vault.kept_files import KeptFiles
from peerlog.vault.space import Space

PRIVATE_WORD = "gallimaufry-quincunx"
SOFTENED_WORD = "obstreperous-blatherskite"
SHARED_WORD = "halcyon-millrace"
_WRITTEN = (Shape.LINE, Shape.PROSE)
_LISTED = (Shape.NAMES, Shape.TAGS)


def every_field(kind: Kind, word: str) -> dict[str, object]:
    """Fields that hold the word wherever this kind takes words."""
    written: dict[str, object] = {}
    for name, field in kind.all_fields.items():
        if field.shape in _WRITTEN:
            written[name] = word
        elif field.shape in _LISTED:
            written[name] = (word,)
    return written


def compressed(data: bytes) -> Iterator[bytes]:
    """What parts of the data hold that look compressed."""
    begins = {b"\x1f\x8b": 31, b"\xfd7zXZ": 0, b"\x78\x01": 15, b"\x78\x5e": 15, b"\x78\x9c": 15, b"\x78\xda": 15}
    for magic, form in begins.items():
        start = data.find(magic)
        while start >= 0:
            with suppress(zlib.error, lzma.LZMAError):
                unpack = zlib.decompressobj(form).decompress if form else lzma.LZMADecompressor().decompress
                yield unpack(data[start:], 1 << 20)
            start = data.find(magic, start + 1)


def traces(data: bytes, word: str) -> list[str]:
    """The spellings of the word that are in the data, plainly or compressed."""
    whole = [data, *compressed(data)]
    spelt = spellings(word) | {"UTF-16, the other way": word.encode("utf-16-be")}
    return [name for each in whole for name, how in spelt.items() if how in each]


def test_the_search_finds_what_is_hidden() -> None:
    word = SHARED_WORD.encode()
    for hidden in (
        word,
        zlib.compress(word),
        gzip.compress(word),
        lzma.compress(word),
        word[::-1],
        word.hex().encode(),
    ):
        assert traces(b"before" + hidden + b"after", SHARED_WORD)
    assert traces(b"\xff" + SHARED_WORD.encode("utf-16-be"), SHARED_WORD)
    assert not traces(b"nothing of it", SHARED_WORD)


@pytest.fixture(scope="module")
def left(empty_vault: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Everything that left two journals full of private words, raw and as its readers have it."""
    folder = tmp_path_factory.mktemp("folder")
    with (
        TemporaryDirectory(dir=quick_folder()) as homes,
        people(empty_vault, Path(homes) / "homes", "Kim", "Sam") as (kim, sam),
    ):
        for each in (kim, sam):
            fill(each)
        found = meet_in_three_files(kim, sam)
        for each in (kim, sam):
            each.space = each.journal.spaces[circle_named(each.journal).space]
            use_folder(each.journal, circle_named(each.journal), folder)
            share(each)
        for _ in range(4):
            for sender, reader in ((kim, sam), (sam, kim)):
                send(sender.journal, preview(sender.journal, circle_named(sender.journal)), again=True)
                for path in sorted(folder.iterdir()):
                    found[path.name] = path.name.encode() + path.read_bytes()
                    update = opened(path.read_bytes(), kim, sam)
                    found[f"{path.name}, opened"] = update.text + update.signature + update.body
                    reader.receive(path.read_bytes())
    return found


def fill(peer: Peer) -> None:
    """A private journal with the word in every field of every kind, in versions, in the trash, in drafts."""
    entries = peer.journal.entries
    goal = ""
    for kind in KINDS.values():
        fields = every_field(kind, PRIVATE_WORD)
        if kind.is_part and goal:
            fields["parent"] = goal
        made = entries.add(kind.name, fields, space=PRIVATE)
        goal = goal or made.id
    note = entries.add("note", {"text": PRIVATE_WORD}).id
    entries.change(note, {"text": "No more"})
    entries.delete(entries.add("note", {"text": PRIVATE_WORD}).id)
    entries.keep_draft(Draft("private", "note", {"text": PRIVATE_WORD}, peer.now))
    keep_file(peer, note, peer.journal.private)
    peer.journal.private.set_value("canary", PRIVATE_WORD)


def keep_file(peer: Peer, entry: str, space: Space) -> None:
    """A file with the word in its name and in its content."""
    content = [PRIVATE_WORD.encode(), PRIVATE_WORD.encode() * 99]
    KeptFiles(space).keep(entry, f"{PRIVATE_WORD}.txt", "text/plain", content, peer.now)


def meet_in_three_files(kim: Peer, sam: Peer) -> dict[str, bytes]:
    invitation = make_invitation(kim.journal, create_circle(kim.journal, "Chairing", 2, "Chair well", CARD))
    answer = answer_invitation(sam.journal, invitation.file, CARD)
    acceptance, _ = accept_answer(kim.journal, answer.file)
    take_acceptance(sam.journal, acceptance.file)
    return {"invitation": invitation.file, "answer": answer.file, "acceptance": acceptance.file}


def share(peer: Peer) -> None:
    """Softened before it leaves; copied without the parts that stay; a draft beside it."""
    entries = peer.journal.entries
    note = peer.write("note", title=SHARED_WORD, text=SOFTENED_WORD)
    peer.change(note, text=f"{SHARED_WORD}, said more kindly")
    keep_file(peer, note, peer.space)
    entries.delete(peer.write("note", text=SOFTENED_WORD))
    secret = entries.add("goal", {"title": SHARED_WORD, "why": PRIVATE_WORD, "tags": (PRIVATE_WORD,)})
    copy(peer.journal, prepare_copy(peer.journal, secret.id, circle_named(peer.journal), only=("title",)))
    entries.keep_draft(Draft("shared", "note", {"text": PRIVATE_WORD}, peer.now, space=peer.space.name))


def test_nothing_private_is_in_anything_that_left(left: dict[str, bytes]) -> None:
    told = [f"{name}: {how}" for name, data in left.items() for how in traces(data, PRIVATE_WORD)]
    assert not told
    assert len([name for name in left if name.endswith("opened")]) == 8


def test_words_that_were_softened_or_thrown_away_before_it_left_are_in_nothing(left: dict[str, bytes]) -> None:
    assert not [f"{name}: {how}" for name, data in left.items() for how in traces(data, SOFTENED_WORD)]


def test_what_was_shared_is_in_it_and_readable_for_nobody_else(left: dict[str, bytes]) -> None:
    opened_ones = {name: data for name, data in left.items() if name.endswith("opened")}
    assert any(traces(data, SHARED_WORD) for data in opened_ones.values())
    assert not [name for name, data in left.items() if name not in opened_ones and traces(data, SHARED_WORD)]


def test_sqlite_itself_refuses_whoever_reads_more_while_an_update_is_written(
    trio: Trio, monkeypatch: pytest.MonkeyPatch
) -> None:
    kim = trio[0]
    kim.write("note", text="Something")
    honest = Changes.stored

    def reading_also(table: str) -> Callable[[Changes, list[int]], object]:
        def stored(self: Changes, numbers: list[int]) -> object:
            self._space.rows(f"SELECT * FROM {table}")
            return honest(self, numbers)

        return stored

    for table in ("entry", "version", "draft", "search", "touched", "forgotten", "kept_file", "kept_chunk"):
        with monkeypatch.context() as patch:
            patch.setattr(Changes, "stored", reading_also(table))
            with pytest.raises(Refused, match="may not be read while an update is made"):
                kim.send()
    assert kim.send()
