"""What the terminal sends: a paste is one text, whatever bytes are in it.

Textual 8.2 takes an escape character inside a bracketed paste for the beginning of a key and hands out what follows as
keys, which would act on the journal; bytes that are no UTF-8 end its program.
"""

from __future__ import annotations

import codecs
import sys
from collections.abc import Callable, Iterable
from functools import partial

from textual import events
from textual._xterm_parser import XTermParser
from textual.driver import Driver
from textual.message import Message

from ...domain.text import clean_text

_BEGIN, _END = "\x1b[200~", "\x1b[201~"


class PasteParser(XTermParser):
    """Textual's parser, which never sees the inside of a paste."""

    def __init__(self, debug: bool = False) -> None:
        self._recent = ""
        self._pasted: list[str] | None = None
        super().__init__(debug)

    def feed(self, data: str) -> Iterable[Message]:
        if not data:
            yield from super().feed(data)
        while data:
            if self._pasted is None:
                before, data = self._until(_BEGIN, data)
                yield from super().feed(before)
                if self._recent == _BEGIN:
                    self._pasted, self._recent = [], ""
            else:
                inside, data = self._until(_END, data)
                self._pasted.append(inside)
                if self._recent == _END:
                    text = "".join(self._pasted).removesuffix(_END)
                    self._pasted, self._recent = None, ""
                    yield events.Paste(clean_text(text))
                    yield from (each for each in super().feed(_END) if not isinstance(each, events.Paste))

    def _until(self, mark: str, data: str) -> tuple[str, str]:
        """`data` up to the end of `mark`, part of which may have come before, and what is behind it.

        Without the mark everything is before; `self._recent` are the last characters of what was.
        """
        seen = self._recent + data
        found = seen.find(mark)
        end = found + len(mark) - len(self._recent) if found >= 0 else len(data)
        self._recent = mark if found >= 0 else seen[1 - len(mark) :]
        return data[:end], data[end:]


def guard(driver: type[Driver]) -> type[Driver]:
    """Let a driver read with `PasteParser`, and bytes that are no UTF-8 as U+FFFD.

    A driver makes both from names in its module; there is no other way to give it its own.
    """
    names = vars(sys.modules[driver.__module__])
    if "XTermParser" in names:
        names["XTermParser"] = PasteParser
    if "getincrementaldecoder" in names:
        names["getincrementaldecoder"] = _lenient
    return driver


def _lenient(encoding: str) -> Callable[[], codecs.IncrementalDecoder]:
    return partial(codecs.getincrementaldecoder(encoding), errors="replace")
