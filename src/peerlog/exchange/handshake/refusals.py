"""What can be wrong with one of the three files; each has its own sentence, and nothing has been changed by any.

`what` is the file that was expected: "invitation", "answer" or "acceptance".
"""

from __future__ import annotations

from peerlog.errors import Damaged, NewerFormat, Refused

_AGAIN = "Ask for it to be sent again, best as an attachment or in a shared folder."


class NotThisFile(Refused):
    """Not one of the three files, or another of them than was expected."""

    def __init__(self, what: str) -> None:
        super().__init__(f"This file is not an {what}.", "Their names end in “.peerlog”; pick another.")


class TooLong(Refused):
    def __init__(self, what: str) -> None:
        super().__init__(f"This file is too large for an {what}.", "Pick another, or ask for a new one.")


class CutShort(Damaged):
    def __init__(self, what: str) -> None:
        super().__init__(f"The end of this {what} is missing; it was cut short on the way.", _AGAIN)


class ChangedOnTheWay(Damaged):
    def __init__(self, what: str) -> None:
        super().__init__(f"This {what} is not as it was written; it was changed or cut short on the way.", _AGAIN)


class NewerVersion(NewerFormat):
    def __init__(self, what: str) -> None:
        super().__init__(f"This {what} was written by a newer peerlog.", "Install a newer version to read it.")


class NotForMe(Refused):
    def __init__(self, what: str) -> None:
        super().__init__(
            f"This {what} cannot be opened here: it is for somebody else, or was changed on the way.",
            "Ask who sent it whether you have the right file.",
        )


class OtherInvitation(Refused):
    def __init__(self) -> None:
        super().__init__(
            "This is the answer to another invitation.",
            "If you have invited again since, ask them to answer the latest invitation.",
        )


class AlreadyUsed(Refused):
    def __init__(self) -> None:
        super().__init__(
            "This invitation has been answered before, and each counts for one person only.",
            "If that was not who you meant to invite, do not go on; begin anew and invite again.",
        )


class OtherAnswer(Refused):
    def __init__(self) -> None:
        super().__init__(
            "This acceptance belongs to another answer than the one that you sent.",
            "Ask for the acceptance of your latest answer.",
        )


class BrokenPromise(Refused):
    """The nonce is not the one that the invitation commits to."""

    def __init__(self) -> None:
        super().__init__(
            "This acceptance does not fit the invitation: somebody may be standing between you.",
            "Do not go on; ask for a new invitation by another way, such as in person.",
        )


class UnfitKey(Refused):
    def __init__(self, what: str) -> None:
        super().__init__(f"This {what} has a key that proves nothing.", "Do not use it; ask for a new one.")


class UnfitName(Refused):
    def __init__(self, what: str) -> None:
        super().__init__(
            f"A name in this {what} is empty, too long, or has characters that cannot be shown.",
            "Ask for a new one with a plain name of up to 60 letters.",
        )


class DoesNotHold(Refused):
    """Well signed, and still not what this file has to say; `why` is for whoever wrote the program."""

    def __init__(self, what: str, why: str) -> None:
        super().__init__(f"This {what} does not hold together: {why}.", "Ask for a new one.")


class NoSeat(Refused):
    def __init__(self) -> None:
        super().__init__(
            "This acceptance does not give you the seat that you were invited to.", "Ask for a new invitation."
        )
