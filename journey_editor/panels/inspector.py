"""The inspector: every field of what is selected, and what stands around it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from journey_editor.document import Document, Selection
from journey_editor.model import Change, Flow, Journey, JourneyError, Record, Role, Track, operations
from journey_editor.model.fields import FieldSpec
from journey_editor.model.records import RECORD_TYPES

from .fields import LineField, TextField, Update
from .form import Form
from .links import Links, link_text
from .surroundings import ancestors, shown_text, surroundings
from .words import change_name, count_of, one_type, translate, type_name


def _updating(records: Sequence[Record], field: str, update: Update) -> Change:
    return Change.updating((record, replace(record, **{field: update(getattr(record, field))})) for record in records)


class InspectorPanel(QScrollArea):
    """A form for the selected records, or for the journey itself where nothing is selected.

    Each field that is committed is one undo step, and goes to the records that the form showed when it was typed.
    `refused(Sentence)` tells what could not be done, `gone_to(id)` which record the user went to.
    """

    refused = Signal(object)
    gone_to = Signal(str)

    def __init__(self, document: Document, selection: Selection, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._selection = selection
        self._journey: Journey | None = None
        self._seen_revision = -1
        self._typed: list[tuple[list[Record], FieldSpec, Update]] | None = None
        self.form: Form | None = None
        self._build()
        document.changed.connect(self._follow)
        document.reset.connect(self._show_selected)
        selection.changed.connect(self._reselected)
        self._show_selected()

    def _build(self) -> None:
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(translate("Words", "Inspector"))
        self.setMinimumWidth(270)
        page = QWidget(self)
        self._column = QVBoxLayout(page)
        self._column.setContentsMargins(12, 10, 12, 12)
        self._column.setSpacing(4)
        self.heading = QLabel(page)
        font = self.heading.font()
        font.setBold(True)
        font.setPointSizeF(font.pointSizeF() * 1.15)
        self.heading.setFont(font)
        self.trail = QLabel(page)
        self.trail.setWordWrap(True)
        self.trail.setTextFormat(Qt.TextFormat.RichText)
        self.trail.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.trail.setTextInteractionFlags(Qt.TextInteractionFlag.LinksAccessibleByMouse
                                           | Qt.TextInteractionFlag.LinksAccessibleByKeyboard)
        self.trail.linkActivated.connect(self._go)
        self.links = Links(page)
        self.links.chosen.connect(self._go)
        self._column.addWidget(self.heading)
        self._column.addWidget(self.trail)
        self._column.addSpacing(6)
        self._form_place = self._column.count()
        self._column.addWidget(self.links)
        self._column.addStretch(1)
        self.setWidget(page)

    # -- for the window ----------------------------------------------------------------------------------------------

    def commit(self) -> None:
        """Commit what is being typed."""
        if self.form is not None:
            self.form.commit()

    def edit_title(self) -> None:
        """Put the cursor into the title of what is selected, all of it marked."""
        fields = {} if self.form is None else self.form.fields
        field = fields.get("title") or fields.get("label")
        if isinstance(field, (LineField, TextField)):
            self.ensureWidgetVisible(field)
            field.target().setFocus(Qt.FocusReason.OtherFocusReason)
            field.edit.selectAll()

    # -- following ---------------------------------------------------------------------------------------------------

    def _reselected(self) -> None:
        """Another selection: what is being typed still goes to the old one."""
        journey = self._document.journey
        if self.form is not None and self._journey is journey:
            if self._seen_revision == journey.revision:
                self.form.commit()
            else:
                # A Change has just removed something selected, and listeners never edit inside `changed`.
                self._commit_later(self.form)
        self._show_selected()

    def _commit_later(self, form: Form) -> None:
        self._typed = []
        form.commit()
        typed, self._typed = self._typed, None
        journey = self._document.journey
        for records, spec, update in typed:
            QTimer.singleShot(0, self, partial(self._update, journey, records, spec, update))

    def _follow(self, change: Change) -> None:
        self._seen_revision = self._document.journey.revision
        if self.form is None:
            return
        shown = {record.id for record in self.form.records}
        touched = change.edits.keys() & shown
        if touched or any(self._concerns(record) for pair in change.edits.values() for record in pair if record):
            self._load()

    def _concerns(self, record: Record) -> bool:
        """Return whether the form lists the record, or shows its title somewhere."""
        assert self.form is not None
        if record.type in ("role", "track", "lane", "stage", "touchpoint", "challenge"):
            return True
        shown = {shown.id for shown in self.form.records}
        return any(ref in shown for ref in record.refs())

    def _selected(self) -> list[Record]:
        journey = self._document.journey
        found = [record for id_ in self._selection.ids if (record := journey.get(id_)) is not None]
        return found or [journey.info]

    def _show_selected(self) -> None:
        journey = self._document.journey
        if self.form is not None and self._journey is not journey:
            self.form.forget()
        self._journey = journey
        self._seen_revision = journey.revision
        records = self._selected()
        present = {record.type for record in records}
        types = [type_ for type_ in RECORD_TYPES if type_ in present]
        if self.form is None or list(self.form.types) != types:
            self._replace_form(types)
        self._load(records)

    def _replace_form(self, types: Sequence[str]) -> None:
        old = self.form
        self.form = Form(types, lambda: self._document.journey, self.widget())
        self.form.committed.connect(self._commit)
        self.form.refused.connect(self.refused)
        self.form.added.connect(self._add)
        self._column.insertWidget(self._form_place, self.form)
        if old is not None:
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.form.show()
        self.verticalScrollBar().setValue(0)

    def _load(self, records: Sequence[Record] | None = None) -> None:
        assert self.form is not None
        journey = self._document.journey
        if records is None:
            records = [record for shown in self.form.records if (record := journey.get(shown.id)) is not None]
            if not records:
                return
        self.form.load(records)
        type_ = one_type(records)
        self.heading.setText(type_name(type_) if len(records) == 1 else count_of(type_, len(records)))
        single = records[0] if len(records) == 1 else None
        trail = self._trail(journey, single) if single is not None else ""
        self.trail.setText(trail)
        self.trail.setVisible(bool(trail))
        self.links.load(surroundings(journey, single) if single is not None else ())

    @staticmethod
    def _trail(journey: Journey, record: Record) -> str:
        if isinstance(record, Flow):
            ends = [journey[record.source], journey[record.target]]
            return link_text([(end, shown_text(journey, end)) for end in ends], "→")
        return link_text([(above, shown_text(journey, above)) for above in ancestors(journey, record)], "›")

    def _go(self, id_: str) -> None:
        if id_ in self._document.journey:
            self._selection.set({id_})
            self.gone_to.emit(id_)

    # -- editing -----------------------------------------------------------------------------------------------------

    def _commit(self, spec: FieldSpec, update: Update) -> None:
        assert self.form is not None
        if self._typed is not None:
            self._typed.append((self.form.records, spec, update))
        elif self._journey is not None:
            self._update(self._journey, self.form.records, spec, update)

    def _update(self, journey: Journey, shown: Sequence[Record], spec: FieldSpec, update: Update) -> None:
        records = self._alive(journey, shown)
        change = _updating(records, spec.name, update)
        if records:
            self._execute(change_name(spec.name, one_type(records), len(records)), change)

    def _add(self, field: str, title: str) -> None:
        """Add a role or track and tick it, or tick the one that has this title already."""
        assert self.form is not None
        journey = self._document.journey
        cls: type[Role | Track] = Role if field == "roles" else Track
        text = translate("Words", "Add role") if field == "roles" else translate("Words", "Add track")
        same = next((one for one in journey.all(cls) if one.title.casefold() == title.casefold()), None)
        change = operations.add(journey, cls(title=title)) if same is None else Change()
        id_ = change.added[0].id if same is None else same.id
        ticking = _updating(self._alive(journey, self.form.records), field,
                            lambda old: old if id_ in old else (*old, id_))
        self._execute(text, change.then(ticking))

    def _alive(self, journey: Journey, shown: Sequence[Record]) -> list[Record]:
        """Return what the shown records are now, without those that are gone."""
        if journey is not self._document.journey:
            return []
        return [record for old in shown if (record := journey.get(old.id)) is not None]

    def _execute(self, text: str, change: Change) -> None:
        try:
            done = self._document.execute(text, change)
        except JourneyError as error:
            done = False
            self.refused.emit(error.sentence)
        if not done:
            self._load()
