"""The age v1 file format (c2sp.org/age) on `cryptography`. Knows nothing of peerlog.

    identity = HybridIdentity.generate()
    file = b"".join(encrypt([identity.recipient], [b"text"]))
    decrypt([identity], file) == b"text"

The modules:
    file        encrypt, decrypt, open_to: whole files
    keys        recipients and identities as text
    x25519, hybrid, scrypt   the recipient types
    header      the stanzas, and the MAC over them
    stream      the payload in chunks of 64 KiB
    armor       the text form of a file
    bech32      the text form of keys
    keywrap     what the recipient types share
    source      where a file is read from
    errors      what can be wrong
"""

from peerlog.age.armor import armored
from peerlog.age.errors import (
    AgeError,
    ArmorError,
    HeaderError,
    KeyFormatError,
    MacError,
    NoMatch,
    PayloadError,
    RecipientError,
    TooLarge,
)
from peerlog.age.file import DEFAULT_LIMIT, decrypt, encrypt, open_to, read_header
from peerlog.age.header import Header, Stanza, recipient_kinds
from peerlog.age.hybrid import HybridIdentity, HybridRecipient
from peerlog.age.keys import Identity, Recipient, parse_identity, parse_recipient
from peerlog.age.scrypt import ScryptIdentity, ScryptRecipient
from peerlog.age.x25519 import X25519Identity, X25519Recipient

__all__ = [
    "DEFAULT_LIMIT",
    "AgeError",
    "ArmorError",
    "Header",
    "HeaderError",
    "HybridIdentity",
    "HybridRecipient",
    "Identity",
    "KeyFormatError",
    "MacError",
    "NoMatch",
    "PayloadError",
    "Recipient",
    "RecipientError",
    "ScryptIdentity",
    "ScryptRecipient",
    "Stanza",
    "TooLarge",
    "X25519Identity",
    "X25519Recipient",
    "armored",
    "decrypt",
    "encrypt",
    "open_to",
    "parse_identity",
    "parse_recipient",
    "read_header",
    "recipient_kinds",
]
