"""What the golden files hold: every record type, and every field at another value than its default.

`VERSION_1` is what the file of version 1 was made from, so it stays as it is. `filled` is what to make the file of the
next version from: fields that came later are filled by their kind.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from journey_editor.model import (
    Cell,
    Challenge,
    Flow,
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
    fields,
)


def _id(number: int) -> str:
    return f"{number:032x}"


STAGES = [Stage(id=_id(0x20), title="Visit Website", order=1, goal="Find out whether it is for us"),
          Stage(id=_id(0x21), title="注册", order=2.5, goal="拿到账号")]

VERSION_1: list[Record] = [
    JourneyInfo(id=_id(0x1), title="B2B 采购 📦", organisation="Example & Sons", vision="Fewer calls",
                context="Two lines\nof context", language="zh_CN", bullet="•"),
    *STAGES,
    Touchpoint(id=_id(0x30), title="Content marketing", stage=_id(0x20), order=1, roles=(_id(0x11), _id(0x10)),
               channel="Web", automation="assisted", backstage=True, emotion=-1.5, duration_hours=0.25,
               owner="Marketing", need="To compare", notes="\"quoted\" \\ {braces}\t\u2028end", position=(120, -40.5)),
    Touchpoint(id=_id(0x31), title="Registration form", stage=_id(0x21), order=1, emotion=2),
    Challenge(id=_id(0x40), title="Awkward form", about=_id(0x31), order=1, severity=4, driver="ease"),
    Challenge(id=_id(0x41), title="No price", about=_id(0x20), order=-3),
    Metric(id=_id(0x50), title="Bounce rate", about=_id(0x20), order=1, unit="%", direction="down", baseline=48.5,
           target=0, observations=(("2024-01-31", 48), ("2024-02-29", 45.25)), formula="left / came"),
    Opportunity(id=_id(0x60), title="Ask for less", about=_id(0x31), order=1, challenges=(_id(0x41), _id(0x40)),
                impact=5, effort=2, owner="Product", status="planned"),
    Role(id=_id(0x10), title="Buyer", order=1, kind="external", influence=0.6, color="#1f77b4"),
    Role(id=_id(0x11), title="Finance", order=2),
    Flow(id=_id(0x70), source=_id(0x30), target=_id(0x31), label="convinced", share=0.35, duration_hours=24,
         tracks=(_id(0x80),)),
    Flow(id=_id(0x71), source=_id(0x21), target=_id(0x20)),
    Track(id=_id(0x80), title="Fast", order=1, rule="Low risk", color="#ff7f0e"),
    Lane(id=_id(0x90), title="Thoughts", order=1),
    Cell(id=_id(0x91), lane=_id(0x90), about=_id(0x20), order=1, title="“Is it safe?”"),
    Note(id=_id(0xa0), title="Ask sales", order=1, color="#ffee88", votes=3, position=(0.5, 1e6), about=_id(0x50)),
]


def filled() -> list[Record]:
    """Return the records of version 1, with a value in each field of theirs that has come since."""
    first = {record.type: record for record in reversed(VERSION_1)}
    return [replace(record, **_missing(record)) if first[record.type] is record else record for record in VERSION_1]


def _missing(record: Record) -> dict[str, Any]:
    return {spec.name: _some_value(spec) for spec in record.specs
            if not spec.is_reference and getattr(record, spec.name) == spec.default}


def _some_value(spec: fields.FieldSpec) -> Any:
    """Return a value that a field takes and that is not its default."""
    if spec.kind in fields.NUMBERS:
        return 1 if spec.low <= 1 <= spec.high else spec.low
    if spec.kind == fields.CHOICE:
        return next(choice for choice in spec.choices if choice != spec.default)
    known = {fields.FLAG: True, fields.COLOR: "#123456", fields.POINT: (1, 2),
             fields.OBSERVATIONS: (("2024-01-31", 1),)}
    return known.get(spec.kind, f"{spec.name} of the {spec.type}")
