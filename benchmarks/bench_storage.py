"""The native file and the recovery log."""

from __future__ import annotations

import json
import os
import tempfile
from pathlib import Path

from journey_editor import storage
from journey_editor.model import operations
from journey_editor.model.raw import raw_of
from journey_editor.storage.recovery import Recovery

from .journeys import make_journey
from .measure import Row, medians, timed


def rows() -> list[Row]:
    """Measure on 10,000 touchpoints and 13,000 flows."""
    with tempfile.TemporaryDirectory() as folder:
        return [*_file(Path(folder)), *_log(Path(folder))]


def _file(folder: Path) -> list[Row]:
    journey = make_journey()
    path = folder / "large.journey"
    raws = [raw_of(record) for record in journey]
    text = json.dumps(raws)
    save, dumps, load, loads = medians(
        timed(lambda: storage.save(journey, path)), timed(lambda: json.dumps(raws)),
        timed(lambda: storage.load(path)), timed(lambda: json.loads(text)))
    return [Row("save 10,000 touchpoints, 13,000 flows", save, "json.dumps", dumps, 0.4),
            Row("load them", load, "json.loads", loads, 0.4)]


def _log(folder: Path) -> list[Row]:
    journey = make_journey()
    recovery = Recovery(folder / "log", journey, None)
    number = 0

    def append() -> float:
        nonlocal number
        number += 1
        change = operations.rename(journey, journey.info.id, str(number))
        journey.apply(change)
        return timed(lambda: recovery.append(change))()

    with open(folder / "bare", "wb") as file:
        def write() -> None:
            file.write(b"x" * 200)
            file.flush()
            os.fsync(file.fileno())

        measured, floor = medians(append, timed(write))
    recovery.close()
    return [Row("log one change for recovery", measured, "write and fsync", floor)]
