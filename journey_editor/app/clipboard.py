"""The clipboard between the map, the fields in which one types, and other programs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from journey_editor.model import Journey

if TYPE_CHECKING:
    from journey_editor.canvas.view import CanvasView
    from journey_editor.exchange import Pasted
    from journey_editor.panels.table import TablePanel

_MOST_REMARKS = 3


def connect_clipboard(canvas: CanvasView, show_message: Callable[[str], None]) -> None:
    """Let the canvas exchange tables with other programs; `show_message` gets what was guessed while reading one."""

    def recognise(html: str, text: str) -> Pasted:
        from journey_editor.exchange import recognise_clipboard

        from .translation import translated

        found = recognise_clipboard(html, text)
        if found.remarks:
            show_message(" ".join(translated(remark) for remark in found.remarks[:_MOST_REMARKS]))
        return found

    canvas.recognise = recognise
    canvas.tabulate = _tabulate


def _tabulate(what: Journey | Sequence[str]) -> tuple[str, str]:
    from journey_editor.exchange import clipboard_list, clipboard_map

    return clipboard_map(what) if isinstance(what, Journey) else clipboard_list(what)


def connect_table(panel: TablePanel) -> None:
    """Let cells of the table go to other programs as cells, and come from them."""

    def give(rows: Sequence[Sequence[str]]) -> None:
        from journey_editor.exchange import clipboard_cells

        data = QMimeData()
        html, text = clipboard_cells(rows)
        data.setHtml(html)
        data.setText(text)
        QGuiApplication.clipboard().setMimeData(data)

    def take() -> None:
        from journey_editor.exchange import cells_from_clipboard

        data = QGuiApplication.clipboard().mimeData()
        panel.paste(cells_from_clipboard(data.html(), data.text()))

    panel.copied.connect(give)
    panel.paste_wanted.connect(take)


def cut(canvas: CanvasView) -> None:
    """Cut what is marked in the field or table that has the focus, else what is selected on the map."""
    field = _field()
    field.cut() if field else canvas.cut_selected()


def copy(canvas: CanvasView) -> None:
    """Copy what is marked in the field or table that has the focus, else what is selected on the map."""
    field = _field()
    field.copy() if field else canvas.copy_selected()


def paste(canvas: CanvasView) -> None:
    """Paste into the field or table that has the focus, else on the map."""
    field = _field()
    field.paste() if field else canvas.paste()


@runtime_checkable
class _Editable(Protocol):
    """Whatever has the focus and cuts, copies and pastes by itself: fields in which one types, the table's grid."""

    def cut(self) -> object: ...

    def copy(self) -> object: ...

    def paste(self) -> object: ...


def _field() -> _Editable | None:
    """Return what has the focus, if that cuts, copies and pastes by itself."""
    from PySide6.QtWidgets import QComboBox  # here for start-up time, which the making of Qt's enums takes a part of

    widget = QApplication.focusWidget()
    if isinstance(widget, QComboBox) and widget.isEditable():
        widget = widget.lineEdit()
    return widget if isinstance(widget, _Editable) else None
