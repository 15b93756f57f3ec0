"""The command line: what it writes, what it says, and with which exit code."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest
from pypdf import PdfReader

from journey_editor import __version__, publish, storage
from journey_editor.cli import commands, main
from journey_editor.model import RECORD_TYPES, Change, Journey, JourneyInfo, Stage, Touchpoint, Track, new_id

posix = pytest.mark.skipif(os.name != "posix", reason="needs POSIX signals and devices")


@pytest.fixture
def file(tmp_path, journey):
    """The small map in a file."""
    path = tmp_path / "map.journey"
    storage.save(journey, path)
    return path


@pytest.fixture
def workbook(tmp_path):
    """A workbook with two maps."""
    book = openpyxl.Workbook()
    for number, name in enumerate(("Buyer", "用户")):
        sheet = book.active if number == 0 else book.create_sheet()
        sheet.title = name
        sheet.append(["", f"{name} 1", f"{name} 2"])
        sheet.append(["Touch points", "Web site", "Form"])
        sheet.append(["Pain points", "Slow", "Long"])
    path = tmp_path / "two maps.xlsx"
    book.save(path)
    return path


@pytest.fixture
def call(capfd):
    """A function that runs the program in this process: exit code, standard output, standard error."""
    def run(*arguments) -> tuple[int, str, str]:
        capfd.readouterr()
        code = main([str(argument) for argument in arguments])
        return (code, *capfd.readouterr())
    return run


def start(*arguments, env=None, **options) -> subprocess.CompletedProcess[str]:
    """Run the program as a user does, in a process of its own with a small environment."""
    clean = {name: value for name, value in os.environ.items()
             if not name.startswith(("LC_", "LANG", "QT_", "DISPLAY", "WAYLAND", "PYTHONIO"))}
    pipes = {"stdin": subprocess.DEVNULL, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "encoding": "utf-8"}
    return subprocess.run([sys.executable, "-m", "journey_editor", *map(str, arguments)], env={**clean, **(env or {})},
                          **{**pipes, **options})


def refused(result: tuple[int, str, str]) -> str:
    """The one sentence of a run that failed."""
    code, out, err = result
    assert code == 2 and out == "" and err.count("\n") == 1 and err.startswith("journey-editor: ")
    assert err.endswith(".\n"), err
    return err[len("journey-editor: "):-1]


# -- info --------------------------------------------------------------------------------------------------------------


def test_info_tells_title_stages_and_counts(call, file):
    code, out, err = call("info", file)
    assert (code, err) == (0, "")
    lines = out.splitlines()
    assert lines[:5] == ["Title: A small journey", "Stages: 2", "  1. Visit", "  2. Register", "Records: 12"]
    assert "  Touch points: 3" in lines and "  Flows: 2" in lines and "  Notes: 0" in lines


def test_info_as_json_is_one_stable_object(call, file):
    code, out, err = call("info", file, "--json")
    assert (code, err) == (0, "")
    assert json.loads(out) == {
        "title": "A small journey", "format": "journey", "stages": ["Visit", "Register"],
        "counts": {**dict.fromkeys(RECORD_TYPES, 0), "journey": 1, "stage": 2, "touchpoint": 3, "challenge": 1,
                   "metric": 1, "opportunity": 1, "role": 1, "flow": 2}}


def test_info_of_a_workbook_reports_beside_what_it_prints(call, workbook):
    code, out, err = call("info", workbook, "--json", "--sheet", "用户")
    assert code == 0 and "用户" in err
    found = json.loads(out)
    assert (found["format"], found["stages"]) == ("xlsx", ["用户 1", "用户 2"])
    assert found["counts"]["touchpoint"] == found["counts"]["challenge"] == 2


def test_a_title_cannot_steer_the_terminal(call, tmp_path):
    storage.save(Journey([JourneyInfo(title="two\nlines \x1b[2J\x9b1m"), Stage(title="a\rb")]), tmp_path / "x.journey")
    _, out, _ = call("info", tmp_path / "x.journey")
    assert out.splitlines()[:3] == ["Title: two lines  [2J 1m", "Stages: 1", "  1. a b"]


# -- convert -----------------------------------------------------------------------------------------------------------


def test_convert_there_and_back_keeps_the_table(call, file, tmp_path, journey):
    table, back = tmp_path / "table.xlsx", tmp_path / "back.journey"
    assert call("convert", file, table)[:2] == (0, "")
    code, out, err = call("convert", table, back)
    assert (code, out) == (0, "") and err != ""
    again = storage.load(back)
    assert [stage.title for stage in again.stages] == ["Visit", "Register"]
    assert [[card.title for card in again.children(stage.id, Touchpoint)] for stage in again.stages] == [
        [card.title for card in journey.children(stage.id, Touchpoint)] for stage in journey.stages]


def test_convert_within_a_kind_rewrites_the_file(call, file, tmp_path, workbook):
    file.write_text(json.dumps(json.loads(file.read_text("utf-8")), indent=4))
    assert call("convert", file, tmp_path / "again.JOURNEY") == (0, "", "")
    assert (tmp_path / "again.JOURNEY").read_bytes() == storage.dumps(storage.load(file))
    assert call("convert", workbook, tmp_path / "one.XLSX", "--sheet", "Buyer")[0] == 0
    assert call("info", tmp_path / "one.XLSX")[0] == 0


@pytest.mark.parametrize("language", ["en", "zh_CN", "zh_TW"])
def test_lang_sets_the_language_of_what_is_written(call, file, tmp_path, language):
    assert call("convert", file, tmp_path / "out.journey", "--lang", language) == (0, "", "")
    assert storage.load(tmp_path / "out.journey").info.language == language
    assert call("convert", file, tmp_path / "out.xlsx", "--lang", language)[0] == 0
    texts = {cell.value for row in openpyxl.load_workbook(tmp_path / "out.xlsx").worksheets[0].rows for cell in row}
    assert texts & {"en": {"Touch points"}, "zh_CN": {"触点"}, "zh_TW": {"觸點"}}[language]
    assert storage.load(file).info.language == "en"


@pytest.mark.parametrize("options, words", [
    (["--lanes", "backstage"], "Line of visibility"), (["--view", "outline"], "Visit"), (["--view", "Fast"], "Visit")])
def test_a_picture_is_laid_out_as_asked(call, tmp_path, journey, options, words):
    track = Track(title="Fast")
    card = journey.all(Touchpoint)[0]
    journey.apply(Change.adding([track]))
    journey.apply(Change({card.id: (card, replace(card, backstage=True))}))
    storage.save(journey, tmp_path / "map.journey")
    plain, other = tmp_path / "plain.svg", tmp_path / "other.svg"
    assert call("convert", tmp_path / "map.journey", plain)[0] == 0
    assert call("convert", tmp_path / "map.journey", other, *options) == (0, "", "")
    assert words in other.read_text("utf-8") and other.read_bytes() != plain.read_bytes()


def test_a_pdf_has_pages_of_the_paper_that_was_asked_for(call, file, tmp_path):
    assert call("convert", file, tmp_path / "map.pdf", "--paper", "A5") == (0, "", "")
    page, = PdfReader(tmp_path / "map.pdf").pages
    assert sorted((round(page.mediabox.width), round(page.mediabox.height))) == [420, 595]
    assert commands.PAPERS == tuple(publish.PAPERS)


def test_a_view_that_does_not_exist_is_told(call, file, tmp_path):
    assert call("convert", file, tmp_path / "x.svg", "--view", "cube") == (
        2, "", "journey-editor: There is no view or track named “cube”. Choose one of: stages, flow, loop, outline.\n")


@pytest.mark.parametrize(("suffix", "start_of_file"), [
    (".svg", b"<?xml"), (".png", b"\x89PNG"), (".pdf", b"%PDF"), (".PNG", b"\x89PNG")])
def test_pictures_are_painted_without_a_display(file, suffix, start_of_file):
    target = file.with_suffix(suffix)
    result = start("convert", file, target, "--lang", "zh_CN", env={"DISPLAY": ":4095"})
    assert (result.returncode, result.stdout, result.stderr) == (0, "", "")
    assert target.read_bytes().startswith(start_of_file)


def test_several_maps_are_listed_one_a_line_and_chosen_by_name(call, workbook, tmp_path):
    out = tmp_path / "out.journey"
    code, said, err = call("convert", workbook, out)
    first, *lines = err.splitlines()
    assert (code, said) == (2, "") and not out.exists() and first.startswith("journey-editor: ")
    assert [line.split()[0] for line in lines] == ["Buyer", "用户"]
    assert call("convert", workbook, out, "--sheet", "用户")[0] == 0
    assert [stage.title for stage in storage.load(out).stages] == ["用户 1", "用户 2"]
    assert "Nobody" in refused(call("convert", workbook, out, "--sheet", "Nobody"))


def test_a_workbook_without_a_map_leaves_what_was_there(call, tmp_path, file):
    openpyxl.Workbook().save(tmp_path / "empty.xlsx")
    before = file.read_bytes()
    refused(call("convert", tmp_path / "empty.xlsx", file))
    assert file.read_bytes() == before


# -- what is wrong -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("arguments", "said"), [
    (["convert", "{gone}", "{out}"], "There is no file “gone.journey”."),
    (["info", "{gone}"], "There is no file “gone.journey”."),
    (["{gone}"], "There is no file “gone.journey”."),
    (["info", "{dir}/none.doc"], "There is no file “none.doc”."),
    (["info", "{dir}/none/x.journey"], "There is no folder “{dir}/none”."),
    (["info", "{dir}"], "“{dir.name}” is a folder, not a file."),
    (["info", "{text}"], "“text.doc” is neither a journey (.journey) nor a workbook (.xlsx) nor a table (.csv, .tsv, "
                         ".txt, .md, .markdown)."),
    (["info", "{bad}"], "“bad.journey”, line 3: This is not a journey file, because it is not UTF-8 text."),
    (["convert", "{file}", "{dir}/x.doc"],
     "“x.doc” cannot be written: its name must end in .journey, .xlsx, .csv, .tsv, .md, .markdown, .svg, .png, .pdf."),
    (["convert", "{file}", "{dir}/none/x.journey"],
     "“x.journey” was not written, because there is no folder “{dir}/none”."),
    (["convert", "{file}", "{file}"], "{file} cannot be both the input and the output: name another file to write."),
    (["convert", "{file}", "{dir}/./map.journey"],
     "{file} cannot be both the input and the output: name another file to write."),
    (["convert", "{file}", "{out}", "--sheet", "A"], "{file} is not a workbook, so --sheet does not apply to it."),
    (["convert", "{file}", "{out}", "--paper", "A4"], "{out} is not a PDF, so --paper does not apply to it."),
    (["convert", "{file}", "{dir}/x.pdf", "--paper", "A9"], None),
    (["convert", "{file}"], "the following arguments are required: OUT (see journey-editor --help)."),
    (["info"], "the following arguments are required: FILE (see journey-editor --help)."),
    (["convert", "{file}", "{out}", "--lang", "fr"], None),
    (["convert", "{file}", "{out}", "{out}"], None),
    (["info", "{file}", "--jsn", "x"], None),
    (["--frobnicate"], None),
    (["convert", "{file}", "{dir}/none/x.xlsx"], "“x.xlsx” was not written, because there is no folder “{dir}/none”."),
    (["convert", "{file}", "{dir}/none/x.png"], "“x.png” was not written, because there is no folder “{dir}/none”."),
    (["info", "{gone}.xlsx"], "There is no file “gone.journey.xlsx”."),
])
def test_what_cannot_be_done_is_told_in_one_sentence(call, tmp_path, file, arguments, said):
    (tmp_path / "text.doc").write_text("hello")
    (tmp_path / "bad.journey").write_bytes(file.read_bytes().replace(b"Chat", b"\xff").replace(b"Visit", b"\xff"))
    lines = (tmp_path / "bad.journey").read_bytes()
    names = {"gone": tmp_path / "gone.journey", "dir": tmp_path, "file": file, "out": tmp_path / "out.journey",
             "text": tmp_path / "text.doc", "bad": tmp_path / "bad.journey"}
    sentence = refused(call(*(argument.format(**names) for argument in arguments)))
    if said is not None:
        line = lines.count(b"\n", 0, lines.index(b"\xff")) + 1
        assert sentence == said.format(**names).replace("line 3", f"line {line}")
    assert not (tmp_path / "out.journey").exists()


@pytest.mark.parametrize("data", [b"", b"hello", b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(4000)])
@pytest.mark.parametrize("suffix", [".journey", ".xlsx"])
def test_a_file_of_another_kind_is_refused(call, tmp_path, data, suffix):
    (tmp_path / f"x{suffix}").write_bytes(data)
    refused(call("convert", tmp_path / f"x{suffix}", tmp_path / "out.journey"))
    refused(call("info", tmp_path / f"x{suffix}"))


def test_help_and_version_are_no_errors(call):
    code, out, err = call("--help")
    assert (code, err) == (0, "")
    assert "journey-editor [FILE]" in out and "[--json]" in out
    assert "journey-editor convert IN OUT [--sheet NAME] [--lang en|zh_CN|zh_TW]" in out and "info FILE" in out
    assert call("--version") == (0, f"journey-editor {__version__}\n", "")
    assert call("convert", "--help")[0] == call("info", "--help")[0] == 0


# -- the process around it ---------------------------------------------------------------------------------------------


def test_the_module_is_the_program(file):
    result = start("info", file, "--json")
    assert (result.returncode, result.stderr) == (0, "") and json.loads(result.stdout)["title"] == "A small journey"


def test_conversions_without_pictures_need_no_qt(file, tmp_path):
    code = ("import sys; from journey_editor.cli import main; "
            "codes = [main(['info', sys.argv[1]]), main(['convert', *sys.argv[1:3]]), "
            "main(['convert', *sys.argv[2:4]]), main(['info', 'gone.journey'])]; "
            "print(codes, [name for name in sys.modules if name.split('.')[0] in ('PySide6', 'shiboken6')])")
    result = subprocess.run([sys.executable, "-c", code, file, tmp_path / "a.xlsx", tmp_path / "b.journey"], text=True,
                            capture_output=True, env={**os.environ, "LC_ALL": "en_GB.UTF-8"})
    assert result.stdout.splitlines()[-1] == "[0, 0, 0, 2] []"


def test_a_chinese_user_is_spoken_to_in_chinese_and_can_have_pictures(file):
    code = ("import sys; from PySide6.QtCore import QCoreApplication;"
            "from journey_editor.app.translation import install, translated;"
            "from journey_editor.model import Sentence; app = QCoreApplication([]); install(app, sys.argv[1]);"
            "print(translated(Sentence('model', 'There is no file “{name}”.', name='gone.journey')))")
    for language in ("zh_CN", "zh_TW"):
        said = subprocess.run([sys.executable, "-X", "utf8", "-c", code, language], check=True,
                              capture_output=True, encoding="utf-8").stdout
        for variable in ("LANG", "LC_ALL"):
            env = {variable: f"{language}.UTF-8", "PYTHONUTF8": "1"}
            result = start("info", "gone.journey", env=env)
            assert (result.returncode, result.stderr) == (2, f"journey-editor: {said}")
    # Sentences are said while a picture is made: both need an application, of which there can be but one.
    table, picture = file.with_suffix(".xlsx"), file.with_suffix(".png")
    assert main(["convert", str(file), str(table)]) == 0
    result = start("convert", table, picture, env=env)
    assert result.returncode == 0 and picture.stat().st_size > 1000


@pytest.mark.parametrize("encoding", ["cp1252", "ascii", "gbk"])
def test_a_console_without_the_characters_is_no_error(tmp_path, encoding):
    path = tmp_path / "x.journey"
    storage.save(Journey([JourneyInfo(title="采购 🗺 Ø")]), path)
    for arguments in (["info", path], ["info", "没有🗺.journey"]):
        result = start(*arguments, env={"PYTHONIOENCODING": encoding}, encoding=encoding)
        assert result.returncode == (0 if path in arguments else 2) and "Traceback" not in result.stderr
        assert "?" in result.stdout + result.stderr
    result = start("info", path, "--json", env={"PYTHONIOENCODING": encoding}, encoding=encoding)
    assert json.loads(result.stdout)["title"] == "采购 🗺 Ø"


@posix
def test_an_output_that_is_closed_or_full_is_one_sentence(file):
    for flag in ("--json", None):
        arguments = ["info", file, *filter(None, [flag])]
        read, write = os.pipe()
        os.close(read)
        result = start(*arguments, stdout=write)
        os.close(write)
        assert result.returncode == 2
        assert result.stderr == "journey-editor: The output was closed before all of it was written.\n"
        with open("/dev/full", "w") as full:
            result = start(*arguments, stdout=full)
        assert result.returncode == 2
        assert result.stderr == "journey-editor: The output cannot be written: No space left on device.\n"
    with open("/dev/full", "w") as full:
        assert start("info", "gone.journey", stderr=full).returncode == 2


@posix
def test_no_display_is_one_sentence():
    result = start()
    assert result.returncode == 2 and result.stderr.count("\n") == 1 and result.stderr.startswith("journey-editor: ")


@posix
def test_an_interrupt_ends_it_and_leaves_nothing(tmp_path, file):
    journey = storage.load(file)
    stage = journey.stages[0].id
    journey.apply(Change.adding(Touchpoint(id=new_id(), stage=stage, title=str(i)) for i in range(20_000)))
    storage.save(journey, file)
    old = signal.signal(signal.SIGALRM, signal.default_int_handler)
    signal.setitimer(signal.ITIMER_REAL, 0.05)
    try:
        assert main(["convert", str(file), str(tmp_path / "out.journey")]) == 130
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, old)
    assert os.listdir(tmp_path) == [Path(file).name]


# -- tables as text ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("suffix", [".csv", ".tsv", ".md"])
def test_tables_are_written_and_read(call, tmp_path, file, suffix):
    table, back = tmp_path / f"table{suffix}", tmp_path / "back.journey"
    assert call("convert", file, table)[0] == 0
    code, said, err = call("convert", table, back)
    assert (code, said) == (0, "") and "nothing had to be guessed" in err
    there, here = storage.load(back), storage.load(file)
    assert [stage.title for stage in there.stages] == [stage.title for stage in here.stages]
    assert call("info", table)[0] == 0
