"""What keeps a signed copy from counting."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fault:
    """Something wrong with the file of this name (clean, shortened), in a sentence that names it."""

    file: str
    sentence: str
    hint: str = ""


class NoCopy(Exception):
    """What was named cannot be taken for a signed copy at all, because of this."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.sentence)
        self.fault = fault
