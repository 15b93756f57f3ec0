"""What earlier versions called sheets, columns and values is still read."""

from __future__ import annotations

import pytest

from journey_editor.exchange.workbook.columns import column_by_header, columns_of, sheet_names
from journey_editor.exchange.workbook.details_sheet import KEYS
from journey_editor.model import RECORD_TYPES
from journey_editor.model.vocabulary import choice_spellings, headings, spellings


@pytest.mark.parametrize(("key", "headers"), [
    ("touchpoint.stage", "Life-cycle stage|生命周期阶段|生命週期階段"), ("touchpoint.automation", "Automation|自动化|自動化"),
    ("touchpoint.channel", "Channel|渠道"), ("challenge.driver", "Driver|体验因素|體驗因素"),
    ("metric.direction", "Better is|期望方向"), ("role.kind", "Kind|类别|類別"),
    ("flow.share", "Share (0–1)|占比（0–1）"), ("journey.language", "Language|语言|語言"),
    ("opportunity.challenges", "Challenges|挑战|挑戰"),
    ("challenge.severity", "Severity (1–5)|严重程度（1–5）|嚴重程度（1–5）"),
    ("role.influence", "Influence (0–1)|影响力（0–1）|影響力（0–1）"),
    ("role.color", "Colour (#rrggbb)|颜色（#rrggbb）|顏色（#rrggbb）"),
    ("note.position", "Position (x, y)|位置（x, y）"), ("metric.target", "Target|目标值|目標值"),
    ("metric.observations", "Observations (date: value)|观测值（日期: 数值）|觀測值（日期: 數值）"),
    ("flow.duration_hours", "Duration (hours)|时长（小时）|時長（小時）"), ("flow.source", "From|起点|起點")])
def test_columns_are_found_by_former_headers(key: str, headers: str) -> None:
    type_, name = key.split(".")
    for header in headers.split("|"):
        column = column_by_header(RECORD_TYPES[type_], header)
        assert column is not None and column.name == name


@pytest.mark.parametrize("type_", RECORD_TYPES)
def test_no_header_means_two_columns(type_: str) -> None:
    for column in columns_of(RECORD_TYPES[type_]):
        for language in ("en", "zh_CN", "zh_TW"):
            for header in column.headers(language):
                assert column_by_header(RECORD_TYPES[type_], header) == column


def test_sheets_are_found_by_former_names() -> None:
    assert {"泳道内容", "泳道內容", "泳道条目", "Lane entries"} <= sheet_names("cell")
    assert {"Journey", "旅程"} == sheet_names("journey") and "Notes" in sheet_names("note")


def test_values_are_read_by_former_words() -> None:
    assert {"half automatic", "semi-automatic", "半自动", "assisted"} <= choice_spellings("automation", "assisted")
    assert {"doing", "in progress", "进行中"} <= choice_spellings("status", "doing")
    assert {"已計劃", "已規劃"} <= choice_spellings("status", "planned")
    assert "Latest" in spellings("latest")


def test_the_details_are_read_by_former_headers() -> None:
    before = ["序號", "生命週期階段", "觸點", "角色", "渠道", "負責人", "情緒", "自動化", "後台", "時長（小時）", "需求", "挑戰",
              "指標", "機會點", "備註"]
    assert all(word in headings(key, "zh_TW") for key, word in zip(KEYS, before, strict=True))
