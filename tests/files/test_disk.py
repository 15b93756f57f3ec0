"""Saving: the old file or the new one, never anything between; loading what cannot be read."""

from __future__ import annotations

import os
import stat
import sys
import tempfile
from pathlib import Path

import pytest

from journey_editor.model import Journey, JourneyError, JourneyInfo
from journey_editor.storage import load, save

LOCKED = "“{}” was not written: it is open in another program, or writing there is not allowed."
posix = pytest.mark.skipif(os.name != "posix", reason="needs POSIX permissions and limits")

OLD = Journey([JourneyInfo(id="1" * 32, title="old")])
NEW = Journey([JourneyInfo(id="1" * 32, title="new", context="x" * 5000)])


def refused(action, *arguments) -> str:
    """The sentence with which this is refused."""
    with pytest.raises(JourneyError) as error:
        action(*arguments)
    return str(error.value)


@pytest.fixture
def target(tmp_path):
    path = tmp_path / "map.journey"
    save(OLD, path)
    return path


@pytest.fixture
def stranger():
    """A folder anybody may write, and for the time of the test not the rights of root."""
    with tempfile.TemporaryDirectory() as folder:
        os.chmod(folder, 0o777)
        root = os.geteuid() == 0
        if root:
            os.seteuid(65534)
        try:
            yield Path(folder)
        finally:
            if root:
                os.seteuid(0)


def test_saving_writes_a_new_file_or_replaces_an_old_one_and_leaves_nothing_else(tmp_path, target):
    assert load(target) == OLD
    save(NEW, str(target))
    assert load(target) == NEW
    assert os.listdir(tmp_path) == [target.name]


def test_a_name_of_any_script_and_length_can_be_saved(tmp_path):
    for name in ("客户旅程 🗺.journey", "x" * 240 + ".journey", "-dash.journey", " . journey"):
        save(OLD, tmp_path / name)
        assert load(tmp_path / name) == OLD


@posix
@pytest.mark.parametrize("mode", [0o600, 0o640, 0o664, 0o666, 0o755])
def test_saving_keeps_the_permissions(target, mode):
    target.chmod(mode)
    save(NEW, target)
    assert stat.S_IMODE(target.stat().st_mode) == mode


@posix
def test_a_new_file_has_the_permissions_that_the_user_gives_new_files(tmp_path):
    (tmp_path / "plain").touch()
    save(OLD, tmp_path / "new.journey")
    assert (tmp_path / "new.journey").stat().st_mode == (tmp_path / "plain").stat().st_mode


@posix
@pytest.mark.skipif(os.name == "posix" and os.geteuid() != 0, reason="only root may give files away")
def test_saving_as_root_keeps_the_owner(target):
    os.chown(target, 65534, 65533)
    target.chmod(0o640)
    save(NEW, target)
    now = target.stat()
    assert (now.st_uid, now.st_gid, stat.S_IMODE(now.st_mode)) == (65534, 65533, 0o640)


@posix
def test_saving_through_a_link_changes_what_it_points_at(tmp_path, target):
    (tmp_path / "folder").mkdir()
    link = tmp_path / "folder" / "link.journey"
    link.symlink_to(Path("..") / target.name)
    save(NEW, link)
    assert link.is_symlink() and not target.is_symlink() and load(target) == load(link) == NEW
    target.unlink()
    save(OLD, link)
    assert link.is_symlink() and load(target) == OLD


@posix
def test_a_write_that_fails_half_way_leaves_the_old_file(tmp_path, target):
    import resource

    before = target.read_bytes()
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, limits[1]))
    try:
        said = refused(save, NEW, target)
        new = refused(save, NEW, tmp_path / "new.journey")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert said == "“map.journey” was not written: File too large."
    assert new == "“new.journey” was not written: File too large."
    assert target.read_bytes() == before and os.listdir(tmp_path) == [target.name]


@posix
def test_a_folder_that_may_not_be_written_leaves_the_old_file(stranger):
    folder = stranger / "folder"
    folder.mkdir()
    save(OLD, folder / "map.journey")
    folder.chmod(0o555)
    assert refused(save, NEW, folder / "map.journey") == LOCKED.format("map.journey")
    assert refused(save, NEW, folder / "new.journey") == LOCKED.format("new.journey")
    assert load(folder / "map.journey") == OLD and os.listdir(folder) == ["map.journey"]
    folder.chmod(0o755)


@posix
def test_a_write_protected_file_is_not_replaced(stranger):
    save(OLD, stranger / "map.journey")
    (stranger / "map.journey").chmod(0o444)
    assert refused(save, NEW, stranger / "map.journey") == LOCKED.format("map.journey")
    assert load(stranger / "map.journey") == OLD


@posix
def test_a_file_that_may_not_be_read(stranger):
    save(OLD, stranger / "map.journey")
    (stranger / "map.journey").chmod(0)
    assert refused(load, stranger / "map.journey") == (
        "“map.journey” cannot be read: reading it is not allowed, or another program keeps it locked.")


@posix
def test_a_folder_that_may_be_written_but_not_listed_is_no_error(stranger):
    folder = stranger / "folder"
    folder.mkdir()
    folder.chmod(0o333)
    save(OLD, folder / "map.journey")
    assert load(folder / "map.journey") == OLD
    folder.chmod(0o755)


def test_what_is_not_there_or_no_file(tmp_path, target):
    gone = tmp_path / "gone.journey"
    assert refused(load, gone) == "There is no file “gone.journey”."
    assert refused(save, OLD, gone / "x.journey") == (
        f"“x.journey” was not written, because there is no folder “{gone}”.")
    assert refused(load, tmp_path) == f"“{tmp_path.name}” is a folder, not a file."
    assert refused(save, OLD, tmp_path) == (
        f"“{tmp_path.name}” was not written, because a folder of that name is there.")
    assert refused(load, target / "x") == f"There is no folder “{target}”."
    assert refused(save, OLD, target / "x") == f"“x” was not written, because there is no folder “{target}”."
    for action in (load,), (save, OLD):
        assert refused(*action, tmp_path / ("x" * 300)).startswith("“xxx")
        assert "null" in refused(*action, "a\0b")


@posix
def test_devices_and_pipes_are_not_files(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    for path in (tmp_path / "pipe", Path(os.devnull)):
        assert refused(load, path) == refused(save, OLD, path) == f"“{path.name}” is not an ordinary file."


@posix
def test_a_link_in_a_circle_is_told(tmp_path):
    (tmp_path / "a").symlink_to("b")
    (tmp_path / "b").symlink_to("a")
    assert refused(load, tmp_path / "a").startswith("“a” cannot be read: ")
    assert refused(save, OLD, tmp_path / "a").startswith("“a” was not written: ")


def test_storage_needs_neither_qt_nor_another_package():
    import subprocess

    code = ("import sys, journey_editor.storage.recovery; "
            "print([m for m in sys.modules if m.split('.')[0] in ('PySide6', 'numpy', 'networkx', 'openpyxl')])")
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"
