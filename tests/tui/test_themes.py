"""The themes: enough of them, readable, kept, and none needed to understand a screen."""

from __future__ import annotations

import pytest
from syrupy.assertion import SnapshotAssertion
from tests.tui.driving import Stage, settled, shown, typed
from tests.tui.snapshot import picture
from textual.color import Color
from textual.theme import Theme

from peerlog.settings import THEMES, load_settings
from peerlog.tui import themes

OWN = [theme for theme in themes.THEMES.values() if not theme.ansi]


def contrast(one: str, other: str) -> float:
    """The ratio of luminances as WCAG 2.2 defines it."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(part) for part in Color.parse(colour).normalized)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)


def test_there_are_dark_and_light_ones_for_high_contrast_and_for_transparent_terminals() -> None:
    assert len([theme for theme in OWN if theme.dark]) >= 3
    assert len([theme for theme in OWN if not theme.dark]) >= 3
    assert {"contrast-dark", "contrast-light", "ansi-dark", "ansi-light"} <= set(themes.THEMES)


@pytest.mark.parametrize("theme", OWN, ids=lambda theme: theme.name)
def test_everything_written_can_be_read(theme: Theme) -> None:
    least = 7.0 if theme.name.startswith("contrast") else 4.5
    grounds = (theme.background, theme.panel, theme.variables["cursor-line"])
    inks = {
        "text": theme.foreground,
        "accent": theme.accent,
        "warning": theme.warning,
        "error": theme.error,
        "private": theme.variables["space-private"],
        "shared": theme.variables["space-shared"],
    }
    for name, ink in inks.items():
        assert contrast(str(ink), str(theme.background)) >= least, name
        assert contrast(str(ink), str(theme.panel)) >= min(least, 4.5), name
    for ground in grounds:
        assert contrast(theme.variables["quiet"], str(ground)) >= 3.8
        assert contrast(str(theme.foreground), str(ground)) >= least


@pytest.mark.parametrize("theme", OWN, ids=lambda theme: theme.name)
def test_the_two_sorts_of_space_have_colours_of_their_own(theme: Theme) -> None:
    private, shared = Color.parse(theme.variables["space-private"]), Color.parse(theme.variables["space-shared"])
    assert sum(abs(one - other) for one, other in zip(private.rgb, shared.rgb, strict=True)) > 60


async def test_every_theme_draws_the_screens(stage: Stage) -> None:
    app = stage.app()
    async with stage.opened(app, size=(120, 40)) as pilot:
        await typed(pilot, "2", "3")
        for name in themes.THEMES:
            app.theme = name
            await settled(pilot)
            assert "Chair a meeting well" in shown(app)
            assert app.native_ansi_color == themes.THEMES[name].ansi


@pytest.mark.parametrize("name", themes.THEMES)
async def test_the_door_has_the_chosen_theme(stage: Stage, name: str) -> None:
    app = stage.app(theme=name)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        assert app.theme == name
        assert app.screen.styles.background == Color.parse(str(themes.THEMES[name].background))


async def test_choosing_one_keeps_it(stage: Stage) -> None:
    app = stage.app()
    async with stage.opened(app) as pilot:
        await app.run_action("choose_theme")
        await pilot.pause(0.2)
        await typed(pilot, "forest")
        await pilot.pause(0.2)
        await typed(pilot, "enter")
        await settled(pilot)
        assert app.theme == "forest"
    assert load_settings(stage.settings_folder).theme == "forest"


async def test_each_is_shown_while_one_goes_along_them_and_escape_puts_back_the_one_before(stage: Stage) -> None:
    app = stage.app(theme="paper")
    async with stage.opened(app) as pilot:
        await app.run_action("choose_theme")
        await pilot.pause(0.2)
        assert app.theme == "paper"
        assert "✓ paper" in shown(app)
        await typed(pilot, "down")
        assert app.theme == "evening"
        await typed(pilot, "down")
        assert app.theme == "forest"
        panel = app.screen.query_one("#--container").styles.background
        assert panel == Color.parse(str(themes.THEMES["forest"].panel)), "the palette itself"
        await typed(pilot, "escape")
        assert app.theme == "paper"
    assert load_settings(stage.settings_folder).theme == ""


async def test_a_lock_in_the_middle_of_choosing_puts_back_the_one_before(stage: Stage) -> None:
    app = stage.app(theme="paper")
    async with stage.opened(app) as pilot:
        await app.run_action("choose_theme")
        await pilot.pause(0.2)
        await typed(pilot, "down", "ctrl+l")
        assert not app.session.is_open
        assert app.theme == "paper"


async def test_an_unknown_one_falls_back(stage: Stage) -> None:
    app = stage.app(theme="no-such-theme")
    async with stage.opened(app):
        assert app.theme == themes.DEFAULT


@pytest.mark.parametrize("theme", ["contrast-dark", "morning"])
async def test_a_theme_for_the_eyes(stage: Stage, screen_snapshot: SnapshotAssertion, theme: str) -> None:
    async with stage.opened(stage.app(theme=theme), size=(120, 40)) as pilot:
        assert await picture(pilot) == screen_snapshot


@pytest.mark.parametrize("name", ["evening", "ansi-dark", "ansi-light"])
async def test_without_colour_nothing_is_lost(stage: Stage, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app = stage.app(theme=name)
    async with stage.opened(app, size=(120, 40), tab="goals"):
        assert app.no_color
        text = shown(app)
        assert text.count("▸") == 1
        assert "PRIVATE" in text
        strips = app.screen._compositor.render_strips()
        colours = {
            (segment.style.color, segment.style.bgcolor)
            for strip in strips
            for segment in strip.apply_filter(app.get_line_filters()[-1], app.screen.styles.background)
            if segment.style
        }
        assert all(_is_grey(colour) for pair in colours for colour in pair if colour is not None)


def _is_grey(colour: object) -> bool:
    triplet = getattr(colour, "triplet", None)
    return triplet is None or len(set(triplet)) == 1


def test_the_settings_know_every_theme_in_the_order_of_the_offer() -> None:
    assert tuple(themes.THEMES) == THEMES
