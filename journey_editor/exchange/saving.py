"""A workbook as the bytes of its file, what its formulas come to included.

openpyxl writes formulas without results, so that a program that only shows the file, as Excel does with what came by
mail, would show nothing for them.
"""

from __future__ import annotations

import io
import re
from collections.abc import Mapping
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

from openpyxl import Workbook
from openpyxl.writer.excel import ExcelWriter

_FORMULA = re.compile(rb'(<c r="([A-Z]+[0-9]+)"[^>]*><f>[^<]*</f>)<v\s*(?:/>|></v>)')


class _Archive(ZipFile):
    """A file to be, in which some sheets get the results of their formulas."""

    results: Mapping[str, Mapping[str, float]] = {}
    """By part and cell."""

    def write(self, filename: Any, arcname: Any = None, *args: Any, **kwargs: Any) -> None:
        """Take a file in; openpyxl hands over each sheet as one."""
        found = self.results.get(str(arcname).lstrip("/"))
        if not found:
            super().write(filename, arcname, *args, **kwargs)
            return
        with open(filename, "rb") as file:
            content = file.read()
        self.writestr(str(arcname), _FORMULA.sub(lambda one: one[1] + _result(found.get(one[2].decode())), content))


def _result(value: float | None) -> bytes:
    return b"<v/>" if value is None else b"<v>%s</v>" % repr(value).encode()


def saved(workbook: Workbook, results: Mapping[str, Mapping[str, float]]) -> bytes:
    """Return a workbook's file; `results` tells what formulas come to, by the sheet's name and the cell."""
    content = io.BytesIO()
    with _Archive(content, "w", ZIP_DEFLATED, allowZip64=True) as archive:
        archive.results = {f"xl/worksheets/sheet{number}.xml": results[sheet.title]
                           for number, sheet in enumerate(workbook.worksheets, 1) if sheet.title in results}
        ExcelWriter(workbook, archive).save()
    return content.getvalue()
