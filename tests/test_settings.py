from __future__ import annotations

import os
from dataclasses import fields
from pathlib import Path

import pytest

from peerlog.errors import BadInput
from peerlog.settings import NAME, Settings, change_setting, load_settings, template


def test_no_file_means_the_defaults(tmp_path: Path) -> None:
    assert load_settings(tmp_path / "none") == Settings()


def test_changing_makes_a_commented_file_and_keeps_what_stands_there(tmp_path: Path) -> None:
    folder = tmp_path / "config"
    assert change_setting(folder, "lock_after_minutes", 20).lock_after_minutes == 20
    path = folder / NAME
    path.write_text(path.read_text(encoding="utf-8") + "\n# mine\n", encoding="utf-8")
    assert change_setting(folder, "theme", "paper").lock_after_minutes == 20
    text = path.read_text(encoding="utf-8")
    assert "# mine" in text
    assert "Make an encrypted backup once a day" in text
    assert path.stat().st_mode & 0o077 == 0


def test_the_template_names_every_setting_with_its_default(tmp_path: Path) -> None:
    (tmp_path / NAME).write_text(template(), encoding="utf-8")
    assert load_settings(tmp_path) == Settings()
    uncommented = "\n".join(
        line.removeprefix("# ")
        for line in template().splitlines()
        if line.startswith("# ") and ((" = " in line and not line.endswith(")")) or line == "# [keys]")
    )
    (tmp_path / NAME).write_text(uncommented, encoding="utf-8")
    assert load_settings(tmp_path) == Settings()
    for each in fields(Settings):
        assert each.name in template()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("lock_after_minutes = 'five'", "lock_after_minutes"),
        ("lock_after_minutes = -1", "-1"),
        ("lock_after_minutes = true", "lock_after_minutes"),
        ("colour = 'red'", "colour"),
        ("theme = 3", "theme"),
        ("theme = 'pink'", "“theme” is “pink”"),
        ("backups = 'yes'", "“backups” is “yes”"),
        ("theme = []", "“theme” is a list"),
        ("keys = true", "“keys” is true"),
        ("[keys]\nnew_entry = 5", "keys"),
        ("lock_after_minutes = 5\ntheme = = 3", "line 2"),
        ("\x00", "TOML"),
    ],
)
def test_what_does_not_fit_is_named_with_its_file(tmp_path: Path, text: str, said: str) -> None:
    (tmp_path / NAME).write_text(text, encoding="utf-8")
    with pytest.raises(BadInput) as caught:
        load_settings(tmp_path)
    assert said in caught.value.message
    assert str(tmp_path / NAME) in caught.value.message
    assert caught.value.hint


def test_a_setting_that_does_not_exist_or_fit_is_not_written(tmp_path: Path) -> None:
    for key, value in (("colour", "red"), ("lock_after_minutes", 99_999)):
        with pytest.raises(BadInput, match=key):
            change_setting(tmp_path, key, value)
    assert not (tmp_path / NAME).exists()


def test_a_broken_file_is_not_overwritten(tmp_path: Path) -> None:
    (tmp_path / NAME).write_text("theme = ", encoding="utf-8")
    with pytest.raises(BadInput, match="TOML"):
        change_setting(tmp_path, "theme", "paper")
    assert (tmp_path / NAME).read_text(encoding="utf-8") == "theme = "


def test_a_new_setting_never_ends_up_below_a_table(tmp_path: Path) -> None:
    change_setting(tmp_path, "theme", "paper")
    path = tmp_path / NAME
    path.write_text(path.read_text(encoding="utf-8").replace("# [keys]", '[keys]\nlock = "f9"'), encoding="utf-8")
    settings = change_setting(tmp_path, "editor", "nano")
    assert (settings.theme, settings.editor, settings.keys) == ("paper", "nano", {"lock": "f9"})
    assert "# editor =" not in path.read_text(encoding="utf-8")


@pytest.mark.parametrize("text", ["", "backups = true\n", "[keys]\nlock = 'f9'\n", "# mine\n\n# [keys]\n"])
def test_a_setting_finds_its_place_in_any_file(tmp_path: Path, text: str) -> None:
    (tmp_path / NAME).write_text(text, encoding="utf-8")
    assert change_setting(tmp_path, "lock_after_minutes", 7).lock_after_minutes == 7
    settings = change_setting(tmp_path, "keys", {"lock": "f8"})
    assert (settings.lock_after_minutes, settings.keys) == (7, {"lock": "f8"})
    assert "# [keys]" not in (tmp_path / NAME).read_text(encoding="utf-8").splitlines()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_what_is_no_plain_file_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / NAME)
    with pytest.raises(BadInput, match="no plain file"):
        load_settings(tmp_path)
