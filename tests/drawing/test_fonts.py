"""The shipped fonts: what they hold, and that measures and files made with them are right."""

from __future__ import annotations

import unicodedata
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QCoreApplication, QPointF
from PySide6.QtGui import QFontInfo, QFontMetricsF, QPainter, QPdfWriter, QRawFont

from journey_editor.drawing.fonts import FAMILY, font, load_fonts
from journey_editor.shipped import find

FILES = ["JourneySans-Regular.otf", "JourneySans-Bold.otf"]
ROOT = Path(__file__).resolve().parent.parent.parent
SAMPLES = """Ø Messaging • “quoted” don’t … – — → ← ↑ ↓ ① ② · × ≤ € £ ½ °
客户旅程图“引号”挑战……卡尔·马克思 3～5天（小时）、。：；
客戶旅程圖 機會點 觸點 檔案 復原 體驗
Łódź Žižkov Győr Țară Zażółć gęślą jaźń Étape Ñandú façade Straße
Этапы Барьеры «да» Київ ₽ Ελλάδα
フェーズ タッチポイント"""
# One for each radical of U+2F00 to U+2FDF that has a glyph of its own in GB 2312.
LOOK_LIKE_RADICALS = "一人力大女子山手日月木水火竹米肉行角言足金青面音食首高鬼麻黄黑鼠鼻"


def texts() -> Iterator[str]:
    """Yield all that the program itself may say or draw: its words, its translations and its examples."""
    for path in (ROOT / "resources/words").glob("*.json"):
        yield path.read_text(encoding="utf-8")
    for path in (ROOT / "resources/translations").glob("*.ts"):
        yield "".join(ElementTree.parse(path).getroot().itertext())
    for path in (ROOT / "examples").glob("*.journey"):
        yield path.read_text(encoding="utf-8")
    for path in (ROOT / "journey_editor").rglob("*.py"):
        if "exchange" not in path.relative_to(ROOT).parts:  # which knows words of more languages than it speaks
            yield path.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", FILES)
def test_fonts_have_the_characters_of_maps(qapp: QCoreApplication, name: str) -> None:
    raw = QRawFont(str(find("resources", f"fonts/{name}")), 16)
    lacking = {char for char in SAMPLES if char != "\n" and not raw.supportsCharacter(ord(char))}
    assert not lacking


@pytest.mark.parametrize("name", FILES)
def test_fonts_have_what_the_program_says_itself(qapp: QCoreApplication, name: str) -> None:
    raw = QRawFont(str(find("resources", f"fonts/{name}")), 16)
    letters = {char for text in texts() for char in text if unicodedata.category(char)[0] in "LN"}
    assert not {char for char in letters if not raw.supportsCharacter(ord(char))}


@pytest.mark.parametrize("name", FILES)
def test_fonts_have_no_radicals(qapp: QCoreApplication, name: str) -> None:
    raw = QRawFont(str(find("resources", f"fonts/{name}")), 16)
    assert not [hex(point) for point in range(0x2E80, 0x2FE0) if raw.supportsCharacter(point)]


@pytest.mark.parametrize("bold", [False, True])
def test_text_is_set_in_our_own_family(qapp: QCoreApplication, bold: bool) -> None:
    info = QFontInfo(font(13, bold=bold))
    assert (info.family(), info.bold(), info.pixelSize()) == (FAMILY, bold, 13)


def test_loading_again_does_nothing(qapp: QCoreApplication) -> None:
    load_fonts()
    load_fonts()
    assert load_fonts.cache_info().misses == 1


@pytest.mark.parametrize("bold", [False, True])
def test_measures_scale_with_the_size(qapp: QCoreApplication, bold: bool) -> None:
    small, large = QFontMetricsF(font(12, bold=bold)), QFontMetricsF(font(48, bold=bold))
    for line in SAMPLES.splitlines():
        assert large.horizontalAdvance(line) == pytest.approx(4 * small.horizontalAdvance(line), rel=0.01)
    assert large.height() == pytest.approx(4 * small.height(), rel=0.1)


def test_kerning_is_on(qapp: QCoreApplication) -> None:
    metrics = QFontMetricsF(font(100))
    assert metrics.horizontalAdvance("AV") < metrics.horizontalAdvance("A") + metrics.horizontalAdvance("V") - 1


def test_text_in_a_pdf_can_be_copied(qapp: QCoreApplication, tmp_path: Path) -> None:
    path = tmp_path / "page.pdf"
    lines = [*SAMPLES.splitlines(), LOOK_LIKE_RADICALS]
    writer = QPdfWriter(str(path))
    painter = QPainter(writer)
    for bold in (False, True):
        for i, line in enumerate(lines):
            painter.setFont(font(200, bold=bold))
            painter.drawText(QPointF(100, 400 * (1 + i + bold * len(lines))), line)
    painter.end()
    copied = "".join(PdfReader(path).pages[0].extract_text().split())
    assert copied == 2 * "".join("".join(lines).split())
