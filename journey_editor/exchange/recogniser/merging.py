"""Two tables of the same stages and touchpoints, such as a map and its details, are merged into one journey."""

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


def merge_details(draft: Draft, details: Draft) -> None:
    """Fill in what another table of the same stages and touchpoints tells beyond a map's own."""
    same = _same_ids(draft, details)
    titles = {role.id: role.title for role in details.roles.values()}
    for id_, values in details.touchpoints.items():
        filled = draft.touchpoints[same[id_]]
        for name, value in values.items():
            if name == "roles":
                filled[name] = filled[name] or tuple(draft.role(titles[role]) for role in value)
            elif filled.get(name) in (None, ""):
                filled[name] = value
    _merge_lanes(draft, details, same)
    _merge_records(draft, details, same)


def _same_ids(draft: Draft, details: Draft) -> dict[str, str]:
    """Return the ids of the map's stages and touchpoints by those of the details."""
    same = {theirs.id: ours.id for theirs, ours in zip(details.stages, draft.stages)}
    for stage in details.stages:
        same.update(zip(_touchpoints(details, stage.id), _touchpoints(draft, same[stage.id])))
    return same


def _touchpoints(draft: Draft, stage: str) -> list[str]:
    return [id_ for id_, values in draft.touchpoints.items() if values["stage"] == stage]


def _merge_lanes(draft: Draft, details: Draft, same: dict[str, str]) -> None:
    known = {bare(lane.title): lane for lane in draft.lanes}
    used = {record.lane for record in details.records if isinstance(record, Cell)}
    for lane in details.lanes:
        if lane.id in used:
            if bare(lane.title) not in known:
                known[bare(lane.title)] = draft.add_lane(lane.title)
            same[lane.id] = known[bare(lane.title)].id


def _merge_records(draft: Draft, details: Draft, same: dict[str, str]) -> None:
    """Add the details' challenges, metrics, opportunities, cells and flows that the map has not got."""
    known = {_gist(draft, record) for record in draft.records}
    for record in details.records:
        if isinstance(record, Flow):
            draft.add_flow(same[record.source], same[record.target])
            continue
        moved = record.replace(about=same[record.about or ""], order=len(draft.records) + 1)
        if isinstance(moved, Cell):
            moved = replace(moved, lane=same[moved.lane])
        if _gist(draft, moved) not in known:
            draft.records.append(moved)


def _gist(draft: Draft, record: Record) -> object:
    """Return what makes two records the same to a reader: kind, lane, stage and text."""
    about = record.about
    stage = draft.touchpoints[about]["stage"] if about in draft.touchpoints else about
    return type(record), getattr(record, "lane", ""), stage, bare(getattr(record, "title", ""))
