import warnings

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLineEdit

from journey_editor.document import Document, Selection
from journey_editor.model import Journey, JourneyInfo, Stage, Touchpoint, operations
from journey_editor.panels.outline import OutlinePanel


@pytest.fixture
def panel(map_, qtbot):
    made = OutlinePanel(map_.document, map_.selection)
    qtbot.addWidget(made)
    made.resize(300, 600)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    return made


def click(qtbot, panel, record, modifier=Qt.KeyboardModifier.NoModifier):
    box = panel.tree.visualRect(panel.model.index_of(record.id))
    qtbot.mouseClick(panel.tree.viewport(), Qt.MouseButton.LeftButton, modifier, box.center())


def selected(panel):
    return {index.data() for index in panel.tree.selectionModel().selectedIndexes()}


def test_a_click_selects_everywhere_and_asks_the_map_to_show_it(panel, map_, qtbot):
    with qtbot.waitSignal(panel.chosen) as told:
        click(qtbot, panel, map_.messaging)
    assert map_.selection.ids == {map_.messaging.id} and told.args == [map_.messaging.id]
    click(qtbot, panel, map_.form, Qt.KeyboardModifier.ControlModifier)
    assert map_.selection.ids == {map_.messaging.id, map_.form.id}


def test_what_is_selected_elsewhere_is_shown_even_where_it_was_folded_away(panel, map_):
    map_.selection.set({map_.hint.id})
    assert selected(panel) == {"See the survey"}
    assert panel.tree.visualRect(panel.model.index_of(map_.hint.id)).height() > 0
    map_.selection.set({map_.form.id, map_.visit.id})
    assert selected(panel) == {"1. Visit Website", "Registration form"}
    map_.selection.clear()
    assert selected(panel) == set()


def test_f2_renames_in_place_as_one_step(panel, map_, qtbot):
    click(qtbot, panel, map_.form)
    qtbot.keyClick(panel.tree, Qt.Key.Key_F2)
    editor = panel.tree.findChild(QLineEdit)
    qtbot.keyClicks(editor, "Sign-up form")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: map_.now(map_.form).title == "Sign-up form")
    assert map_.document.undo_stack.undoText() == "Rename touch point"
    map_.document.undo_stack.undo()
    assert map_.now(map_.form).title == "Registration form"


def test_renaming_a_stage_edits_the_title_without_its_number(panel, map_, qtbot):
    click(qtbot, panel, map_.register)
    qtbot.keyClick(panel.tree, Qt.Key.Key_F2)
    assert panel.tree.findChild(QLineEdit).text() == "Register"


def test_delete_takes_all_that_is_selected_as_one_step(panel, map_, qtbot):
    click(qtbot, panel, map_.content)
    click(qtbot, panel, map_.awkward, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(panel.tree, Qt.Key.Key_Delete)
    assert map_.content.id not in map_.document.journey and map_.awkward.id not in map_.document.journey
    assert map_.document.undo_stack.undoText() == "Delete 2 items" and map_.document.undo_stack.count() == 1
    map_.document.undo_stack.undo()
    assert map_.content.id in map_.document.journey


def drag(qtbot, panel, record, to):
    tree = panel.tree
    data = panel.model.mimeData([panel.model.index_of(record.id)])
    from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
    from PySide6.QtWidgets import QApplication

    arguments = (to, Qt.DropAction.MoveAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    for kind in (QDragEnterEvent, QDragMoveEvent, QDropEvent):
        with warnings.catch_warnings():
            # Qt 6.12 wants a QPointF here, which Qt 6.11 does not take.
            warnings.simplefilter("ignore", DeprecationWarning)
            event = kind(*arguments)
        QApplication.sendEvent(tree.viewport(), event)


def test_a_card_dragged_in_front_of_another_is_reordered_as_one_step(panel, map_, qtbot):
    box = panel.tree.visualRect(panel.model.index_of(map_.content.id))
    drag(qtbot, panel, map_.messaging, QPoint(box.center().x(), box.top() + 1))
    cards = map_.document.journey.children(map_.visit.id, Touchpoint)
    assert [card.title for card in cards] == ["Messaging", "Content marketing"]
    assert map_.document.undo_stack.undoText() == "Move touch point" and map_.document.undo_stack.count() == 1


def test_a_card_dropped_on_a_stage_moves_there(panel, map_, qtbot):
    box = panel.tree.visualRect(panel.model.index_of(map_.register.id))
    drag(qtbot, panel, map_.content, box.center())
    assert map_.now(map_.content).stage == map_.register.id


def test_the_line_on_top_finds_by_text_and_esc_of_nothing_is_lost(panel, map_, qtbot):
    panel.start_finding()
    qtbot.keyClicks(panel.search, "awkward")
    assert panel.model.rowCount() == 1 and panel.nothing.isHidden()
    qtbot.keyClicks(panel.search, "!")
    assert not panel.nothing.isHidden()
    panel.search.clear()
    assert panel.model.rowCount() == 7 and panel.tree.isExpanded(panel.model.index_of(map_.visit.id))


def test_a_card_that_moves_stays_unfolded_and_selected(panel, map_):
    map_.selection.set({map_.content.id})
    panel.tree.expand(panel.model.index_of(map_.content.id))
    other = operations.move(map_.document.journey, [map_.content.id, map_.messaging.id], map_.register.id)
    map_.document.execute("Move", other)
    assert panel.tree.isExpanded(panel.model.index_of(map_.content.id)) and selected(panel) == {"Content marketing"}


def test_another_journey_is_shown_when_it_is_opened(panel, map_):
    panel.search.setText("x")
    map_.document.open(Journey([JourneyInfo(), Stage(title="Only", order=1)]), None)
    assert [panel.model.index(0, 0).data()] == ["1. Only"] and panel.model.rowCount() == 1 and panel.search.text() == ""


def test_of_ten_thousand_cards_only_those_looked_at_are_built(qtbot):
    stages = [Stage(title=f"Stage {i}", order=i) for i in range(20)]
    cards = [Touchpoint(title=f"Card {i}", stage=stages[i % 20].id, order=i) for i in range(10_000)]
    document = Document(Journey([JourneyInfo(), *stages, *cards]))
    selection = Selection(document)
    panel = OutlinePanel(document, selection)
    qtbot.addWidget(panel)
    panel.resize(300, 600)
    panel.show()
    qtbot.waitExposed(panel)
    selection.set({cards[7777].id})
    document.execute("Rename", operations.rename(document.journey, cards[7777].id, "Found"))
    assert selected(panel) == {"Found"}
    built = [stage for stage in stages if panel.model.rowCount(panel.model.index_of(stage.id))]
    assert built == [stages[7777 % 20]]
    selection.set(card.id for card in cards)
    document.execute("Move", operations.move(document.journey, [cards[5].id], stages[0].id, 0))
    assert len(panel.tree.selectionModel().selectedIndexes()) == 10_000
