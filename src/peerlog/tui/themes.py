"""The colours: calm papers by day, quiet ones by night, two for high contrast, two that are the terminal's own."""

from __future__ import annotations

from textual.theme import Theme

DEFAULT = "evening"


def _calm(
    name: str,
    *,
    ground: str,
    raised: str,
    text: str,
    quiet: str,
    accent: str,
    cursor: str,
    private: str,
    shared: str,
    warning: str,
    error: str,
    dark: bool,
) -> Theme:
    """A theme of few colours: one accent, one quiet tone for what matters less, one for each space."""
    return Theme(
        name,
        primary=accent,
        secondary=shared,
        accent=accent,
        warning=warning,
        error=error,
        success=accent,
        foreground=text,
        background=ground,
        surface=ground,
        panel=raised,
        dark=dark,
        text_alpha=1.0,
        variables={
            "quiet": quiet,
            "space-private": private,
            "space-shared": shared,
            "cursor-line": cursor,
            "block-cursor-background": cursor,
            "block-cursor-foreground": text,
            "block-cursor-text-style": "none",
            "block-cursor-blurred-background": ground,
            "block-cursor-blurred-foreground": text,
            "block-hover-background": raised,
            "input-cursor-background": accent,
            "input-cursor-foreground": ground,
            "input-cursor-text-style": "none",
            "input-selection-background": cursor,
            "border": accent,
            "border-blurred": quiet,
            "scrollbar": raised,
            "scrollbar-hover": quiet,
            "scrollbar-active": accent,
            "scrollbar-background": ground,
            "scrollbar-background-hover": ground,
            "scrollbar-background-active": ground,
            "scrollbar-corner-color": ground,
        },
    )


EVENING = _calm(
    "evening",
    ground="#1b1d22",
    raised="#272a31",
    text="#d7d3c8",
    quiet="#8d8f96",
    accent="#e0b36a",
    cursor="#31343d",
    private="#a9b9d6",
    shared="#93c9a1",
    warning="#e3c46f",
    error="#ea8f82",
    dark=True,
)
FOREST = _calm(
    "forest",
    ground="#121a17",
    raised="#1e2a25",
    text="#d3ddd3",
    quiet="#83968c",
    accent="#8fcdae",
    cursor="#263630",
    private="#b3b9e3",
    shared="#e2bd84",
    warning="#dfc673",
    error="#e8958a",
    dark=True,
)
PAPER = _calm(
    "paper",
    ground="#f6f1e6",
    raised="#ebe4d4",
    text="#33302a",
    quiet="#6a6254",
    accent="#8c4a1e",
    cursor="#e6dcc4",
    private="#3d5488",
    shared="#2f6b45",
    warning="#7a5600",
    error="#a32c1f",
    dark=False,
)
MORNING = _calm(
    "morning",
    ground="#f7f8fa",
    raised="#e9edf2",
    text="#2b2f36",
    quiet="#5d6470",
    accent="#1f5f8f",
    cursor="#dbe5ee",
    private="#6a3d8c",
    shared="#23694c",
    warning="#785500",
    error="#a3263c",
    dark=False,
)
CONTRAST_DARK = _calm(
    "contrast-dark",
    ground="#000000",
    raised="#1c1c1c",
    text="#ffffff",
    quiet="#c8c8c8",
    accent="#ffd75f",
    cursor="#00407a",
    private="#8fd0ff",
    shared="#8cff9e",
    warning="#ffe066",
    error="#ff9b8f",
    dark=True,
)
CONTRAST_LIGHT = _calm(
    "contrast-light",
    ground="#ffffff",
    raised="#eeeeee",
    text="#000000",
    quiet="#3d3d3d",
    accent="#0037a6",
    cursor="#ffe680",
    private="#5a0084",
    shared="#004d1a",
    warning="#5c4000",
    error="#8f0014",
    dark=False,
)


def _terminal(name: str, *, dark: bool) -> Theme:
    """The terminal's own colours on its own ground, which may be transparent."""
    strong = "ansi_bright_" if dark else "ansi_"
    return Theme(
        name,
        ansi=True,
        primary=f"{strong}blue",
        secondary=f"{strong}green",
        accent=f"{strong}blue",
        warning=f"{strong}yellow" if dark else "ansi_red",
        error=f"{strong}red",
        success=f"{strong}green",
        foreground="ansi_default",
        background="ansi_default",
        surface="ansi_default",
        panel="ansi_default",
        boost="ansi_default",
        dark=dark,
        variables={
            "quiet": "ansi_white" if dark else "ansi_bright_black",
            "space-private": f"{strong}cyan" if dark else "ansi_blue",
            "space-shared": f"{strong}green",
            "cursor-line": "ansi_bright_black" if dark else "ansi_white",
            "ansi-background": "ansi_black" if dark else "ansi_white",
            "ansi-foreground": "ansi_white" if dark else "ansi_black",
            "block-cursor-background": "ansi_bright_black" if dark else "ansi_white",
            "block-cursor-foreground": "ansi_bright_white" if dark else "ansi_black",
            "block-cursor-text-style": "bold",
            "block-cursor-blurred-background": "ansi_default",
            "block-cursor-blurred-foreground": "ansi_default",
            "block-hover-background": "ansi_default",
            "input-cursor-background": "ansi_white" if dark else "ansi_black",
            "input-cursor-foreground": "ansi_black" if dark else "ansi_white",
            "input-selection-background": "ansi_blue" if dark else "ansi_cyan",
            "input-selection-foreground": "ansi_bright_white" if dark else "ansi_black",
            "screen-selection-background": "ansi_blue" if dark else "ansi_cyan",
            "screen-selection-foreground": "ansi_bright_white" if dark else "ansi_black",
            "border": f"{strong}blue",
            "border-blurred": "ansi_white" if dark else "ansi_bright_black",
            "scrollbar": "ansi_bright_black" if dark else "ansi_white",
            "scrollbar-hover": "ansi_white" if dark else "ansi_bright_black",
            "scrollbar-active": f"{strong}blue",
            "scrollbar-background": "ansi_default",
            "scrollbar-background-hover": "ansi_default",
            "scrollbar-background-active": "ansi_default",
            "scrollbar-corner-color": "ansi_default",
        },
    )


THEMES: dict[str, Theme] = {
    theme.name: theme
    for theme in (
        EVENING,
        FOREST,
        PAPER,
        MORNING,
        CONTRAST_DARK,
        CONTRAST_LIGHT,
        _terminal("ansi-dark", dark=True),
        _terminal("ansi-light", dark=False),
    )
}
"""Every theme by its name in the settings, in the order in which they are offered."""
