"""Checking a signed copy that somebody hands in. No journal is needed, and none is opened."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from ...errors import BadInput, NewerFormat, Refused
from ..home import expanded

if TYPE_CHECKING:
    from ...consent.checked_copy import CheckedCopy as CheckedCopy

_NAME_ONE = "Name the folder or the zip file of a signed copy."
_KEYS = "Name a file with the keys that you know."


def check_copy(path: Path, signers: Path | None = None) -> CheckedCopy:
    """What a signed copy in a folder or a zip file comes to, see `CheckedCopy`.

    `signers` is a file with keys that are known: lines of `ssh-keygen`'s allowed signers, or of public keys. Raises
    `BadInput` for what is not there and for such a file that says nothing, `Refused` for what cannot be read, and
    `NewerFormat`.
    """
    from ...consent.checking import check_signed_copy
    from ...consent.known_signers import BadSigners
    from ...consent.statement import NewerConsent

    path = expanded(path)
    signers = expanded(signers) if signers else None
    if signers and _lies_in(signers, path):
        raise BadInput(
            f"{signers} is a part of this copy, so it knows no more than the copy itself says.",
            "Name a file with the keys that those people gave you in another way.",
        )
    try:
        return check_signed_copy(path, signers)
    except NewerConsent as error:
        raise NewerFormat("This copy was made by a later version of peerlog.", "Check it with that one.") from error
    except BadSigners as error:
        raise BadInput(
            f"{signers} says nothing about keys: {error}.",
            "A line is a name and a key: kim ssh-ed25519 AAAA…, or what stands in a .pub file.",
        ) from error
    except (FileNotFoundError, NotADirectoryError) as error:
        name = Path(error.filename)
        raise BadInput(f"There is nothing at {name}.", _KEYS if name == signers else _NAME_ONE) from error
    except (OSError, ValueError) as error:
        name = getattr(error, "filename", None) or path
        why = getattr(error, "strerror", None) or "its name is none"
        raise Refused(f"{name} cannot be read: {why}.", _NAME_ONE) from error


def _lies_in(file: Path, folder: Path) -> bool:
    try:
        return folder.resolve() in file.resolve().parents
    except (OSError, RuntimeError, ValueError):
        return False  # reading it says why
