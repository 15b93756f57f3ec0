"""Icons in any colour, size and screen scale."""

from __future__ import annotations

import gc
import re

import pytest
from PySide6.QtCore import QCoreApplication, QSize
from PySide6.QtGui import QAction, QColor, QIcon, QPixmap
from PySide6.QtWidgets import QToolBar
from pytestqt.qtbot import QtBot

from journey_editor.drawing.icons import app_icon, icon
from journey_editor.shipped import find

NAMES = sorted(path.stem for path in find("resources", "icons").glob("*.svg") if path.stem != "journey-editor")
SIZE = QSize(20, 20)


def inks(pixmap: QPixmap) -> list[QColor]:
    """Return the colours of all points that are not wholly transparent."""
    image = pixmap.toImage()
    colours = [image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())]
    return [colour for colour in colours if colour.alpha()]


@pytest.mark.parametrize("name", NAMES)
def test_every_icon_is_drawn_in_the_colour_asked_for(qapp: QCoreApplication, name: str) -> None:
    strong = [ink for ink in inks(icon(name, "#ff0000").pixmap(SIZE, 1.0)) if ink.alpha() > 200]
    assert strong
    assert all(ink.red() > 240 and ink.green() < 15 and ink.blue() < 15 for ink in strong)


def test_drawings_take_their_colour_from_the_program() -> None:
    for name in NAMES:
        drawing = find("resources", f"icons/{name}.svg").read_text(encoding="utf-8")
        assert "currentColor" in drawing and not re.search("#[0-9a-f]{3,6}", drawing), name


@pytest.mark.parametrize("ratio", [1.0, 1.25, 2.0, 3.0])
def test_icons_are_drawn_for_the_screen_scale(qapp: QCoreApplication, ratio: float) -> None:
    pixmap = icon("pencil", "black").pixmap(SIZE, ratio)
    assert pixmap.size() == SIZE * ratio
    assert pixmap.devicePixelRatio() == ratio
    # A drawing that was only enlarged is blurred: most of its points are neither ink nor paper.
    grey = [ink for ink in inks(pixmap) if 60 < ink.alpha() < 195]
    assert len(grey) < 0.6 * len(inks(pixmap))


def test_disabled_icons_are_faint(qapp: QCoreApplication) -> None:
    made = icon("save", "#102030")
    enabled, disabled = (made.pixmap(SIZE, 1.0, mode) for mode in (QIcon.Mode.Normal, QIcon.Mode.Disabled))
    assert max(ink.alpha() for ink in inks(enabled)) == 255
    assert 80 < max(ink.alpha() for ink in inks(disabled)) < 110


def test_same_icon_is_returned_again(qapp: QCoreApplication) -> None:
    assert icon("x", "#fff") is icon("x", QColor("white"))
    assert icon("x", "#fff") is not icon("x", "#000")


def test_unknown_icon_is_an_error(qapp: QCoreApplication) -> None:
    with pytest.raises(FileNotFoundError):
        icon("no-such-icon", "black")


def test_icons_outlive_what_shows_them(qtbot: QtBot) -> None:
    for turn in range(20):
        bar = QToolBar()
        qtbot.addWidget(bar)
        for name in NAMES[:10]:
            # An icon that is changed takes a copy of what draws it.
            changed = QIcon(icon(name, "#334455"))
            changed.addPixmap(QPixmap(8, 8), QIcon.Mode.Selected)
            action = QAction(changed, name, bar)
            action.setEnabled(turn % 2 == 0)
            bar.addAction(action)
        bar.grab()
        gc.collect()
    assert inks(icon(NAMES[0], "#334455").pixmap(SIZE, 1.0))


def test_program_has_a_mark(qapp: QCoreApplication) -> None:
    for size in (16, 32, 256):
        assert len(inks(app_icon().pixmap(QSize(size, size), 1.0))) > size * size / 2
    assert QPixmap(str(find("resources", "icons/journey-editor.png"))).size() == QSize(256, 256)
