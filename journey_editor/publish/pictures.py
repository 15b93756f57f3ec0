"""The whole map as one picture: SVG, PNG or PDF."""

from __future__ import annotations

import errno
import os
import re
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QBuffer, QFileDevice, QIODevice, QMarginsF, QRectF, QSaveFile, QSizeF
from PySide6.QtGui import QColor, QImage, QPageSize, QPainter, QPdfWriter
from PySide6.QtSvg import QSvgGenerator

from journey_editor.drawing.fonts import load_fonts
from journey_editor.drawing.looks import LIGHT, Look
from journey_editor.drawing.painter import paint
from journey_editor.drawing.picture import Picture
from journey_editor.model import Journey, JourneyError, Sentence
from journey_editor.model.file_errors import not_written, wrong_suffix

from .svg_fonts import with_fallbacks

PAPER = replace(LIGHT, background="#ffffff", column="#eef1f6")
"""The light look on white ground: what a document or a slide is made of."""

_PNG_SCALE = 2.0
_MOST_PIXELS = 120_000_000
_MOST_SIDE = 30_000
_MOST_IN_WORKBOOK = 24_000_000
_POINTS = 0.75
_LONGEST_PAGE = 14_400.0
_XML_FORBIDS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def write_picture(journey: Journey, path: str | Path, look: Look = PAPER, lanes: str = "none",
                  view: str = "stages") -> None:
    """Write the map to `path` as its suffix says: .svg, .png (two pixels a map unit) or .pdf (one page, map-sized).

    `lanes` and `view` say how it is laid out, as in `layout.Options`.
    Needs a QGuiApplication. Raise `JourneyError` for another suffix, an empty map or a file that cannot be written;
    what stood in `path` before is then untouched.
    """
    path = Path(path)
    write = FORMATS.get(path.suffix.lower())
    if write is None:
        raise JourneyError(wrong_suffix(path, list(FORMATS)))
    load_fonts()
    picture = Picture(journey, lanes, view)
    if picture.empty:
        raise JourneyError(Sentence("publish", "There is nothing on the map yet, so there is no picture to write."))
    content = write(picture, look)
    file = QSaveFile(str(path))
    if not (file.open(QIODevice.OpenModeFlag.WriteOnly) and file.write(content) == len(content) and file.commit()):
        raise JourneyError(not_written(_error_of(file, path), path))


def _error_of(file: QSaveFile, path: Path) -> OSError:
    """Return what kept a file from being written: Qt tells it in words of its own."""
    number = {QFileDevice.FileError.PermissionsError: errno.EACCES,
              QFileDevice.FileError.ResourceError: errno.ENOSPC}.get(file.error(), errno.EIO)
    if path.is_dir():
        number = errno.EISDIR
    elif not path.parent.is_dir():
        number = errno.ENOENT
    elif not all(os.access(one, os.W_OK, effective_ids=os.access in os.supports_effective_ids)
                 for one in (path, path.parent) if one.exists()):
        number = errno.EACCES
    return OSError(number, file.errorString())


def png_bytes(journey: Journey, look: Look = PAPER, lanes: str = "none", view: str = "stages") -> bytes | None:
    """Return the map as a PNG, as large as a page of a workbook shows; None if the map is empty.

    Needs a QGuiApplication.
    """
    load_fonts()
    picture = Picture(journey, lanes, view)
    return None if picture.empty else _png(picture, look, _MOST_IN_WORKBOOK)


def _paint(picture: Picture, painter: QPainter, look: Look, scale: float) -> None:
    x, y, width, height = picture.bounds
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(scale, scale)
    painter.translate(-x, -y)
    painter.fillRect(QRectF(x, y, width, height), QColor(look.background))
    paint(picture, painter, QRectF(x, y, width, height), 1.0, look)


def _png(picture: Picture, look: Look, most: int = _MOST_PIXELS) -> bytes:
    _, _, width, height = picture.bounds
    scale = min(_PNG_SCALE, _MOST_SIDE / max(width, height), (most / (width * height)) ** 0.5)
    image = QImage(round(width * scale), round(height * scale), QImage.Format.Format_RGB32)
    image.fill(QColor(look.background))
    # 192 dots an inch at scale 2, so that a document shows the map at its own size.
    image.setDotsPerMeterX(round(scale * 96 / 0.0254))
    image.setDotsPerMeterY(round(scale * 96 / 0.0254))
    painter = QPainter(image)
    _paint(picture, painter, look, scale)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
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
    _paint(picture, painter, look, 1.0)
    painter.end()
    text = _XML_FORBIDS.sub("\ufffd", bytes(buffer.data().data()).decode("utf-8"))
    return with_fallbacks(text).encode("utf-8")


def _pdf(picture: Picture, look: Look) -> bytes:
    _, _, width, height = picture.bounds
    scale = min(_POINTS, _LONGEST_PAGE / max(width, height))
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(picture.journey.info.title)
    writer.setCreator("Journey Editor")
    page = QSizeF(width * scale, height * scale)
    writer.setPageSize(QPageSize(page, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.ExactMatch))
    writer.setPageMargins(QMarginsF(0, 0, 0, 0))
    writer.setResolution(288)
    painter = QPainter(writer)
    _paint(picture, painter, look, scale * writer.resolution() / 72)
    painter.end()
    buffer.close()
    return bytes(buffer.data().data())


FORMATS = {".svg": _svg, ".png": _png, ".pdf": _pdf}
