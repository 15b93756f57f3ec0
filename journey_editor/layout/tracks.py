"""Parallel lines side by side: intervals packed on tracks so that none lies on another."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from heapq import heappop, heappush
from math import inf


def pack(lows: Sequence[float], highs: Sequence[float], enough: int) -> tuple[list[int], int]:
    """Return each interval's track and how many tracks there are; intervals that touch get different ones.

    The intervals come in the order in which their tracks should follow one another, and overlapping ones keep it.
    Where that takes more than `enough` tracks, the order is given up for the fewest tracks.
    """
    tracks = _in_order(lows, highs, enough)
    if tracks is None:
        tracks = _fewest(lows, highs)
    return tracks, max(tracks, default=-1) + 1


def _in_order(lows: Sequence[float], highs: Sequence[float], enough: int) -> list[int] | None:
    """Put each interval just above the skyline of those before it; None when the skyline grows too high."""
    edges, heights = [-inf, inf], [-1]
    tracks = []
    for low, high in zip(lows, highs):
        # The pieces of the skyline that [low, high] touches are replaced by one, with what sticks out on either side.
        left = bisect_left(edges, low)
        right = bisect_right(edges, high, left)
        height = max(heights[left - 1:right]) + 1
        if height >= enough:
            return None
        edges[left:right] = low, high
        heights[left:right] = height, heights[right - 1]
        tracks.append(height)
    return tracks


def _fewest(lows: Sequence[float], highs: Sequence[float]) -> list[int]:
    """The left-edge algorithm (Hashimoto and Stevens, 1971): each interval from the left takes the first free track."""
    tracks = [0] * len(lows)
    busy: list[tuple[float, int]] = []
    free: list[int] = []
    for index in sorted(range(len(lows)), key=lambda index: (lows[index], index)):
        while busy and busy[0][0] < lows[index]:
            heappush(free, heappop(busy)[1])
        tracks[index] = heappop(free) if free else len(busy)
        heappush(busy, (highs[index], tracks[index]))
    return tracks
