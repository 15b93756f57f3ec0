"""The arguments that the command line takes."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

from journey_editor import __version__
from journey_editor.files.kinds import readable
from journey_editor.model import JourneyError, Sentence
from journey_editor.model.vocabulary import LANGUAGES
from . import commands, edit
from .output import PROGRAM

_USAGE = """journey-editor [FILE]
       journey-editor convert IN OUT [--sheet NAME] [--lang {languages}] [--style NAME|FILE] [--template FILE]
                                     [--picture] [--lanes role|backstage] [--view NAME] [--paper NAME]
       journey-editor info FILE [--sheet NAME] [--json]
       journey-editor merge BASE OURS THEIRS --out FILE [--prefer ours|theirs] [--json]"""

_READ = "a {}, or {} file".format(", ".join(kind.suffix for kind in readable()[:-1]), readable()[-1].suffix)


def run(arguments: Sequence[str]) -> int:
    """Do what the arguments say; return the exit code."""
    command = arguments[0] if arguments else None
    if command == "convert":
        given = _convert_parser().parse_args(arguments[1:])
        return commands.convert(Path(given.source), Path(given.target), given.sheet, given.lang,
                                commands.Branding(given.style, given.template, given.picture),
                                commands.Shape(given.lanes, given.view, given.paper))
    if command == "info":
        given = _info_parser().parse_args(arguments[1:])
        return commands.info(Path(given.file), given.sheet, as_json=given.json)
    if command == "merge":
        given = _merge_parser().parse_args(arguments[1:])
        return commands.merge(Path(given.base), Path(given.ours), Path(given.theirs), Path(given.out), given.prefer,
                              as_json=given.json)
    return edit(_parser().parse_args(arguments).file)


class _Parser(argparse.ArgumentParser):
    """Arguments whose faults are printed like all others, in one sentence."""

    def error(self, message: str) -> NoReturn:
        raise JourneyError(Sentence("cli", "{problem} (see journey-editor --help).", problem=message))


def _parser() -> argparse.ArgumentParser:
    usage = _USAGE.format(languages="|".join(LANGUAGES))
    parser = _Parser(PROGRAM, usage=usage, description="Draws, edits and exchanges customer journey maps.", epilog=(
        "Without a command, the editor opens. To open a file that has the name of a command, write ./info. "
        "For help on a command: journey-editor convert --help."))
    parser.add_argument("file", nargs="?", metavar="FILE",
                        help=f"{_READ} to open in the editor")
    parser.add_argument("--version", action="version", version=f"{PROGRAM} {__version__}")
    return parser


def _convert_parser() -> argparse.ArgumentParser:
    parser = _Parser(f"{PROGRAM} convert",
                     description="Converts between .journey, .xlsx, .csv, .tsv and .md, and to .svg, .png and .pdf.")
    parser.add_argument("source", metavar="IN", help=_READ)
    parser.add_argument("target", metavar="OUT", help="the file to write; its suffix determines the format")
    _add_sheet(parser)
    parser.add_argument("--lang", choices=LANGUAGES, help="the language of the labels in the file written")
    parser.add_argument("--style", metavar="NAME|FILE", help=(
        "the style of the workbook: classic, plain, fresh, or a workbook to take fonts, colours and page set-up from"))
    parser.add_argument("--template", metavar="FILE", help="a workbook to fill the placeholders of, such as {{stage}}")
    parser.add_argument("--picture", action="store_true", help="add a picture of the map to the workbook")
    parser.add_argument("--lanes", choices=commands.LANES, default="none", help="the swimlanes of the picture")
    parser.add_argument("--view", default="stages", metavar="NAME", help=(
        "what the picture shows: stages, flow (without stages), loop, outline, or the title of a track"))
    parser.add_argument("--paper", choices=commands.PAPERS, help=(
        "divide the PDF into pages of this size, between stages, instead of one page as large as the map"))
    return parser


def _info_parser() -> argparse.ArgumentParser:
    parser = _Parser(f"{PROGRAM} info",
                     description="Shows what a file contains: title, stages and the number of records of each kind.")
    parser.add_argument("file", metavar="FILE", help=_READ)
    _add_sheet(parser)
    parser.add_argument("--json", action="store_true", help="print a JSON object")
    return parser


def _merge_parser() -> argparse.ArgumentParser:
    parser = _Parser(
        f"{PROGRAM} merge", description="Merges two people's changes to a journey, by record and by field.",
        epilog="Each of the three is a .journey file or a workbook that a journey was exported to. As BASE, a "
               "workbook stands for what was exported to it; as OURS or THEIRS, for what its tables and its map "
               "contain now. Where both changed the same thing differently, there is a conflict: nothing is written, "
               "the conflicts are printed, and the exit code is 1.")
    parser.add_argument("base", metavar="BASE", help="what both started from: THEIRS itself, if that is a workbook")
    parser.add_argument("ours", metavar="OURS", help="our changed version")
    parser.add_argument("theirs", metavar="THEIRS", help="their changed version")
    parser.add_argument("--out", metavar="FILE", required=True, help="the .journey or .xlsx file to write")
    parser.add_argument("--prefer", choices=("ours", "theirs"), help="whose value to use where there is a conflict")
    parser.add_argument("--json", action="store_true", help="print a JSON object")
    return parser


def _add_sheet(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--sheet", metavar="NAME", help="the map to read, if the file contains several")
