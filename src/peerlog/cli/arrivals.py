"""What the exit status says of files that were taken in."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..journal.updates.arriving import Arrived


def exit_code(arrived: Iterable[Arrived]) -> int:
    """0 as soon as one counts; 4 when all that is wrong is damage, else 1."""
    problems, counts = [], False
    for each in arrived:
        if each.problem:
            problems.append(each.problem.exit_code)
        counts |= each.taken is not None
    if counts or not problems:
        return 0
    return 4 if set(problems) == {4} else 1
