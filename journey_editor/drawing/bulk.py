"""Drawing many lines or boxes in one call, straight from an array's memory."""

from __future__ import annotations

from typing import Any, TypeVar

import numpy as np
from PySide6.QtCore import QLineF, QRect, QRectF
from PySide6.QtGui import QPainter
from shiboken6 import Shiboken

T = TypeVar("T")


def draw_lines(painter: QPainter, lines: np.ndarray) -> None:
    """Draw straight lines (n, 4: x0 y0 x1 y1)."""
    if len(lines):
        memory = np.ascontiguousarray(lines)
        painter.drawLines(_first(memory, QLineF), len(memory))


def draw_boxes(painter: QPainter, boxes: np.ndarray) -> None:
    """Draw boxes (n, 4: x y w h)."""
    memory = np.ascontiguousarray(boxes)
    painter.drawRects(_first(memory, QRectF), len(memory))


def draw_pixel_boxes(painter: QPainter, boxes: np.ndarray) -> None:
    """Draw boxes of whole pixels (n, 4 of int32, in one piece: the first and the last pixel, x y x y)."""
    painter.drawRects(_first(boxes, QRect), len(boxes))


def _first(memory: np.ndarray, kind: type[T]) -> T:
    """Return the first of what an array's memory holds: Qt is told how many follow it there."""
    # WORKAROUND: PySide6's stubs take what is wrapped for a bare Shiboken object, whatever its type.
    found: Any = Shiboken.wrapInstance(memory.ctypes.data, kind)
    return found
