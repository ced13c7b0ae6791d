"""The text of an entry: from the command line, from standard input, or typed by somebody."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from ..domain.entry import Draft
from ..domain.problem import Problem
from ..errors import BadInput, PeerlogError, Refused
from ..journal.journal import Journal
from ..journal.typed import as_typed
from . import terminal

MOST_BYTES = 64 * 1024 * 1024
"""The most that is read from standard input before it is refused; one field holds far less."""


def given_words(words: Sequence[str]) -> str | None:
    """The text that arguments give, or standard input for `-` and when it is a pipe or file; None when neither does."""
    if list(words) == ["-"]:
        return standard_input()
    if words:
        return " ".join(words)
    return None if terminal.can_read() else standard_input()


def standard_input(*, typed: bool = False) -> str:
    """Everything on standard input; raises `BadInput` when it is far too long or not UTF-8 text.

    Of what somebody has `typed`, no word is refused for a byte that is none.
    """
    if sys.stdin is None:
        return ""
    data: bytes = sys.stdin.buffer.read(MOST_BYTES + 1)
    return _as_text(data, "What comes on standard input", typed=typed)


def file_text(path: Path) -> str:
    """Everything in a file; raises `BadInput` when it is far too long or not UTF-8 text."""
    with path.open("rb") as file:
        return _as_text(file.read(MOST_BYTES + 1), f"What is in {path}")


def _as_text(data: bytes, what: str, *, typed: bool = False) -> str:
    if len(data) > MOST_BYTES:
        raise BadInput(f"{what} is longer than {MOST_BYTES // 2**20} MiB.", "“peerlog import” takes in files.")
    try:
        return data.decode("utf-8-sig", "replace" if typed else "strict")
    except UnicodeDecodeError as error:
        raise BadInput(f"{what} is not UTF-8 text (byte {error.start + 1:,}).", "Convert it first.") from None


def take_in_left_behind(journal: Journal) -> None:
    """Make unfinished notes of what was written in an editor when peerlog was killed."""
    from ..own_editor.rescue import rescue_left_behind

    if rescue_left_behind(journal.home.vault, journal.entries.keep_words):
        terminal.say("An editor was open when peerlog was ended: what was written in it is unfinished now.")


@contextmanager
def typed_words(
    journal: Journal,
    kind: str,
    fields: Mapping[str, object],
    before: str = "",
    entry: str | None = None,
    base: int = 0,
    *,
    holds: str = "text",
    space: str | None = None,
) -> Iterator[str]:
    """What somebody makes of `before` in their editor; without an editor, what they type until Ctrl-D.

    It is for the field `holds`, of something new in `space` if that is named.

    The context is for saving it. What cannot be saved becomes a draft with the other `fields`, of `entry` in its
    version `base` when that is what they edit; where no draft can be kept either, a private file stays.
    """
    from ..own_editor.editing import EditorFailed

    with _writing(journal, before) as (write, keep):
        text = before
        try:
            try:
                changed = write()
            except EditorFailed as failed:
                text = before if failed.written is None else failed.written
                raise
            text = before if changed is None else changed
            yield text
        except BaseException as error:
            if text.strip() != before.strip():
                typed = as_draft_fields(journal, kind, {**fields, holds: text})
                home = (journal.entries.home_of(entry) if entry else space) or journal.entries.home_for(kind, fields)
                draft = Draft(os.urandom(16).hex(), kind, typed, journal.time.stamp(), entry, base, home)
                add_hint(error, kept(journal, draft, lambda: keep(text)))
            raise


@contextmanager
def _writing(journal: Journal, before: str) -> Iterator[tuple[Callable[[], str | None], Callable[[str], Path]]]:
    """How the words are written, and how they are put into a file that stays."""
    from ..journal.home import config_folder
    from ..own_editor.editing import edit_file
    from ..own_editor.editor import find_editor
    from ..own_editor.private_file import keep_text, private_file
    from ..settings import load_settings

    vault = journal.home.vault
    settings = load_settings(config_folder())
    try:
        editor = find_editor(settings.editor, os.environ)
    except Refused as refused:
        if before or settings.editor or os.environ.get("VISUAL") or os.environ.get("EDITOR"):
            raise
        terminal.say(refused.message, " Type here; Ctrl-D on an empty line ends it, Ctrl-C drops it.")
        yield lambda: standard_input(typed=True), lambda text: keep_text(text, vault)
        return
    if not settings.use_editor:
        terminal.say(f"While {editor.name} is open the text is in a private temporary file, removed when it ends.")
        terminal.say("“peerlog settings set use_editor true” says that you know, and lets F2 in the app do the same.")
    if editor.warning:
        terminal.say(editor.warning)
    take_in_left_behind(journal)
    with private_file(before, vault) as file:

        def keep(text: str) -> Path:
            try:
                return file.keep()
            except OSError:
                return keep_text(text, vault)

        yield lambda: edit_file(file, before, editor), keep


def kept(journal: Journal, draft: Draft, keep: Callable[[], Path]) -> str:
    """Where the words of a draft are now, in a sentence."""
    try:
        journal.entries.keep_draft(draft)
    except (PeerlogError, OSError):
        try:
            path = keep()
        except (PeerlogError, OSError) as error:
            return f"The text could not be kept anywhere: {error}"
        return f"The text is in {path}, readable for you alone. Remove that file when you have it."
    return "The text is kept as a draft: “peerlog drafts” lists it, and the app offers it on Today."


def add_hint(error: BaseException, sentence: str) -> None:
    """Let the person read a sentence after what went wrong."""
    if isinstance(error, (Problem, PeerlogError)):
        error.hint = f"{error.hint} {sentence}".strip()
    else:
        terminal.say("\n" + sentence)  # after what the terminal shows of Ctrl-C


def as_draft_fields(journal: Journal, kind: str, fields: Mapping[str, object]) -> dict[str, object]:
    """Fields as the app's editor takes them up again; what does not fit its field stays as it was given."""
    form = journal.forms.form_of(kind, fields)
    typed: dict[str, object] = {}
    for name, given in fields.items():
        field = form.get(name)
        try:
            value = field.clean(given) if field else None
        except Problem:
            value = None
        if field and value is not None:
            typed[name] = as_typed(field, value, journal.time.zone)
        elif given:
            typed[name] = str(given)
    return typed
