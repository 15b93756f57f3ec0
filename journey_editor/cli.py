"""The command line: open the editor, convert files, tell what is in one.

Rooms are imported only where they are needed; Qt where the editor opens, a picture is painted, or somebody reads
Chinese.
"""

from __future__ import annotations

import argparse
import json
import locale
import os
import re
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, NoReturn, TextIO

from . import __version__
from .model import RECORD_TYPES, Journey, JourneyError, Sentence, operations
from .model.merge import Merge
from .model.records import LANGUAGES

if TYPE_CHECKING:
    from .exchange import Edits

CONFLICTS, WRONG, INTERRUPTED = 1, 2, 130

PROGRAM = "journey-editor"
_USAGE = """journey-editor [FILE]
       journey-editor convert IN OUT [--sheet NAME] [--lang en|zh_CN|zh_TW] [--style NAME|FILE] [--template FILE]
                                     [--picture]
       journey-editor info FILE [--sheet NAME] [--json]
       journey-editor merge BASE OURS THEIRS --out FILE [--prefer ours|theirs] [--json]"""
_PICTURES = (".svg", ".png", ".pdf")
_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f]+")
# PySide takes an application away once nothing in Python holds it.
_kept: list[Any] = []


def main(argv: Sequence[str] | None = None) -> int:
    """Do what the arguments say; return the exit code: 0, 1 for conflicts of a merge, 2 with one sentence on
    standard error, 130 for Ctrl+C.
    """
    for stream in sys.stdout, sys.stderr:
        if hasattr(stream, "reconfigure"):
            # A console that lacks a character shows a question mark in its place, and not an error.
            stream.reconfigure(errors="replace")
    try:
        try:
            code = _run(sys.argv[1:] if argv is None else argv)
        except SystemExit as end:  # argparse, after --help and --version
            code = end.code if isinstance(end.code, int) else WRONG
        if sys.stdout is not None:
            sys.stdout.flush()
        return code
    except JourneyError as error:
        _complain(error.sentence)
    except BrokenPipeError:
        _drop(sys.stdout)
        _complain(Sentence("cli", "The output was closed before all of it was written."))
    except OSError as error:
        _drop(sys.stdout)
        _complain(_reason(error))
    except ImportError as error:
        # Qt without one of the system's libraries, most likely; the reason names it.
        _complain(Sentence("cli", "A part of the program cannot be loaded: {reason}.", reason=str(error)))
    except KeyboardInterrupt:
        return INTERRUPTED
    return WRONG


# -- arguments ---------------------------------------------------------------------------------------------------------


class _Parser(argparse.ArgumentParser):
    """Arguments whose faults are told like all others, in one sentence."""

    def error(self, message: str) -> NoReturn:
        raise JourneyError(Sentence("cli", "{problem} (see journey-editor --help).", problem=message))


def _run(arguments: Sequence[str]) -> int:
    command = arguments[0] if arguments else None
    if command == "convert":
        given = _convert_parser().parse_args(arguments[1:])
        return convert(Path(given.source), Path(given.target), given.sheet, given.lang,
                       Branding(given.style, given.template, given.picture))
    if command == "info":
        given = _info_parser().parse_args(arguments[1:])
        return info(Path(given.file), given.sheet, as_json=given.json)
    if command == "merge":
        given = _merge_parser().parse_args(arguments[1:])
        return merge(Path(given.base), Path(given.ours), Path(given.theirs), Path(given.out), given.prefer,
                     as_json=given.json)
    return edit(_parser().parse_args(arguments).file)


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(PROGRAM, usage=_USAGE, description="Draws, edits and exchanges customer journey maps.", epilog=(
        "Without a command the editor opens; to open a file that is called like a command, write ./info. "
        "More about a command: journey-editor convert --help."))
    parser.add_argument("file", nargs="?", metavar="FILE",
                        help="a .journey, .xlsx, .csv, .tsv, .txt or .md file to open in the editor")
    parser.add_argument("--version", action="version", version=f"{PROGRAM} {__version__}")
    return parser


def _convert_parser() -> argparse.ArgumentParser:
    parser = _Parser(f"{PROGRAM} convert",
                     description="Converts between .journey, .xlsx, .csv, .tsv and .md, and to .svg, .png and .pdf.")
    parser.add_argument("source", metavar="IN", help="a .journey, .xlsx, .csv, .tsv, .txt or .md file")
    parser.add_argument("target", metavar="OUT", help="the file to write, its kind told by its suffix")
    _add_sheet(parser)
    parser.add_argument("--lang", choices=LANGUAGES, help="the language of the labels in what is written")
    parser.add_argument("--style", metavar="NAME|FILE", help=(
        "how a workbook looks: classic, plain, fresh, or a workbook whose fonts, colours and pages it takes"))
    parser.add_argument("--template", metavar="FILE", help="a workbook whose placeholders, such as {{stage}}, to fill")
    parser.add_argument("--picture", action="store_true", help="add the map's picture to the workbook")
    return parser


def _info_parser() -> argparse.ArgumentParser:
    parser = _Parser(f"{PROGRAM} info",
                     description="Tells what is in a file: title, stages, how many records of each type.")
    parser.add_argument("file", metavar="FILE", help="a .journey, .xlsx, .csv, .tsv, .txt or .md file")
    _add_sheet(parser)
    parser.add_argument("--json", action="store_true", help="print a JSON object")
    return parser


def _merge_parser() -> argparse.ArgumentParser:
    parser = _Parser(
        f"{PROGRAM} merge", description="Merges what two people made of one journey, by record and by field.",
        epilog="Each of the three is a .journey file or a workbook that a journey was exported into. As BASE, a "
               "workbook "
               "stands for what was exported into it; as OURS or THEIRS, for what its tables and its map say now. "
               "What both "
               "changed differently is a conflict: then nothing is written, the conflicts are printed, and the exit "
               "code "
               "is 1.")
    parser.add_argument("base", metavar="BASE", help="what both started from: THEIRS itself, if that is a workbook")
    parser.add_argument("ours", metavar="OURS", help="what we made of it")
    parser.add_argument("theirs", metavar="THEIRS", help="what they made of it")
    parser.add_argument("--out", metavar="FILE", required=True, help="the .journey or .xlsx file to write")
    parser.add_argument("--prefer", choices=("ours", "theirs"), help="whose value to take where there is a conflict")
    parser.add_argument("--json", action="store_true", help="print a JSON object")
    return parser


def _add_sheet(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--sheet", metavar="NAME", help="which map, if a file holds several")


# -- commands ----------------------------------------------------------------------------------------------------------


def edit(file: str | None) -> int:
    """Open the editor; return its exit code once its window is closed."""
    if file is not None and not os.path.exists(file):
        raise JourneyError(Sentence("storage", "There is no file {file}.", file=file))
    from .app import run

    return run(file)


class Branding(NamedTuple):
    """How a workbook is to look: a style's name or file, a template to fill, and whether the picture goes with it."""

    style: str | None = None
    template: str | None = None
    picture: bool = False


def convert(source: Path, target: Path, sheet: str | None = None, language: str | None = None,
            branding: Branding = Branding()) -> int:
    """Write what is in `source` to `target`; return 0, or 2 after listing the maps if there are several."""
    _check_branding(branding, target)
    from .exchange.files import WRITTEN

    if target.suffix.lower() not in (".journey", *WRITTEN, *_PICTURES) and not branding.template:
        raise JourneyError(Sentence("cli", "{file} cannot be written: its name must end in .journey, .xlsx, .csv, "
                                           ".tsv, .md, .svg, .png or .pdf.", file=str(target)))
    with suppress(OSError, ValueError):
        if os.path.samefile(source, target):
            raise JourneyError(Sentence("cli", "{file} cannot be read and written at once.", file=str(source)))
    to_picture = target.suffix.lower() in _PICTURES
    if to_picture:
        _paint_without_display()
    journey = _read(source, sheet)
    if journey is None:
        return WRONG
    if language is not None:
        journey.apply(operations.update(journey, [journey.info.id], language=language))
    if to_picture:
        from .publish import write_picture

        write_picture(journey, target)
    elif branding.template:
        from .exchange import fill_template

        _tell(fill_template(journey, branding.template, target))
    elif target.suffix.lower() == ".xlsx":
        _tell(_write_workbook(journey, target, branding))
    elif target.suffix.lower() in WRITTEN:
        from .exchange import write_file

        _tell(write_file(journey, target))
    else:
        from . import storage

        storage.save(journey, target)
    return 0


def _check_branding(branding: Branding, target: Path) -> None:
    """Refuse what does not go together."""
    if not any(branding):
        return
    suffixes = (".xlsx", ".xlsm") if branding.template else (".xlsx",)
    if target.suffix.lower() not in suffixes:
        raise JourneyError(Sentence("cli", "{file} is no workbook, so it has no style, template or picture sheet.",
                                    file=str(target)))
    if branding.template and (branding.style or branding.picture):
        raise JourneyError(Sentence("cli", "A template has a look of its own, so that --style and --picture do not go "
                                           "with it."))


def _write_workbook(journey: Journey, target: Path, branding: Branding) -> list[Sentence]:
    from .exchange import read_house_style, style_named, write_workbook

    name = branding.style or "classic"
    is_file = Path(name).suffix.lower() in (".xlsx", ".xlsm", ".xltx", ".xltm")
    style = read_house_style(name) if is_file else style_named(name)
    picture = None
    if branding.picture:
        _paint_without_display()
        from .publish import png_bytes

        picture = png_bytes(journey)
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
    print(_line(Sentence("cli", "Title: {title}", title=journey.info.title)))
    print(_line(Sentence("cli", "Stages: {count}", count=len(stages))))
    for number, title in enumerate(stages, 1):
        print(_plain(f"  {number}. {title}"))
    print(_line(Sentence("cli", "Records: {count}", count=len(journey))))
    for type_, count in counts.items():
        print(f"  {type_}: {count}")
    return 0


def merge(base: Path, ours: Path, theirs: Path, out: Path, prefer: str | None = None, *, as_json: bool = False) -> int:
    """Write what both sides made of `base` to `out`; return 0, or 1 after printing conflicts and writing nothing."""
    from .exchange.updating import shown_conflict

    if out.suffix.lower() not in (".journey", ".xlsx"):
        raise JourneyError(Sentence("cli", "{file} cannot be written: its name must end in .journey or .xlsx.",
                                    file=str(out)))
    merge, lines = _merge_of(base, ours, theirs)
    _tell(lines)
    choices = {conflict.key: prefer for conflict in merge.conflicts} if prefer else {}
    change = merge.change(choices)  # type: ignore[arg-type]
    found = [shown_conflict(conflict, merge) for conflict in merge.conflicts]
    counts = {"added": len(change.added), "changed": len(change.updated), "removed": len(change.removed)}
    if as_json:
        _print_json({"conflicts": found, **counts})
    else:
        for one in found:
            _print_conflict(one)
    if found and not prefer:
        if not as_json:
            print(_line(Sentence("cli", "Conflicts: {count}. Nothing was written.", count=len(found))))
        return CONFLICTS
    journey = merge.ours.copy()
    journey.apply(change)
    if out.suffix.lower() == ".xlsx":
        from .exchange import write_workbook

        _tell(write_workbook(journey, out))
    else:
        from . import storage

        storage.save(journey, out)
    if not as_json:
        print(_line(Sentence("cli", "Added: {added}, changed: {changed}, removed: {removed}.", **counts)))
    return 0


def _merge_of(base: Path, ours: Path, theirs: Path) -> tuple[Merge, list[Sentence]]:
    """Return the merge of three files, and what is to be told of them."""
    from .exchange.updating import merge_edits

    read = {path: _state(path) for path in dict.fromkeys((base, ours, theirs))}
    origin, mine, yours = read[base], read[ours], read[theirs]
    start = origin if isinstance(origin, Journey) else origin.base
    assert start is not None
    told = []
    if not isinstance(mine, Journey):
        told += mine.report.guesses
        mine = mine.theirs
    if isinstance(yours, Journey):
        return Merge(start, mine, yours), told
    update = merge_edits(start, mine, yours)
    return update.merge, told + update.lines


def _state(file: Path) -> Journey | Edits:
    if file.suffix.lower() == ".journey":
        from . import storage

        return storage.load(file)
    if file.suffix.lower() not in (".xlsx", ".xlsm"):
        raise JourneyError(Sentence("cli", "{file} is neither a .journey nor an .xlsx file.", file=str(file)))
    from .exchange import read_edits

    return read_edits(file)


def _print_json(content: dict[str, Any]) -> None:
    encoding = getattr(sys.stdout, "encoding", None) or "utf-8"
    print(json.dumps(content, ensure_ascii=encoding.lower().replace("-", "") != "utf8"))


def _print_conflict(one: dict[str, Any]) -> None:
    what = f"{one['type']} “{one['title']}”" + (f", {one['field']}" if one["field"] else "")
    print(_line(Sentence("cli", "Conflict: {what} ({id})", what=what, id=one["id"])))
    for side in ("base", "ours", "theirs"):
        value = one[side]
        value = "—" if value is None else json.dumps(value, ensure_ascii=False)
        print(_plain(f"  {side}: {value}"))


# -- reading and telling -----------------------------------------------------------------------------------------------


def _read(file: Path, sheet: str | None) -> Journey | None:
    """Return the journey in a file; None if there are several, which are then listed."""
    suffix = file.suffix.lower()
    if suffix == ".journey":
        if sheet is not None:
            raise JourneyError(Sentence("cli", "{file} is no workbook, so --sheet has nothing to choose.",
                                        file=str(file)))
        from . import storage

        return storage.load(file)
    from .exchange import SeveralMaps, read_file
    from .exchange.files import READ

    if suffix not in READ:
        raise JourneyError(Sentence("cli", "{file} is neither a .journey nor an .xlsx file nor a table (.csv, .tsv, "
                                           ".txt, .md).", file=str(file)))
    try:
        journey, report = read_file(file, sheet)
    except SeveralMaps as error:
        _complain(error.sentence)
        for found in error.maps:
            where = dict.fromkeys((found.name, found.title, f"{found.sheet} {found.range}"))
            _to_stderr("  " + "  ".join(filter(None, where)))
        return None
    _tell(report.lines())
    return journey


def _paint_without_display() -> None:
    """Let there be an application that can paint, wherever this runs."""
    if sys.platform.startswith("linux"):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtGui import QGuiApplication

    _application(QGuiApplication)


def _application(kind: Any) -> Any:
    """Return the Qt application of this process, made if there is none of this kind."""
    from PySide6.QtCore import qInstallMessageHandler

    app = kind.instance()
    if app is not None and not isinstance(app, kind):
        app.shutdown()
        app = None
    if app is None:
        # What Qt remarks about the system is nothing that the user of a command could act on.
        qInstallMessageHandler(lambda *_: None)
        app = kind([PROGRAM])
    _kept[:] = [app]
    return app


def _tell(sentences: Sequence[Sentence]) -> None:
    for sentence in sentences:
        _to_stderr(_line(sentence))


def _complain(sentence: Sentence) -> None:
    _to_stderr(f"{PROGRAM}: {_line(sentence)}")


def _to_stderr(line: str) -> None:
    # Nobody is left to be told that this failed.
    with suppress(OSError):
        print(_plain(line), file=sys.stderr, flush=sys.stderr is not None)


def _line(sentence: Sentence) -> str:
    return _plain(_say()(sentence))


def _plain(text: str) -> str:
    """Return a text as one line that cannot steer a terminal."""
    return _CONTROLS.sub(" ", text)


def _reason(error: OSError) -> Sentence:
    reason = error.strerror or str(error)
    if error.filename is None:
        return Sentence("cli", "The output cannot be written: {reason}.", reason=reason)
    return Sentence("cli", "{file}: {reason}.", file=str(error.filename), reason=reason)


def _drop(stream: TextIO | None) -> None:
    """Let what a stream still holds go nowhere, or Python would fail once more at its end."""
    with suppress(OSError, ValueError, AttributeError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())  # type: ignore[union-attr]
        os.close(nowhere)


@cache
def _say() -> Callable[[Sentence], str]:
    """Return what puts a sentence into the user's language; English needs no Qt."""
    names = (os.environ.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    name = next(filter(None, names), None) or locale.getlocale()[0] or ""
    if not name.lower().startswith(("zh", "chinese")):
        return str
    try:
        from PySide6.QtCore import QCoreApplication

        from .app.translation import install, say
    except ImportError:
        return str
    install(_application(QCoreApplication))
    return say
