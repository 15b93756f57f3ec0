"""Where the data that ships with the program lies: fonts, icons, translations, examples."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def find(folder: str, name: str = "") -> Path:
    """Return the path of `name` in the folder "resources" or "examples"; raise `FileNotFoundError` if it is not there.

    A wheel has both folders inside the package, a checkout or an editable install has them beside it.
    """
    for home in (_PACKAGE, _PACKAGE.parent):
        path = home / folder / name
        if path.exists():
            return path
    raise FileNotFoundError(f"{folder}/{name} is not shipped with this program")
