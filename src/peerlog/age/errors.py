"""What can be wrong with an age file or a key. No message quotes a key, a passphrase or plaintext."""

from __future__ import annotations


class AgeError(ValueError):
    """Anything that this package refuses."""


class KeyFormatError(AgeError):
    """A recipient, identity or passphrase that is not one."""


class RecipientError(AgeError):
    """A choice of recipients that one file may not have."""


class ArmorError(AgeError):
    """ASCII armor that is not exactly as the format prescribes."""


class HeaderError(AgeError):
    """A header that is malformed, of another version, too large, or has a recipient type that was not asked for."""


class NoMatch(AgeError):
    """A well-formed header that none of the identities opens."""


class MacError(AgeError):
    """An identity opens the header, and the header is not the one that was written."""


class PayloadError(AgeError):
    """A payload that is damaged, cut short or followed by something."""


class TooLarge(AgeError):
    """More plaintext than the caller is willing to hold."""
