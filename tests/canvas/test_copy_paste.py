"""Copying, cutting and pasting on the canvas, with the real clipboard and real keys."""

from __future__ import annotations

import json

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication

from journey_editor.canvas.copy_paste import MIME
from journey_editor.drawing.picture import Picture
from journey_editor.exchange import clipboard_list, clipboard_map, recognise_clipboard
from journey_editor.model import Challenge, Flow, Journey, Lane, Metric, Stage, Touchpoint
from journey_editor.model.operations import new_journey

CONTROL = Qt.KeyboardModifier.ControlModifier


def tabulate(what):
    return clipboard_map(what) if isinstance(what, Journey) else clipboard_list(what)


@pytest.fixture(autouse=True)
def exchange(hand):
    """The canvas as the window sets it up; whatever is pasted can be undone and is shown as it is."""
    QGuiApplication.clipboard().clear()
    hand.view.tabulate = tabulate
    hand.view.recognise = recognise_clipboard
    yield
    assert hand.view.picture.same_as(Picture(hand.document.journey))
    while hand.document.undo_stack.canUndo():
        hand.undo()
    assert hand.view.picture.same_as(Picture(hand.document.journey))


def copy(hand, *titles):
    hand.view.selection.set(map(hand.id, titles))
    hand.key(Qt.Key.Key_C, CONTROL)
    return QGuiApplication.clipboard().mimeData()


def put(html: str = "", text: str = "") -> None:
    """What another program puts on the clipboard."""
    data = QMimeData()
    if html:
        data.setHtml(html)
    if text:
        data.setText(text)
    QGuiApplication.clipboard().setMimeData(data)


def paste(hand, *titles):
    if titles:
        hand.view.selection.set(map(hand.id, titles))
    hand.key(Qt.Key.Key_V, CONTROL)
    journey = hand.document.journey
    return [journey[id_].title for id_ in hand.view.selection.ids]


def stages(hand) -> list[str]:
    return [stage.title for stage in hand.document.journey.stages]


# -- copying -----------------------------------------------------------------------------------------------------------


def test_a_copied_card_carries_records_html_and_text_but_no_picture(hand):
    data = copy(hand, "Search")
    assert set(data.formats()) == {MIME, "text/html", "text/plain"} and not data.hasImage()
    content = json.loads(bytes(data.data(MIME).data()))
    assert content["chosen"] == [hand.id("Search")]
    assert "Ø Search" in data.html() and "mso-number-format" in data.html() and "Slow" in data.html()
    assert data.text().split("\r\n")[1:3] == ["Life-cycle stages\t1. Visit", "Touch points\tØ Search"]
    assert hand.steps == 0


def test_cards_with_nothing_on_them_are_a_column_for_other_programs(hand):
    assert copy(hand, "Advert", "Form").text() == "Advert\r\nForm\r\n"
    data = copy(hand, "Form")
    assert data.text() == "Form" and data.html().count("<td") == 1
    assert copy(hand, "Slow").text() == "Slow"


def test_with_nothing_selected_the_whole_map_is_copied(hand):
    hand.view.selection.clear()
    text = copy(hand).text()
    assert text.startswith("Map\r\nLife-cycle stages\t1. Visit\t2. ") and '"Ø Search\nØ Advert"' in text


def test_nothing_is_copied_where_there_is_nothing(hand):
    hand.document.open(new_journey(), None)
    put(text="before")
    hand.key(Qt.Key.Key_C, CONTROL)
    assert QGuiApplication.clipboard().text() == "before"
    assert hand.refused == ["There is nothing here to copy."]


def test_cutting_is_one_step_that_leaves_a_copy(hand):
    hand.view.selection.set([hand.id("Search")])
    hand.key(Qt.Key.Key_X, CONTROL)
    assert hand.titles("Visit") == ["Advert"] and hand.steps == 1
    assert hand.document.undo_stack.undoText() == "Cut"
    assert paste(hand, "Use") == ["Search"]
    assert hand.titles("Use") == ["Search"] and hand.steps == 2
    assert hand.record("Slow").about == hand.id("Search")


def test_nothing_selected_is_nothing_cut(hand):
    hand.view.selection.clear()
    hand.key(Qt.Key.Key_X, CONTROL)
    assert hand.steps == 0 and stages(hand) == ["Visit", "Register", "Use"]


# -- pasting what was copied here --------------------------------------------------------------------------------------


def test_a_card_is_pasted_after_the_selected_one_and_selected(hand):
    copy(hand, "Form")
    assert paste(hand, "Search") == ["Form"]
    assert hand.titles("Visit") == ["Search", "Form", "Advert"]
    assert hand.steps == 1 and hand.document.undo_stack.undoText() == "Paste"
    hand.undo()
    assert hand.titles("Visit") == ["Search", "Advert"]


def test_cards_bring_what_hangs_on_them_and_the_flows_between_them(hand):
    copy(hand, "Search", "Form")
    paste(hand, "Use")
    journey = hand.document.journey
    search, form = journey.children(hand.id("Use"), Touchpoint)
    assert [one.title for one in journey.children(search.id, Challenge)] == ["Slow"]
    assert [flow.target for flow in journey.flows_from(search.id)] == [form.id]
    assert journey.count(Flow) == 2


def test_a_stage_is_pasted_after_the_selected_one(hand):
    copy(hand, "Visit")
    paste(hand, "Visit")
    assert stages(hand) == ["Visit", "Visit", "Register", "Use"]


def test_what_was_copied_here_pastes_with_every_field_after_another_map_was_opened(hand):
    hand.document.execute("Set", _update(hand, "Search", channel="web", emotion=2, roles=()))
    copy(hand, "Search")
    hand.document.open(new_journey(), None)
    assert paste(hand) == ["Visit"]
    search = hand.record("Search")
    assert (search.channel, search.emotion) == ("web", 2) and hand.steps == 1


def _update(hand, title, **values):
    from journey_editor.model import operations

    return operations.update(hand.document.journey, [hand.id(title)], **values)


@pytest.mark.parametrize("content", [
    b"", b"[]", b"{", b'{"version": 99}', b'{"version": 1, "chosen": [], "records": [{}]}'])
def test_records_that_cannot_be_read_leave_the_table(hand, content):
    data = QMimeData()
    data.setData(MIME, content)
    data.setText("one\ntwo")
    QGuiApplication.clipboard().setMimeData(data)
    paste(hand, "Use")
    assert hand.titles("Use") == ["one", "two"]


def test_challenges_need_a_card_or_stage(hand):
    copy(hand, "Slow")
    hand.view.selection.clear()
    paste(hand)
    assert hand.refused == ["Select a stage or a touch point to paste this on."] and hand.steps == 0


# -- pasting what other programs copied --------------------------------------------------------------------------------

TABLE = [["Stages", "1. Look", "2. Buy"], ["Touchpoints", "Ad\nShop window", "Counter"], ["Pain points", "Noise", ""]]


def html_of(rows) -> str:
    lines = ["".join(f"<td>{cell}</td>".replace("\n", "<br>") for cell in row) for row in rows]
    return "<table><tr>" + "</tr><tr>".join(lines) + "</tr></table>"


@pytest.mark.parametrize("html", [True, False])
def test_a_map_is_appended_to_a_map(hand, html):
    text = "\r\n".join("\t".join(f'"{cell}"' if "\n" in cell else cell for cell in row) for row in TABLE)
    put(html_of(TABLE) if html else "", text)
    hand.view.selection.clear()
    paste(hand)
    assert stages(hand) == ["Visit", "Register", "Use", "Look", "Buy"]
    assert hand.titles("Look") == ["Ad", "Shop window"] and hand.record("Noise").about == hand.id("Look")
    assert hand.steps == 1 and hand.document.journey.info.title == "Map"


def test_a_map_becomes_an_empty_journey(hand):
    hand.document.open(new_journey(), None)
    put(html_of([["Small Shop Journey Map", "", ""], *TABLE]))
    paste(hand)
    assert stages(hand) == ["Look", "Buy"] and hand.document.journey.info.title == "Small Shop Journey Map"
    assert hand.steps == 1
    hand.undo()
    assert len(hand.document.journey) == 1


@pytest.mark.parametrize("on, cls, about", [
    ("Use", Touchpoint, "Use"), ("Form", Touchpoint, "Register"), ("Slow", Challenge, "Search"),
    ("Leads", Metric, "Visit")])
def test_a_column_becomes_more_of_what_is_selected(hand, on, cls, about):
    put("<table><tr><td>one</td></tr><tr><td>two</td></tr></table>", "one\r\ntwo\r\n")
    assert sorted(paste(hand, on)) == ["one", "two"]
    new = [one for one in hand.document.journey.all(cls) if one.title in ("one", "two")]
    assert {getattr(one, "about", None) or one.stage for one in new} == {hand.id(about)}
    assert hand.steps == 1


def test_lines_make_a_first_stage_where_there_is_none(hand):
    hand.document.open(new_journey(), None)
    put(text="one\ntwo\n")
    paste(hand)
    assert stages(hand) == [""] and [one.title for one in hand.document.journey.all(Touchpoint)] == ["one", "two"]


def test_without_the_recogniser_lines_are_lines(hand):
    hand.view.recognise = None
    put(text="one\n\n two \n")
    paste(hand, "Use")
    assert hand.titles("Use") == ["one", "two"]


def test_nothing_on_the_clipboard_is_told(hand):
    put(text=" \n")
    paste(hand, "Use")
    assert hand.refused == ["There is nothing on the clipboard that can be pasted here."] and hand.steps == 0


def test_the_whole_map_comes_back_through_other_programs(hand):
    before = hand.document.journey.copy()
    hand.view.selection.clear()
    html = copy(hand).html()
    hand.document.open(new_journey(), None)
    put(html)
    paste(hand)
    after = hand.document.journey
    assert [stage.title for stage in after.all(Stage)] == [stage.title for stage in before.all(Stage)]
    for cls in (Touchpoint, Challenge, Metric, Lane):
        assert sorted(one.title for one in after.all(cls)) == sorted(one.title for one in before.all(cls))


def test_text_being_typed_keeps_its_own_keys(hand):
    hand.double_click(hand.pixel("Search"))
    put(text="pasted")
    hand.view.editor.selectAll()
    hand.key(Qt.Key.Key_V, CONTROL)
    assert hand.view.editor.toPlainText() == "pasted"
    hand.key(Qt.Key.Key_A, CONTROL)
    hand.key(Qt.Key.Key_C, CONTROL)
    assert QGuiApplication.clipboard().text() == "pasted" and not QGuiApplication.clipboard().mimeData().hasFormat(MIME)
    hand.key(Qt.Key.Key_Escape)
    assert hand.steps == 0
