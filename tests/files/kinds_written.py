"""Every way in which a file of a journey is written, for the tests of what holds for all of them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from journey_editor import shipped, storage
from journey_editor.exchange import fill_template, write_file
from journey_editor.model import Journey
from journey_editor.publish import write_picture

TEMPLATE = shipped.find("examples", "template.xlsx")


class Way(NamedTuple):
    """A way to write a journey: the suffix of the file, the function, and what such a file begins with."""

    suffix: str
    write: Callable[[Journey, Path], object]
    magic: bytes


WAYS = {
    "journey": Way(".journey", storage.save, b'{"format"'),
    "workbook": Way(".xlsx", write_file, b"PK"),
    "template": Way(".xlsx", lambda journey, path: fill_template(journey, TEMPLATE, path), b"PK"),
    "csv": Way(".csv", write_file, b"\xef\xbb\xbf"),
    "tsv": Way(".tsv", write_file, b"\xef\xbb\xbf"),
    "markdown": Way(".md", write_file, b"# "),
    "svg": Way(".svg", write_picture, b"<?xml"),
    "png": Way(".png", write_picture, b"\x89PNG"),
    "pdf": Way(".pdf", write_picture, b"%PDF"),
    "pdf_pages": Way(".pdf", lambda journey, path: write_picture(journey, path, paper="A4"), b"%PDF"),
}
