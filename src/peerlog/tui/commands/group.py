"""The headings under which the help and the documentation list what can be done."""

from __future__ import annotations

from enum import StrEnum


class Group(StrEnum):
    """Commands that belong together; the order here is the order of the help, whichever module is imported first."""

    EVERYWHERE = "Everywhere"
    WRITING = "Writing"
    ENTRY = "An entry"
    JOURNAL = "Your journal"
    FINDING = "Finding"
    LISTS = "Lists and pages"
    REFLECTING = "Reflecting"
    GOAL = "A goal"
    IDEAS = "Ideas"
    MEETING = "A meeting"
    RUNNING = "While a meeting runs"
    TURNS = "A group's way of working"
    ASKING = "Asking and giving"
    TWO_VERSIONS = "Two versions"
    AGREEMENT = "An agreement"
    SUMMARY = "A summary"
    SIGNING = "Texts to agree"
    EXCHANGING = "Exchanging with partners"
    PEOPLE = "People"
    SHARING = "Sharing with somebody"
    DEVICES = "Your devices"
    CPD = "What counts as CPD"
    RECORD = "A record that you hand in"
    LOOKING_BACK = "Looking back"
    QUESTIONS = "Questions and small windows"
    OPENING = "Opening and making a journal"
    KEEPING = "Looking after your journal"
