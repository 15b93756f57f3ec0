"""The one table of the kinds of files: what reads, writes, names and offers files agrees with it."""

from __future__ import annotations

from pathlib import Path

import pytest

from journey_editor.app.file_filters import filter_of, workbook_filter
from journey_editor.exchange import read_file, write_file
from journey_editor.files import kinds
from journey_editor.files.kinds import KINDS, MARKDOWN, WORKBOOK, kind_of, readable, suffixes_of, writable
from journey_editor.model import Journey, JourneyError, JourneyInfo, Stage, Touchpoint
from journey_editor.storage import load
from tests.files.kinds_written import WAYS

STAGE = Stage(title="Visit")
JOURNEY = Journey([JourneyInfo(title="Map"), STAGE, Touchpoint(title="Search", stage=STAGE.id)])


def test_every_kind_is_in_the_table_and_no_suffix_is_two_kinds() -> None:
    assert set(KINDS) == {kind for kind in vars(kinds).values() if isinstance(kind, kinds.FileKind)}
    suffixes = suffixes_of(KINDS)
    assert len(set(suffixes)) == len(suffixes)
    assert all(kind_of(f"Map.v2{suffix.upper()}") in KINDS for suffix in suffixes)
    assert kind_of(Path("map.markdown")) == MARKDOWN and kind_of("journey") is None and kind_of("map.docx") is None


def test_every_kind_that_is_written_is_tried_by_the_tests_of_saving() -> None:
    assert {kind_of(f"map{way.suffix}") for way in WAYS.values()} == set(writable())


@pytest.mark.parametrize("suffix", suffixes_of(readable("workbook", "table")))
def test_what_the_table_says_is_read_is_read(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"map{suffix}"
    write_file(JOURNEY, path if suffix in suffixes_of(writable()) else path.with_suffix(".tsv"))
    if not path.exists():
        path.with_suffix(".tsv").rename(path)
    assert [card.title for card in read_file(path)[0].all(Touchpoint)] == ["Search"]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_what_the_table_says_is_not_read_or_written_is_refused(tmp_path: Path, kind: kinds.FileKind) -> None:
    path = tmp_path / f"map{kind.suffix}"
    if kind not in writable("workbook", "table"):
        with pytest.raises(JourneyError, match="must end in .xlsx, .csv, .tsv, .md, .markdown"):
            write_file(JOURNEY, path)
    if kind not in readable("workbook", "table"):
        with pytest.raises(JourneyError, match="must end in .xlsx, .csv, .tsv, .txt, .md, .markdown"):
            read_file(path)
    if kind not in readable():
        with pytest.raises(JourneyError, match="There is no file"):
            load(path)


@pytest.mark.parametrize("kind", writable(), ids=lambda kind: kind.name)
def test_every_kind_that_is_written_has_words_in_file_dialogs(qapp: object, kind: kinds.FileKind) -> None:
    words, _, patterns = filter_of(kind).partition(" (")
    assert words and patterns == " ".join(f"*{suffix}" for suffix in kind.suffixes) + ")"


def test_workbooks_of_every_kind_can_be_taken_for_a_look(qapp: object) -> None:
    assert workbook_filter() == "Excel workbooks (*.xlsx *.xlsm *.xltx *.xltm)" and WORKBOOK.suffix == ".xlsx"
