"""What the commands beside the editor do: convert files, tell what is in one, merge three.

Rooms are imported only where they are needed; Qt where a picture is painted.
"""

from __future__ import annotations

import json
import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from journey_editor.model import RECORD_TYPES, Journey, JourneyError, Sentence, Track, Word, operations
from journey_editor.files.errors import unknown_kind, wrong_suffix
from journey_editor.files.kinds import JOURNEY, MACRO_WORKBOOK, PDF, WORKBOOK, kind_of, readable, writable
from journey_editor.model.merge import Merge, Side
from journey_editor.model.records import text_of
from journey_editor.model.vocabulary import field_inside, plural_label, type_label
from .output import line, paint_without_display, plain, print_error, print_sentences, to_stderr

if TYPE_CHECKING:
    from journey_editor.exchange import Edits

CONFLICTS, WRONG = 1, 2
LANES = ("none", "role", "backstage")
VIEWS = ("stages", "flow", "loop", "outline")
PAPERS = ("A5", "A4", "A3", "Letter", "Legal", "Tabloid")


class Branding(NamedTuple):
    """How a workbook is to look: a style's name or file, a template to fill, and whether the picture goes with it."""

    style: str | None = None
    template: str | None = None
    picture: bool = False


class Shape(NamedTuple):
    """How a picture is laid out: its swimlanes, its view by name, or by a track's title, and the paper of a PDF."""

    lanes: str = "none"
    view: str = "stages"
    paper: str | None = None


def convert(source: Path, target: Path, sheet: str | None = None, language: str | None = None,
            branding: Branding = Branding(), shape: Shape = Shape()) -> int:
    """Write what is in `source` to `target`; return 0, or 2 after listing the maps if there are several."""
    _check_branding(branding, target)
    kind = kind_of(target)
    if shape.paper and kind != PDF:
        raise JourneyError(Sentence("cli", "{file} is not a PDF, so --paper does not apply to it.", file=str(target)))
    if kind not in writable() and not branding.template:
        raise JourneyError(wrong_suffix(target, writable()))
    with suppress(OSError, ValueError):
        if os.path.samefile(source, target):
            raise JourneyError(Sentence("cli", "{file} cannot be both the input and the output: name another file "
                                               "to write.", file=str(source)))
    to_picture = kind in writable("picture")
    if to_picture:
        paint_without_display()
    journey = _read(source, sheet)
    if journey is None:
        return WRONG
    if language is not None:
        journey.apply(operations.update(journey, [journey.info.id], language=language))
    if to_picture:
        from journey_editor.publish import write_picture

        write_picture(journey, target, lanes=shape.lanes, view=_view(journey, shape.view), paper=shape.paper)
    else:
        _write(journey, target, branding, shape)
    return 0


def _write(journey: Journey, target: Path, branding: Branding = Branding(), shape: Shape = Shape()) -> None:
    """Write a journey to a workbook, a table or a file of its kind; print what got lost."""
    kind = kind_of(target)
    if branding.template:
        from journey_editor.exchange import fill_template

        print_sentences(fill_template(journey, branding.template, target))
    elif kind == WORKBOOK:
        print_sentences(_write_workbook(journey, target, branding, shape))
    elif kind in writable("table"):
        from journey_editor.exchange import write_file

        print_sentences(write_file(journey, target))
    else:
        from journey_editor import storage

        storage.save(journey, target)


def _check_branding(branding: Branding, target: Path) -> None:
    """Refuse what does not go together."""
    if not any(branding):
        return
    kinds = (WORKBOOK, MACRO_WORKBOOK) if branding.template else (WORKBOOK,)
    if kind_of(target) not in kinds:
        raise JourneyError(Sentence("cli", "{file} is not a workbook, so --style, --template and --picture do not "
                                           "apply to it.",
                                    file=str(target)))
    if branding.template and (branding.style or branding.picture):
        raise JourneyError(Sentence("cli", "--style and --picture cannot be used with --template: a template has "
                                           "its own look."))


def _view(journey: Journey, name: str) -> str:
    """Return the view of a name, or of a track's title."""
    if name in VIEWS:
        return name
    for track in journey.all(Track):
        if name in (track.title, track.id):
            return f"track:{track.id}"
    raise JourneyError(Sentence("cli", "There is no view or track named “{name}”. Choose one of: {names}.", name=name,
                                names=", ".join([*VIEWS, *(track.title for track in journey.all(Track))])))


def _write_workbook(journey: Journey, target: Path, branding: Branding, shape: Shape) -> list[Sentence]:
    from journey_editor.exchange import read_house_style, style_named, write_workbook

    name = branding.style or "classic"
    kind = kind_of(name)
    style = read_house_style(name) if kind and kind.group == WORKBOOK.group else style_named(name)
    picture = None
    if branding.picture:
        paint_without_display()
        from journey_editor.publish import png_bytes

        picture = png_bytes(journey, lanes=shape.lanes, view=_view(journey, shape.view))
    return write_workbook(journey, target, style, picture)


def info(file: Path, sheet: str | None = None, *, as_json: bool = False) -> int:
    """Print what is in a file; return 0, or 2 after listing the maps if there are several."""
    journey = _read(file, sheet)
    if journey is None:
        return WRONG
    stages = [stage.title for stage in journey.stages]
    counts = {type_: journey.count(cls) for type_, cls in RECORD_TYPES.items()}
    if as_json:
        found = {"title": journey.info.title, "format": file.suffix.lower()[1:], "stages": stages, "counts": counts}
        _print_json(found)
        return 0
    print(line(Sentence("cli", "Title: {title}", title=journey.info.title)))
    print(line(Sentence("cli", "Stages: {count}", count=len(stages))))
    for number, title in enumerate(stages, 1):
        print(plain(f"  {number}. {title}"))
    print(line(Sentence("cli", "Records: {count}", count=len(journey))))
    for type_, count in counts.items():
        print("  " + line(Sentence("cli", "{kind}: {count}", kind=Word(plural_label, type_), count=count)))
    return 0


def merge(base: Path, ours: Path, theirs: Path, out: Path, prefer: Side | None = None, *,
          as_json: bool = False) -> int:
    """Write what both sides made of `base` to `out`; return 0, or 1 after printing conflicts and writing nothing."""
    from journey_editor.exchange import shown_conflict

    if kind_of(out) not in (JOURNEY, WORKBOOK):
        raise JourneyError(wrong_suffix(out, [JOURNEY, WORKBOOK]))
    merge, lines = _merge_of(base, ours, theirs)
    print_sentences(lines)
    choices = dict.fromkeys((conflict.key for conflict in merge.conflicts), prefer) if prefer else {}
    change = merge.change(choices)
    found = [shown_conflict(conflict, merge) for conflict in merge.conflicts]
    counts = {"added": len(change.added), "changed": len(change.updated), "removed": len(change.removed)}
    if as_json:
        _print_json({"conflicts": found, **counts})
    else:
        for one in found:
            _print_conflict(one)
    if found and not prefer:
        if not as_json:
            print(line(Sentence("cli", "Conflicts: {count}. Nothing was written.", count=len(found))))
        return CONFLICTS
    print_sentences([
        Sentence("cli", "Left out because what it belongs to was deleted: “{title}”.", title=text_of(record))
        for record in merge.left_out(choices)])
    journey = merge.ours.copy()
    journey.apply(change)
    _write(journey, out)
    if not as_json:
        print(line(Sentence("cli", "Added: {added}, changed: {changed}, removed: {removed}.", **counts)))
    return 0


def _merge_of(base: Path, ours: Path, theirs: Path) -> tuple[Merge, list[Sentence]]:
    """Return the merge of three files, and what the user is to know of them."""
    from journey_editor.exchange.workbook.updating import is_same_journey, merge_edits

    origin = _state(base)
    start = origin if isinstance(origin, Journey) else origin.base
    assert start is not None
    read = {path: origin if path == base else _state(path, start) for path in dict.fromkeys((ours, theirs))}
    mine, yours = read[ours], read[theirs]
    for path, state in read.items():
        if not is_same_journey(start, state if isinstance(state, Journey) else state.theirs):
            raise JourneyError(Sentence("cli", "{file} contains a different journey from {base}.", file=str(path),
                                        base=str(base)))
    notes = []
    if not isinstance(mine, Journey):
        notes += mine.report.guesses
        mine = mine.theirs
    if isinstance(yours, Journey):
        return Merge(start, mine, yours), notes
    update = merge_edits(start, mine, yours)
    return update.merge, notes + update.lines


def _state(file: Path, exported: Journey | None = None) -> Journey | Edits:
    """Return what a file holds; `exported` is what a workbook was made from that has lost its own copy of it."""
    kind = kind_of(file)
    if kind == JOURNEY:
        from journey_editor import storage

        return storage.load(file)
    if kind not in (WORKBOOK, MACRO_WORKBOOK):
        raise JourneyError(unknown_kind(file, tables=False))
    from journey_editor.exchange import read_edits

    return read_edits(file, base=exported)


def _print_json(content: dict[str, Any]) -> None:
    encoding = getattr(sys.stdout, "encoding", None) or "utf-8"
    print(json.dumps(content, ensure_ascii=encoding.lower().replace("-", "") != "utf8"))


def _print_conflict(one: dict[str, Any]) -> None:
    type_, field = one["type"], one["field"]
    values = {"kind": Word(type_label, type_) if type_ else "", "title": one["title"], "id": one["id"]}
    if field:
        print(line(Sentence("cli", "Conflict: {kind} “{title}”, {field} ({id})", field=Word(field_inside, type_, field),
                            **values)))
    else:
        print(line(Sentence("cli", "Conflict: {kind} “{title}” ({id})", **values)))
    for side in ("base", "ours", "theirs"):
        value = one[side]
        value = "—" if value is None else json.dumps(value, ensure_ascii=False)
        print(plain(f"  {side}: {value}"))


# -- reading and printing ----------------------------------------------------------------------------------------------


def _read(file: Path, sheet: str | None) -> Journey | None:
    """Return the journey in a file; None if there are several, which are then listed."""
    kind = kind_of(file)
    if kind == JOURNEY:
        if sheet is not None:
            raise JourneyError(Sentence("cli", "{file} is not a workbook, so --sheet does not apply to it.",
                                        file=str(file)))
        from journey_editor import storage

        return storage.load(file)
    from journey_editor.exchange import SeveralMaps, read_file
    if kind not in readable():
        raise JourneyError(unknown_kind(file, tables=True))
    try:
        journey, report = read_file(file, sheet)
    except SeveralMaps as error:
        print_error(error.sentence)
        for found in error.maps:
            where = dict.fromkeys((found.name, found.title, f"{found.sheet} {found.range}"))
            to_stderr("  " + "  ".join(filter(None, where)))
        return None
    print_sentences(report.lines())
    return journey
