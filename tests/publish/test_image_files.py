"""Pictures written to files, read back as their readers would."""

from __future__ import annotations

import xml.etree.ElementTree as ElementTree

import pytest
from PySide6.QtGui import QImage

from journey_editor.model import JourneyError, JourneyInfo, Journey, Stage, Touchpoint
from journey_editor.model.operations import new_journey
from journey_editor.publish import write_picture


def one_card(title: str = "Search", name: str = "Map") -> Journey:
    stage = Stage(title="Visit")
    return Journey([JourneyInfo(title=name), stage, Touchpoint(title=title, stage=stage.id, emotion=1)])


def test_svg_is_well_formed_and_keeps_text_as_text(qapp, tmp_path):
    path = tmp_path / "map.svg"
    write_picture(one_card("需求 <&> \x0b确认", "A & B \x02"), path)
    root = ElementTree.fromstring(path.read_bytes())
    texts = " ".join("".join(node.itertext()) for node in root.iter())
    assert "<&>" in texts and "Visit" in texts and "确认" in texts
    assert "Noto Sans CJK SC" in path.read_text("utf-8") or "Microsoft YaHei" in path.read_text("utf-8")


def test_png_has_two_pixels_a_unit(qapp, tmp_path):
    path = tmp_path / "map.png"
    write_picture(one_card(), path)
    image = QImage(str(path))
    from journey_editor.drawing.picture import Picture

    assert image.width() == round(Picture(one_card()).bounds[2] * 2)
    assert len({image.pixel(x, y) for x in range(0, image.width(), 9) for y in range(0, image.height(), 9)}) > 5


def test_pdf_is_one_page(qapp, tmp_path):
    path = tmp_path / "map.pdf"
    write_picture(one_card(), path)
    content = path.read_bytes()
    assert content.startswith(b"%PDF-") and content.count(b"/Type /Page\n") == 1


@pytest.mark.parametrize("name, journey, words", [
    ("map.bmp", one_card(), ".bmp"), ("map.png", new_journey("Empty"), "nothing on the map"),
    ("missing/map.svg", one_card(), "“map.svg” was not written, because there is no folder")])
def test_what_cannot_be_written_is_said_and_leaves_nothing(qapp, tmp_path, name, journey, words):
    with pytest.raises(JourneyError, match=words):
        write_picture(journey, tmp_path / name)
    assert list(tmp_path.iterdir()) == []


def test_svg_texts_keep_their_widths_in_other_fonts(qapp, tmp_path):
    path = tmp_path / "map.svg"
    stage = Stage(title="Visit & stay")
    card = Touchpoint(title="Search", stage=stage.id, channel="Web", duration_hours=1)
    write_picture(Journey([JourneyInfo(title="Map"), stage, card]), path)
    texts = [node for node in ElementTree.fromstring(path.read_bytes()).iter() if node.tag.endswith("}text")]
    assert texts and all(float(node.attrib["textLength"]) > 0 for node in texts)
    words = {"".join(node.itertext()): node for node in texts}
    assert "Visit & stay" in words
    line, = (node for word, node in words.items() if word.startswith("Web · 1"))
    dot, = line
    # In a Chinese font the dot would be as wide as a character, and push what follows.
    assert dot.text == "·" and "CJK" not in dot.attrib["font-family"] and "CJK" in line.attrib["font-family"]
