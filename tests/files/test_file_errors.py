"""What is wrong with a file is told in the same words whatever kind of file it is."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from journey_editor import storage
from journey_editor.exchange import read_file, write_file
from journey_editor.model import Journey, JourneyError, JourneyInfo, Stage, Touchpoint
from journey_editor.publish import write_picture

STAGE = Stage(title="Visit")
JOURNEY = Journey([JourneyInfo(title="Map"), STAGE,
                   Touchpoint(title="Search", stage=STAGE.id)])
READ = [".journey", ".xlsx", ".csv", ".md"]
WRITTEN = [".journey", ".xlsx", ".csv", ".md", ".svg", ".png", ".pdf"]


def load(path: Path) -> None:
    """Read a file of any kind."""
    storage.load(path) if path.suffix == ".journey" else read_file(path)


def make(path: Path) -> None:
    """Write a file of any kind."""
    if path.suffix == ".journey":
        storage.save(JOURNEY, path)
    elif path.suffix in (".svg", ".png", ".pdf"):
        write_picture(JOURNEY, path)
    else:
        write_file(JOURNEY, path)


def read(path: Path) -> str:
    """Return with which sentence a file is not read."""
    with pytest.raises(JourneyError) as error:
        load(path)
    return str(error.value.sentence)


def write(path: Path) -> str:
    """Return with which sentence a file is not written."""
    with pytest.raises(JourneyError) as error:
        make(path)
    return str(error.value.sentence)


@pytest.mark.parametrize("suffix", READ)
def test_what_cannot_be_read(tmp_path, suffix):
    path = tmp_path / f"map{suffix}"
    assert read(path) == f"There is no file “map{suffix}”."
    assert read(tmp_path / "none" / path.name) == f"There is no folder “{tmp_path / 'none'}”."
    path.write_bytes(b"")
    assert read(path) == f"“map{suffix}” is empty."
    assert read(path / path.name) == f"There is no folder “{path}”."
    path.unlink()
    path.mkdir()
    assert read(path) == f"“map{suffix}” is a folder, not a file."


@pytest.mark.skipif(os.name != "posix", reason="needs POSIX permissions")
@pytest.mark.parametrize("suffix", WRITTEN)
def test_what_is_not_allowed(qapp, tmp_path, suffix):
    path = tmp_path / f"map{suffix}"
    make(path)
    if suffix in READ:
        load(path)
    path.chmod(0)
    user = os.geteuid()
    if user == 0:
        # Nothing is forbidden to root.
        for folder in [tmp_path, *tmp_path.parents][:3]:
            folder.chmod(0o755)
        os.seteuid(65534)
    try:
        if suffix in READ:
            assert read(path) == (f"“map{suffix}” cannot be read: you do not have permission to read it, or another "
                                  "program has locked it.")
        assert write(path) == (f"“map{suffix}” was not written: it is open in another program, or you do not have "
                               "permission to write there.")
    finally:
        os.seteuid(user)


@pytest.mark.parametrize("suffix", WRITTEN)
def test_what_cannot_be_written(qapp, tmp_path, suffix):
    path = tmp_path / f"map{suffix}"
    assert write(tmp_path / "none" / path.name) == (
        f"“map{suffix}” was not written, because there is no folder “{tmp_path / 'none'}”.")
    path.mkdir()
    assert write(path) == f"“map{suffix}” was not written, because a folder with that name already exists."
    assert not list(path.iterdir())
