"""What the exchange screen shows and does, collected in the journal's thread."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from ...domain.said_names import listed
from ...domain.said_size import say_size
from ...errors import PeerlogError
from ...journal.circle.circles import Circle
from ...journal.journal import Journal
from ...journal.updates.arrived_words import FromSomebody, RefusedFile, what_arrived, what_was_refused
from ...journal.updates.exchanging import (
    Arrived,
    Preview,
    arrived_files,
    arrived_in_folder,
    exchange_partners,
    preview,
    refused_before,
    tidy_folder,
)
from ...journal.updates.exchanging import send as send_update
from ...journal.updates.leaving_words import LeavingWords, leaving_words


@dataclass(frozen=True, slots=True)
class ForReaders:
    """What would leave for some readers, in words; `about` says so in short. `more` entries leave besides."""

    readers: str
    about: str
    words: tuple[LeavingWords, ...]
    more: int = 0


@dataclass(frozen=True, slots=True)
class Exchanged:
    """What came, what was refused now and earlier, what would leave, and in sentences why something may not."""

    partners: tuple[Circle, ...]
    came: tuple[FromSomebody, ...]
    refused: tuple[RefusedFile, ...]
    refused_before: str
    previews: tuple[Preview, ...]
    leaving: tuple[ForReaders, ...]
    held: tuple[str, ...] = ()

    @property
    def is_due(self) -> bool:
        return any(each.is_due for each in self.previews)


@dataclass(frozen=True, slots=True)
class Sent:
    """What has left, and what could not, in sentences."""

    done: tuple[str, ...]
    problems: tuple[str, ...]


def look(
    journal: Journal,
    spaces: Sequence[str],
    files: Sequence[Path],
    on_progress: Callable[[int, int], None],
    *,
    retry: bool = False,
) -> Exchanged:
    """Take in what lies in the folders and in these files, then see what would leave."""
    arrived: list[Arrived] = list(arrived_files(journal, files, on_progress))
    for each in partners_in(journal, spaces):
        try:
            arrived += arrived_in_folder(journal, each, on_progress, retry=retry)
        except PeerlogError as problem:
            arrived.append(Arrived(each.label, each.label, problem=problem))
    partners = partners_in(journal, spaces)
    previews: list[Preview] = []
    held: list[str] = []
    for each in partners:
        try:
            found = preview(journal, each)
        except PeerlogError as problem:  # what came stays shown
            held.append(f"{problem.message} {problem.hint}".strip())
        else:
            previews += [found] if found.readers else []
    earlier = sum(len(refused_before(journal, each)) for each in partners)
    now = what_was_refused(arrived)
    return Exchanged(
        tuple(partners),
        tuple(what_arrived(journal, arrived)),
        tuple(now),
        _refused_before(earlier - len(now)),
        tuple(previews),
        tuple(_for_readers(journal, each) for each in previews),
        tuple(dict.fromkeys(held)),
    )


def send(
    journal: Journal, shown: Exchanged, places: Mapping[str, Path], on_progress: Callable[[int, int], None]
) -> Sent:
    """Let leave what was shown; what could not leave for one does not keep it from others."""
    done: list[str] = []
    problems: list[str] = []
    for each in shown.previews:
        if not each.is_due:
            continue
        try:
            made = send_update(journal, each, places.get(each.circle.space), on_progress=on_progress)
            done += [f"Sent to {listed(sent.readers)}: {sent.path} ({say_size(sent.size)})." for sent in made]
            tidy_folder(journal, each.circle)
        except PeerlogError as problem:
            problems.append(f"{problem.message} {problem.hint}".strip())
    return Sent(tuple(done), tuple(problems))


def partners_in(journal: Journal, spaces: Sequence[str]) -> list[Circle]:
    """Those who exchange in these spaces, as it stands now."""
    return [each for each in exchange_partners(journal) if each.space in spaces]


def _for_readers(journal: Journal, shown: Preview) -> ForReaders:
    words = tuple(leaving_words(journal, shown))
    if words:
        about = "exactly this leaves with Enter"
    elif shown.is_due:
        about = "nothing new; what may not have arrived goes once more"
    elif shown.unconfirmed:
        count = "1 edit is" if shown.unconfirmed == 1 else f"{shown.unconfirmed} edits are"
        about = f"nothing to send; {count} on the way and not yet confirmed"
    else:
        about = "nothing to send"
    return ForReaders(listed(shown.readers), about, words, shown.more)


def _refused_before(count: int) -> str:
    if count <= 0:
        return ""
    files = "1 file in the folder was" if count == 1 else f"{count} files in the folder were"
    return f"{files} refused earlier. t tries again."
