"""The journey as a tree, built where it is looked at and patched by each Change."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import count
from typing import Any, TypeAlias

from PySide6.QtCore import QAbstractItemModel, QMimeData, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont, QGuiApplication

from journey_editor.model import (
    Cell,
    Challenge,
    Change,
    Flow,
    Journey,
    JourneyInfo,
    Lane,
    Metric,
    Note,
    Opportunity,
    Record,
    Role,
    Stage,
    Touchpoint,
    Track,
)
from journey_editor.model.operations import ATTACHED, parent_of
from journey_editor.model.records import text_of

from .surroundings import shown_text
from .words import emotion_name, group_name, type_name

Index: TypeAlias = QModelIndex | QPersistentModelIndex

MIME = "application/x-journey-editor-outline"
ROOT = "root"
GROUPS: tuple[type[Record], ...] = (Role, Track, Lane, Note, Flow)
_GROUP_KEYS = {cls.type for cls in GROUPS}
_AT_ONCE = 2000
_ROLE = Qt.ItemDataRole


class Node:
    """A row of the tree: a record's id, or a group's type. `children` is None until somebody looks."""

    __slots__ = ("key", "serial", "parent", "row", "children")

    def __init__(self, key: str, serial: int, parent: Node | None, row: int) -> None:
        self.key = key
        self.serial = serial
        self.parent = parent
        self.row = row
        self.children: list[Node] | None = None


def place_of(record: Record) -> str:
    """Return the key of the row that a record stands under."""
    parent = parent_of(record)
    return parent or (ROOT if isinstance(record, Stage) else record.type)


def keys_under(journey: Journey, key: str) -> list[str]:
    """Return the keys of the rows under a row, in order."""
    if key == ROOT:
        groups = [cls.type for cls in GROUPS if _any_member(journey, cls)]
        return [stage.id for stage in journey.stages] + groups
    record = journey.get(key)
    if record is None:
        return [record.id for cls in GROUPS if cls.type == key for record in _members(journey, cls)]
    types: tuple[type[Record], ...] = ()
    if isinstance(record, Stage):
        types = (Touchpoint, *ATTACHED, Note)
    elif isinstance(record, Touchpoint):
        types = (*ATTACHED, Note)
    elif isinstance(record, (Challenge, Metric, Opportunity)):
        types = (Note,)
    # A challenge's opportunities point at it too, but stand under what they are about.
    return [child.id for cls in types for child in journey.children(key, cls) if parent_of(child) == key]


def _members(journey: Journey, cls: type[Record]) -> Iterator[Record]:
    if cls is Note:
        return (note for note in journey.all(Note) if note.about is None)
    return iter(journey.all(cls))


def _any_member(journey: Journey, cls: type[Record]) -> bool:
    return journey.count(cls) > 0 and (cls is not Note or next(_members(journey, cls), None) is not None)


class OutlineModel(QAbstractItemModel):
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
        self._serials = count(1)
        self._by_serial: dict[int, Node] = {}
        self._by_key: dict[str, Node] = {}
        self.found = 0
        self._shown = self._matching() if self._words else None
        self._root = Node(ROOT, 0, None, 0)
        self._by_key[ROOT] = self._root
        self._root.children = self._new_nodes(self._root, self._keys(self._root))
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

    def _keys(self, node: Node) -> list[str]:
        keys = keys_under(self.journey, node.key)
        return keys if self._shown is None else [key for key in keys if key in self._shown]

    def _new_nodes(self, parent: Node, keys: Iterable[str], first: int = 0) -> list[Node]:
        made = []
        for row, key in enumerate(keys, first):
            node = Node(key, next(self._serials), parent, row)
            self._by_serial[node.serial] = self._by_key[key] = node
            made.append(node)
        return made

    # -- indexes and records -----------------------------------------------------------------------------------------

    def node(self, index: Index) -> Node:
        """Return the row of an index, the root for an invalid one."""
        return self._by_serial[index.internalId()] if index.isValid() else self._root

    def id_at(self, index: Index) -> str | None:
        """Return the id of the record at an index, or None for a group."""
        key = self.node(index).key
        return key if key in self.journey else None

    def index_of(self, id_: str) -> QModelIndex:
        """Return the index of a record, building what it stands under; an invalid one where it is not shown."""
        node = self._by_key.get(id_)
        record = self.journey.get(id_)
        if node is None and record is not None:
            place = place_of(record)
            if place != ROOT and not self.index_of(place).isValid():
                return QModelIndex()
            above = self._by_key.get(place)
            if above is not None and above.children is None:
                self.fetchMore(self._index(above))
            node = self._by_key.get(id_)
        return QModelIndex() if node is None else self._index(node)

    def _index(self, node: Node) -> QModelIndex:
        return QModelIndex() if node is self._root else self.createIndex(node.row, 0, node.serial)

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:
        """Return the index of a row under another."""
        children = self.node(parent).children
        if children is None or column != 0 or not 0 <= row < len(children):
            return QModelIndex()
        return self.createIndex(row, 0, children[row].serial)

    def parent(self, index: Index = QModelIndex()) -> QModelIndex:
        """Return the index of the row above."""
        above = self.node(index).parent
        return QModelIndex() if above is None else self._index(above)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802
        """Return 1."""
        return 1

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802
        """Return how many rows under another have been built."""
        return len(self.node(parent).children or ())

    def hasChildren(self, parent: Index = QModelIndex()) -> bool:  # noqa: N802
        """Return whether there are rows under another, built or not."""
        node = self.node(parent)
        return bool(self._keys(node)) if node.children is None else bool(node.children)

    def canFetchMore(self, parent: Index) -> bool:  # noqa: N802
        """Return whether rows under another are still to be built."""
        node = self.node(parent)
        return node.children is None and bool(self._keys(node))

    def fetchMore(self, parent: Index) -> None:  # noqa: N802
        """Build the rows under another."""
        node = self.node(parent)
        if node.children is None:
            self._insert(node, 0, self._keys(node))

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
        if not records or self.filtered or len({type(record) for record in records}) != 1:
            return None
        if not _may_stand(records[0], node.key, self.journey.get(node.key)) or node.key in ids:
            return None
        place = node.key if node.key in self.journey else None
        if row < 0:
            return ids, place, None
        before = [child.key for child in (node.children or [])[:row] if child.key not in ids]
        first = records[0]
        alike = [key for key in before if type(other := self.journey.get(key)) is type(first)
                 and (not isinstance(first, Cell) or other.lane == first.lane)]
        return ids, place, len(alike)

    # -- following a change ------------------------------------------------------------------------------------------

    def follow(self, change: Change) -> None:
        """Patch the rows that a change names."""
        if self.filtered or len(change) > _AT_ONCE:
            self.show_journey(self.journey, self._words)
            return
        moved: dict[str, None] = {}
        told: dict[str, None] = {}
        for id_, (before, after) in change.edits.items():
            if before is None or after is None or _place(before) != _place(after):
                for record in filter(None, (before, after)):
                    moved[place_of(record)] = None
                    if type(record) in GROUPS:
                        moved[ROOT] = None
            told[id_] = None
            if after is not None and id_ in self.journey and text_of(after) != (text_of(before) if before else ""):
                tellers = (one for one in self.journey.referrers(id_) if isinstance(one, (Flow, Cell)))
                told.update((one.id, None) for one in tellers)
        if ROOT in moved:
            told.update((stage.id, None) for stage in self.journey.stages)  # their numbers
        nodes = [node for key in moved if (node := self._by_key.get(key)) is not None]
        # What goes goes first, so that a card that moves is never in two places; a row may go with the one above it.
        for patch in (self._remove_gone, self._arrange):
            for node in nodes:
                if self._by_key.get(node.key) is node:
                    patch(node)
        for key in told:
            if (found := self._by_key.get(key)) is not None:
                index = self._index(found)
                self.dataChanged.emit(index, index)

    def _remove_gone(self, node: Node) -> None:
        if node.children is None:
            return
        stay = set(self._keys(node))
        row = len(node.children) - 1
        while row >= 0:
            last = row
            while row >= 0 and node.children[row].key not in stay:
                row -= 1
            if row < last:
                self.beginRemoveRows(self._index(node), row + 1, last)
                for gone in node.children[row + 1:last + 1]:
                    self._forget(gone)
                del node.children[row + 1:last + 1]
                _number(node.children)
                self.endRemoveRows()
            row -= 1

    def _forget(self, node: Node) -> None:
        del self._by_serial[node.serial]
        if self._by_key.get(node.key) is node:
            del self._by_key[node.key]
        for child in node.children or ():
            self._forget(child)

    def _arrange(self, node: Node) -> None:
        """Bring a row's children, from which the gone ones are removed, into order and add the new ones."""
        if node.children is None and node.key in _GROUP_KEYS:
            return  # a group that is there is never empty, so nothing about its row changes
        keys = self._keys(node)
        if node.children is None:
            self._insert(node, 0, keys)
            return
        present = [child.key for child in node.children]
        known = set(present)
        kept = [key for key in keys if key in known]
        if kept != present:
            self._reorder(node, kept)
        row = 0
        while row < len(keys):
            if row < len(node.children) and node.children[row].key == keys[row]:
                row += 1
                continue
            end = row
            while end < len(keys) and keys[end] not in known:
                end += 1
            self._insert(node, row, keys[row:end])
            row = end

    def _insert(self, node: Node, row: int, keys: Sequence[str]) -> None:
        if not keys:
            return
        self.beginInsertRows(self._index(node), row, row + len(keys) - 1)
        children = node.children or []
        node.children = [*children[:row], *self._new_nodes(node, keys, row), *children[row:]]
        _number(node.children)
        self.endInsertRows()

    def _reorder(self, node: Node, keys: Sequence[str]) -> None:
        assert node.children is not None
        self.layoutAboutToBeChanged.emit()
        old = {child.key: child for child in node.children}
        before = [self._index(child) for child in node.children]
        children = list(node.children)
        node.children = [old[key] for key in keys]
        _number(node.children)
        self.changePersistentIndexList(before, [self._index(child) for child in children])
        self.layoutChanged.emit()


def _place(record: Record) -> tuple[Any, ...]:
    return place_of(record), getattr(record, "order", 0), getattr(record, "lane", None)


def _number(nodes: Iterable[Node]) -> None:
    for row, node in enumerate(nodes):
        node.row = row


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
