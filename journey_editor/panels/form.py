"""The form of a record type: a widget for each field that it shows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from journey_editor.model import Challenge, Journey, Opportunity, Record, Stage, Touchpoint, fields
from journey_editor.model.fields import FieldSpec, in_places
from journey_editor.model.records import RECORD_TYPES, text_of

from .checklist import ChecklistField
from .fields import ChoiceField, Field, FlagField, LineField, NumberField, TextField, none_word
from .observations import ObservationsField
from .pin import PinField
from .segments import ColorField, EmotionField, ScaleField
from .words import choice_name, field_name, translate, untitled

FORMS = {type_: in_places(cls.specs, "form") for type_, cls in RECORD_TYPES.items()}
"""The fields of each type's form, in their order."""


def specs_for(types: Iterable[str]) -> tuple[FieldSpec, ...]:
    """Return the fields that all these types have, in the order of the first type's form."""
    forms = [FORMS[type_] for type_ in types]
    shared = set.intersection(*({(spec.name, spec.kind) for spec in form} for form in forms))
    return tuple(spec for spec in forms[0] if (spec.name, spec.kind) in shared)


def choices_of(types: Iterable[str], name: str) -> list[tuple[Any, str]]:
    """Return the (value, word) pairs that a closed set has, beginning with none where the field may have none."""
    spec = RECORD_TYPES[next(iter(types))].spec(name)
    values: list[tuple[Any, str]] = [] if spec.default is not None else [(None, none_word())]
    return values + [(value, choice_name(name, value)) for value in spec.choices]


def targets(journey: Journey, spec: FieldSpec, records: Sequence[Record]) -> list[tuple[str, str]]:
    """Return the (id, title) pairs that the checklist of a field offers for these records."""
    if Challenge.type in spec.refs:
        found = _challenges_near(journey, [record for record in records if isinstance(record, Opportunity)])
    else:
        found = [record for type_ in spec.refs for record in journey.all(RECORD_TYPES[type_])]
    return [(record.id, text_of(record) or untitled(record.type)) for record in found]


def _challenges_near(journey: Journey, opportunities: Sequence[Opportunity]) -> list[Record]:
    """Return what opportunities answer already, and the challenges of the stages that they are about."""
    stages: dict[str, None] = {}
    found: dict[str, None] = {}
    for opportunity in opportunities:
        about = journey[opportunity.about]
        stages[about.stage if isinstance(about, Touchpoint) else about.id] = None
        found.update(dict.fromkeys(opportunity.challenges))
    for stage in sorted(stages, key=[stage.id for stage in journey.all(Stage)].index):
        for place in (stage, *(touchpoint.id for touchpoint in journey.children(stage, Touchpoint))):
            found.update((challenge.id, None) for challenge in journey.children(place, Challenge))
    return [journey[id_] for id_ in found]


def known_values(journey: Journey, types: Iterable[str], name: str) -> list[str]:
    """Return what the records of these types have in a field already."""
    return list(dict.fromkeys(getattr(record, name) for type_ in types for record in journey.all(RECORD_TYPES[type_])))


def make_field(spec: FieldSpec, types: Sequence[str], journey: Callable[[], Journey]) -> Field:
    """Return the widget for a field; `journey` gives the one that is open whenever it is asked."""
    makers: dict[str, Callable[[], Field]] = {
        fields.TITLE: lambda: TextField(8, one_line=True),
        fields.LINE: lambda: LineField((lambda: known_values(journey(), types, spec.name)) if spec.suggests else None),
        fields.TEXT: lambda: TextField(12),
        fields.LONG_TEXT: lambda: TextField(20),
        fields.NUMBER: lambda: NumberField(spec.low * spec.factor, spec.high * spec.factor, factor=spec.factor),
        fields.INTEGER: lambda: NumberField(spec.low, spec.high, whole=True, empty=spec.default),
        fields.CHOICE: lambda: ChoiceField(choices_of(types, spec.name)),
        fields.FLAG: lambda: FlagField(field_name(types[0], spec.name)),
        fields.SCALE: lambda: ScaleField(translate("Words", "lowest"), translate("Words", "highest")),
        fields.EMOTION: lambda: EmotionField(),
        fields.COLOR: lambda: ColorField(),
        fields.POINT: lambda: PinField(),
        fields.OBSERVATIONS: lambda: ObservationsField(),
        fields.REFERENCES: lambda: ChecklistField(_adding(spec.refs[0])),
    }
    return makers[spec.kind]()


def _adding(type_: str) -> str:
    """Return what a checklist says of adding another record of a type; nothing where that has to be done elsewhere."""
    return {"role": translate("Words", "Add role…"), "track": translate("Words", "Add track…")}.get(type_, "")


class FieldLabel(QLabel):
    """The faint small heading over a field."""

    def __init__(self, text: str, parent: QWidget) -> None:
        super().__init__(text, parent)
        self.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        font = self.font()
        font.setPointSizeF(font.pointSizeF() * 0.92)
        self.setFont(font)


class Form(QWidget):
    """The fields of the selected records. `committed(FieldSpec, Update)` is emitted once a field."""

    committed = Signal(object, object)
    refused = Signal(object)
    added = Signal(str, str)

    def __init__(self, types: Sequence[str], journey: Callable[[], Journey], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.types = tuple(types)
        self.records: list[Record] = []
        self.fields: dict[str, Field] = {}
        self._journey = journey
        self._specs = specs_for(self.types)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(3)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        row, column = 0, 0
        for spec in self._specs:
            if column and not spec.half:
                row, column = row + 3, 0
            self._place(grid, spec, row, column)
            column = (column + 1) % 2 if spec.half else 0
            row += 0 if column else 3
        grid.setRowStretch(row + 3, 1)

    def _place(self, grid: QGridLayout, spec: FieldSpec, row: int, column: int) -> None:
        width = 1 if spec.half else 2
        field = make_field(spec, self.types, self._journey)
        field.setParent(self)
        field.setObjectName(spec.name)
        self.fields[spec.name] = field
        field.committed.connect(lambda update: self.committed.emit(spec, update))
        field.refused.connect(self.refused)
        if isinstance(field, ChecklistField):
            field.added.connect(lambda title: self.added.emit(spec.name, title))
        name = field_name(self.types[0], spec.name)
        if spec.kind != fields.FLAG:
            label = FieldLabel(name, self)
            label.setBuddy(field.target())
            grid.addWidget(label, row, column, 1, width)
        field.name_parts(name)
        grid.addWidget(field, row + 1, column, 1, width)
        grid.setRowMinimumHeight(row + 2, 7)

    def load(self, records: Sequence[Record]) -> None:
        """Show these records, which are of the form's types."""
        self.records = list(records)
        for spec in self._specs:
            field = self.fields[spec.name]
            if isinstance(field, ChecklistField):
                field.set_choices(targets(self._journey(), spec, self.records))
            field.load(getattr(record, spec.name) for record in self.records)

    def commit(self) -> None:
        """Commit what is being typed anywhere in the form."""
        for field in self.fields.values():
            field.commit()

    def forget(self) -> None:
        """Drop what is being typed: another journey has been opened."""
        for field in self.fields.values():
            field.show_value()
