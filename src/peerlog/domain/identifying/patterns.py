"""What e-mail addresses, telephone numbers, names behind a title and names of organisations look like.

They find what they can and nobody may rely on them: the screen says so beside what was found.
"""

from __future__ import annotations

import re

EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}(?![\w-])")
PHONE = re.compile(r"(?<![\w+])(?:\+|00)?\(?\d{2,5}\)?(?:[ ./-]?\(?\d{2,5}\)?){1,5}(?![\w-])")
POSTCODE = re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b")
_NAME = r"[A-Z\u00c0-\u00de][\w’'-]+"
TITLED = re.compile(
    rf"\b(?:Mrs?|Ms|Mx|Miss|Dr|Prof(?:essor)?|Sir|Dame|Sister|Nurse|Councillor)\.? (?:{_NAME} ){{0,2}}{_NAME}"
)
_SORTS = (
    "Academy|Archives?|Association|Care Home|Centre|Charity|Church|Clinic|College|Council|Foundation|Gallery|Group|"
    "Health Board|Health Centre|Hospice|Hospital|Institute|Laborator(?:y|ies)|Library|Libraries|Medical Centre|"
    "Museums?|NHS Foundation Trust|NHS Trust|Pharmacy|Practice|School|Society|Surgery|Trust|University"
)
_WORD = rf"(?:{_NAME}|of|and|the|for|&)"
ORGANISATION = re.compile(
    rf"\b(?:(?:University|College|Royal College|Museum|Library|Archives?|School) of (?:the )?{_NAME}(?: {_NAME}){{0,3}}"
    rf"|{_NAME}(?: {_WORD}){{0,4}} (?:{_SORTS})|{_NAME}(?: {_NAME}){{0,3}} (?:Ltd|Limited|plc|LLP|Inc|GmbH))\b"
)
_LEAST_DIGITS, _MOST_DIGITS = 7, 15
_DATE = re.compile(r"\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}")


def is_phone(written: str) -> bool:
    """Whether a match of `PHONE` has as many digits as a telephone number (E.164: up to 15), and is no date."""
    digits = sum(character.isdigit() for character in written)
    return _LEAST_DIGITS <= digits <= _MOST_DIGITS and not _DATE.fullmatch(written)
