"""The keyring of all tests and of the programs that they start: touching it is a mistake."""

from __future__ import annotations

from typing import NoReturn

from keyring.backend import KeyringBackend


class RefusingKeyring(KeyringBackend):
    priority = 1

    def get_password(self, service: str, username: str) -> NoReturn:
        raise AssertionError("a test touched the system's keyring")

    def set_password(self, service: str, username: str, password: str) -> NoReturn:
        raise AssertionError("a test touched the system's keyring")

    def delete_password(self, service: str, username: str) -> NoReturn:
        raise AssertionError("a test touched the system's keyring")
