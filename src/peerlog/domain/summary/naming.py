"""What the people in a joint text are called: the same for everybody who reads it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from ..said_names import listed
from ..short_name import short_name
from ..text import clean_line, first_line

ONE_OF_US = "one of us"


class Naming:
    """Members are called by the first of their names where that says who it is, everybody else by all of them."""

    def __init__(self, members: Iterable[str]) -> None:
        self.members = tuple(sorted(filter(None, map(clean_line, members)), key=in_order))
        counts = Counter(short_name(name).casefold() for name in self.members)
        taken = {name.casefold() for name in self.members}
        self._called: dict[str, str] = {}
        for name in self.members:
            short = short_name(name)
            is_clear = counts[short.casefold()] == 1 and (short == name or short.casefold() not in taken)
            self._called[name.casefold()] = short if is_clear else name
            if is_clear:
                self._called[short.casefold()] = short

    def is_member(self, name: str) -> bool:
        return clean_line(name).casefold() in self._called

    def of(self, name: str) -> str:
        """What somebody is called; “one of us” where nobody is named."""
        whole = clean_line(first_line(name))
        return self._called.get(whole.casefold(), whole) or ONE_OF_US

    def all(self, names: Iterable[str]) -> str:
        """`Ann, Ben and Sam`, each of them once."""
        return listed(sorted({self.of(name) for name in names if clean_line(name)}, key=in_order))

    @property
    def all_of_us(self) -> str:
        return "both of us" if len(self.members) == 2 else "all of us"


def in_order(name: str) -> tuple[str, str]:
    """Sorts names in the same way everywhere, whatever the machine's language."""
    return name.casefold(), name
