"""A pytest plugin that invents a field: touch points have a text `risk`, as if its line stood in `model/records.py`.

To be loaded before anything of the package is: `python -m pytest -p tests.invented_field …`.
"""

from __future__ import annotations

import sys
from importlib.machinery import SourceFileLoader
from types import CodeType

_HOME = "journey_editor.model.records"
_BEFORE = "    position: tuple[float, float] | None = fields.position(form=11)\n"
_DECLARED = "    risk: str = fields.text()\n"
WORDS = {"en": "Risk", "zh_CN": "风险", "zh_TW": "風險"}

_get_code = SourceFileLoader.get_code


def _with_the_field(loader: SourceFileLoader, name: str) -> CodeType | None:
    if name != _HOME:
        return _get_code(loader, name)
    source = loader.get_source(name) or ""
    assert source.count(_BEFORE) == 1
    return compile(source.replace(_BEFORE, _DECLARED + _BEFORE), loader.get_filename(name), "exec", dont_inherit=True)


assert _HOME not in sys.modules
SourceFileLoader.get_code = _with_the_field  # type: ignore[method-assign]

from journey_editor.model import vocabulary  # noqa: E402

for _code, _word in WORDS.items():
    vocabulary.language(_code).words["risk"] = _word
