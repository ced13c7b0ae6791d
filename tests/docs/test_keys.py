"""Every action of the app, with its key, is documented."""

from __future__ import annotations

import pytest
from scripts.key_reference import PAGE, page

from peerlog.tui.commands import Command, Group, every_command


def test_the_page_is_what_the_actions_say() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), "run: python -m scripts.key_reference"


def test_every_action_says_what_it_does() -> None:
    for command in every_command():
        assert f"`{command.name()}`" in page()
        assert len(command.about()) > 8
        assert command.about().endswith("."), command.__name__


def test_the_order_of_the_page_is_that_of_the_groups_whatever_was_imported_first(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    before = page()
    monkeypatch.setattr(
        Command, "all", sorted(every_command(), key=lambda command: list(Group).index(command.group) * -1)
    )
    assert page() == before
