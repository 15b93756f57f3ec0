"""A tree of keys that is built where it is looked at, and patched where it changes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import count, groupby
from typing import TypeAlias, overload

from PySide6.QtCore import QAbstractItemModel, QItemSelection, QModelIndex, QObject, QPersistentModelIndex

Index: TypeAlias = QModelIndex | QPersistentModelIndex

ROOT = "root"


class Node:
    """A row of the tree: a record's id, or a group's type. `children` is None until somebody looks."""

    __slots__ = ("key", "serial", "parent", "row", "children")

    def __init__(self, key: str, serial: int, parent: Node | None, row: int) -> None:
        self.key = key
        self.serial = serial
        self.parent = parent
        self.row = row
        self.children: list[Node] | None = None


def _number(nodes: Iterable[Node]) -> None:
    for row, node in enumerate(nodes):
        node.row = row


class LazyTree(QAbstractItemModel):
    """Rows by their keys. A subclass says in `keys` what stands under a row, and in `above` under what a row stands.

    Rows below an open one are built when a view fetches them. Indexes carry a number and no pointer, so one that is out
    of date finds nothing, rather than what is no longer there.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._begin()

    def keys(self, key: str) -> list[str]:
        """Return what stands under a row, in order."""
        raise NotImplementedError

    def above(self, key: str) -> str | None:
        """Return under what a row stands, None where there is no such row."""
        raise NotImplementedError

    def _begin(self) -> None:
        self._serials = count(1)
        self._root = Node(ROOT, 0, None, 0)
        self._by_serial: dict[int, Node] = {}
        self._by_key: dict[str, Node] = {ROOT: self._root}

    def rebuild(self) -> None:
        """Forget all rows, and build the first ones. To be called between `beginResetModel` and `endResetModel`."""
        self._begin()
        self._root.children = self._new_nodes(self._root, self.keys(ROOT))

    # -- rows and indexes --------------------------------------------------------------------------------------------

    def node(self, index: Index) -> Node:
        """Return the row of an index, the root for an invalid one."""
        return self._by_serial[index.internalId()] if index.isValid() else self._root

    def index_of(self, key: str) -> QModelIndex:
        """Return the index of a row, building what it stands under; an invalid one where it is not shown."""
        node = self._node_of(key)
        return QModelIndex() if node is None else self._index(node)

    def is_built(self, key: str) -> bool:
        """Return whether somebody has looked at what stands under a row."""
        node = self._by_key.get(key)
        return node is not None and node.children is not None

    def _node_of(self, key: str) -> Node | None:
        node = self._by_key.get(key)
        place = self.above(key) if node is None else None
        if place is not None:
            above = self._node_of(place)
            if above is not None and above.children is None:
                self.fetchMore(self._index(above))
            node = self._by_key.get(key)
        return node

    def selection_of(self, keys: Iterable[str]) -> QItemSelection:
        """Return the rows of some keys in as few ranges as there are: Qt takes seconds for thousands of single ones."""
        nodes = [node for key in keys if (node := self._node_of(key)) is not None]
        nodes.sort(key=lambda node: (node.parent.serial if node.parent is not None else 0, node.row))
        chosen = QItemSelection()
        start = 0
        for i in range(1, len(nodes) + 1):
            last = nodes[i - 1]
            if i == len(nodes) or nodes[i].parent is not last.parent or nodes[i].row != last.row + 1:
                chosen.select(self._index(nodes[start]), self._index(last))
                start = i
        return chosen

    def keys_in(self, chosen: QItemSelection) -> list[str]:
        """Return the keys of a selection's rows."""
        found: list[str] = []
        for part in chosen.toList():
            children = self.node(part.parent()).children or []
            found += [child.key for child in children[part.top():part.bottom() + 1]]
        return found

    def _index(self, node: Node) -> QModelIndex:
        return QModelIndex() if node is self._root else self.createIndex(node.row, 0, node.serial)

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:
        """Return the index of a row under another."""
        children = self.node(parent).children
        if children is None or column != 0 or not 0 <= row < len(children):
            return QModelIndex()
        return self.createIndex(row, 0, children[row].serial)

    @overload
    def parent(self, /) -> QObject | None: ...

    @overload
    def parent(self, index: Index, /) -> QModelIndex: ...

    def parent(self, index: Index | None = None, /) -> QModelIndex | QObject | None:
        """Return the index of the row above; without an index, the object that the tree belongs to."""
        if index is None:
            return super().parent()
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
        return bool(self.keys(node.key)) if node.children is None else bool(node.children)

    def canFetchMore(self, parent: Index) -> bool:  # noqa: N802
        """Return whether rows under another are still to be built."""
        node = self.node(parent)
        return node.children is None and bool(self.keys(node.key))

    def fetchMore(self, parent: Index) -> None:  # noqa: N802
        """Build the rows under another."""
        node = self.node(parent)
        if node.children is None:
            self._insert(node, 0, self.keys(node.key))

    def _new_nodes(self, parent: Node, keys: Iterable[str], first: int = 0) -> list[Node]:
        made = []
        for row, key in enumerate(keys, first):
            node = Node(key, next(self._serials), parent, row)
            self._by_serial[node.serial] = self._by_key[key] = node
            made.append(node)
        return made

    # -- patching ----------------------------------------------------------------------------------------------------

    def patch(self, moved: Iterable[str], changed: Iterable[str]) -> None:
        """Bring what stands under the `moved` rows up to date, and let views show the `changed` rows afresh."""
        nodes = [node for key in moved if (node := self._by_key.get(key)) is not None]
        # What goes goes first, so that a card that moves is never in two places; a row may go with the one above it.
        for step in (self._remove_gone, self._arrange):
            for node in nodes:
                if self._by_key.get(node.key) is node:
                    step(node)
        for key in changed:
            if (found := self._by_key.get(key)) is not None:
                index = self._index(found)
                self.dataChanged.emit(index, index)

    def _remove_gone(self, node: Node) -> None:
        if node.children is None:
            return
        stay = set(self.keys(node.key))
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
        keys = self.keys(node.key)
        if node.children is None:
            self._insert(node, 0, keys)
            return
        present = [child.key for child in node.children]
        known = set(present)
        kept = [key for key in keys if key in known]
        if kept != present:
            self._reorder(node, kept)
        row = 0
        # The kept ones stand in the order of the keys by now: between them are stretches of new ones.
        for is_kept, stretch in groupby(keys, known.__contains__):
            some = list(stretch)
            if not is_kept:
                self._insert(node, row, some)
            row += len(some)

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
