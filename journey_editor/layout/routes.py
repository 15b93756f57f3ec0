"""The arrows' ways through the gutters."""

from __future__ import annotations

import numpy as np

from .sheet import Sheet


def simple(sheet: Sheet, ends: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return points and offsets of routes from the right of the source to the left of the target."""
    a, b = ends[sheet.source], ends[sheet.target]
    points = np.empty((len(a), 4, 2))
    points[:, 0, 0], points[:, 3, 0] = a[:, 0] + a[:, 2], b[:, 0]
    points[:, 1:3, 0] = (points[:, 0, 0] + points[:, 3, 0])[:, None] / 2
    points[:, :2, 1] = (a[:, 1] + a[:, 3] / 2)[:, None]
    points[:, 2:, 1] = (b[:, 1] + b[:, 3] / 2)[:, None]
    return points.reshape(-1, 2), np.arange(len(a) + 1) * 4
