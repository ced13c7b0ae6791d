"""What e-mail addresses, telephone numbers, names behind a title and names of organisations look like.

They find what they can and nobody may rely on them: the screen says so beside what was found.
"""

from __future__ import annotations

import re

EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}(?![\w-])")
_DIGITS = r"(?:\(\d{2,5}\)|\d{2,5})"
PHONE = re.compile(rf"(?<![\w+])(?:\+|00)?{_DIGITS}(?:[ ./-]?{_DIGITS}){{1,5}}(?![\w-])")
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
# Words with a capital that name nobody: at the start of a sentence, or before any practice, group or school.
_NO_NAME = (
    "The|A|An|At|In|On|To|For|From|With|Of|By|As|And|But|Or|If|When|While|After|Before|During|Since|Until|Then|There|"
    "This|That|These|Those|My|Our|Your|Their|His|Her|Its|Every|Each|Any|Some|No|Another|Other|Which|What|Where|Why|How|"
    "Is|Was|Are|Were|Next|Last|First|Second|New|Old|Local|National|Public|Private|Primary|Secondary|Special|General|"
    "Professional|Reflective|Best|Good|Clinical|Evidence|Peer|Reading|Working|Steering|Focus|Learning|Action|Study|"
    "Support|Community|Night|Summer|Sunday|Art|Project|Music|Sixth|Grammar|Teaching|Training|Research"
)
_WORD = rf"(?:{_NAME}|of|and|the|for|&)"
_CALLED = rf"(?!(?:{_NO_NAME}|{_SORTS})\b){_NAME}"
_FIRM = "(?:Ltd|Limited|plc|LLP|Inc|GmbH)"
ORGANISATION = re.compile(
    rf"\b(?:(?:University|College|Royal College|Museum|Library|Archives?|School) of (?:the )?{_NAME}(?: {_NAME}){{0,3}}"
    rf"|{_CALLED}(?: {_WORD}){{0,6}}? (?:{_SORTS})(?! (?:{_SORTS})\b)(?: {_FIRM})?"
    rf"|{_CALLED}(?: {_NAME}){{0,3}} {_FIRM})\b"
)
SORT_OF_ORGANISATION = re.compile(
    r"\b(Academy|Archive|Association|Care Home|Charity|Church|Clinic|College|Council|Gallery|Health Board|"
    r"Hospice|Hospital|Institute|Library|Libraries|Museum|Pharmacy|School|Society|Surgery|Trust|University)s?\b"
)
"""The word that says what sort of organisation it is, where that tells nobody which."""
_WORDS = (
    "art bill bob chance dale dawn dean drew earl faith frank gene grace grant hope jack joy june lance "
    "may mark max miles nick pat penny pierce ray reed rich rob rose sky sue summer victor wade will "
    "young long short brown green white black gray grey king bishop cook baker carter mason page price "
    "rice wood woods field fields hill park church day love wise"
)
ALSO_WORDS = frozenset(_WORDS.split())
"""Names that are words of the language as well; they count as names with a capital only."""
_SHORT_WORDS = "al am an as at be by da de di do du el go he if in is it la le me my no of on or so st to up us we"
SHORT_WORDS = frozenset(_SHORT_WORDS.split())
"""Words of two letters that begin sentences, or stand within many names: alone they name nobody."""
_LEAST_DIGITS, _MOST_DIGITS = 7, 15
_DATE = re.compile(r"\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}")


def is_phone(written: str) -> bool:
    """Whether a match of `PHONE` has as many digits as a telephone number (E.164: up to 15), and is no date."""
    digits = sum(character.isdigit() for character in written)
    return _LEAST_DIGITS <= digits <= _MOST_DIGITS and not _DATE.fullmatch(written)
