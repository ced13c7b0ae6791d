"""Turns an encrypted space into a plain SQLite file, with nothing but the format's description.

Each page of 4,096 bytes ends in 80 bytes of its own: 16 of initialisation vector, 64 of HMAC-SHA512 over the rest, the
vector and the page's number. The first page begins with the salt, in the place of SQLite's magic words.
"""

from __future__ import annotations

import hashlib
import hmac

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

PAGE, RESERVE, SALT = 4096, 80, 16
LOCK_PAGE = 2**30 // PAGE + 1  # holds the bytes that SQLite locks; never written, never encrypted


def plain_sqlite(encrypted: bytes, key: bytes) -> bytes:
    """The same database unencrypted; `key` is the space's key, 32 bytes. Raises ValueError for a damaged page."""
    mac_key = hashlib.pbkdf2_hmac("sha512", key, bytes(byte ^ 0x3A for byte in encrypted[:SALT]), 2, 32)
    plain = [b"SQLite format 3\0"]
    for number, start in enumerate(range(0, len(encrypted), PAGE), 1):
        if number == LOCK_PAGE:
            plain.append(bytes(PAGE))
            continue
        page = encrypted[start + (SALT if number == 1 else 0) : start + PAGE]
        content, vector, tag = page[:-RESERVE], page[-RESERVE:-64], page[-64:]
        mac = hmac.digest(mac_key, content + vector + number.to_bytes(4, "little"), "sha512")
        if not hmac.compare_digest(tag, mac):
            raise ValueError(f"page {number} was changed or damaged")
        decryptor = Cipher(algorithms.AES(key), modes.CBC(vector)).decryptor()
        plain.append(decryptor.update(content) + bytes(RESERVE))
    return b"".join(plain)
