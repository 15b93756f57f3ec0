"""The map on pages of paper: where it is cut, and what a reader of the file finds on each page."""

from __future__ import annotations

import re
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QMarginsF, QSizeF, Qt
from PySide6.QtGui import QColor, QImage, QPageLayout, QPainter
from PySide6.QtPrintSupport import QPrinter

from journey_editor import storage
from journey_editor.drawing.fonts import load_fonts
from journey_editor.drawing.picture import Picture
from journey_editor.model import (
    Challenge,
    Change,
    Flow,
    Journey,
    JourneyError,
    JourneyInfo,
    Metric,
    Note,
    Role,
    Stage,
    Touchpoint,
    Track,
)
from journey_editor.model.operations import new_journey
from journey_editor.publish import PAPERS, write_picture
from journey_editor.publish.cutting import LEAST, Strip, header_room, label_room
from journey_editor.publish.pages import Pages, paint_pages
from journey_editor.publish.image_files import pdf_bytes
from journey_editor.shipped import find

EXAMPLES = ["alibaba-b2b", "industrial-purchase-zh", "loan-approval"]
LANDSCAPE, PORTRAIT = QPageLayout.Orientation.Landscape, QPageLayout.Orientation.Portrait


def example(name: str) -> Journey:
    return storage.load(find("examples", f"{name}.journey"))


def wide() -> Journey:
    """A stage of so many columns that it is wider than a page, with notes."""
    before, stage, after = (Stage(title=title, order=i) for i, title in enumerate(("Before", "Very wide", "After")))
    cards = [Touchpoint(title=f"Card {i:02}", stage=stage.id, order=i, emotion=i % 5 - 2) for i in range(40)]
    others = [Touchpoint(title="Opening", stage=before.id), Touchpoint(title="Closing", stage=after.id)]
    flows = [Flow(source=a.id, target=b.id, label="on") for a, b in zip(cards, cards[1:])]
    flows += [Flow(source=cards[i].id, target=cards[i + 7].id) for i in range(0, 30, 3)]
    words = " ".join(f"word{i}" for i in range(30))
    notes = [Note(title=f"Loose {i}", order=i) for i in range(9)]
    notes += [Note(title="Beside", position=(-500, 100)), Note(title="Between", position=(290, 300))]
    return Journey([JourneyInfo(title="Wide"), before, stage, after, *cards, *others, *flows, *notes,
                    Metric(title=words, about=stage.id)])


def tall() -> Journey:
    """Stages that are higher than a page, whose cards are of many heights."""
    stages = [Stage(title=f"Stage {k}", order=k) for k in range(3)]
    cards = [Touchpoint(title=f"Card {k}.{i:02}", stage=stage.id, order=i)
             for k, stage in enumerate(stages) for i in range(14)]
    told = [Challenge(title=f"Challenge {j} of a card", about=card.id, order=j)
            for n, card in enumerate(cards) for j in range(1 + n % 6)]
    flows = [Flow(source=a.id, target=b.id) for a, b in zip(cards, cards[1:])]
    return Journey([JourneyInfo(title="Tall"), *stages, *cards, *told, *flows])


def with_roles(journey: Journey) -> Journey:
    """Return the journey with its cards in the lanes of three roles, some in two."""
    roles = [Role(title=f"Role {i}", order=i) for i in range(3)]
    journey.apply(Change.adding(roles))
    edits = {card.id: (card, replace(card, roles=tuple(role.id for role in (roles[i % 3:i % 3 + 1 + i % 2]))))
             for i, card in enumerate(sorted(journey.all(Touchpoint), key=lambda card: card.title))}
    journey.apply(Change(edits))  # type: ignore[arg-type]
    return journey


def pages_of(journey: Journey, paper: str = "A4", lanes: str = "none", view: str = "stages",
             orientation: QPageLayout.Orientation | None = None) -> Pages:
    load_fonts()
    return Pages(Picture(journey, lanes, view), paper, orientation)


def strips(pages: Pages) -> list[Strip]:
    return [strip for page in pages.plan.pages for strip in page]


def holds(strip: Strip, box: list[float]) -> bool:
    x, y, width, height = box
    return strip.x[0] <= x and x + width <= strip.x[1] and strip.y[0] <= y and y + height <= strip.y[1]


def meets(strip: Strip, box: list[float]) -> bool:
    x, y, width, height = box
    return strip.x[0] < x + width and x < strip.x[1] and strip.y[0] < y + height and y < strip.y[1]


def check(pages: Pages, *, parted: bool = True) -> None:
    """Check that every card and mark is whole in one place, that nothing else of it is seen, and that all has room."""
    picture = pages.picture
    shown = strips(pages)
    for boxes, mine in ((picture.card_boxes.tolist(), "cards"), (picture.mark_boxes.tolist(), "marks")):
        assert sorted(i for strip in shown for i in getattr(strip, mine)) == list(range(len(boxes)))
        for strip in shown:
            assert all(holds(strip, boxes[i]) for i in getattr(strip, mine))
            if parted:
                assert {i for i, box in enumerate(boxes) if meets(strip, box)} == set(getattr(strip, mine))
    assert sorted(note.id for strip in shown for note in strip.notes) == sorted(note.id for note in picture.notes)
    for strip in shown:
        assert all(holds(strip, [note.x, note.y, note.width, note.height]) for note in strip.notes)
    room = pages.layout.paintRect(QPageLayout.Unit.Point).size() / pages.plan.scale
    for strip in shown:
        above = header_room(picture) if strip.above else 0.0
        size = QSizeF(strip.at[0] + label_room(picture) + strip.x[1] - strip.x[0],
                      strip.at[1] + above + strip.y[1] - strip.y[0])
        assert size.width() <= room.width() + 0.01 and size.height() <= room.height()
    labels = {k for shown in pages.labels for k in shown}
    assert labels == set(range(len(picture.arrows.labelled)))
    # A label may stand out a little beside the map, where nothing else is.
    assert all(holds(replace(strip, x=(strip.x[0] - 10, strip.x[1] + 10)), box)
               for strip, shown in zip(strips(pages), pages.labels) for box in shown.values())
    for page in pages.plan.pages:
        assert len({strip.at for strip in page}) == len(page)


def words(page) -> str:
    """Return the text of a page of a file, with plain spaces."""
    return "\n".join(" ".join(line.split()) for line in page.extract_text().splitlines())


def written(journey: Journey, path: Path, paper: str, **shape: str) -> list[str]:
    """Write a journey as a PDF on a paper; return the text of each page."""
    write_picture(journey, path, paper=paper, **shape)
    return [words(page) for page in PdfReader(path).pages]


@pytest.mark.parametrize("paper", ["A5", "A4", "A3", "Letter"])
@pytest.mark.parametrize("lanes", ["none", "role", "backstage"])
@pytest.mark.parametrize("name", EXAMPLES)
def test_every_card_is_whole_in_one_place(qapp, name, lanes, paper):
    pages = pages_of(example(name), paper, lanes)
    # Where stages are cut between cards that stand side by side, a part of the next one is seen beside them.
    check(pages, parted=not pages.plan.cut_down)
    assert pages.plan.scale >= LEAST


def test_arrows_that_only_pass_by_a_page_are_not_on_it(qapp):
    stages = [Stage(title=f"Stage {i}", order=i) for i in range(8)]
    cards = [Touchpoint(title=f"Card {i}", stage=stages[i // 9].id, order=i) for i in range(72)]
    # Within a stage, past the next card: it comes by in the gutter that the next page shows, too.
    flows = [Flow(source=cards[i].id, target=cards[i + 2].id) for i in range(0, 72, 9)]
    pages = pages_of(Journey([JourneyInfo(), *stages, *cards, *flows]), "A5", orientation=PORTRAIT)
    assert len(pages) > 1
    image = QImage(pages.layout.fullRectPoints().size() * 3, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.scale(3, 3)
    pages.paint(painter, 1)
    painter.end()
    (strip,), picture = pages.plan.pages[1], pages.picture
    assert strip.before
    left = min(x for x in picture.stage_boxes[:, 0].tolist() if x >= strip.x[0])
    beside = range(*(round((label_room(picture) + x - strip.x[0]) * pages.plan.scale * 3) for x in (strip.x[0], left)))
    assert len(beside) > 20
    rows = range(round(header_room(picture) * pages.plan.scale * 3) + 60, image.height() - 60)
    assert all(image.pixelColor(x, y) == QColor(Qt.GlobalColor.white) for x in beside[2:-4] for y in rows)


@pytest.mark.parametrize("name", EXAMPLES)
def test_a_circle_is_on_one_page(qapp, name):
    assert len(pages_of(example(name), view="loop")) == 1


@pytest.mark.parametrize("orientation", [LANDSCAPE, PORTRAIT])
@pytest.mark.parametrize("view", ["flow", "loop", "outline"])
@pytest.mark.parametrize("name", EXAMPLES)
def test_views_without_columns_have_pages_too(qapp, name, view, orientation):
    check(pages_of(example(name), "A4", "none", view, orientation))


@pytest.mark.parametrize("orientation", [LANDSCAPE, PORTRAIT])
@pytest.mark.parametrize("lanes", ["none", "role"])
@pytest.mark.parametrize("make", [wide, tall])
def test_what_is_larger_than_a_page_is_cut_between_cards(qapp, make, lanes, orientation):
    pages = pages_of(with_roles(make()), "A4", lanes, orientation=orientation)
    check(pages, parted=make is wide)
    assert pages.plan.scale >= LEAST and len(pages) > 1


def test_a_large_map_has_few_pages_of_whole_stages(qapp, make_journey):
    pages = pages_of(make_journey(300), "A3")
    check(pages)
    picture = pages.picture
    assert len(pages) <= 8 and pages.layout.orientation() == LANDSCAPE
    for strip in strips(pages):
        for left, _, width, _ in picture.stage_boxes.tolist():
            inside = min(left + width, strip.x[1]) - max(left, strip.x[0])
            assert inside <= 0 or inside == width


def test_a_map_that_can_be_read_on_one_page_has_one(qapp):
    pages = pages_of(example("alibaba-b2b"))
    assert len(strips(pages)) == 1 and pages.layout.orientation() == LANDSCAPE


def test_the_last_page_is_not_left_almost_empty(qapp):
    stages = [Stage(title=f"Stage {i}", order=i) for i in range(7)]
    cards = [Touchpoint(title=f"Card {i}", stage=stage.id, order=i) for stage in stages for i in range(12)]
    pages = pages_of(Journey([JourneyInfo(title="Seven"), *stages, *cards]), orientation=PORTRAIT)
    counts = [sum(len(strip.cards) for strip in page) for page in pages.plan.pages]
    assert len(counts) > 1 and max(counts) - min(counts) <= 12


def test_short_maps_go_on_below_on_the_same_page(qapp):
    stages = [Stage(title=f"Stage {i}", order=i) for i in range(8)]
    cards = [Touchpoint(title="Card", stage=stage.id) for stage in stages]
    pages = pages_of(Journey([JourneyInfo(title="Short"), *stages, *cards]))
    check(pages)
    assert len(pages) == 1 and len(strips(pages)) > 1


def test_a_small_map_is_not_larger_than_it_is(qapp, journey):
    assert pages_of(journey, "A3").plan.scale == 0.75


def test_a_page_has_headers_title_and_number(qapp, tmp_path, make_journey):
    journey = make_journey(300)
    texts = written(journey, tmp_path / "map.pdf", "A4")
    cards = {card.title for card in journey.all(Touchpoint)}
    found = [line for text in texts for line in text.splitlines() if line in cards]
    assert sorted(found) == sorted(cards)
    for number, text in enumerate(texts, 1):
        lines = text.splitlines()
        first, _, last = re.search(r"^Life-cycle stages? (\d+)(–(\d+))?$", text, re.M).groups()
        stages = [f"Stage {i}" for i in range(int(first), int(last or first) + 1)]
        assert [line for line in lines if re.fullmatch(r"Stage \d+", line)] == stages
        assert "A journey of 300 touch points" in lines and f"Page {number} of {len(texts)}" in lines
        assert {"Emotion", "stages", "points"} <= set(lines)
    assert [number for number, text in enumerate(texts) if "Leads back" in text] == [0]


def test_the_parts_of_a_stage_have_its_header_and_its_rows_are_whole(qapp, tmp_path):
    texts = written(wide(), tmp_path / "map.pdf", "A4")
    for text in texts:
        if re.search(r"^Card \d", text, re.M):
            assert re.search(r"^Very wide$", text, re.M)
    metric, = (text for text in texts if "word0" in text)
    assert "word29" in metric
    assert sum(text.count("Loose") for text in texts) == 9


def test_rows_are_whole_on_upright_pages_too(qapp):
    """A stage may be narrower than a page that lies, and wider than one that stands."""
    stage = Stage(title="Wide")
    cards = [Touchpoint(title=f"Card {i}", stage=stage.id, order=i) for i in range(8)]
    flows = [Flow(source=a.id, target=b.id) for i, a in enumerate(cards) for b in cards[i + 1:i + 3]]
    told = Metric(title=" ".join(f"word{i}" for i in range(30)), about=stage.id)
    journey = Journey([JourneyInfo(title="Wide"), stage, *cards, *flows, told])
    pages = pages_of(journey, "A5", orientation=PORTRAIT)
    whole = pages_of(journey, "A5", orientation=LANDSCAPE)
    assert any(strip.after for strip in strips(pages)) and not any(strip.after for strip in strips(whole))
    texts = [words(page) for page in PdfReader(BytesIO(pdf_bytes(pages))).pages]
    text, = (text for text in texts if "word0" in text)
    part, = (part for band in pages.picture.bands for block in band.blocks for part in block.parts)
    first, *others = strips(pages)
    assert "word29" in text and part.x + part.width <= min(first.x[1], *(strip.x[0] for strip in others))


@pytest.mark.parametrize(("paper", "size"), [("A5", (420, 595)), ("A4", (595, 842)), ("A3", (842, 1191)),
                                             ("Letter", (612, 792)), ("Legal", (612, 1008)), ("Tabloid", (792, 1224))])
def test_pages_are_as_large_as_the_paper(qapp, tmp_path, paper, size):
    write_picture(example("loan-approval"), tmp_path / "map.pdf", paper=paper)
    for page in PdfReader(tmp_path / "map.pdf").pages:
        assert sorted((round(page.mediabox.width), round(page.mediabox.height))) == list(size)
    assert paper in PAPERS


def test_chinese_maps_speak_chinese_on_every_page(qapp, tmp_path):
    texts = written(example("industrial-purchase-zh"), tmp_path / "map.pdf", "A4", lanes="role")
    assert len(texts) > 1
    for number, text in enumerate(texts, 1):
        assert "工业品采购客户旅程图" in text and f"第 {number} 页，共 {len(texts)} 页" in text
        assert re.search("生命周期阶段 [1-6]", text) and "Page" not in text


def test_pages_hold_what_they_show_and_not_the_map(qapp, tmp_path, make_journey):
    journey = make_journey(300)
    write_picture(journey, tmp_path / "whole.pdf")
    write_picture(journey, tmp_path / "pages.pdf", paper="A4")
    assert (tmp_path / "pages.pdf").stat().st_size < 2 * (tmp_path / "whole.pdf").stat().st_size


def test_pages_are_the_same_each_time(qapp, make_journey):
    first, second = (pages_of(make_journey(120), "Letter") for _ in range(2))
    assert first.plan == second.plan and first.layout == second.layout


def test_notes_alone_have_a_page(qapp):
    pages = pages_of(Journey([JourneyInfo(title="Notes"), *(Note(title=f"Note {i}") for i in range(30))]))
    check(pages)
    assert len(pages) == 1


def test_a_card_higher_than_a_page_is_made_to_fit(qapp):
    stage = Stage(title="Only")
    card = Touchpoint(title="Huge", stage=stage.id)
    told = [Challenge(title=f"Challenge {i}", about=card.id, order=i) for i in range(120)]
    check(pages_of(Journey([JourneyInfo(title="Huge"), stage, card, *told])))


def test_a_row_higher_than_a_page_is_cut_between_its_entries(qapp, tmp_path):
    stages = [Stage(title=f"Stage {i}", order=i) for i in range(2)]
    told = [Challenge(title=f"Challenge {i}", about=stages[i % 2].id, order=i) for i in range(150)]
    journey = Journey([JourneyInfo(title="Rows"), *stages, *told])
    texts = written(journey, tmp_path / "map.pdf", "A5")
    found = [line for text in texts for line in text.splitlines() if line.startswith("Challenge ")]
    assert sorted(found) == sorted(one.title for one in told)
    assert all("Stage 0" in text and "Stage 1" in text for text in texts)
    assert pages_of(journey, "A5").plan.scale >= LEAST


def test_an_empty_stage_beside_high_ones_does_not_make_all_small(qapp):
    journey = tall()
    stages = [Stage(title=f"Empty {i}", order=10 + i) for i in range(6)]
    journey.apply(Change.adding(stages))
    pages = pages_of(journey, orientation=LANDSCAPE)
    check(pages, parted=False)
    assert pages.plan.scale >= LEAST


def test_pins_and_notes_far_away_do_not_make_all_small(qapp, make_journey):
    journey = make_journey(24)
    card = journey.all(Touchpoint)[0]
    journey.apply(Change({card.id: (card, replace(card, position=(40.0, 6000.0)))}))
    journey.apply(Change.adding([Note(title=title, position=at) for title, at in (
        ("Far", (-4000, -3000)), ("Farther", (9000, 8000)))]))
    pages = pages_of(journey)
    check(pages)
    assert pages.plan.scale >= LEAST


def test_a_legend_of_more_tracks_than_a_page_has_room_for_leaves_room_for_the_map(qapp):
    stage = Stage(title="Only")
    cards = [Touchpoint(title=f"Card {i}", stage=stage.id, order=i) for i in range(2)]
    tracks = [Track(title=f"A way through the map with a long name, number {i}", order=i) for i in range(150)]
    flow = Flow(source=cards[0].id, target=cards[1].id, tracks=tuple(track.id for track in tracks))
    pages = pages_of(Journey([JourneyInfo(title="Ways"), stage, *cards, *tracks, flow]), "A5")
    check(pages)
    assert pages.plan.scale >= LEAST


def test_an_empty_map_has_no_pages(qapp, tmp_path):
    with pytest.raises(JourneyError, match="nothing on the map"):
        write_picture(new_journey("Empty"), tmp_path / "map.pdf", paper="A4")
    assert list(tmp_path.iterdir()) == []


def test_a_printer_gets_the_same_pages(qapp, tmp_path, make_journey):
    pages = pages_of(make_journey(100), "Letter")
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    printer.setPageLayout(pages.layout)
    assert paint_pages(pages, printer)
    texts = [words(page) for page in PdfReader(tmp_path / "printed.pdf").pages]
    assert texts == written(make_journey(100), tmp_path / "map.pdf", "Letter")


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_cannot_print_is_told(qapp, tmp_path, journey):
    pages = pages_of(journey)
    printer = QPrinter()
    printer.setOutputFileName(str(tmp_path / "missing" / "printed.pdf"))
    assert not paint_pages(pages, printer)


def test_wider_margins_of_a_printer_move_nothing(qapp, tmp_path, journey):
    pages = pages_of(journey)
    places = []
    for margin in (10.0, 20.0):
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setOutputFileName(str(tmp_path / "printed.pdf"))
        printer.setPageLayout(pages.layout)
        printer.setPageMargins(QMarginsF(margin, margin, margin, margin), QPageLayout.Unit.Millimeter)
        assert paint_pages(pages, printer)
        found: list[tuple[str, int, int]] = []
        PdfReader(tmp_path / "printed.pdf").pages[0].extract_text(visitor_text=lambda text, cm, tm, *_: found.append(
            (text.strip(), round(cm[0] * tm[4] + cm[4]), round(cm[3] * tm[5] + cm[5]))))
        places.append(found)
    assert len(places[0]) > 10
    for (text, x, y), (same, near_x, near_y) in zip(*places, strict=True):
        assert text == same and (not text or abs(x - near_x) <= 1 and abs(y - near_y) <= 1)
