"""The fonts that languages are written in."""

from __future__ import annotations

import pytest

from journey_editor.exchange.fonts import font_for


@pytest.mark.parametrize("wanted, language, name", [
    ("", "en", "Arial"), ("Georgia", "en", "Georgia"), ("Georgia", "zh_CN", "Microsoft YaHei"),
    ("Georgia", "zh_TW", "Microsoft JhengHei"), ("KaiTi", "zh_CN", "KaiTi"), ("微软雅黑", "zh_CN", "微软雅黑"),
    ("Stencil", "zh_CN", "Microsoft YaHei")])
def test_chinese_is_written_in_a_chinese_font(wanted: str, language: str, name: str) -> None:
    assert font_for(wanted, language)[0] == name
