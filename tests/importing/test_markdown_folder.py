"""Which files of a folder are read, in what order, and what becomes of the others."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

import pytest
from tests.importing.reading import everything, only

from peerlog.errors import Refused
from peerlog.importing import markdown


def notes(root: Path, **files: str | bytes) -> Path:
    for name, content in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    return root


def test_every_markdown_file_is_read_in_the_order_of_names(tmp_path: Path) -> None:
    notes(tmp_path, **{"b.md": "two", "a/2.MD": "one b", "a/1.markdown": "one a", "c/d/e.md": "three"})
    items, skipped = everything(markdown.read, tmp_path)

    assert not skipped
    assert [item.where for item in items] == ["a/1.markdown", "a/2.MD", "b.md", "c/d/e.md"]


def test_hidden_folders_and_other_files_are_passed_over_without_a_word(tmp_path: Path) -> None:
    for name in (".obsidian", ".git", ".trash"):
        notes(tmp_path / name, **{"x.md": "hidden"})
    notes(tmp_path, **{".x.md": "hidden", "photo.png": "PNG", "notes.txt": "no", "a.md": "yes"})

    assert only(markdown.read, tmp_path).fields["text"] == "yes"


@pytest.mark.skipif(sys.platform == "win32", reason="symbolic links need a privilege there")
def test_links_are_reported_and_not_followed(tmp_path: Path) -> None:
    outside = notes(tmp_path / "outside", **{"secret.md": "secret"})
    inside = notes(tmp_path / "inside", **{"a.md": "yes"})
    (inside / "file.md").symlink_to(outside / "secret.md")
    (inside / "folder").symlink_to(outside)
    (inside / "circle").symlink_to(inside)
    (inside / "dangling.md").symlink_to(inside / "nothing")
    (inside / "picture.png").symlink_to(outside / "secret.md")
    items, skipped = everything(markdown.read, inside)

    assert [item.where for item in items] == ["a.md"]
    assert [each.where for each in skipped] == ["circle", "dangling.md", "file.md", "folder"]
    assert {each.reason for each in skipped} == {"It is a link to somewhere else, and links are not followed."}


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_pipe_does_not_stop_the_reading(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.md")
    notes(tmp_path, **{"b.md": "yes"})
    items, skipped = everything(markdown.read, tmp_path)

    assert len(items) == 1
    assert [(each.where, each.reason) for each in skipped] == [("a.md", "It is not a plain file.")]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="everything is readable to this user")
def test_what_may_not_be_read_is_named(tmp_path: Path) -> None:
    notes(tmp_path, **{"a.md": "no", "b/c.md": "no", "d.md": "yes"})
    (tmp_path / "a.md").chmod(0)
    (tmp_path / "b").chmod(0)
    items, skipped = everything(markdown.read, tmp_path)
    (tmp_path / "b").chmod(0o700)

    assert [item.where for item in items] == ["d.md"]
    assert [(each.where, each.reason) for each in skipped] == [
        ("a.md", "It cannot be read: permission denied."),
        ("b", "It cannot be read: permission denied."),
    ]


def test_an_error_of_the_system_is_named_and_the_rest_comes_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    notes(tmp_path, **{"a.md": "no", "b.md": "yes"})
    opened = os.open

    def refuse(path: str, *rest: int) -> int:
        if path.endswith("a.md"):
            raise PermissionError(13, "Permission denied")
        return opened(path, *rest)

    monkeypatch.setattr(os, "open", refuse)
    items, skipped = everything(markdown.read, tmp_path)

    assert len(items) == 1
    assert [(each.where, each.reason) for each in skipped] == [("a.md", "It cannot be read: permission denied.")]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "It is empty."),
        (b"---\n---\n\n \n", "It is empty."),
        (b"\xe9t\xe9", "It is not UTF-8 text."),
        (b"\xff\xfea\0\xd8", "It is not UTF-8 text."),
        (b"x" * 400_000, "The text is 391 KiB long; one field holds up to 256 KiB."),
        (b"x" * 10_000_000, "It is 9,766 KiB long; one text holds up to 256 KiB."),
        (b"---\ntitle: " + b"x" * 70_000 + b"\n---\n", "Its front matter is 68 KiB long; up to 64 are read."),
        (b"---\ntitle: " + b"x" * 600 + b"\n---\n", "“Title” has 600 characters; one line holds up to 500."),
    ],
)
def test_a_file_that_is_no_note_is_named_with_its_reason(tmp_path: Path, content: bytes, reason: str) -> None:
    notes(tmp_path, **{"a.md": content})
    notes(tmp_path, **{"b.md": "yes"})
    items, skipped = everything(markdown.read, tmp_path)

    assert [item.fields["text"] for item in items] == ["yes"]
    assert [(each.where, each.reason) for each in skipped] == [("a.md", reason)]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_encodings_with_a_mark_are_read(tmp_path: Path, encoding: str) -> None:
    notes(tmp_path, **{"a.md": "---\r\ntitle: Träume 東京\r\n---\r\none\r\ntwo\rthree".encode(encoding)})

    assert only(markdown.read, tmp_path).fields["title"] == "Träume 東京"
    assert only(markdown.read, tmp_path).fields["text"] == "one\ntwo\nthree"


def test_one_file_may_be_named_too(tmp_path: Path) -> None:
    notes(tmp_path, **{"a.md": "yes", "b.md": "no"})

    assert only(markdown.read, tmp_path / "a.md").where == "a.md"


def test_moving_the_folder_changes_no_origin(tmp_path: Path) -> None:
    first = notes(
        tmp_path / "first", **{"a.md": "# One", "2024-03-01.md": "two", "deep/c.md": "---\ndate: 2024-01-01\n---\nx"}
    )
    shutil.copytree(first, tmp_path / "elsewhere" / "deeper")
    (tmp_path / "elsewhere" / "deeper" / "deep").rename(tmp_path / "elsewhere" / "renamed")
    before, _ = everything(markdown.read, first)
    after, _ = everything(markdown.read, tmp_path / "elsewhere")

    assert {item.origin for item in before} == {item.origin for item in after}
    assert len({item.origin for item in before}) == 3


def test_touching_a_file_or_choosing_another_zone_changes_no_origin(tmp_path: Path) -> None:
    notes(tmp_path, **{"a.md": "words", "2024-03-01 10.30.md": "words"})
    before, _ = everything(markdown.read, tmp_path)
    os.utime(tmp_path / "a.md", (0, 0))
    after, _ = everything(markdown.read, tmp_path, zone="Asia/Tokyo")

    assert [item.origin for item in before] == [item.origin for item in after]
    assert before[1].fields["when"] != after[1].fields["when"] == "1970-01-01T09:00:00+09:00[Asia/Tokyo]"


def test_an_edit_makes_another_entry_and_loses_nothing(tmp_path: Path) -> None:
    before = only(markdown.read, notes(tmp_path, **{"a.md": "---\ntitle: T\n---\nwords"}))
    after = only(markdown.read, notes(tmp_path, **{"a.md": "---\ntitle: T\n---\nwords and more"}))

    assert before.origin != after.origin


def test_the_same_words_on_two_days_are_two_entries(tmp_path: Path) -> None:
    items, skipped = everything(markdown.read, notes(tmp_path, **{"2024-03-01.md": "Gym.", "2024-03-02.md": "Gym."}))

    assert len(items) == 2
    assert not skipped


def test_of_copies_one_comes_in(tmp_path: Path) -> None:
    note = "---\ntitle: T\ndate: 2024-03-01\n---\nwords"
    items, skipped = everything(markdown.read, notes(tmp_path, **{"a.md": note, "b/a.md": note}))

    assert len(items) == 1
    assert [(each.where, each.reason) for each in skipped] == [("b/a.md", "It says exactly the same as “a.md”.")]


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="file names are Unicode there")
def test_names_that_are_no_text_are_shown_as_one(tmp_path: Path) -> None:
    name = os.fsdecode(b"a\xff\x1b[31m\n\xe2\x80\xaeb.md")
    notes(tmp_path, **{name: "words"})
    item = only(markdown.read, tmp_path)

    assert item.where == "a b.md"
    assert item.fields["title"] == "a b"
    item.where.encode()


def test_a_folder_without_notes_is_refused_with_the_reader_that_fits(tmp_path: Path) -> None:
    (tmp_path / "Journal.json").write_text("{}")
    (tmp_path / "photos").mkdir()
    with pytest.raises(Refused, match="holds no Markdown files") as refusal:
        everything(markdown.read, tmp_path)

    assert "peerlog import dayone" in refusal.value.hint


def test_a_file_of_another_sort_is_refused_with_the_reader_that_fits(tmp_path: Path) -> None:
    (tmp_path / "journal.txt").write_text("[2026-11-17 19:40] Title\n")
    with pytest.raises(Refused, match="is not a Markdown file") as refusal:
        everything(markdown.read, tmp_path / "journal.txt")

    assert "peerlog import jrnl" in refusal.value.hint
    with pytest.raises(Refused, match="There is no “nothing”"):
        everything(markdown.read, tmp_path / "nothing")
    with pytest.raises(Refused, match=r"There is no “nothing\.md”"):
        everything(markdown.read, tmp_path / "nothing.md")


def test_a_folder_deeper_than_any_stack_is_read(tmp_path: Path) -> None:
    deep = tmp_path
    for _ in range(600):
        deep = deep / "d"
    deep.mkdir(parents=True)
    notes(deep, **{"a.md": "bottom"})

    assert only(markdown.read, tmp_path).fields["text"] == "bottom"
