"""Where a script puts the passphrase: a file or a command named in the environment, as with restic.

    PEERLOG_PASSPHRASE_FILE       a regular file that holds the passphrase on one line, in UTF-8; empty is unset
    PEERLOG_PASSPHRASE_COMMAND    a command whose first line of output is the passphrase

The command is split into words like a POSIX shell does and run without a shell (on Windows it is passed on as
it is, again without one). Its standard input is empty, its standard error goes through.

A passphrase itself is never read from the environment, where other programs and crash reports see it, nor
from an argument.
"""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Mapping

from peerlog.errors import BadInput, Refused

FILE = "PEERLOG_PASSPHRASE_FILE"
COMMAND = "PEERLOG_PASSPHRASE_COMMAND"
FORBIDDEN = "PEERLOG_PASSPHRASE"

_LIMIT = 64 * 1024  # bytes


def passphrase_from_environment(environ: Mapping[str, str]) -> str | None:
    """The passphrase that the environment leads to, or None when it names no source.

    Raises BadInput when both sources are named or one is malformed, Refused when it cannot be read.
    """
    if FORBIDDEN in environ:
        raise Refused(
            f"peerlog does not take a passphrase from {FORBIDDEN}, where other programs can see it.",
            f"Unset it, and name a file in {FILE} or a command in {COMMAND}.",
        )
    if environ.get(FILE) and COMMAND in environ:
        raise BadInput(f"Both {FILE} and {COMMAND} are set.", "Unset one of them.")
    if path := environ.get(FILE):
        return _from_file(path)
    if COMMAND in environ:
        return _from_command(environ[COMMAND])
    return None


def _from_file(path: str) -> str:
    try:
        data = _read_regular(path)
    except (OSError, ValueError) as error:
        raise Refused(
            f"The file named in {FILE} cannot be read: {_reason(error)}.",
            "Check the path and its permissions.",
        ) from None
    text = _text(data, FILE)
    passphrase = text[:-2] if text.endswith("\r\n") else text.removesuffix("\n")
    if "\n" in passphrase or "\r" in passphrase:
        raise BadInput(f"The file named in {FILE} has more than one line.", "Put the passphrase alone in it.")
    return _not_empty(passphrase, f"The file named in {FILE} is empty.")


def _read_regular(path: str) -> bytes:
    # O_NONBLOCK so that a named pipe is refused and not waited for.
    descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
    try:
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            raise Refused(f"{FILE} does not name a regular file.", f"For what a program prints use {COMMAND}.")
        with open(descriptor, "rb", closefd=False) as file:
            return file.read(_LIMIT + 1)
    finally:
        os.close(descriptor)


def _from_command(command: str) -> str:
    import shlex
    import subprocess

    try:
        arguments = command if sys.platform == "win32" else shlex.split(command)
    except ValueError:
        raise BadInput(f"A quotation mark is left open in {COMMAND}.", "Close it.") from None
    if not arguments:
        raise BadInput(f"{COMMAND} is empty.", "Unset it, or name a command.")
    try:
        done = subprocess.run(arguments, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, check=False)
    except (OSError, ValueError) as error:
        raise Refused(f"The command in {COMMAND} could not be started: {_reason(error)}.", "Try it by hand.") from None
    if done.returncode < 0:
        raise Refused(f"The command in {COMMAND} was ended by signal {-done.returncode}.", "Try it by hand.")
    if done.returncode > 0:
        raise Refused(f"The command in {COMMAND} failed with exit code {done.returncode}.", "Try it by hand.")
    first = done.stdout.partition(b"\n")[0].removesuffix(b"\r")
    return _not_empty(_text(first, COMMAND), f"The command in {COMMAND} printed no passphrase.")


def _text(data: bytes, source: str) -> str:
    if len(data) > _LIMIT:
        raise BadInput(f"What {source} leads to is too long for a passphrase.", "Was something else named?")
    try:
        return data.decode("utf-8-sig")  # Windows editors put a byte-order mark before UTF-8
    except UnicodeDecodeError:
        raise BadInput(f"What {source} leads to is not UTF-8 text.", "Save it as UTF-8.") from None


def _reason(error: Exception) -> str:
    return getattr(error, "strerror", None) or "it holds a NUL character"


def _not_empty(passphrase: str, sentence: str) -> str:
    if not passphrase:
        raise BadInput(sentence, "It has to give the passphrase on its first line.")
    return passphrase
