"""How the window looks: as one of the looks, or as the system."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication

from journey_editor.drawing.fonts import FAMILIES
from journey_editor.drawing.looks import LIGHT, LOOKS, Look, look_for, palette, set_window_look
from journey_editor.shipped import find

from .settings import Settings


def style_sheet(look: Look) -> str:
    """Return what the Fusion style's palette cannot say: flat bars, slim scroll bars, what is pressed."""
    pressed = f"background: {look.label}; border: 1px solid {look.selection};"
    # Fusion outlines what can be ticked in a darker shade of the window, which on a dark one is not seen.
    tick = find("resources", "icons/check.svg").as_posix()
    ticks = f"""
        QCheckBox::indicator:unchecked, QListView::indicator:unchecked, QTableView::indicator:unchecked {{
        border: 1px solid {look.muted}; border-radius: 3px; background: {look.base}; width: 12px; height: 12px; }}
        QCheckBox::indicator:checked, QListView::indicator:checked, QTableView::indicator:checked {{
        border: 1px solid {look.selection}; border-radius: 3px; background: {look.selection}; width: 12px; height: 12px;
        image: url("{tick}"); }}"""
    return f"""
        QToolBar {{ border: 0; border-bottom: 1px solid {look.border}; padding: 1px 8px; spacing: 1px; }}
        QToolBar::separator {{ background: {look.border}; width: 1px; margin: 6px 7px; }}
        QToolButton {{ border: 1px solid transparent; border-radius: 5px; padding: 3px; }}
        QToolBar QToolButton {{ padding: 5px; }}
        QToolButton[tight="true"] {{ padding: 1px; }}
        QToolButton:hover {{ background: {look.label}; }}
        QToolButton:pressed, QToolButton:checked {{ {pressed} }}
        QToolButton:focus {{ border: 1px solid {look.selection}; }}
        QToolButton::menu-indicator {{ image: none; }}
        QStatusBar {{ border-top: 1px solid {look.border}; }}
        QStatusBar::item {{ border: 0; }}
        QMainWindow::separator {{ background: {look.border}; width: 1px; height: 1px; }}
        QDockWidget::title {{ padding: 5px 10px; background: {look.window}; }}
        QScrollBar:vertical {{ background: transparent; width: 11px; margin: 0; }}
        QScrollBar:horizontal {{ background: transparent; height: 11px; margin: 0; }}
        QScrollBar::handle {{ background: {look.border}; border-radius: 3px; }}
        QScrollBar::handle:vertical {{ min-height: 32px; margin: 2px 2px 2px 3px; }}
        QScrollBar::handle:horizontal {{ min-width: 32px; margin: 3px 2px 2px 2px; }}
        QScrollBar::handle:hover {{ background: {look.muted}; }}
        QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
        QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
        QAbstractScrollArea::corner {{ background: transparent; border: 0; }}
        QLineEdit, QPlainTextEdit, QListView[field="true"] {{ background: {look.base}; border: 1px solid {look.border};
                                                              border-radius: 4px; }}
        QLineEdit {{ padding: 3px 2px; }}
        QLineEdit:focus, QPlainTextEdit:focus, QListView[field="true"]:focus {{ border: 1px solid {look.selection}; }}
        QTableView {{ gridline-color: {look.border}; }}
        {ticks if look.dark else ""}
        QPushButton[main="true"] {{ background: {look.header}; color: #ffffff; border: 1px solid {look.header};
                                    border-radius: 5px; padding: 4px 16px; }}
        QPushButton[main="true"]:hover, QPushButton[main="true"]:focus {{ border: 1px solid {look.selection}; }}
        #notice {{ background: {look.card}; border: 1px solid {look.border}; border-radius: 8px; }}
    """


class Appearance(QObject):
    """Gives the application (its style is Fusion) the look of the settings. `changed(Look)` when it is another one."""

    changed = Signal(object)

    def __init__(self, app: QApplication, settings: Settings) -> None:
        super().__init__(app)
        self._app = app
        self._settings = settings
        self.look = LIGHT
        self._set_font()
        app.styleHints().colorSchemeChanged.connect(self._follow_system)
        self._apply()

    def choose(self, name: str) -> None:
        """Use a look by its name, or "system" for that of the system, from now on."""
        self._settings.look = name
        self._apply()

    def _set_font(self) -> None:
        font = QFont(self._app.font())
        # The system's own font first: it is what its other windows speak in. Ours has what it may lack.
        font.setFamilies([font.family(), *FAMILIES])
        self._app.setFont(font)

    def _follow_system(self) -> None:
        if self._settings.look == "system":
            self._apply()

    def _apply(self) -> None:
        of_system = look_for(self._app.styleHints().colorScheme() == Qt.ColorScheme.Dark)
        self.look = LOOKS.get(self._settings.look, of_system)
        set_window_look(self.look)
        self._app.setPalette(palette(self.look))
        self._app.setStyleSheet(style_sheet(self.look))
        self.changed.emit(self.look)
