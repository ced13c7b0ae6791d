"""Several numbers in a sentence: what follows one another is drawn together."""

from __future__ import annotations

from collections.abc import Iterable


def say_updates(numbers: Iterable[int]) -> str:
    """`update 3`, `updates 3 and 5`, `updates 1, 3 to 6 and 9`; nothing for no numbers."""
    runs: list[list[int]] = []
    for number in sorted(set(numbers)):
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    said = [part for run in runs for part in _said(run)]
    if not said:
        return ""
    if len(said) == 1:
        return f"update{'' if said[0].isdigit() else 's'} {said[0]}"
    return f"updates {', '.join(said[:-1])} and {said[-1]}"


def _said(run: list[int]) -> list[str]:
    return [f"{run[0]} to {run[-1]}"] if len(run) > 2 else [str(number) for number in run]
