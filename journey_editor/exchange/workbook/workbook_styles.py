"""The styles that a workbook can be written in: fonts, colours, widths, and how it is printed."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ...model import JourneyError, Sentence
from ...shipped import find

TITLE, HEADER, LABEL, ITEMS = "Journey title", "Journey header", "Journey label", "Journey items"
STRIPED = "Journey items on a stripe"
CELL, WHOLE, NUMBER, EMOTION = "Journey cell", "Journey whole stage", "Journey number", "Journey emotion"
"""The kinds of cells, each with a style of this name in the workbook."""

A4, A3 = 9, 8
"""Excel's numbers for sizes of paper."""

_PIXELS_PER_INCH = 96
_PAPERS = {
    # Excel's number: width and height standing, in inches
    8: (11.69, 16.54), 9: (8.27, 11.69), 1: (8.5, 11.0), 5: (8.5, 14.0), 11: (5.83, 8.27), 3: (11.0, 17.0),
}


@dataclass(frozen=True, slots=True)
class CellStyle:
    """How one kind of cell looks. Colours are `RRGGBB`; no fill is None; no font means the language's."""

    ink: str
    fill: str | None = None
    size: float = 10
    bold: bool = False
    italic: bool = False
    font: str = ""


@dataclass(frozen=True, slots=True)
class HeaderFooter:
    """The three parts of a header or footer with Excel's codes (`&P`); `{title}` stands for what the sheet shows."""

    left: str = ""
    center: str = ""
    right: str = ""


@dataclass(frozen=True, slots=True)
class PageSetup:
    """How a sheet is printed. Paper None: A4, or A3 for wide tables. Margins in inches: left, right, top, bottom,
    header, footer."""

    paper: int | None = None
    orientation: str = "landscape"
    margins: tuple[float, float, float, float, float, float] = (0.4, 0.4, 0.5, 0.6, 0.3, 0.3)

    @property
    def room(self) -> tuple[float, float]:
        """The width and height in pixels that a page has between its margins."""
        short, long = _PAPERS.get(self.paper or A4, _PAPERS[A4])
        width, height = (long, short) if self.orientation == "landscape" else (short, long)
        left, right, top, bottom, _head, _foot = self.margins
        return (width - left - right) * _PIXELS_PER_INCH, (height - top - bottom) * _PIXELS_PER_INCH


@dataclass(frozen=True, slots=True)
class Style:
    """The style of a whole workbook. Widths are in Excel's units; None: as the texts want it."""

    name: str
    title: CellStyle
    header: CellStyle
    label: CellStyle
    body: CellStyle
    line: str
    """The colour of the lines between cells."""
    gap: str
    """The colour of the lines between header cells."""
    tint: str | None
    """The ground of rows that stand out."""
    stripe: str | None = None
    """The ground of every second row of the map."""
    emotion: tuple[str, str, str] = ("F2B48A", "E9ECF0", "C7B2E6")
    """The grounds of emotions −2, 0 and +2: orange, grey and violet, told apart by colour-blind people as well."""
    off_target: str = "F8D3B8"
    on_target: str = "DDD2F0"
    series: tuple[str, str, str] = ("B4BECB", "3B6FB6", "1F3A5F")
    """The colours of baseline, latest value and target in charts; the second is also the emotion curve's."""
    label_width: float | None = None
    column_width: float | None = None
    page: PageSetup = PageSetup()
    head: HeaderFooter = HeaderFooter()
    foot: HeaderFooter = HeaderFooter("{title}", "", "&P / &N")
    logo: bytes = field(default=b"", repr=False)
    logo_size: tuple[int, int] = (0, 0)
    """Width and height of the logo in pixels, as it was shown."""
    place: int = 0
    """Where it stands among the built-in styles when these are offered."""


def style_in(path: Path) -> Style:
    """Return the style in a JSON file: the fields of a `Style`, those left out as usual; its name is the file's."""
    file: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    file |= {kind: CellStyle(**file[kind]) for kind in ("title", "header", "label", "body")}
    file |= {key: tuple(value) for key, value in file.items() if isinstance(value, list)}
    return Style(path.stem, **file)


STYLES = {style.name: style for style in sorted(map(style_in, find("resources", "workbook_styles").glob("*.json")),
                                                key=lambda style: (style.place, style.name))}
"""The built-in styles by name: a file `resources/workbook_styles/NAME.json` each."""

CLASSIC = STYLES["classic"]


def style_named(name: str) -> Style:
    """Return a built-in style; raise `JourneyError` if there is none of that name."""
    if name not in STYLES:
        raise JourneyError(Sentence("exchange", "There is no style named “{name}”. Choose one of: {names}.", name=name,
                                    names=", ".join(STYLES)))
    return STYLES[name]
