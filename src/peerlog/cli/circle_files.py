"""The three files of a first meeting on the command line: written where they are wanted, and what comes next."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from . import terminal

if TYPE_CHECKING:
    from ..journal.circle.circles import Circle
    from ..journal.first_meeting.meeting_partners import Met, Written
    from ..journal.journal import Journal


def put_file(written: Written, output: Path | None, *, force: bool) -> Path:
    """Write one of the three files and say where it is."""
    from ..journal.first_meeting.meeting_files import write_meeting_file

    path = write_meeting_file(written, str(output or "."), force=force)
    terminal.put(str(path))
    return path


def require_free(output: Path | None, *, force: bool) -> None:
    """Raise `Refused` before anything is done where there is a file of that name, or no folder for it."""
    from ..errors import Refused
    from ..journal.home import expanded

    path = expanded(output) if output is not None else None
    if path is None or path.is_dir():
        return
    if path.exists() and not force:
        raise Refused(f"{path} is already there, and was not touched.", "Choose another name, or add --force.")
    if not path.parent.is_dir():
        raise Refused(f"There is no folder {path.parent}.", "Name one that is there.")


def read_file(path: Path) -> bytes:
    from ..journal.first_meeting.meeting_files import read_meeting_file

    return read_meeting_file(str(path))


def complete(journal: Journal, file: bytes) -> None:
    """Take the last of the three files, and say the words."""
    from ..journal.first_meeting.meeting_partners import take_acceptance

    met = take_acceptance(journal, file)
    terminal.put(f"You share with {met.circle.with_whom} now.")
    write_card_of(met)
    say_words(met)


def accept(journal: Journal, file: bytes, output: Path | None, *, force: bool) -> None:
    """Take the second of the three files, write the third, and say the words."""
    from ..journal.first_meeting.meeting_partners import accept_answer

    written, met = accept_answer(journal, file)
    terminal.put(
        f"{met.name} has the seat already; here is the same acceptance once more."
        if written.again
        else f"{met.name} has answered, and has the seat."
    )
    write_card_of(met)
    path = put_file(written, output, force=force)
    terminal.say(f"Send {path.name} to {met.name}; only they can open it.")
    say_words(met)


def write_card_of(met: Met) -> None:
    from ..domain.kinds import CARD

    for name in ("offers", "seeks", "interests", "focus"):
        value = met.card.get(name)
        if isinstance(value, tuple | str) and value:
            terminal.put(f"  {CARD.all_fields[name].label}: {', '.join(value) if isinstance(value, tuple) else value}")


def say_words(met: Met) -> None:
    """The words, and what to do with them."""
    member = next((each for each in met.circle.members if each.id == met.member), None)
    if member is not None and member.established == "words":
        terminal.say(f"You have compared the words with {member.name}.")
        return
    write_words(met.name, met.words)
    label = quoted(met.circle.label)
    who = "" if met.circle.is_pair else f" {quoted(met.name)}"
    command = f"peerlog circle verify {label}{who}"
    terminal.say(f"The same: “{command} --same”.")
    terminal.say(f"Not the same: “{command} --different”, and nothing leaves.")


def write_words(name: str, words: tuple[str, ...]) -> None:
    from .terminal import Bold

    count = "eight" if len(words) == 8 else "four"
    terminal.put(f"Say these {count} words to each other, on the phone or in person; {name} has to see the same:")
    terminal.put()
    for start in range(0, len(words), 4):
        terminal.put("    ", Bold("  ".join(words[start : start + 4])))
    terminal.put()


def say_not_compared(circle: Circle) -> None:
    """A plain word before anything leaves to people with whom no words were compared."""
    from ..domain.said_names import listed
    from ..journal.first_meeting.comparing import not_compared

    names = [member.name for member in not_compared(circle)]
    if names:
        terminal.say(
            f"You have not compared words with {listed(names)} yet, so it is not certain who reads this:"
            f" “peerlog circle verify {quoted(circle.label)}”."
        )


def say_put_away(circle: Circle) -> None:
    """After the last update of one who leaves."""
    if circle.left:
        terminal.say(f"The others are told; {circle.label} is put away, and stays here to read.")


def quoted(word: str) -> str:
    """A name as it is typed on a command line."""
    return f'"{word}"' if " " in word or not word.isalnum() else word
