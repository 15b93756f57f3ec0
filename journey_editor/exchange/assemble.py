"""From a plan of a table to the records of a journey."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from ..model import (
    Cell,
    Challenge,
    Flow,
    JourneyInfo,
    Lane,
    Metric,
    Opportunity,
    Record,
    Role,
    Sentence,
    Stage,
    Touchpoint,
)
from ..model.vocabulary import label
from .grid import is_blank
from .items import goto_number, goto_title, is_nothing, seen_bullet, split_items, split_path, without_numbers
from .labels import bare, language_of
from .purposes import SINGLE, Plan, Slot
from .report import ImportReport
from .scales import Feeling, Scale, automation_of, emotion_of, feeling_of, flag_of, hours_of, scale_of
from .synonyms import (
    AUTOMATION,
    BACKSTAGE,
    CHALLENGE,
    DURATION,
    EMOTION,
    FLOW,
    METRIC,
    NUMBER,
    OPPORTUNITY,
    ROLE,
    STAGE,
    SUBSTAGE,
    TOUCHPOINT,
)
from .tables import Field

_CLASSES: dict[str, type[Challenge] | type[Metric] | type[Opportunity]] = {
    CHALLENGE: Challenge, METRIC: Metric, OPPORTUNITY: Opportunity}
_FIRST_NUMBER = re.compile(r"\D{0,12}?(\d{1,3})")


class Assembly:
    """The records of one journey while they are made from a table.

    Touchpoints may still change while the rest is read, so they are kept apart as values until the end.
    """

    def __init__(self, plan: Plan, report: ImportReport) -> None:
        self.plan = plan
        self.table = plan.table
        self.view = plan.table.view
        self.report = report
        self.records: list[Record] = []
        self.stages: list[Stage] = []
        self.touchpoints: dict[str, dict[str, Any]] = {}
        self.at: dict[int, list[str]] = {}
        self.roles: dict[str, Role] = {}
        self.lanes: list[Lane] = []
        self.numbers: dict[int, str] = {}
        self.jumps: list[tuple[str, str, bool]] = []
        self.context: list[str] = []
        self.language = self._language()

    # -- places -------------------------------------------------------------------------------------------------------

    def _language(self) -> str:
        fields = self.table.fields
        return language_of((field.match for field in fields if field.match), self.view.cells.values())

    def cells(self, field: Field) -> Iterable[tuple[Slot, list[Slot], str]]:
        """Yield the cells of a field that say something: the slot where each begins, all that it covers, its text."""
        by_line = {slot.u: slot for slot in self.plan.slots}
        for slot in self.plan.slots:
            for v in field.lines:
                text = self.view.text(slot.u, v)
                if text and not is_nothing(text):
                    yield slot, [by_line[u] for u in self.table.reach(slot.u, v) if u in by_line], text

    def about(self, covered: list[Slot]) -> list[str]:
        """Return what a cell over these slots is about: their one touchpoint, or else each of their stages."""
        if self.plan.per_touchpoint:
            touchpoints = [self.at.get(slot.u, []) for slot in covered]
            if len(touchpoints[0]) == 1 and all(ids == touchpoints[0] for ids in touchpoints):
                return touchpoints[0]
        stages = list(dict.fromkeys(slot.stage for slot in covered))
        return [self.stages[stage].id for stage in stages]

    def add(self, cls: Any, **values: Any) -> Any:
        """Make a record with the next place in the row and keep it."""
        record = cls(order=len(self.records) + 1, **values)
        self.records.append(record)
        return record

    def role(self, title: str) -> str:
        """Return the id of the role with a title, made at its first mention."""
        if title not in self.roles:
            self.roles[title] = Role(title=title, order=len(self.roles) + 1)
        return self.roles[title].id

    # -- the journey --------------------------------------------------------------------------------------------------

    def make(self, role: str = "") -> list[Record]:
        """Return the records, the journey's own one left out; `role` takes part in every touchpoint."""
        titles = without_numbers(self.plan.stages)
        self.stages = [Stage(title=title, order=place) for place, title in enumerate(titles, 1)]
        self._tell_stages()
        self._read_numbers()
        for field, purpose in self.plan.purposes:
            if purpose == TOUCHPOINT:
                self._read_touchpoints(field)
        for field, purpose in self.plan.purposes:
            self._read_field(field, purpose)
        self._read_jumps()
        if role:
            id_ = self.role(role)
            for values in self.touchpoints.values():
                values["roles"] = (id_, *(other for other in values.get("roles", ()) if other != id_))
        self.report.lanes += [lane.title for lane in self.lanes]
        touchpoints = [Touchpoint(id=id_, order=place, **values) for place, (id_, values) in enumerate(self.touchpoints.items(), 1)]
        return [*self.stages, *self.roles.values(), *touchpoints, *self.lanes, *self.records]

    def info(self) -> JourneyInfo:
        """Return the journey's own record with the language and the bullet that the table uses."""
        counts: dict[str, int] = {}
        for field, _ in self.plan.purposes:
            for _, _, text in self.cells(field):
                bullet = seen_bullet(text)
                if bullet:
                    counts[bullet] = counts.get(bullet, 0) + 1
        bullet = max(counts, key=lambda one: counts[one], default="Ø")
        return JourneyInfo(language=self.language, bullet=bullet)

    def _tell_stages(self) -> None:
        key = self.table.key
        if key is None:
            self.report.guess(Sentence("exchange", "The table names no stages, so each row or column became a stage.")
                              if not self.table.dividers else
                              Sentence("exchange", "The lines across the table were read as the stages."))
            return
        if key.label:
            self.report.labels.append((key.label, STAGE))
        if not key.match or key.concept != STAGE and STAGE not in key.match.also:
            self.report.guess(Sentence("exchange", "No label says “stage”, so the first row or column was taken for the stages."))

    def _read_numbers(self) -> None:
        """Remember under which number a slot or stage is known, for texts such as "→ step 4"."""
        for field, purpose in self.plan.purposes:
            if purpose == NUMBER:
                for slot, _, text in self.cells(field):
                    self.numbers.setdefault(int(text.strip(" .)")), f"slot {slot.u}")
        for place, (title, stage) in enumerate(zip(self.plan.stages, self.stages), 1):
            found = _FIRST_NUMBER.match(title) if title.strip() != stage.title else None
            self.numbers.setdefault(int(found[1]) if found else place, stage.id)

    # -- touchpoints --------------------------------------------------------------------------------------------------

    def _read_touchpoints(self, field: Field) -> None:
        roles = (self.role(field.match.actor),) if field.match and field.match.actor else ()
        by_line = {slot.u: slot for slot in self.plan.slots}
        last: tuple[int, str, list[str]] | None = None
        for place, slot in enumerate(self.plan.slots):
            texts = [(v, text) for v in field.lines if (text := self.view.text(slot.u, v)) and not is_nothing(text)]
            if last and last[0] == slot.stage and self._same_touchpoint(slot, texts, last[1]):
                self.at.setdefault(slot.u, []).extend(id_ for id_ in last[2] if id_ not in self.at.get(slot.u, []))
                continue
            made: list[str] = []
            for v, text in texts:
                covered = [by_line[u] for u in self.table.reach(slot.u, v) if u in by_line]
                if text.strip() == label("about_stage", self.language):
                    continue
                for stage in dict.fromkeys(one.stage for one in covered):
                    ids = self._touchpoints_of(text, stage, roles)
                    made += ids
                    for one in covered:
                        if one.stage == stage:
                            self.at.setdefault(one.u, []).extend(ids)
                self._tell_spread(field, covered)
            last = (slot.stage, texts[0][1].strip() if texts else "", made or (last[2] if last and last[0] == slot.stage else []))

    def _same_touchpoint(self, slot: Slot, texts: list[tuple[int, str]], title: str) -> bool:
        """Tell whether a row goes on with the touchpoint above: no text, or the same, where a row is a touchpoint."""
        if not self.plan.per_touchpoint or self.table.turned:
            return bool(self.at.get(slot.u)) and not texts
        if not texts:
            return not slot.named or bool(self.at.get(slot.u))
        return len(texts) == 1 and texts[0][1].strip() == title

    def _touchpoints_of(self, text: str, stage: int, roles: tuple[str, ...]) -> list[str]:
        """Return the ids of the touchpoints that a cell lists, with the flows that it draws between them."""
        ids: list[str] = []
        for item in split_items(text):
            goal = goto_title(item.text)
            if ids and (goal or goto_number(item.text) is not None):
                self.jumps.append((ids[-1], item.text, True))
                continue
            before = None
            for title in split_path(item.text):
                touchpoint = Touchpoint(title=title, stage=self.stages[stage].id)
                self.touchpoints[touchpoint.id] = {"title": title, "stage": touchpoint.stage, "roles": roles}
                ids.append(touchpoint.id)
                if before:
                    self.add_flow(before, touchpoint.id)
                    self.report.guess(Sentence("exchange", "Arrows between touch points in one cell were read as flows."))
                before = touchpoint.id
        return ids

    def add_flow(self, source: str, target: str, text: str = "") -> None:
        """Make a flow, once."""
        if source != target and not any(isinstance(record, Flow) and (record.source, record.target) == (source, target)
                                        for record in self.records):
            self.records.append(Flow(source=source, target=target, label=text))

    def _tell_spread(self, field: Field, covered: list[Slot]) -> None:
        if len({slot.stage for slot in covered}) > 1:
            self.report.guess(Sentence("exchange", "“{label}” has cells over several stages: their texts were entered in each.",
                                       label=field.label))

    # -- everything else ----------------------------------------------------------------------------------------------

    def _read_field(self, field: Field, purpose: str) -> None:
        if purpose == NUMBER:
            self.report.labels.append((field.label, purpose))
        elif purpose == TOUCHPOINT:
            self.report.labels.append((field.label, purpose))
        elif purpose in _CLASSES:
            self._read_list(field, purpose)
        elif purpose == EMOTION:
            self._read_emotions(field)
        elif purpose == FLOW:
            self._read_flows(field)
        elif purpose in (*SINGLE, ROLE, AUTOMATION, BACKSTAGE, DURATION):
            self._read_single(field, purpose)
        else:
            self._read_lane(field)

    def _read_list(self, field: Field, purpose: str) -> None:
        self.report.labels.append((field.label, purpose))
        actor = field.match.actor if field.match else ""
        told = []
        for slot, covered, text in self.cells(field):
            items = [item.text for item in split_items(text)]
            for about in self.about(covered):
                for title in items:
                    self.add(_CLASSES[purpose], title=title, about=about)
            told.append(f"{self.stages[slot.stage].title}: {'; '.join(items)}")
            self._tell_spread(field, covered)
        if field.match and field.match.also:
            self.report.guess(Sentence("exchange", "“{label}” stands for more than one thing; all of it was entered as one.",
                                       label=field.label))
        if actor:
            self.role(actor)
            if sum(other.concept == field.concept for other, _ in self.plan.purposes) > 1:
                self.context.append("\n".join([f"{field.label}:", *told]))
            self.report.guess(Sentence("exchange", "“{label}” names who it is about: “{actor}” became a role.", label=field.label,
                                       actor=actor))

    def _read_lane(self, field: Field, only: Iterable[str] | None = None) -> None:
        """Make a lane of a field, with all its cells or only those with the texts given."""
        title = field.label or self._name_of(field)
        lane = Lane(title=title, order=len(self.lanes) + 1)
        self.lanes.append(lane)
        self.report.labels.append((title, "lane"))
        if field.divider:
            return
        for _, covered, text in self.cells(field):
            if only is not None and text not in only:
                continue
            items = [item.text for item in split_items(text)]
            for about in self.about(covered):
                for item in items:
                    self.add(Cell, lane=lane.id, about=about, title=item)
            if field.concept == SUBSTAGE:
                self._note_substage(covered, title, items)
            self._tell_spread(field, covered)

    def _name_of(self, field: Field) -> str:
        if field.concept == SUBSTAGE:
            return label("substage", self.language)
        return ""

    def _note_substage(self, covered: list[Slot], title: str, items: list[str]) -> None:
        """Tell touchpoints that share a sub-stage where they belong, since its lane can only tell it of the stage."""
        for slot in covered:
            if len(ids := self.at.get(slot.u, [])) > 1:
                for id_ in ids:
                    self.touchpoints[id_]["notes"] = f"{title}: {', '.join(items)}"

    def _read_single(self, field: Field, purpose: str) -> None:
        """Enter a field's cells at the touchpoints of their slots; what fits no touchpoint is kept as a lane."""
        kept: list[str] = []
        hint = f"{field.label} {field.match.hint if field.match else ''}"
        used = False
        for _, covered, text in self.cells(field):
            value = self._value(purpose, text, hint)
            ids = list(dict.fromkeys(id_ for slot in covered for id_ in self.at.get(slot.u, [])))
            name = {ROLE: "roles", DURATION: "duration_hours"}.get(purpose, purpose)
            one_each = all(len(self.at.get(slot.u, [])) == 1 for slot in covered)
            free = all(self.touchpoints[id_].get(name) in (None, "", (), value) for id_ in ids)
            if purpose == ROLE and ids and one_each:
                for id_ in ids:
                    self.touchpoints[id_]["roles"] = tuple(dict.fromkeys((*self.touchpoints[id_]["roles"], *value)))
                used = True
            elif value is not None and ids and one_each and free:
                for id_ in ids:
                    self.touchpoints[id_][name] = value
                used = True
            else:
                kept.append(text)
        if used:
            self.report.labels.append((field.label, purpose))
        if kept:
            self._read_lane(field, kept)

    def _value(self, purpose: str, text: str, hint: str) -> Any:
        if purpose == ROLE:
            return tuple(self.role(title) for item in split_items(text) for title in re.split(r"\s*[、/]\s*", item.text) if title)
        if purpose == AUTOMATION:
            return automation_of(text)
        if purpose == BACKSTAGE:
            return flag_of(text)
        if purpose == DURATION:
            return hours_of(text, hint)
        return text.strip()

    # -- emotions -----------------------------------------------------------------------------------------------------

    def _read_emotions(self, field: Field) -> None:
        told = [(covered, text, self._feelings(text)) for _, covered, text in self._signed_cells(field)]
        scale = scale_of([field.match.hint if field.match else "", field.label],
                         [feeling for _, _, feelings in told for feeling in feelings if feeling])
        kept: list[str] = []
        entered: dict[str, float] = {}
        for covered, text, feelings in told:
            ids = list(dict.fromkeys(id_ for slot in covered for id_ in self.at.get(slot.u, [])))
            emotions = [emotion_of(feeling, scale) if feeling else None for feeling in feelings]
            if self.plan.per_touchpoint and len(emotions) == 1 and all(len(self.at.get(slot.u, [])) == 1 for slot in covered):
                emotions = emotions * len(ids)
            if len(emotions) == len(ids) and None not in emotions and not any(id_ in entered for id_ in ids):
                entered.update((id_, emotion) for id_, emotion in zip(ids, emotions) if emotion is not None)
                if any(feeling.rest for feeling in feelings if feeling):
                    kept.append(text)
            else:
                kept.append(text)
        if not self.plan.per_touchpoint and len(kept) > 0 and not self._rests_only(told, kept):
            entered, kept = {}, [text for _, text, _ in told]
        for id_, emotion in entered.items():
            self.touchpoints[id_]["emotion"] = emotion
        if entered:
            self.report.labels.append((field.label, EMOTION))
            self._tell_scale(field, scale)
        if kept:
            self._read_lane(field, kept)

    def _signed_cells(self, field: Field) -> Iterable[tuple[Slot, list[Slot], str]]:
        """Yield the field's cells, lone minus signs among them where others hold plus signs."""
        texts = {self.view.text(slot.u, v).strip() for slot in self.plan.slots for v in field.lines}
        if not texts & {"+", "++"}:
            yield from self.cells(field)
            return
        for slot in self.plan.slots:
            for v in field.lines:
                text = self.view.text(slot.u, v)
                if not is_blank(text):
                    yield slot, [slot], {"-": ":(", "–": ":(", "−": ":("}.get(text.strip(), text)

    def _feelings(self, text: str) -> list[Feeling | None]:
        whole = feeling_of(text)
        if whole and "\n" not in text.strip():
            return [whole]
        parts = [part for part in re.split(r"[\n;；]", text) if not is_nothing(part)]
        return [feeling_of(part) or feeling_of(part.lstrip(" •·*Ø-–\t")) for part in parts]

    def _rests_only(self, told: list[tuple[list[Slot], str, list[Feeling | None]]], kept: list[str]) -> bool:
        return all(any(feeling and feeling.rest for feeling in feelings) for _, text, feelings in told if text in kept)

    def _tell_scale(self, field: Field, scale: Scale | None) -> None:
        if scale and scale.guessed:
            self.report.guess(Sentence("exchange", "The emotions of “{label}” were taken to be on a scale from {low} to {high}.",
                                       label=field.label, low=f"{scale.low:g}", high=f"{scale.high:g}"))

    # -- flows --------------------------------------------------------------------------------------------------------

    def _read_flows(self, field: Field) -> None:
        kept: list[str] = []
        for _, covered, text in self.cells(field):
            ids = list(dict.fromkeys(id_ for slot in covered for id_ in self.at.get(slot.u, [])))
            targets = [self._target(item.text) for item in split_items(text)]
            if ids and targets and None not in targets:
                for target in targets:
                    self.add_flow(ids[-1], target or "")
            else:
                kept.append(text)
        if kept:
            self._read_lane(field, kept)
        else:
            self.report.labels.append((field.label, FLOW))

    def _read_jumps(self) -> None:
        """Make flows of what stood after an arrow; what leads nowhere is said in the touchpoint's notes."""
        for source, text, _ in self.jumps:
            target = self._target(text)
            if target and target != source:
                self.add_flow(source, target)
                self.report.guess(Sentence("exchange", "Arrows between touch points in one cell were read as flows."))
            else:
                values = self.touchpoints[source]
                values["notes"] = "\n".join(filter(None, (values.get("notes", ""), text)))

    def _target(self, text: str) -> str | None:
        """Return the id of the touchpoint or stage that a text names, by title or by number."""
        number = goto_number(text, bare=True)
        if number is not None:
            known = self.numbers.get(number)
            if known and known.startswith("slot "):
                return next(iter(self.at.get(int(known[5:]), [])), None)
            return known
        wanted = bare(goto_title(text) or text)
        for id_, values in self.touchpoints.items():
            if bare(values["title"]) == wanted:
                return id_
        return next((stage.id for stage in self.stages if bare(stage.title) == wanted), None)


__all__ = ["Assembly", "replace"]
