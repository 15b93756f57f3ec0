"""Icons from the shipped line drawings, in any colour and sharp at any size and screen scale."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QByteArray, QRect, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from journey_editor.shipped import find

FAINT = 0.38
"""How much of its colour is left of an icon that cannot be clicked."""


def icon(name: str, color: QColor | str) -> QIcon:
    """Return the icon of a name such as "folder-open" in a colour; raise `FileNotFoundError` if there is none.

    The same icon is returned again for the same name and colour. Nothing is drawn before it is shown.
    """
    return _icon(name, QColor(color).name())


def app_icon() -> QIcon:
    """Return the program's own icon."""
    return QIcon(str(find("resources", "icons/journey-editor.svg")))


_COPIES: list[QIconEngine] = []


@cache
def _icon(name: str, color: str) -> QIcon:
    drawing = find("resources", f"icons/{name}.svg").read_bytes()
    return QIcon(_LineEngine(drawing.replace(b"currentColor", color.encode())))


class _LineEngine(QIconEngine):
    """Draws one recoloured drawing; each size is drawn once."""

    def __init__(self, drawing: bytes) -> None:
        super().__init__()
        self._drawing = drawing
        self._renderer: QSvgRenderer | None = None
        self._pixmaps: dict[tuple[int, int, bool], QPixmap] = {}

    def clone(self) -> QIconEngine:
        """Return an engine for a copy of the icon."""
        # WORKAROUND: PySide6 6.11 drops the copy when the last Python name for it goes, and Qt still uses it.
        copy = _LineEngine(self._drawing)
        _COPIES.append(copy)
        return copy

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        """Draw the icon as large as fits into the rectangle."""
        side = min(rect.width(), rect.height())
        box = QRect(0, 0, side, side)
        box.moveCenter(rect.center())
        painter.drawPixmap(box, self.pixmap(box.size() * painter.device().devicePixelRatio(), mode, state))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        """Return the icon in a size given in pixels of the screen."""
        faint = mode == QIcon.Mode.Disabled
        key = (size.width(), size.height(), faint)
        made = self._pixmaps.get(key)
        if made is None:
            made = self._pixmaps[key] = self._faded(self._drawn(size)) if faint else self._drawn(size)
        return made

    def _drawn(self, size: QSize) -> QPixmap:
        if self._renderer is None:
            self._renderer = QSvgRenderer(QByteArray(self._drawing))
        made = QPixmap(size)
        made.fill(Qt.GlobalColor.transparent)
        painter = QPainter(made)
        self._renderer.render(painter)
        painter.end()
        return made

    def _faded(self, drawn: QPixmap) -> QPixmap:
        # The whole drawing is faded, not its strokes: where they cross they would show through one another.
        made = QPixmap(drawn.size())
        made.fill(Qt.GlobalColor.transparent)
        painter = QPainter(made)
        painter.setOpacity(FAINT)
        painter.drawPixmap(0, 0, drawn)
        painter.end()
        return made
