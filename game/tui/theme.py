"""The look: ink on paper, a state paper rather than a dashboard; by day and by lamplight."""

from __future__ import annotations

from textual.theme import Theme

DARK = "sidelines-dark"
LIGHT = "sidelines-light"


def own_variables(theme: Theme) -> dict[str, str]:
    """The game's own variables under a theme that does not know them."""
    if theme.ansi:
        return {
            "ours": "ansi_cyan" if theme.dark else "ansi_blue",
            "theirs": "ansi_yellow" if theme.dark else "ansi_red",
            "muted": "ansi_default",
            "rule": "ansi_bright_black",
            "seal": "ansi_default",
        }
    colours = theme.to_color_system().generate()
    return {
        "ours": colours["secondary"],
        "theirs": colours["accent"],
        "muted": colours["foreground-darken-1"],
        "rule": colours["foreground-darken-3"],
        "seal": colours["primary"],
    }


LAMPLIGHT = Theme(
    name=DARK,
    primary="#c9a961",
    secondary="#8db4d8",
    accent="#e0a088",
    foreground="#e8e1d1",
    background="#14161a",
    surface="#1b1e23",
    panel="#252930",
    success="#9cbf92",
    warning="#dcb863",
    error="#e88d7d",
    dark=True,
    variables={
        "ours": "#8db4d8",
        "theirs": "#e0a088",
        "muted": "#a39d90",
        "rule": "#4d525b",
        "seal": "#c9a961",
        "block-cursor-background": "#c9a961",
        "block-cursor-foreground": "#14161a",
        "block-cursor-text-style": "bold",
        "input-selection-background": "#c9a961 35%",
        "border": "#c9a961",
        "border-blurred": "#4d525b",
        "scrollbar": "#3a3f48",
        "scrollbar-hover": "#5a606b",
        "scrollbar-active": "#c9a961",
        "scrollbar-background": "#14161a",
        "scrollbar-corner-color": "#14161a",
    },
)

DAYLIGHT = Theme(
    name=LIGHT,
    primary="#7d2f2a",
    secondary="#1f4d7a",
    accent="#8a3b1c",
    foreground="#22201b",
    background="#f7f2e6",
    surface="#f1ead9",
    panel="#e6dcc5",
    success="#33652d",
    warning="#7a5600",
    error="#a12820",
    dark=False,
    variables={
        "ours": "#1f4d7a",
        "theirs": "#8a3b1c",
        "muted": "#665f50",
        "rule": "#b9ae95",
        "seal": "#7d2f2a",
        "block-cursor-background": "#7d2f2a",
        "block-cursor-foreground": "#f7f2e6",
        "block-cursor-text-style": "bold",
        "input-selection-background": "#7d2f2a 25%",
        "border": "#7d2f2a",
        "border-blurred": "#b9ae95",
        "scrollbar": "#d3c9b2",
        "scrollbar-hover": "#b9ae95",
        "scrollbar-active": "#7d2f2a",
        "scrollbar-background": "#f7f2e6",
        "scrollbar-corner-color": "#f7f2e6",
    },
)

THEMES = {theme.name: theme for theme in (LAMPLIGHT, DAYLIGHT)}
