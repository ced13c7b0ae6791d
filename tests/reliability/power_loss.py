"""What a power cut may leave on a disk, worked out from the system calls of a program.

Until a file is synced its writes may be on the disk or not, in any order; until a folder is synced, neither need what
was made, renamed or removed in it. `states` gives, for each moment of a trace, the disks that there could be then: with
none of what is not synced, with all of it, with only the data or only the names, with all but one of it, with just one
of it, and with the last write torn in the middle.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass, field, replace
from pathlib import Path

TRACED = "openat,write,pwrite64,ftruncate,lseek,fsync,fdatasync,rename,unlink,unlinkat,mkdir,rmdir"

FOLDER = 0

_CALL = re.compile(r"\d+ +(\w+)\((.*)\) += (-?\d+)(?:<([^>]*)>)?")
_TEXT = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')
_DESCRIPTOR = re.compile(r"(\d+)<((?:\\x[0-9a-f]{2})*)>")


@dataclass(frozen=True)
class Step:
    """One thing that is not yet durable: a write to a file or a cut of it (by number), or a change of names.

    A folder has a name and the number 0. What lies in a folder that has not reached the disk is not there either.
    """

    kind: str
    file: int = 0
    at: int = 0
    data: bytes = b""
    name: str = ""
    new_name: str = ""


@dataclass
class Disk:
    """What is durable, what is pending, and how things look to the running program."""

    names: dict[str, int] = field(default_factory=dict)
    files: dict[int, bytes] = field(default_factory=dict)
    pending: list[Step] = field(default_factory=list)
    seen: dict[str, int] = field(default_factory=dict)

    @classmethod
    def holding(cls, contents: dict[str, bytes]) -> Disk:
        names = {name: number for number, name in enumerate(contents, 1)}
        files = {names[name]: data for name, data in contents.items()}
        for name in contents:
            names |= {above.as_posix(): FOLDER for above in Path(name).parents}
        return cls(names, files, [], dict(names))

    def number_for(self, name: str) -> int:
        """The file of this name, made now if it is not there."""
        if name not in self.seen:
            number = max(self.files, default=0) + 1
            self.files[number] = b""
            self.seen[name] = number
            self.pending.append(Step("link", number, name=name))
        return self.seen[name]

    def rename(self, name: str, new_name: str) -> None:
        """Rename a file, or a folder with all that is in it."""
        move(self.seen, name, new_name)
        self.pending.append(Step("rename", name=name, new_name=new_name))

    def sync(self, name: str) -> None:
        """Make durable the content of a file, or the names in a folder."""
        number = self.seen.get(name)
        rest: list[Step] = []
        for step in self.pending:
            is_name = step.kind in ("link", "unlink", "rename")
            if (is_name and Path(step.name).parent == Path(name)) or (not is_name and step.file == number):
                apply(step, self.names, self.files)
            else:
                rest.append(step)
        self.pending = rest

    def contents(self, steps: list[Step]) -> dict[str, bytes]:
        """The files that there are when just these pending steps have reached the disk."""
        names, files = self.names.copy(), self.files.copy()
        for step in steps:
            apply(step, names, files)
        return {
            name: files[number]
            for name, number in names.items()
            if number != FOLDER and all(above.as_posix() in names for above in Path(name).parents[:-1])
        }

    def possible(self) -> Iterator[dict[str, bytes]]:
        """The disks that there could be after a power cut at this moment."""
        return map(self.contents, self.reached())

    def reached(self) -> Iterator[list[Step]]:
        """The pending steps that may have reached the disk in a power cut at this moment, for each disk."""
        steps = self.pending
        data = [step for step in steps if step.kind in ("write", "cut")]
        yield []
        yield steps
        yield data
        yield [step for step in steps if step.kind not in ("write", "cut")]
        for number, step in enumerate(steps):
            yield steps[:number] + steps[number + 1 :]
            yield [step]
        if data and len(data[-1].data) > 512:
            last = data[-1]
            torn = replace(last, data=last.data[: len(last.data) // 1024 * 512])
            yield [torn if step is last else step for step in steps]


def apply(step: Step, names: dict[str, int], files: dict[int, bytes]) -> None:
    if step.kind == "link":
        names[step.name] = step.file
    elif step.kind == "unlink":
        names.pop(step.name, None)
    elif step.kind == "rename":
        # Onto a folder with something in it the system renames nothing.
        if step.name in names and not any(name.startswith(f"{step.new_name}/") for name in names):
            move(names, step.name, step.new_name)
    elif step.kind == "cut":
        files[step.file] = files[step.file][: step.at].ljust(step.at, b"\0")
    else:
        before = files[step.file].ljust(step.at, b"\0")
        files[step.file] = before[: step.at] + step.data + before[step.at + len(step.data) :]


def move(names: dict[str, int], name: str, new_name: str) -> None:
    names[new_name] = names.pop(name, FOLDER)
    for inner in [each for each in names if each.startswith(f"{name}/")]:
        names[new_name + inner.removeprefix(name)] = names.pop(inner)


@dataclass(frozen=True)
class Moment:
    """The disk at one moment, and what the program had said on its standard output by then."""

    disk: Disk
    said: bytes


def moments(trace: str, folder: Path, contents: dict[str, bytes]) -> Iterator[Moment]:
    """The disk after each call in a trace by strace (-f -y -xx) that changed or synced something in the folder.

    `contents` are the files of the folder when the program began, by their paths in it.
    """
    disk = Disk.holding(contents)
    said = b""
    offsets: dict[int, int] = {}
    for line in trace.splitlines():
        match = _CALL.match(line)
        if not match or match[3].startswith("-"):
            continue
        call, arguments, result, opened = match.groups()
        texts = [unescaped(text) for text in _TEXT.findall(arguments)]
        found = _DESCRIPTOR.match(arguments)
        number, name = (int(found[1]), inside(unescaped(found[2]).decode(), folder)) if found else (-1, None)
        if call == "write" and number == 1:
            said += texts[0]
        elif call == "openat":
            name = inside(unescaped(opened or "").decode(), folder)
            offsets[int(result)] = 0
            if name is not None and "O_CREAT" in arguments:
                file = disk.number_for(name)
                if "O_TRUNC" in arguments:
                    disk.pending.append(Step("cut", file))
        elif call == "lseek":
            offsets[number] = int(result)
            continue
        elif call in ("write", "pwrite64") and name is not None:
            at = offsets.get(number, 0) if call == "write" else int(arguments.rsplit(",", 1)[1])
            offsets[number] = offsets.get(number, 0) + (int(result) if call == "write" else 0)
            disk.pending.append(Step("write", disk.seen[name], at, texts[0][: int(result)]))
        elif call == "ftruncate" and name is not None:
            disk.pending.append(Step("cut", disk.seen[name], int(arguments.rsplit(",", 1)[1])))
        elif call in ("fsync", "fdatasync") and name is not None:
            disk.sync(name)
        elif call == "mkdir":
            made = inside(path_of(texts[0], None, folder), folder)
            if made is None:
                continue
            disk.seen[made] = FOLDER
            disk.pending.append(Step("link", FOLDER, name=made))
        elif call in ("rename", "unlink", "unlinkat", "rmdir"):
            paths = [inside(path_of(text, name, folder), folder) for text in texts]
            if paths[0] is None:
                continue
            if call == "rename" and paths[1] is not None:
                disk.rename(paths[0], paths[1])
            else:
                disk.seen.pop(paths[0], None)
                disk.pending.append(Step("unlink", name=paths[0]))
        else:
            continue
        yield Moment(deepcopy(disk), said)


def path_of(text: bytes, base: str | None, folder: Path) -> str:
    """An absolute path; relative ones are relative to the folder that a descriptor stands for."""
    path = Path(text.decode())
    return str(path if path.is_absolute() else folder / (base or "") / path)


def inside(path: str, folder: Path) -> str | None:
    """A path relative to the folder, or None for one that lies elsewhere; locks are left out."""
    path = path.removesuffix(" (deleted)")
    if not Path(path).is_relative_to(folder) or Path(path).name.startswith("lock"):
        return None
    return Path(path).relative_to(folder).as_posix()


def unescaped(text: str) -> bytes:
    return bytes.fromhex(text.replace("\\x", ""))
