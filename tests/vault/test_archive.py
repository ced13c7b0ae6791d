"""A backup's file: exactly the headers that were written, or it is refused."""

from __future__ import annotations

import io
import os
import tarfile
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.vault.vaults import CIRCLE, SECRET, add_circle, seal

from peerlog.errors import Damaged, NewerFormat, PeerlogError, Refused
from peerlog.vault.archive import Archive, Member, extract, header, opened, read_archive
from peerlog.vault.backup import make_backup
from peerlog.vault.keyfile import KeyFile
from peerlog.vault.vault import Vault

KEYS = KeyFile("ab" * 16, 1, (seal(SECRET, "ab" * 16),)).to_bytes()
SPACE = os.urandom(8192)

Change = Callable[[tarfile.TarInfo], None]


def tar(*members: tuple[str, bytes], change: Change = lambda info: None, form: int = tarfile.USTAR_FORMAT) -> bytes:
    """A tar file; `change` is applied to the header of the last member."""
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w", format=form) as file:
        for name, data in members:
            info = header(name, len(data))
            if (name, data) == members[-1]:
                change(info)
            file.addfile(info, io.BytesIO(data))
    return out.getvalue()


def read(path: Path, data: bytes) -> Archive:
    path.write_bytes(data)
    with opened(path) as file:
        return read_archive(file, path)


WHOLE = (("vault.json", KEYS), ("gen-1/private.db", SPACE), ("gen-1/circles/ab12.db", SPACE))


def test_what_is_written_is_read(tmp_path: Path) -> None:
    archive = read(tmp_path / "b.tar", tar(*WHOLE))
    assert archive.keys.to_bytes() == KEYS
    assert list(archive.spaces) == ["private", "ab12"]
    with opened(tmp_path / "b.tar") as file:
        extract(file, archive.spaces["ab12"], tmp_path / "out")
    assert (tmp_path / "out").read_bytes() == SPACE


def test_a_backup_is_a_tar_for_other_programs_and_tells_nothing_of_the_machine(tmp_path: Path, vault: Vault) -> None:
    add_circle(vault)
    with tarfile.open(make_backup(vault, tmp_path / "b.tar"), "r:") as file:
        found = [(each.name, each.mode, each.uid, each.gid, each.uname, each.gname, each.mtime) for each in file]
    names = ["vault.json", "gen-1/private.db", f"gen-1/circles/{CIRCLE}.db"]
    assert found == [(name, 0o600, 0, 0, "", "", 0) for name in names]


def typed(kind: bytes, target: str = "") -> Change:
    def change(info: tarfile.TarInfo) -> None:
        info.type, info.linkname = kind, target

    return change


def with_(**values: object) -> Change:
    def change(info: tarfile.TarInfo) -> None:
        for name, value in values.items():
            setattr(info, name, value)

    return change


HOSTILE = {
    "symbolic link": tar(*WHOLE[:2], ("gen-1/circles/ab12.db", b""), change=typed(tarfile.SYMTYPE, "/etc/passwd")),
    "hard link": tar(*WHOLE[:2], ("gen-1/circles/ab12.db", b""), change=typed(tarfile.LNKTYPE, "vault.json")),
    "device": tar(*WHOLE[:2], ("gen-1/circles/ab12.db", b""), change=typed(tarfile.CHRTYPE)),
    "folder": tar(*WHOLE[:2], ("gen-1/circles/ab12.db", b""), change=typed(tarfile.DIRTYPE)),
    "pipe": tar(*WHOLE[:2], ("gen-1/circles/ab12.db", b""), change=typed(tarfile.FIFOTYPE)),
    "sparse": tar(*WHOLE[:2], ("gen-1/circles/ab12.db", b""), change=typed(tarfile.GNUTYPE_SPARSE)),
    "contiguous": tar(*WHOLE, change=typed(tarfile.CONTTYPE)),
    "parent": tar(*WHOLE, ("gen-1/circles/../../../x.db", SPACE)),
    "absolute": tar(*WHOLE, ("/tmp/x.db", SPACE)),
    "other name": tar(*WHOLE, ("notes.txt", SPACE)),
    "hidden": tar(*WHOLE, ("gen-1/circles/.x.db", SPACE)),
    "other generation": tar(*WHOLE, ("gen-2/circles/cd.db", SPACE)),
    "generation of the key file": tar(WHOLE[0], ("gen-2/private.db", SPACE)),
    "no private space": tar(WHOLE[0], ("gen-1/circles/ab12.db", SPACE)),
    "no space": tar(WHOLE[0]),
    "twice": tar(*WHOLE, ("gen-1/private.db", SPACE)),
    "key file twice": tar(*WHOLE, ("vault.json", KEYS)),
    "another mode": tar(*WHOLE, change=with_(mode=0o4755)),
    "another owner": tar(*WHOLE, change=with_(uid=1000)),
    "another time": tar(*WHOLE, change=with_(mtime=1)),
    "long name": tar(*WHOLE, ("gen-1/circles/" + "a" * 200 + ".db", SPACE), form=tarfile.GNU_FORMAT),
    "pax header": tar(*WHOLE, change=with_(pax_headers={"path": "../x"}), form=tarfile.PAX_FORMAT),
    "no end": tar(*WHOLE)[:-10240],
    "cut": tar(*WHOLE)[:-12000],
    "more at the end": tar(*WHOLE) + bytes(512),
    "another after the end": tar(*WHOLE) + tar(*WHOLE),
    "key file broken": tar(("vault.json", KEYS[:-9] + b"x" + KEYS[-8:]), *WHOLE[1:]),
    "key file long": tar(("vault.json", KEYS + b" " * 70_000), *WHOLE[1:]),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_what_peerlog_would_not_write_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(Damaged):
        read(tmp_path / "b.tar", HOSTILE[name])


@pytest.mark.parametrize(
    "data",
    [b"", b"x" * 600, bytes(10240), tar(("photo.jpg", SPACE)), tar(*WHOLE[1:]), b"\x1f\x8b" + os.urandom(2000), KEYS],
    ids=["empty", "text", "zeros", "another tar", "no key file", "compressed", "key file"],
)
def test_what_is_no_backup_is_said_to_be_none(tmp_path: Path, data: bytes) -> None:
    with pytest.raises(Refused, match="is not a backup"):
        read(tmp_path / "b.tar", data)


def test_a_size_beyond_the_file_is_not_believed(tmp_path: Path) -> None:
    data = bytearray(tar(*WHOLE))
    at = data.rindex(b"gen-1/circles/ab12.db")
    block = header("gen-1/circles/ab12.db", 5 * 1024**3).tobuf(tarfile.USTAR_FORMAT, "ascii", "strict")
    data[at : at + 512] = block
    with pytest.raises(Damaged):
        read(tmp_path / "b.tar", bytes(data))


def test_a_size_beyond_the_format_is_not_believed(tmp_path: Path) -> None:
    data = bytearray(tar(*WHOLE))
    info = header("gen-1/circles/ab12.db", 1 << 62)
    at = data.rindex(b"gen-1/circles/ab12.db")
    data[at : at + 512] = info.tobuf(tarfile.GNU_FORMAT, "ascii", "strict")
    with pytest.raises(Damaged):
        read(tmp_path / "b.tar", bytes(data))


def test_every_flipped_byte_of_headers_and_filling_is_noticed(tmp_path: Path) -> None:
    small = (("vault.json", KEYS), ("gen-1/private.db", b"a space"))
    whole = tar(*small)
    content = {at for _, data in small for start in [whole.index(data)] for at in range(start, start + len(data))}
    path = tmp_path / "b.tar"
    path.write_bytes(whole)
    with open(path, "r+b") as file:

        def put(at: int, byte: int) -> None:
            file.seek(at)
            file.write(bytes([byte]))

        for at in range(len(whole)):
            if at in content and at >= whole.index(b"a space"):
                continue  # the space's own bytes are checked when it is opened
            put(at, whole[at] ^ 0x20)
            with pytest.raises((Damaged, Refused)):
                read_archive(file, path)
            put(at, whole[at])
        read_archive(file, path)


def test_a_newer_key_file_is_named(tmp_path: Path) -> None:
    import hashlib
    import json

    members = {name: value for name, value in json.loads(KEYS).items() if name != "checksum"} | {"version": 2}
    canonical = json.dumps(members, sort_keys=True, separators=(",", ":")).encode()
    newer = json.dumps(
        members | {"checksum": hashlib.sha256(canonical).hexdigest()}, sort_keys=True, separators=(",", ":")
    )
    with pytest.raises(NewerFormat, match="newer peerlog"):
        read(tmp_path / "b.tar", tar(("vault.json", newer.encode() + b"\n"), *WHOLE[1:]))


def test_a_pipe_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    if not hasattr(os, "mkfifo"):
        pytest.skip("there are no named pipes here")
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(PeerlogError, match="not a regular file"), opened(tmp_path / "pipe"):
        pass


def test_a_file_that_shrinks_is_noticed(tmp_path: Path) -> None:
    (tmp_path / "b.tar").write_bytes(b"short")
    with opened(tmp_path / "b.tar") as file, pytest.raises(Damaged):
        extract(file, Member(0, 100), tmp_path / "out")
