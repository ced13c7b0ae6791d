"""What looking after a journal has found, in plain words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Severity = Literal["ok", "note", "problem"]


@dataclass(frozen=True, slots=True)
class Finding:
    """One sentence about one thing, and what can be done about it (empty when nothing has to be)."""

    severity: Severity
    sentence: str
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Report:
    """Everything that a check has found, in the order in which it looked."""

    findings: tuple[Finding, ...]

    @property
    def problems(self) -> tuple[Finding, ...]:
        return tuple(finding for finding in self.findings if finding.severity == "problem")

    @property
    def is_clean(self) -> bool:
        """Whether there is no problem; notes are none."""
        return not self.problems
