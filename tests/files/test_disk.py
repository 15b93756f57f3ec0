"""Saving: the old file or the new one, never anything between, whatever kind of file; loading what cannot be read."""

from __future__ import annotations

import os
import stat
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from journey_editor.files.disk import atomic_write, read_bytes
from journey_editor.model import Journey, JourneyError, JourneyInfo, Sentence, Stage, Touchpoint
from journey_editor.storage import load, save

from tests.files.kinds_written import WAYS, Way

LOCKED = "“{}” was not written: it is open in another program, or you do not have permission to write there."
posix = pytest.mark.skipif(os.name != "posix", reason="needs POSIX permissions and limits")


def journey(title: str, need: str) -> Journey:
    """A map of one card."""
    info, stage = JourneyInfo(id="1" * 32, title=title), Stage(id="2" * 32, title="Visit")
    return Journey([info, stage, Touchpoint(id="3" * 32, title=title, stage=stage.id, need=need)])


OLD = journey("old", "")
NEW = journey("new " * 500, "x" * 5000)


def refused(action, *arguments) -> str:
    """The sentence with which this is refused."""
    with pytest.raises(JourneyError) as error:
        action(*arguments)
    return str(error.value)


@pytest.fixture(params=WAYS)
def way(request: pytest.FixtureRequest, qapp: object) -> Way:
    """Each way to write a file in turn."""
    return WAYS[request.param]


@pytest.fixture
def target(tmp_path: Path, way: Way) -> Path:
    """A file that is there already."""
    path = tmp_path / f"map{way.suffix}"
    way.write(OLD, path)
    return path


@pytest.fixture
def stranger(way: Way) -> Iterator[Path]:
    """A folder that anybody may write, with a file in it, and for the time of the test not the rights of root."""
    with tempfile.TemporaryDirectory() as folder:
        os.chmod(folder, 0o777)
        path = Path(folder) / f"map{way.suffix}"
        way.write(OLD, path)
        root = os.geteuid() == 0
        if root:
            os.chown(path, 65534, 65534)
            os.seteuid(65534)
        try:
            yield path
        finally:
            if root:
                os.seteuid(0)


def test_a_new_file_is_written_or_an_old_one_replaced_and_nothing_else_is_left(
        tmp_path: Path, target: Path, way: Way) -> None:
    before = target.read_bytes()
    way.write(NEW, target)
    assert target.read_bytes() != before
    assert before.startswith(way.magic) and target.read_bytes().startswith(way.magic)
    assert os.listdir(tmp_path) == [target.name]


def test_a_name_of_any_script_and_length_can_be_saved(tmp_path):
    for name in ("客户旅程 🗺.journey", "x" * 240 + ".journey", "-dash.journey", " . journey"):
        save(OLD, tmp_path / name)
        assert load(str(tmp_path / name)) == OLD


@posix
@pytest.mark.parametrize("mode", [0o600, 0o640, 0o664, 0o666, 0o755])
def test_saving_keeps_the_permissions(tmp_path: Path, mode: int) -> None:
    path = tmp_path / "map.journey"
    save(OLD, path)
    path.chmod(mode)
    save(NEW, path)
    assert stat.S_IMODE(path.stat().st_mode) == mode and load(path) == NEW


@posix
def test_the_permissions_are_kept(target: Path, way: Way) -> None:
    target.chmod(0o640)
    before = target.read_bytes()
    way.write(NEW, target)
    assert stat.S_IMODE(target.stat().st_mode) == 0o640 and target.read_bytes() != before


@posix
def test_a_new_file_has_the_permissions_that_the_user_gives_new_files(tmp_path: Path, target: Path) -> None:
    (tmp_path / "plain").touch()
    assert target.stat().st_mode == (tmp_path / "plain").stat().st_mode


@posix
@pytest.mark.skipif(os.name == "posix" and os.geteuid() != 0, reason="only root may give files away")
def test_root_keeps_the_owner(target: Path, way: Way) -> None:
    os.chown(target, 65534, 65533)
    target.chmod(0o640)
    way.write(NEW, target)
    now = target.stat()
    assert (now.st_uid, now.st_gid, stat.S_IMODE(now.st_mode)) == (65534, 65533, 0o640)


@posix
def test_a_link_is_followed_to_what_it_points_at(tmp_path: Path, target: Path, way: Way) -> None:
    (tmp_path / "folder").mkdir()
    link = tmp_path / "folder" / f"link{way.suffix}"
    link.symlink_to(Path("..") / target.name)
    before = target.read_bytes()
    way.write(NEW, link)
    assert link.is_symlink() and not target.is_symlink() and target.read_bytes() != before
    target.unlink()
    way.write(OLD, link)
    assert link.is_symlink() and target.read_bytes().startswith(way.magic)
    assert os.listdir(tmp_path / "folder") == [link.name]


@posix
def test_a_write_that_fails_half_way_leaves_the_old_file(tmp_path: Path, target: Path, way: Way) -> None:
    import resource

    before = target.read_bytes()
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, limits[1]))
    try:
        said = refused(way.write, NEW, target)
        new = refused(way.write, NEW, tmp_path / f"new{way.suffix}")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert said == f"“{target.name}” was not written: File too large."
    assert new == f"“new{way.suffix}” was not written: File too large."
    assert target.read_bytes() == before and os.listdir(tmp_path) == [target.name]


@pytest.mark.parametrize("call", ["fsync", "replace"])
def test_a_disk_that_is_full_leaves_the_old_file(
        tmp_path: Path, target: Path, way: Way, call: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*arguments: Any) -> None:
        raise OSError(28, "No space left on device")

    before = target.read_bytes()
    monkeypatch.setattr(os, call, fail)
    assert refused(way.write, NEW, target) == f"“{target.name}” was not written, because the disk is full."
    assert target.read_bytes() == before and os.listdir(tmp_path) == [target.name]


@posix
def test_the_file_is_forced_to_the_disk_before_it_is_put_in_its_place_and_its_folder_afterwards(
        target: Path, way: Way, monkeypatch: pytest.MonkeyPatch) -> None:
    done: list[tuple[str, int]] = []
    fsync, replace = os.fsync, os.replace

    def synced(descriptor: int) -> None:
        status = os.fstat(descriptor)
        done.append(("folder" if stat.S_ISDIR(status.st_mode) else "file", status.st_ino))
        fsync(descriptor)

    def replaced(source: str, destination: str) -> None:
        done.append(("replace", os.stat(source).st_ino))
        replace(source, destination)

    monkeypatch.setattr(os, "fsync", synced)
    monkeypatch.setattr(os, "replace", replaced)
    way.write(NEW, target)
    written, folder = target.stat().st_ino, target.parent.stat().st_ino
    assert done == [("file", written), ("replace", written), ("folder", folder)]


@posix
def test_a_folder_that_may_not_be_written_leaves_the_old_file(stranger: Path, way: Way) -> None:
    folder = stranger.parent / "folder"
    folder.mkdir()
    path = folder / stranger.name
    way.write(OLD, path)
    before = path.read_bytes()
    folder.chmod(0o555)
    assert refused(way.write, NEW, path) == LOCKED.format(path.name)
    assert refused(way.write, NEW, folder / f"new{way.suffix}") == LOCKED.format(f"new{way.suffix}")
    assert path.read_bytes() == before and os.listdir(folder) == [path.name]
    folder.chmod(0o755)


@posix
def test_a_write_protected_file_is_not_replaced(stranger: Path, way: Way) -> None:
    before = stranger.read_bytes()
    stranger.chmod(0o444)
    assert refused(way.write, NEW, stranger) == LOCKED.format(stranger.name)
    assert stranger.read_bytes() == before and os.listdir(stranger.parent) == [stranger.name]


@posix
def test_a_folder_that_may_be_written_but_not_listed_is_no_error(stranger: Path, way: Way) -> None:
    folder = stranger.parent / "folder"
    folder.mkdir()
    folder.chmod(0o333)
    way.write(OLD, folder / stranger.name)
    assert (folder / stranger.name).read_bytes().startswith(way.magic)
    folder.chmod(0o755)


@posix
def test_devices_and_pipes_are_not_replaced(tmp_path: Path, way: Way) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / f"null{way.suffix}").symlink_to(os.devnull)
    (tmp_path / f"pipe{way.suffix}").symlink_to("pipe")
    for name in (f"pipe{way.suffix}", f"null{way.suffix}"):
        assert refused(way.write, OLD, tmp_path / name) == f"“{name}” is not an ordinary file."
    assert stat.S_ISFIFO((tmp_path / "pipe").stat().st_mode) and stat.S_ISCHR(os.stat(os.devnull).st_mode)


@posix
def test_a_link_in_a_circle_is_told(tmp_path: Path, way: Way) -> None:
    (tmp_path / f"a{way.suffix}").symlink_to(f"b{way.suffix}")
    (tmp_path / f"b{way.suffix}").symlink_to(f"a{way.suffix}")
    assert refused(way.write, OLD, tmp_path / f"a{way.suffix}").startswith(f"“a{way.suffix}” was not written: ")


# -- what is written, checked before it counts -------------------------------------------------------------------------


def test_what_does_not_pass_its_check_does_not_take_the_others_place(tmp_path: Path) -> None:
    def refuse(written: str) -> None:
        assert Path(written).read_bytes() == b"half a file"
        raise JourneyError(Sentence("exchange", "No."))

    path = tmp_path / "map.xlsx"
    path.write_bytes(b"before")
    assert refused(atomic_write, path, b"half a file", refuse) == "No."
    assert path.read_bytes() == b"before" and os.listdir(tmp_path) == ["map.xlsx"]


def test_an_error_of_the_check_itself_is_not_taken_for_one_of_the_file(tmp_path: Path) -> None:
    def fail(written: str) -> None:
        raise ValueError(written)

    with pytest.raises(ValueError):
        atomic_write(tmp_path / "map.xlsx", b"", fail)
    assert not os.listdir(tmp_path)


@posix
def test_what_replaces_a_private_file_is_private_from_the_start(tmp_path: Path) -> None:
    modes = []
    path = tmp_path / "map.xlsx"
    path.touch(0o640)
    atomic_write(path, b"secret", lambda written: modes.append(stat.S_IMODE(os.stat(written).st_mode)))
    assert modes == [0o600] and stat.S_IMODE(path.stat().st_mode) == 0o640


# -- reading -----------------------------------------------------------------------------------------------------------


@posix
@pytest.mark.parametrize("way", ["journey"], indirect=True)
def test_a_file_that_may_not_be_read(stranger: Path) -> None:
    stranger.chmod(0)
    assert refused(load, stranger) == (
        "“map.journey” cannot be read: you do not have permission to read it, or another program has locked it.")


def test_what_is_not_there_or_no_file(tmp_path):
    target, gone = tmp_path / "map.journey", tmp_path / "gone.journey"
    save(OLD, target)
    assert refused(load, gone) == "There is no file “gone.journey”."
    assert refused(save, OLD, gone / "x.journey") == (
        f"“x.journey” was not written, because there is no folder “{gone}”.")
    assert refused(load, tmp_path) == f"“{tmp_path.name}” is a folder, not a file."
    assert refused(save, OLD, tmp_path) == (
        f"“{tmp_path.name}” was not written, because a folder with that name already exists.")
    assert refused(load, target / "x") == f"There is no folder “{target}”."
    assert refused(save, OLD, target / "x") == f"“x” was not written, because there is no folder “{target}”."
    for action in (load,), (save, OLD):
        assert refused(*action, tmp_path / ("x" * 300)).startswith("“xxx")
        assert "null" in refused(*action, "a\0b")


@posix
def test_devices_and_pipes_are_not_read(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    for path in (tmp_path / "pipe", Path(os.devnull)):
        assert refused(load, path) == refused(save, OLD, path) == f"“{path.name}” is not an ordinary file."


@posix
def test_a_link_in_a_circle_is_not_read(tmp_path):
    (tmp_path / "a").symlink_to("b")
    (tmp_path / "b").symlink_to("a")
    assert refused(load, tmp_path / "a").startswith("“a” cannot be read: ")


def test_no_more_is_read_than_was_asked_for(tmp_path: Path) -> None:
    (tmp_path / "map.csv").write_bytes(b"12345")
    assert read_bytes(tmp_path / "map.csv") == b"12345" and read_bytes(tmp_path / "map.csv", 3) == b"123"


def test_storage_needs_neither_qt_nor_another_package():
    import subprocess

    code = ("import sys, journey_editor.storage.recovery; "
            "print([m for m in sys.modules if m.split('.')[0] in ('PySide6', 'numpy', 'networkx', 'openpyxl')])")
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"
