"""Two tables of the same stages and touchpoints, such as a map and its details: read as one."""

from __future__ import annotations

from dataclasses import replace

from ...model import Cell, Flow, Record
from .labels import bare
from .draft import Draft


def outline(draft: Draft) -> list[tuple[str, list[str]]]:
    """Return the stages and their touchpoints in a form that is the same for two tables of the same."""
    titles: dict[str, list[str]] = {stage.id: [] for stage in draft.stages}
    for values in draft.touchpoints.values():
        titles[values["stage"]].append(bare(values["title"]))
    return [(bare(stage.title), titles[stage.id]) for stage in draft.stages]


def take_over(own: Draft, other: Draft) -> None:
    """Fill in what another table of the same stages and touchpoints tells beyond our own."""
    same = {theirs.id: ours.id for theirs, ours in zip(other.stages, own.stages)}
    for stage in other.stages:
        ours = [id_ for id_, values in own.touchpoints.items() if values["stage"] == same[stage.id]]
        theirs = [id_ for id_, values in other.touchpoints.items() if values["stage"] == stage.id]
        same.update(zip(theirs, ours))
    titles = {role.id: role.title for role in other.roles.values()}
    for id_, values in other.touchpoints.items():
        mine = own.touchpoints[same[id_]]
        for name, value in values.items():
            if name == "roles":
                mine[name] = mine[name] or tuple(own.role(titles[role]) for role in value)
            elif mine.get(name) in (None, ""):
                mine[name] = value
    _take_lanes(own, other, same)
    _take_records(own, other, same)


def _take_lanes(own: Draft, other: Draft, same: dict[str, str]) -> None:
    known = {bare(lane.title): lane for lane in own.lanes}
    used = {record.lane for record in other.records if isinstance(record, Cell)}
    for lane in other.lanes:
        if lane.id in used:
            if bare(lane.title) not in known:
                known[bare(lane.title)] = own.add_lane(lane.title)
            same[lane.id] = known[bare(lane.title)].id


def _take_records(own: Draft, other: Draft, same: dict[str, str]) -> None:
    """Add the other table's challenges, metrics, opportunities, cells and flows that our own has not got."""
    known = {_gist(own, record) for record in own.records}
    for record in other.records:
        if isinstance(record, Flow):
            own.add_flow(same[record.source], same[record.target])
            continue
        moved = record.replace(about=same[record.about or ""], order=len(own.records) + 1)
        if isinstance(moved, Cell):
            moved = replace(moved, lane=same[moved.lane])
        if _gist(own, moved) not in known:
            own.records.append(moved)


def _gist(draft: Draft, record: Record) -> object:
    """Return what makes two records the same to a reader: kind, lane, stage and text."""
    about = getattr(record, "about", "")
    stage = draft.touchpoints[about]["stage"] if about in draft.touchpoints else about
    return type(record), getattr(record, "lane", ""), stage, bare(getattr(record, "title", ""))
