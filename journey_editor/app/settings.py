"""What the program remembers from one run to the next."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray, QDir, QSettings

from journey_editor.drawing.looks import LOOKS

ORGANISATION = "Journey Editor"
APPLICATION = "journey-editor"
LANES = ("none", "role", "backstage")
MOST_RECENT = 10


class Settings:
    """The user's settings, in a plain .ini file of the user's own."""

    def __init__(self) -> None:
        self._store = QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, ORGANISATION, APPLICATION)

    @property
    def look(self) -> str:
        """The name of the look that the window has, or "system"."""
        look = str(self._store.value("look", "system"))
        return look if look in LOOKS else "system"

    @look.setter
    def look(self, look: str) -> None:
        self._store.setValue("look", look)

    @property
    def language(self) -> str:
        """The language of the window as a locale name; "" is the system's."""
        return str(self._store.value("language", ""))

    @language.setter
    def language(self, name: str) -> None:
        self._store.setValue("language", name)

    @property
    def lanes(self) -> str:
        """Which swimlanes maps are shown with."""
        lanes = str(self._store.value("lanes", "none"))
        return lanes if lanes in LANES else "none"

    @lanes.setter
    def lanes(self, lanes: str) -> None:
        self._store.setValue("lanes", lanes)

    @property
    def folder(self) -> str:
        """Where the last file was opened or saved; at first, the user's documents."""
        folder = str(self._store.value("folder", ""))
        return folder if folder and Path(folder).is_dir() else QDir.homePath()

    @folder.setter
    def folder(self, folder: str) -> None:
        self._store.setValue("folder", folder)

    @property
    def recent(self) -> list[str]:
        """The files that were opened or saved, the last one first."""
        paths = self._store.value("recent", [])
        # A list of one comes back from the file as a text.
        if isinstance(paths, str):
            paths = [paths]
        return [str(path) for path in paths if path] if isinstance(paths, list) else []

    def add_recent(self, path: Path) -> None:
        """Put a file in front of the recent ones."""
        text = str(path.absolute())
        self._store.setValue("recent", [text, *(old for old in self.recent if old != text)][:MOST_RECENT])
        self.folder = str(path.absolute().parent)

    def drop_recent(self, path: Path) -> None:
        """Forget a file that is no longer there."""
        self._store.setValue("recent", [old for old in self.recent if old != str(path.absolute())])

    def clear_recent(self) -> None:
        """Forget all files."""
        self._store.setValue("recent", [])

    @property
    def export(self) -> tuple[str, str, str, bool]:
        """How the last workbook was made: the look's name, the last house style and template, with a picture."""
        look, house, template = (str(self._store.value(f"export/{key}", "")) for key in ("look", "house", "template"))
        return look or "classic", house, template, bool(self._store.value("export/picture", True, bool))

    @export.setter
    def export(self, chosen: tuple[str, str, str, bool]) -> None:
        for key, value in zip(("look", "house", "template", "picture"), chosen, strict=True):
            self._store.setValue(f"export/{key}", value)

    @property
    def pages(self) -> tuple[str, str]:
        """The paper of the last pages, "" for one page as large as the map, and how it was turned, "" for as fits."""
        return str(self._store.value("pages/paper", "")), str(self._store.value("pages/turned", ""))

    @pages.setter
    def pages(self, chosen: tuple[str, str]) -> None:
        for key, value in zip(("paper", "turned"), chosen, strict=True):
            self._store.setValue(f"pages/{key}", value)

    def window(self) -> tuple[QByteArray, QByteArray]:
        """Return the window's geometry and state as they were saved, empty at first."""
        empty = QByteArray()
        return self._bytes("geometry") or empty, self._bytes("state") or empty

    def set_window(self, geometry: QByteArray, state: QByteArray) -> None:
        """Save the window's geometry and state."""
        self._store.setValue("geometry", geometry)
        self._store.setValue("state", state)

    def _bytes(self, key: str) -> QByteArray | None:
        value = self._store.value(key)
        return value if isinstance(value, QByteArray) else None
