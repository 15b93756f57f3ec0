"""Looks: every colour that the picture and the window use, by what it is for. To add a look, list it in `LOOKS`."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QColor, QPalette

from journey_editor.model import Sentence


@dataclass(frozen=True, slots=True)
class Look:
    """Colours as `#rrggbb`. The emotion scale, orange to grey to violet, suits colour-blind people."""

    name: str
    title: Sentence
    """What the menu calls it."""

    dark: bool
    """Whether it is for those who want dark windows."""

    background: str
    column: str
    header: str
    header_text: str
    label: str
    label_text: str
    card: str
    border: str
    text: str
    muted: str
    flow: str
    selection: str
    selected_text: str
    challenge: str
    metric: str
    opportunity: str
    note: str
    cell: str
    pleasant: str
    neutral: str
    unpleasant: str
    window: str
    window_text: str
    base: str
    button: str

    def emotion(self, value: float) -> QColor:
        """Return the colour of an emotion from −2 to +2."""
        end = QColor(self.pleasant if value > 0 else self.unpleasant)
        return blend(QColor(self.neutral), end, min(abs(value) / 2, 1.0) ** 0.7)


LIGHT = Look(
    name="light", title=Sentence("Looks", "&Light"), dark=False, background="#f4f6f9", column="#e9edf3",
    header="#1f3a5f", header_text="#ffffff", label="#dde4ee", label_text="#1f3a5f", card="#ffffff",
    border="#c9d2de", text="#1b2430", muted="#5b6777", flow="#60708a", selection="#2563eb", selected_text="#ffffff",
    challenge="#b8430a", metric="#1d5bbf", opportunity="#0b6e66", note="#8a6a00", cell="#5b6777",
    pleasant="#6d3fb0", neutral="#8a94a3", unpleasant="#d9650b", window="#f7f8fa", window_text="#1b2430",
    base="#ffffff", button="#eef1f5")

DARK = Look(
    name="dark", title=Sentence("Looks", "&Dark"), dark=True, background="#171b21", column="#1f252e",
    header="#3b6aa8", header_text="#ffffff", label="#29323e", label_text="#c9d8ee", card="#2a323d",
    border="#414d5c", text="#e8edf4", muted="#a3b0c0", flow="#8fa0b8", selection="#6aa5ff", selected_text="#0b1220",
    challenge="#ff9a62", metric="#7db1ff", opportunity="#4fd0c0", note="#e6c34a", cell="#a3b0c0",
    pleasant="#b995ff", neutral="#8a94a3", unpleasant="#ff9440", window="#1d2229", window_text="#e8edf4",
    base="#161a20", button="#2a313b")

LOOKS = {look.name: look for look in (LIGHT, DARK)}
_window = {"look": LIGHT}


def look_for(dark: bool) -> Look:
    """Return the first look for those who want dark windows, or light ones."""
    return next((look for look in LOOKS.values() if look.dark == dark), LIGHT)


def window_look() -> Look:
    """Return the look of the window. Widgets that paint with it hear of another one by a change of the palette."""
    return _window["look"]


def set_window_look(look: Look) -> None:
    """Give the window another look; whoever does this gives the application the `palette` of the look after it."""
    _window["look"] = look


SERIES = ("#3b6fb6", "#d9650b", "#0f8a7e", "#8a4fbf", "#b08900", "#b43c6e", "#4f7d2a", "#64748b")
"""Colours for roles and tracks that have none of their own, in turn."""


def blend(first: QColor, second: QColor, part: float) -> QColor:
    """Return the colour `part` (0 to 1) of the way from the first to the second."""
    pairs = (first.red(), second.red()), (first.green(), second.green()), (first.blue(), second.blue())
    return QColor(*(round(a + (b - a) * part) for a, b in pairs))


def palette(look: Look) -> QPalette:
    """Return the window palette of a look for the Fusion style: `setColorScheme` needs a platform theme."""
    made = QPalette()
    role = QPalette.ColorRole
    colours = {
        role.Window: look.window, role.WindowText: look.window_text, role.Base: look.base,
        role.AlternateBase: look.column, role.Text: look.text, role.PlaceholderText: look.muted,
        role.Button: look.button, role.ButtonText: look.window_text, role.BrightText: "#ffffff",
        role.ToolTipBase: look.card, role.ToolTipText: look.text, role.Highlight: look.selection,
        role.HighlightedText: look.selected_text, role.Link: look.selection,
        role.LinkVisited: look.pleasant, role.Light: look.card, role.Midlight: look.button, role.Mid: look.border,
        role.Dark: look.muted, role.Shadow: "#000000", role.Accent: look.selection,
    }
    for which, colour in colours.items():
        made.setColor(which, QColor(colour))
    faint = blend(QColor(look.window_text), QColor(look.window), 0.55)
    for which in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, which, faint)
    made.setColor(QPalette.ColorGroup.Disabled, role.Highlight, blend(QColor(look.selection), QColor(look.window), 0.6))
    return made
