"""The journey as a tree, built where it is looked at and patched by each Change."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from PySide6.QtCore import QItemSelection, QMimeData, QModelIndex, QObject, Qt
from PySide6.QtGui import QFont, QGuiApplication

from journey_editor.model import (
    Cell, Challenge, Change, Flow, Journey, JourneyInfo, Lane, Metric, Note, Opportunity, Record, Role, Stage,
    Touchpoint, Track)
from journey_editor.model.operations import ATTACHED
from journey_editor.model.records import RECORD_TYPES, text_of

from .lazy_tree import ROOT, Index, LazyTree, Node
from .surroundings import shown_text
from .words import emotion_name, group_name, type_name

MIME = "application/x-journey-editor-outline"
GROUPS: tuple[type[Record], ...] = (Role, Track, Lane, Note, Flow)
_GROUP_KEYS = {cls.type for cls in GROUPS}
_UNDER: dict[type[Record], tuple[type[Record], ...]] = {
    Stage: (Touchpoint, *ATTACHED, Note), Touchpoint: (*ATTACHED, Note),
    Challenge: (Note,), Metric: (Note,), Opportunity: (Note,)}
"""The types of what stands under a record of a type, in order."""

_AT_ONCE = 2000
_ROLE = Qt.ItemDataRole


def place_of(record: Record) -> str:
    """Return the key of the row that a record stands under."""
    return record.parent or (ROOT if isinstance(record, Stage) else record.type)


def keys_under(journey: Journey, key: str) -> list[str]:
    """Return the keys of the rows under a row, in order."""
    if key == ROOT:
        groups = [cls.type for cls in GROUPS if _any_member(journey, cls)]
        return [stage.id for stage in journey.stages] + groups
    if key in _GROUP_KEYS:
        return [record.id for record in _members(journey, RECORD_TYPES[key])]
    record = journey.get(key)
    if record is None:
        return []
    # A challenge's opportunities point at it too, but stand under what they are about.
    return [child.id for cls in _UNDER.get(type(record), ()) for child in journey.children(key, cls)
            if child.parent == key]


def _members(journey: Journey, cls: type[Record]) -> Iterator[Record]:
    if cls is Note:
        return (note for note in journey.all(Note) if note.about is None)
    return iter(journey.all(cls))


def _any_member(journey: Journey, cls: type[Record]) -> bool:
    return journey.count(cls) > 0 and (cls is not Note or next(_members(journey, cls), None) is not None)


class OutlineModel(LazyTree):
    """Stages, touchpoints and what is attached to them, then the groups of all else.

    `rename(id, text)` and `move(ids, parent, index)` are called where the user edits in the tree; `mark(record)` gives
    the sign before a row.
    """

    def __init__(self, journey: Journey, mark: Callable[[Record], Any], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rename: Callable[[str, str], bool] = lambda id_, text: False
        self.move: Callable[[Sequence[str], str | None, int | None], bool] = lambda ids, parent, index: False
        self._mark = mark
        self._bold = QFont()
        self._bold.setBold(True)
        self.show_journey(journey)

    # -- what is shown -----------------------------------------------------------------------------------------------

    def show_journey(self, journey: Journey, words: str = "") -> None:
        """Show another journey, or the same one afresh: all of it, or only what holds the words."""
        self.beginResetModel()
        self._words = words.strip().casefold()
        self.journey = journey
        self.found = 0
        self._shown = self._matching() if self._words else None
        self.rebuild()
        self.endResetModel()

    @property
    def filtered(self) -> bool:
        """Whether only what holds certain words is shown."""
        return self._shown is not None

    def show_only(self, words: str) -> None:
        """Show only records that hold the words, and what they stand under; "" shows all. `found` counts the former."""
        self.show_journey(self.journey, words)

    def _matching(self) -> set[str]:
        shown: set[str] = set()
        self.found = 0
        for record in self.journey:
            if self._words in text_of(record).casefold() and not isinstance(record, JourneyInfo):
                self.found += 1
                shown.add(record.id)
                place = place_of(record)
                while place != ROOT and place not in shown:
                    shown.add(place)
                    above = self.journey.get(place)
                    place = ROOT if above is None else place_of(above)
        return shown

    def keys(self, key: str) -> list[str]:
        """Return what stands under a row, in order."""
        keys = keys_under(self.journey, key)
        return keys if self._shown is None else [key for key in keys if key in self._shown]

    def above(self, key: str) -> str | None:
        """Return under what a record stands; None for a group that is not shown."""
        record = self.journey.get(key)
        return None if record is None or isinstance(record, JourneyInfo) else place_of(record)

    def id_at(self, index: Index) -> str | None:
        """Return the id of the record at an index, or None for a group."""
        key = self.node(index).key
        return key if key in self.journey else None

    def ids_in(self, chosen: QItemSelection) -> set[str]:
        """Return the ids of the records in a selection."""
        return {key for key in self.keys_in(chosen) if key in self.journey}

    def data(self, index: Index, role: int = _ROLE.DisplayRole) -> Any:
        """Return a row's text, sign or words for screen readers."""
        if not index.isValid():
            return None
        key = self.node(index).key
        record = self.journey.get(key)
        if record is None:
            return self._group_data(key, role)
        if role in (_ROLE.DisplayRole, _ROLE.ToolTipRole):
            return self._text(record)
        if role == _ROLE.EditRole:
            return text_of(record)
        if role == _ROLE.DecorationRole:
            return self._mark(record)
        if role == _ROLE.FontRole and isinstance(record, Stage):
            return self._bold
        if role == _ROLE.AccessibleTextRole:
            return self._spoken(record)
        return None

    def _group_data(self, key: str, role: int) -> Any:
        if role in (_ROLE.DisplayRole, _ROLE.AccessibleTextRole):
            return group_name(key) if key in _GROUP_KEYS else ""
        if role == _ROLE.ForegroundRole:
            return QGuiApplication.palette().placeholderText()
        return None

    def _text(self, record: Record) -> str:
        text = shown_text(self.journey, record)
        if isinstance(record, Stage):
            return f"{self.journey.stages.index(record) + 1}. {text}"
        if isinstance(record, Cell):
            return f"{shown_text(self.journey, self.journey[record.lane])}: {text}"
        return text

    def _spoken(self, record: Record) -> str:
        words = f"{type_name(record.type)}: {self._text(record)}"
        if isinstance(record, Touchpoint) and record.emotion is not None:
            words += f", {emotion_name(record.emotion)}"
        return words

    # -- editing in the tree -----------------------------------------------------------------------------------------

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return what can be done with a row."""
        record = self.journey.get(self.node(index).key)
        if record is None:
            # The root takes stages that are dropped between others, a group what belongs to it.
            drop = Qt.ItemFlag.ItemIsDropEnabled
            return drop | Qt.ItemFlag.ItemIsEnabled if index.isValid() else drop
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEditable
        if not self.filtered:
            flags |= Qt.ItemFlag.ItemIsDropEnabled
            if not isinstance(record, Flow):
                flags |= Qt.ItemFlag.ItemIsDragEnabled
        return flags

    def setData(self, index: Index, value: Any, role: int = _ROLE.EditRole) -> bool:  # noqa: N802
        """Rename a record."""
        id_ = self.id_at(index)
        return role == _ROLE.EditRole and id_ is not None and self.rename(id_, str(value))

    def supportedDropActions(self) -> Qt.DropAction:  # noqa: N802
        """Rows are moved, never copied."""
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:  # noqa: N802
        """Return the one type that is dragged here."""
        return [MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:  # noqa: N802
        """Return the ids of what is dragged."""
        data = QMimeData()
        data.setData(MIME, "\n".join(id_ for index in indexes if (id_ := self.id_at(index))).encode())
        return data

    def canDropMimeData(self, data: QMimeData, action: Qt.DropAction, row: int, column: int,  # noqa: N802
                        parent: Index) -> bool:
        """Return whether what is dragged may stand there."""
        return self._target(data, row, parent) is not None

    def dropMimeData(self, data: QMimeData, action: Qt.DropAction, row: int, column: int,  # noqa: N802
                     parent: Index) -> bool:
        """Move what is dragged. The view must not remove the rows that were dragged: the Change has moved them."""
        target = self._target(data, row, parent)
        if target is not None:
            self.move(*target)
        return False

    def _target(self, data: QMimeData, row: int, parent: Index) -> tuple[list[str], str | None, int | None] | None:
        """Return the arguments of `move` for a drop, or None where it makes no sense."""
        ids = bytes(data.data(MIME).data()).decode().split() if data.hasFormat(MIME) else []
        records = [self.journey[id_] for id_ in ids if id_ in self.journey]
        node = self.node(parent)
        if self.filtered or not _are_of_one_type(records):
            return None
        if not _may_stand(records[0], node.key, self.journey.get(node.key)) or node.key in ids:
            return None
        place = node.key if node.key in self.journey else None
        if row < 0:
            return ids, place, None
        return ids, place, self._count_alike(records[0], (node.children or [])[:row], ids)

    def _count_alike(self, record: Record, rows: Sequence[Node], moved: Sequence[str]) -> int:
        """Return how many of some rows, but those that are moved, stand in one order with a record."""
        kind = _kind(record)
        return sum(_kind(self.journey.get(row.key)) == kind for row in rows if row.key not in moved)

    # -- following a change ------------------------------------------------------------------------------------------

    def follow(self, change: Change) -> None:
        """Patch the rows that a change names."""
        if self.filtered or len(change) > _AT_ONCE:
            self.show_journey(self.journey, self._words)
            return
        moved: dict[str, None] = {}
        changed: dict[str, None] = {}
        for id_, (before, after) in change.edits.items():
            moved.update(dict.fromkeys(_rows_around(before, after)))
            changed[id_] = None
            changed.update(dict.fromkeys(self._naming(before, after)))
        if ROOT in moved:
            changed.update((stage.id, None) for stage in self.journey.stages)  # their numbers
        # A group that is there is never empty, so where nobody has looked into it nothing about its row changes.
        self.patch([key for key in moved if key not in _GROUP_KEYS or self.is_built(key)], changed)

    def _naming(self, before: Record | None, after: Record | None) -> list[str]:
        """Return the rows whose texts name a record that is now called otherwise."""
        if after is None or after.id not in self.journey or text_of(after) == (text_of(before) if before else ""):
            return []
        return [one.id for one in self.journey.referrers(after.id) if isinstance(one, (Flow, Cell))]


def _are_of_one_type(records: Sequence[Record]) -> bool:
    return len({type(record) for record in records}) == 1


def _rows_around(before: Record | None, after: Record | None) -> list[str]:
    """Return the rows under which a record comes, goes or moves."""
    if before is not None and after is not None and (before.row, before.order) == (after.row, after.order):
        return []
    return [row for record in (before, after) if record is not None
            for row in (place_of(record), *([ROOT] if type(record) in GROUPS else []))]


def _kind(record: Record | None) -> tuple[object, ...]:
    """Return what those under the same row have in common that stand in one order: their type, and a cell's lane."""
    return type(record), record.lane if isinstance(record, Cell) else None


def _may_stand(record: Record, key: str, above: Record | None) -> bool:
    if isinstance(record, Stage):
        return key == ROOT
    if isinstance(record, Touchpoint):
        return isinstance(above, Stage)
    if isinstance(record, ATTACHED):
        return isinstance(above, (Stage, Touchpoint))
    if isinstance(record, Note) and isinstance(above, (Stage, Touchpoint, Challenge, Metric, Opportunity)):
        return True
    return key == record.type
