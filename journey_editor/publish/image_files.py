"""The map as a picture for other programs: SVG, PNG or PDF."""

from __future__ import annotations

import re
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QRectF, QSizeF
from PySide6.QtGui import QColor, QImage, QPainter, QPdfWriter
from PySide6.QtSvg import QSvgGenerator

from journey_editor.drawing.fonts import load_fonts
from journey_editor.drawing.looks import Look
from journey_editor.drawing.picture import Picture
from journey_editor.files.disk import atomic_write
from journey_editor.files.errors import wrong_suffix
from journey_editor.files.kinds import PDF, PNG, SVG, kind_of
from journey_editor.model import Journey, JourneyError, Sentence

from .pages import LOOK, OnePage, Pages, paint_pages, paint_whole
from .svg_fonts import with_fallbacks

_PNG_SCALE = 2.0
_MOST_PIXELS = 120_000_000
_MOST_SIDE = 30_000
_MOST_IN_WORKBOOK = 24_000_000
_XML_FORBIDS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def write_picture(journey: Journey, path: str | Path, look: Look = LOOK, lanes: str = "none",
                  view: str = "stages", paper: str | None = None) -> None:
    """Write the map to `path` as its suffix says: .svg, .png (two pixels a map unit) or .pdf.

    `lanes` and `view` say how it is laid out, as in `layout.Options`. A PDF is one page as large as the map, or, with
    one of `PAPERS` as its `paper`, as many pages of that as it takes for the map to be read.
    Needs a QGuiApplication. Raise `JourneyError` for another suffix, an empty map or a file that cannot be written;
    what stood in `path` before is then untouched.
    """
    kind = kind_of(path)
    if kind not in _WRITERS:
        raise JourneyError(wrong_suffix(path, _WRITERS))
    picture = picture_of(journey, lanes, view)
    atomic_write(path, pdf_bytes(Pages(picture, paper), look) if paper else _WRITERS[kind](picture, look))


def picture_of(journey: Journey, lanes: str = "none", view: str = "stages") -> Picture:
    """Return the journey's picture; raise `JourneyError` for an empty map. Needs a QGuiApplication."""
    load_fonts()
    picture = Picture(journey, lanes, view)
    if picture.empty:
        raise JourneyError(Sentence("publish", "There is nothing on the map yet, so there is no picture to write."))
    return picture


def png_bytes(journey: Journey, look: Look = LOOK, lanes: str = "none", view: str = "stages") -> bytes | None:
    """Return the map as a PNG, as large as a page of a workbook shows; None if the map is empty.

    Needs a QGuiApplication.
    """
    load_fonts()
    picture = Picture(journey, lanes, view)
    return None if picture.empty else _png(picture, look, _MOST_IN_WORKBOOK)


def _png(picture: Picture, look: Look, most: int = _MOST_PIXELS) -> bytes:
    _, _, width, height = picture.bounds
    scale = min(_PNG_SCALE, _MOST_SIDE / max(width, height), (most / (width * height)) ** 0.5)
    image = QImage(round(width * scale), round(height * scale), QImage.Format.Format_RGB32)
    image.fill(QColor(look.background))
    # 192 dots an inch at scale 2, so that a document shows the map at its own size.
    image.setDotsPerMeterX(round(scale * 96 / 0.0254))
    image.setDotsPerMeterY(round(scale * 96 / 0.0254))
    painter = QPainter(image)
    paint_whole(picture, painter, look, scale)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    # WORKAROUND: PySide6's stubs want bytes, where every version takes the name of the format as a text.
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(buffer.data().data())


def _svg(picture: Picture, look: Look) -> bytes:
    _, _, width, height = picture.bounds
    buffer = QBuffer()
    generator = QSvgGenerator(QSvgGenerator.SvgVersion.Svg11)
    generator.setOutputDevice(buffer)
    generator.setResolution(96)
    generator.setSize(QSizeF(width, height).toSize())
    generator.setViewBox(QRectF(0, 0, width, height))
    generator.setTitle(_XML_FORBIDS.sub("", picture.journey.info.title))
    generator.setDescription("")
    painter = QPainter(generator)
    paint_whole(picture, painter, look, 1.0)
    painter.end()
    text = _XML_FORBIDS.sub("\ufffd", bytes(buffer.data().data()).decode("utf-8"))
    return with_fallbacks(text).encode("utf-8")


def pdf_bytes(pages: Pages | OnePage, look: Look = LOOK) -> bytes:
    """Return pages as a PDF document."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(pages.picture.journey.info.title)
    writer.setCreator("Journey Editor")
    writer.setPageLayout(pages.layout)
    writer.setResolution(288)
    paint_pages(pages, writer, look)
    buffer.close()
    return bytes(buffer.data().data())


_WRITERS = {SVG: _svg, PNG: _png, PDF: lambda picture, look: pdf_bytes(OnePage(picture), look)}
