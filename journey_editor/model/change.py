"""The only way a journey changes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from .records import Record

Edit = tuple[Record | None, Record | None]


@dataclass(frozen=True, slots=True)
class Change:
    """Edits by record id, each as (before, after): `None -> record` adds, `record -> None` removes, else updates."""

    edits: Mapping[str, Edit] = field(default_factory=dict)

    @classmethod
    def adding(cls, records: Iterable[Record]) -> Change:
        """Return the change that adds `records`."""
        return cls({record.id: (None, record) for record in records})

    @classmethod
    def updating(cls, pairs: Iterable[tuple[Record, Record]]) -> Change:
        """Return the change that makes of each (before, after) pair's first record the second; equal pairs drop out."""
        return cls({before.id: (before, after) for before, after in pairs if before != after})

    @property
    def added(self) -> list[Record]:
        """The records that this change adds, in the order they were given."""
        return [after for before, after in self.edits.values() if before is None and after is not None]

    @property
    def removed(self) -> list[Record]:
        """The records that this change removes."""
        return [before for before, after in self.edits.values() if before is not None and after is None]

    @property
    def updated(self) -> list[tuple[Record, Record]]:
        """The (before, after) pairs of the records that this change updates."""
        return [(before, after) for before, after in self.edits.values() if before is not None and after is not None]

    def inverse(self) -> Change:
        """Return the change that undoes this one."""
        return Change({id_: (after, before) for id_, (before, after) in self.edits.items()})

    def then(self, later: Change) -> Change:
        """Return the one change that does this and then `later`; what cancels out is left out."""
        edits = dict(self.edits)
        for id_, (before, after) in later.edits.items():
            first = edits[id_][0] if id_ in edits else before
            if first == after:
                edits.pop(id_, None)
            else:
                edits[id_] = (first, after)
        return Change(edits)

    def __bool__(self) -> bool:
        return bool(self.edits)

    def __len__(self) -> int:
        return len(self.edits)
