"""Print a table of times and sizes; `--sizes 1000 10000 100000` by default."""

from __future__ import annotations

import argparse
import os
import platform
import shutil
import subprocess
import tempfile
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

from bench import (
    clocks,
    evidence,
    exchanging,
    forms,
    importing,
    meeting,
    ours,
    practice,
    signed_copies,
    summary,
    terminal,
    theirs,
    timing,
)
from bench.timing import Taken

ADD = "A thought about chairing, kept in one line. #chairing"
MARKER = "Passphrase"


def main() -> None:
    options = _options()
    folder = options.folder or Path(tempfile.mkdtemp(prefix="peerlog-bench-"))
    # Every program with its modules compiled, as an installer leaves them, whatever this shell's Python is told.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    os.environ["PYTHONPYCACHEPREFIX"] = str(folder / "bytecode")
    try:
        print(
            f"{date.today()}, {platform.python_implementation()} {platform.python_version()}, {os.cpu_count()} cores,"
        )
        print(
            f"{platform.machine()}, {_system()}; medians of {timing.RUNS} after a warm-up. Times in ms, memory in MiB."
        )
        print("Argon2id at its floor, 64 MiB, 3 passes, 4 lanes.\n")
        environment = None if options.no_jrnl else theirs.install(folder)
        derivation = 0.0
        for count in options.sizes:
            derivation = _size(folder / str(count), count, environment)
        _start(folder / str(max(options.sizes)), max(options.sizes), derivation)
        _meeting(folder / "meeting")
        _forms(folder / "meeting")
        _practice(folder / "practice", max(options.sizes))
        _summary(folder / "summary")
        _signed_copy(folder / "signed")
        _exchanging(folder / "exchange", max(options.sizes))
        _evidence(folder / "evidence")
        _imports(folder / "imports", options.imports, derivation)
    finally:
        if not options.folder:
            shutil.rmtree(folder)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="make bench", description=__doc__)
    parser.add_argument(
        "--sizes", type=int, nargs="+", default=[1_000, 10_000, 100_000], help="journals of so many entries"
    )
    parser.add_argument("--imports", type=int, default=10_000, help="so many Markdown files to import")
    parser.add_argument("--folder", type=Path, help="keep the journals here and use them again")
    parser.add_argument("--no-jrnl", action="store_true", help="leave jrnl out")
    return parser.parse_args()


def _size(folder: Path, count: int, environment: Path | None) -> float:
    mine = ours.build(folder, count)
    derivation = ours.key_derivation_ms(mine)
    their = theirs.build(environment, folder, count) if environment else None
    print(f"## {count:,} entries\n\nKey derivation (Argon2id, taken off below): {derivation:.0f} ms.")
    print(f"Size on disk: {mine.megabytes:.1f} MB.{' jrnl: single runs.' if their and count > 50_000 else ''}\n")
    print("| | peerlog | without key derivation | memory | jrnl | memory |\n|---|--:|--:|--:|--:|--:|")
    rows: tuple[tuple[str, Callable[[], Taken], tuple[str, ...]], ...] = (
        ("append", lambda: mine.command("add", ADD), (ADD,)),
        ("last ten", lambda: mine.command("list", "--limit", "10"), ("-n", "10", "--short")),
        ("search a rare word", lambda: mine.command("search", "zyzzyva"), ("-contains", "zyzzyva", "--short")),
        ("export JSON", lambda: mine.command("export", "json", "-"), ("--format", "json")),
    )
    # One of its runs takes minutes when every entry has a tag.
    runs = 1 if count > 50_000 else timing.RUNS
    for name, measure, arguments in rows:
        taken = timing.median_of(measure)
        beside = timing.median_of(partial(their.command, *arguments), runs) if their else None
        print(
            f"| {name} | {taken.ms:.0f} | {taken.ms - derivation:.0f} | {taken.mib:.0f} |"
            + (f" {beside.ms:.0f} | {beside.mib:.0f} |" if beside else " – | – |")
        )
    inside = ours.inside(mine, folder)
    print("\nIn one process, key derivation aside:\n\n| | ms |\n|---|--:|")
    print(f"| a page of fifty | {inside.page:.2f} |")
    for name, took in inside.searches.items():
        print(f"| search: {name}, newest fifty with snippets | {took:.2f} |")
    print(f"| durable save / bare durable commit | {inside.save:.2f} / {inside.bare_commit:.2f} |\n")
    return derivation


def _start(folder: Path, count: int, derivation: float) -> None:
    mine = ours.build(folder, count)
    environ = mine.environ
    first, minimal = terminal.first_frames(
        {name: value for name, value in environ.items() if not name.startswith("PEERLOG_PASSPHRASE")}, MARKER
    )
    app = terminal.app_times(environ, ours.PASSPHRASE, MARKER)
    print(f"## The app, with {count:,} entries, in a pseudo-terminal\n\n| | |\n|---|--:|")
    print(
        "| first frame of the unlock screen / of a minimal Textual app "
        f"| {first:.0f} / {minimal:.0f} = {first / minimal:.2f} |"
    )
    print(f"| Enter to Today, key derivation aside | {app.unlocked - derivation:.0f} |")
    print(f"| Today to the list of entries | {app.listed:.0f} |")
    print(
        "| letter typed into the search to letter on the screen / in a minimal app "
        f"| {app.echo:.1f} / {app.minimal_echo:.1f} = {app.echo / app.minimal_echo:.2f} |"
    )
    ticking = clocks.group_session(environ, ours.PASSPHRASE, MARKER)
    print(
        "| a group's session left alone: share of a core / how late its clock was after a minute "
        f"| {ticking.busy:.2%} / {ticking.late * 1000:.0f} ms |"
    )
    print(f"| memory with the journal open / its peak (MiB) | {app.resident:.0f} / {app.peak:.0f} |\n")


def _meeting(folder: Path) -> None:
    taken = meeting.meeting_times(meeting.build(folder), MARKER)
    print("## A meeting that runs, in a pseudo-terminal\n\n| | |\n|---|--:|")
    print(
        "| while nobody types, per cent of one core / a minimal Textual app "
        f"| {taken.idle:.2f} / {taken.minimal_idle:.2f} |"
    )
    print(
        "| letter typed into the notes to letter on the screen / in a minimal app "
        f"| {taken.echo:.1f} / {taken.minimal_echo:.1f} = {taken.echo / taken.minimal_echo:.2f} |\n"
    )


def _forms(folder: Path) -> None:
    taken = forms.echoes(meeting.build(folder), MARKER)
    minimal = taken.pop("")
    print(f"## Typing into a form: ms from a key to its letter; a minimal Textual app: {minimal:.1f}\n")
    print("| | ms | times the minimal app |\n|---|--:|--:|")
    for name, echo in taken.items():
        print(f"| {name} | {echo:.1f} | {echo / minimal:.2f} |")
    print()


def _practice(folder: Path, count: int) -> None:
    print(f"## The pages of the practice, with {count:,} entries of every kind\n\n| | ms |\n|---|--:|")
    for name, took in practice.measure(practice.build(folder, count)).items():
        print(f"| {name} | {took:.0f} |")
    print()


def _summary(folder: Path) -> None:
    taken = summary.measure(summary.build(folder))
    print(f"## A half-year summed up, {taken.told:,} of {taken.shared:,} shared entries\n\n| | ms |\n|---|--:|")
    print(f"| collected | {taken.collecting:.0f} |")
    print(f"| composed | {taken.composing:.0f} |")
    print(f"| joined into one text | {taken.joining:.1f} |\n")


def _signed_copy(folder: Path) -> None:
    taken = signed_copies.measure(folder)
    print(f"## A signed copy of a text of {taken.words:,} words\n\n| | ms | memory |\n|---|--:|--:|")
    print(f"| its page | {taken.page:.1f} | |")
    print(f"| its PDF | {taken.pdf:.0f} | |")
    print(f"| checked, from a cold start | {taken.folder.ms:.0f} | {taken.folder.mib:.0f} |")
    print(f"| the same as a zip file | {taken.zipped.ms:.0f} | {taken.zipped.mib:.0f} |\n")


def _exchanging(folder: Path, count: int) -> None:
    exchanging.build(folder, count, count // 2)
    taken = exchanging.receiving(folder)
    print("## Exchanging with others\n\n| | |\n|---|--:|")
    print(
        f"| an update of {exchanging.AT_ONCE:,} edits into a circle of {taken.into:,} / checking their signatures, s "
        f"| {taken.taking_in:.2f} / {taken.checking:.2f} = {taken.taking_in / taken.checking:.2f} |"
    )
    due = exchanging.due(folder)
    print(f"| what would leave a circle of {due.changes:,} edits, ms | {due.ms:.0f} |")
    weights = exchanging.weights(folder)
    print(
        f"| ten edits for eight devices / one device more, kB | {weights.eight / 1e3:.1f} / {weights.each / 1e3:.2f} |"
    )
    for name, times in exchanging.age_ms(folder).items():
        said = times if isinstance(times, str) else f"{times[0]:.0f} / {times[1]:.0f}"
        print(f"| {taken.megabytes:.1f} MB locked / opened by {name}, ms | {said} |")
    print()


def _evidence(folder: Path) -> None:
    taken = evidence.keeping(folder)
    more = "–" if taken.more_memory is None else f"{taken.more_memory:.1f} MiB"
    print("## A file of 20 MB kept with an entry\n\n| | |\n|---|--:|")
    times = f"{taken.keeping:.0f} / {taken.writing:.0f} / {taken.copying:.0f}"
    print(f"| kept / written out again / a bare durable copy, ms | {times} |")
    print(f"| memory beside that of the open journal | {more} |\n")


def _imports(folder: Path, count: int, derivation: float) -> None:
    mine, taken = importing.import_markdown(folder, count)
    print(f"## Importing {count:,} Markdown files\n")
    print(f"{(taken.ms - derivation) / 1000:.2f} s, {taken.mib:.0f} MiB; the journal is {mine.megabytes:.1f} MB then.")


def _system() -> str:
    try:
        return subprocess.run(["uname", "-sr"], capture_output=True, text=True, check=True).stdout.strip()
    except (OSError, subprocess.CalledProcessError):
        return platform.platform()


if __name__ == "__main__":
    main()
