"""Every action of the window, listed once in a table: its words, sign, keys and what it does."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QSize, Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence, QPalette
from PySide6.QtWidgets import QMenu, QToolBar, QToolButton

from journey_editor.drawing.icons import icon
from journey_editor.drawing.looks import LOOKS, Look
from journey_editor.files.kinds import PNG, SVG
from journey_editor.model import Track, vocabulary

from . import clipboard
from .translation import translated

if TYPE_CHECKING:
    from .window import MainWindow

translate = QCoreApplication.translate
Keys = QKeySequence.StandardKey


@dataclass(frozen=True, slots=True)
class Spec:
    """An action. With `on_map` its keys work only where the map has the focus, so that typing elsewhere is safe."""

    name: str
    words: str
    run: Callable[[], object]
    keys: Sequence[str | QKeySequence.StandardKey] = ()
    sign: str = ""
    on_map: bool = False


def file_specs(window: MainWindow) -> list[Spec]:
    """Return the actions about files."""
    files, exports = window.files, window.exports
    return [
        Spec("new", translate("Actions", "&New"), files.new, [Keys.New], "file-plus"),
        Spec("open", translate("Actions", "&Open…"), files.open, [Keys.Open], "folder-open"),
        Spec("save", translate("Actions", "&Save"), files.save, [Keys.Save], "save"),
        Spec("save_as", translate("Actions", "Save &As…"), files.save_as, ["Ctrl+Shift+S"], "save-all"),
        Spec("update", translate("Actions", "&Update from Workbook…"), lambda: _update(window), ["Ctrl+U"],
             "file-input"),
        Spec("export_workbook", translate("Actions", "&Excel Workbook…"), exports.workbook, ["Ctrl+E"],
             "file-spreadsheet"),
        Spec("export_table", translate("Actions", "&Table (CSV, Markdown)…"), exports.table, sign="table"),
        Spec("export_svg", translate("Actions", "Picture (&SVG)…"), lambda: exports.picture(SVG), sign="image"),
        Spec("export_png", translate("Actions", "Picture (&PNG)…"), lambda: exports.picture(PNG), sign="image"),
        Spec("export_pdf", translate("Actions", "P&DF…"), exports.pdf, sign="file-text"),
        Spec("print", translate("Actions", "Prin&t…"), exports.print, [Keys.Print], "printer"),
        Spec("quit", translate("Actions", "&Quit"), window.close, ["Ctrl+Q"], "log-out"),
    ]


def _update(window: MainWindow) -> None:
    from .update import ask_and_update

    ask_and_update(window)


def edit_specs(window: MainWindow) -> list[Spec]:
    """Return the actions on what is selected."""
    canvas = window.canvas
    return [
        Spec("cut", translate("Actions", "Cu&t"), lambda: clipboard.cut(canvas), [Keys.Cut], "scissors", on_map=True),
        Spec("copy", translate("Actions", "Cop&y"), lambda: clipboard.copy(canvas), [Keys.Copy], "copy", on_map=True),
        Spec("paste", translate("Actions", "&Paste"), window.paste, [Keys.Paste], "clipboard-paste", on_map=True),
        Spec("rename", translate("Actions", "&Rename"), window.rename_selected, ["F2"], "pencil", on_map=True),
        Spec("duplicate", translate("Actions", "D&uplicate"), canvas.duplicate_selected, ["Ctrl+D"], "copy-plus",
             on_map=True),
        Spec("delete", translate("Actions", "&Delete"), canvas.delete_selected, ["Delete"], "trash-2", on_map=True),
        Spec("select_all", translate("Actions", "Select &All"), canvas.select_all, [Keys.SelectAll],
             "square-dashed-mouse-pointer", on_map=True),
        Spec("connect", translate("Actions", "&Connect"), canvas.connect_selected, ["Ctrl+K"], "spline", on_map=True),
        Spec("find", translate("Actions", "&Find…"), window.start_finding, [Keys.Find], "search"),
    ]


def insert_specs(window: MainWindow) -> list[Spec]:
    """Return the actions that add something."""
    canvas = window.canvas
    return [
        Spec("stage", translate("Actions", "&Stage"), canvas.add_stage, ["Ctrl+1"], "columns-3"),
        Spec("touchpoint", translate("Actions", "&Touch Point"), canvas.add_touchpoint, ["Ctrl+2"], "square-plus"),
        Spec("challenge", translate("Actions", "&Challenge"), canvas.add_challenge, ["Ctrl+3"], "triangle-alert"),
        Spec("metric", translate("Actions", "&Metric"), canvas.add_metric, ["Ctrl+4"], "gauge"),
        Spec("opportunity", translate("Actions", "&Opportunity"), canvas.add_opportunity, ["Ctrl+5"], "lightbulb"),
        Spec("note", translate("Actions", "&Note"), canvas.add_note, ["Ctrl+6"], "sticky-note"),
        Spec("flow", translate("Actions", "&Flow between Selected Touch Points"), canvas.connect_selected,
             sign="arrow-right"),
        Spec("role", translate("Actions", "&Role"), lambda: window.add_row("role"), sign="user"),
        Spec("track", translate("Actions", "Tr&ack"), lambda: window.add_row("track"), sign="route"),
        Spec("lane", translate("Actions", "&Lane"), lambda: window.add_row("lane"), sign="rows-3"),
    ]


def view_specs(window: MainWindow) -> list[Spec]:
    """Return the actions on how the map is shown, and on how it is arranged."""
    canvas = window.canvas
    return [
        Spec("zoom_in", translate("Actions", "Zoom &In"), canvas.zoom_in, ["Ctrl++", "Ctrl+="], "zoom-in"),
        Spec("zoom_out", translate("Actions", "Zoom &Out"), canvas.zoom_out, ["Ctrl+-"], "zoom-out"),
        Spec("zoom_reset", translate("Actions", "&100 %"), canvas.zoom_reset, ["Ctrl+0"]),
        Spec("zoom_fit", translate("Actions", "&Whole Map"), canvas.zoom_fit, ["Ctrl+9"], "maximize"),
        Spec("full_screen", translate("Actions", "&Full Screen"), window.toggle_full_screen, ["F11"]),
        Spec("arrange", translate("Actions", "&Arrange"), canvas.arrange, ["Ctrl+L"], "layout-dashboard"),
        Spec("unpin", translate("Actions", "&Unpin"), canvas.unpin_selected, sign="pin-off"),
    ]


def help_specs(window: MainWindow) -> list[Spec]:
    """Return the actions that explain."""
    return [
        Spec("shortcuts", translate("Actions", "&Keyboard Shortcuts"), window.show_shortcuts, [Keys.HelpContents],
             "keyboard"),
        Spec("about", translate("Actions", "&About Journey Editor"), window.show_about, sign="info"),
    ]


_MENUS = (
    ("edit", ("undo", "redo", "", "cut", "copy", "paste", "", "rename", "duplicate", "delete", "", "select_all",
              "connect", "", "find")),
    ("insert", ("stage", "touchpoint", "challenge", "metric", "opportunity", "note", "flow", "", "role", "track",
                "lane")),
    ("arrange", ("arrange", "unpin")),
    ("help", ("shortcuts", "about")),
)
_TOOLS = ("new", "open", "save", "", "undo", "redo", "", "stage", "touchpoint", "challenge", "metric", "opportunity",
          "note", "connect", "", "arrange", "", "zoom_out", "zoom_in", "zoom_fit", "", "export_workbook")
_ON_MAP = ("rename", "duplicate", "delete", "", "cut", "copy", "paste", "", "stage", "touchpoint", "challenge",
           "metric", "opportunity", "note", "", "connect", "unpin", "", "select_all")


class Actions(QObject):
    """Makes the window's actions, menus and tool bar."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._signs: dict[str, str] = {"undo": "undo-2", "redo": "redo-2"}
        self.by_name: dict[str, QAction] = {}
        for make in (file_specs, edit_specs, insert_specs, view_specs, help_specs):
            for spec in make(window):
                self._add(spec, first=window.leave_start_page if make is insert_specs else None)
        self._add_undo()
        self.menus = {name: window.menuBar().addMenu(words) for name, words in self._menu_words()}
        for name, entries in _MENUS:
            self._fill(self.menus[name], entries)
        self._fill_file_menu()
        self._fill_view_menu()
        self.toolbar = self._make_toolbar()
        # The map's own keys, and what its context menu shows.
        for name in _ON_MAP:
            window.canvas.addAction(self.by_name[name] if name else self._separator())
        window.selection.changed.connect(self.update_enabled)
        window.document.changed.connect(self.update_enabled)
        window.document.reset.connect(self.update_enabled)
        self.update_enabled()

    def _add(self, spec: Spec, first: Callable[[], None] | None) -> None:
        action = QAction(spec.words, self._window)
        action.setObjectName(spec.name)
        action.setShortcuts([QKeySequence(keys) for keys in spec.keys])
        if spec.on_map:
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        if first is not None:
            action.triggered.connect(lambda _checked=False: first())
        action.triggered.connect(lambda _checked=False: spec.run())
        self._signs[spec.name] = spec.sign
        self.by_name[spec.name] = action

    def _add_undo(self) -> None:
        stack = self._window.document.undo_stack
        for name, action, keys in (
                ("undo", stack.createUndoAction(self._window, translate("Actions", "Undo")), Keys.Undo),
                ("redo", stack.createRedoAction(self._window, translate("Actions", "Redo")), Keys.Redo)):
            action.setObjectName(name)
            action.setShortcuts(QKeySequence.keyBindings(keys))
            self.by_name[name] = action

    @staticmethod
    def _menu_words() -> list[tuple[str, str]]:
        return [
            ("file", translate("Actions", "&File")), ("edit", translate("Actions", "&Edit")),
            ("insert", translate("Actions", "&Insert")), ("view", translate("Actions", "&View")),
            ("arrange", translate("Actions", "&Arrange")), ("help", translate("Actions", "&Help")),
        ]

    def _fill(self, menu: QMenu, names: Sequence[str]) -> None:
        for name in names:
            menu.addAction(self.by_name[name]) if name else menu.addSeparator()

    def _fill_file_menu(self) -> None:
        menu = self.menus["file"]
        self._fill(menu, ("new", "open"))
        self.recent = menu.addMenu(translate("Actions", "Open &Recent"))
        self.recent.aboutToShow.connect(self._fill_recent)
        self._fill(menu, ("", "save", "save_as", "", "update"))
        self._fill(menu.addMenu(translate("Actions", "&Export")),
                   ("export_workbook", "export_table", "", "export_svg", "export_png", "export_pdf"))
        self._fill(menu, ("print", "", "quit"))

    def _fill_recent(self) -> None:
        from pathlib import Path

        self.recent.clear()
        for text in self._window.settings.recent:
            path = Path(text)
            action = self.recent.addAction(path.name)
            action.setToolTip(text)
            action.setStatusTip(text)
            action.triggered.connect(lambda _checked=False, path=path: self._window.files.open_path(path))
        if self.recent.isEmpty():
            self.recent.addAction(translate("Actions", "No recent files")).setEnabled(False)
        else:
            self.recent.addSeparator()
            self.recent.addAction(translate("Actions", "Clear List")).triggered.connect(
                self._window.settings.clear_recent)

    def _fill_view_menu(self) -> None:
        menu = self.menus["view"]
        self._fill(menu, ("zoom_in", "zoom_out", "zoom_reset", "zoom_fit", ""))
        self.lanes = menu.addMenu(translate("Actions", "&Swimlanes"))
        self.shapes = menu.addMenu(translate("Actions", "Show &As"))
        self.lanes.aboutToShow.connect(self._fill_lanes)
        self.shapes.aboutToShow.connect(self._fill_shapes)
        menu.addSeparator()
        self.panels = menu.addMenu(translate("Actions", "&Panels"))
        settings = self._window.settings
        self._add_choice(menu.addMenu(translate("Actions", "&Look")), settings.look, self._window.choose_look, [
            ("system", translate("Actions", "Same as &System")),
            *((look.name, translated(look.title)) for look in LOOKS.values())])
        languages = menu.addMenu(translate("Actions", "Lan&guage"))
        self._add_choice(languages, settings.language, self._window.choose_language, [
            ("", translate("Actions", "Same as &System")),
            *((code, vocabulary.language(code).name) for code in vocabulary.LANGUAGES)])
        self._fill(menu, ("", "full_screen"))

    @staticmethod
    def _empty(menu: QMenu) -> None:
        menu.clear()
        for group in menu.findChildren(QActionGroup):
            group.deleteLater()

    def _fill_lanes(self) -> None:
        self._empty(self.lanes)
        self._add_choice(self.lanes, self._window.canvas.lanes, self._window.show_lanes, [
            ("none", translate("Actions", "&None")), ("role", translate("Actions", "By &Role")),
            ("backstage", translate("Actions", "&Onstage and Backstage"))])

    def _fill_shapes(self) -> None:
        self._empty(self.shapes)
        tracks = self._window.document.journey.all(Track)
        self._add_choice(self.shapes, self._window.canvas.shape, self._window.show_shape, [
            ("stages", translate("Actions", "&Stages")), ("flow", translate("Actions", "&Flow without Stages")),
            ("loop", translate("Actions", "&Loop")), ("outline", translate("Actions", "&Outline")),
            *((f"track:{track.id}", translate("Actions", "Track: {title}").format(
                title=track.title.replace("&", "&&"))) for track in tracks)])

    def _add_choice(self, menu: QMenu, chosen: str, choose: Callable[[str], None],
                    choices: Sequence[tuple[str, str]]) -> None:
        group = QActionGroup(menu)
        for value, words in choices:
            action = menu.addAction(words)
            action.setCheckable(True)
            action.setChecked(value == chosen)
            action.setData(value)
            group.addAction(action)
        group.triggered.connect(lambda action: choose(action.data()))

    def _make_toolbar(self) -> QToolBar:
        bar = QToolBar(translate("Actions", "Tools"), self._window)
        bar.setObjectName("tools")
        bar.setMovable(False)
        bar.setIconSize(QSize(20, 20))
        bar.setFloatable(False)
        bar.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        for name in _TOOLS:
            if not name:
                bar.addSeparator()
                continue
            bar.addAction(self.by_name[name])
            button = bar.widgetForAction(self.by_name[name])
            if isinstance(button, QToolButton) and name in ("undo", "redo"):
                # A tool button does not take the focus, so what is being typed must be told to end.
                button.pressed.connect(self._window.commit)
        self._window.addToolBar(bar)
        return bar

    def _separator(self) -> QAction:
        line = QAction(self._window)
        line.setSeparator(True)
        return line

    def set_look(self, look: Look) -> None:
        """Draw the signs in the colours of a look."""
        ink = self._window.palette().color(QPalette.ColorRole.WindowText)
        for name, sign in self._signs.items():
            if sign:
                self.by_name[name].setIcon(icon(sign, ink))

    def set_busy(self, busy: bool) -> None:
        """Offer nothing about files while one is being read or written."""
        for name in ("new", "open", "update", "export_workbook", "export_table"):
            self.by_name[name].setEnabled(not busy)
        self.recent.setEnabled(not busy)

    def update_enabled(self) -> None:
        """Offer what can be done with what is selected."""
        ids = self._window.selection.ids
        journey = self._window.document.journey
        for name, least in (("rename", 1), ("cut", 1), ("duplicate", 1), ("delete", 1), ("connect", 2), ("flow", 2)):
            self.by_name[name].setEnabled(len(ids) >= least and (name != "rename" or len(ids) == 1))
        pinned = any(getattr(journey.get(id_), "position", None) is not None for id_ in ids)
        self.by_name["unpin"].setEnabled(pinned)
        self.by_name["arrange"].setEnabled(bool(journey.stages))
