"""Draws the README's pictures of the window: `make screenshots`."""

from __future__ import annotations

import tempfile
from pathlib import Path

from PySide6.QtCore import QSettings
from PySide6.QtTest import QTest

from journey_editor.app.appearance import Appearance
from journey_editor.app.settings import Settings
from journey_editor.app.start import make_application
from journey_editor.app.translation import install
from journey_editor.app.window import MainWindow
from journey_editor.model import Touchpoint

SMALLEST, LEGIBLE = 0.42, 0.55
"""A map that would be smaller than this when whole is shown in part, so large."""

FOLDER = Path(__file__).parent.parent / "resources" / "screenshots"
EXAMPLES = Path(__file__).parent.parent / "examples"

# name, example, look, the program's language, swimlanes, the card that is selected
PICTURES = (
    ("example", "alibaba-b2b", "light", "en", "none", "Integration"),
    ("tracks-dark", "loan-approval", "dark", "en", "none", "Credit committee"),
    ("chinese", "industrial-purchase-zh", "light", "zh_CN", "backstage", "官网产品页"),
)


def main() -> None:
    """Open each example in a window of its own and save what it shows."""
    FOLDER.mkdir(exist_ok=True)
    app = make_application()
    for name, example, look, language, lanes, selected in PICTURES:
        with tempfile.TemporaryDirectory() as folder:
            QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, folder)
            QSettings.setDefaultFormat(QSettings.Format.IniFormat)
            settings = Settings()
            settings.look, settings.lanes = look, lanes
            install(app, language)
            window = MainWindow(settings, Appearance(app, settings), language)
            window.resize(1560, 940)
            window.show()
            QTest.qWaitForWindowExposed(window)
            window.files.open_path(EXAMPLES / f"{example}.journey")
            while window.document.path is None:
                QTest.qWait(50)
            card = next(one for one in window.document.journey.all(Touchpoint) if one.title == selected)
            window.selection.set([card.id])
            window.canvas.zoom_fit()
            if window.canvas.zoom < SMALLEST:
                window.canvas.set_zoom(LEGIBLE)
                window.canvas.reveal(card.id)
            window.canvas.setFocus()
            QTest.qWait(300)
            window.grab().save(str(FOLDER / f"{name}.png"))
            window.document.mark_saved(window.document.path)
            window.close()
    print(*sorted(path.name for path in FOLDER.glob("*.png")), sep="\n")


if __name__ == "__main__":
    main()
