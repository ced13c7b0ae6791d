"""What is wrong with something a person typed, said in one sentence with a hint."""

from __future__ import annotations


class Problem(ValueError):
    """A value that cannot be kept as it was typed.

    `message` is one sentence that names the value; `hint` says what to do instead, or is empty.
    """

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
