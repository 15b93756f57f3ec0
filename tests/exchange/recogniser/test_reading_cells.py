"""The parts that the reader is made of: labels, entries of cells, numbers of titles, number formats, sheets."""

from __future__ import annotations

import pytest

from journey_editor.spreadsheet.grid import Area, Grid, by_row, column_letters, is_blank
from journey_editor.spreadsheet.number_formats import BUILT_IN, shown
from journey_editor.exchange.recogniser.items import (
    digits_of, goto_number, is_nothing, seen_bullet, split_items, split_path, without_numbers,
)
from journey_editor.exchange.recogniser.labels import match_label
from journey_editor.exchange.recogniser.scales import hours_of


@pytest.mark.parametrize(("label", "concept", "language"), [
    ("Stage", "stage", "en"), ("Life-cycle stages", "stage", "en"), ("PHASES", "stage", "en"),
    ("Journey phase", "stage", "en"),
    ("阶段", "stage", "zh_CN"), ("生命週期階段", "stage", "zh_TW"), ("Этапы", "stage", "other"), ("Étapes", "stage", "other"),
    ("フェーズ", "stage", "other"), ("Etapa", "stage", "other"), ("维度\\阶段", "stage", "zh_CN"),
    ("Touch points", "touchpoint", "en"), ("TOUCHPOINT(S)", "touchpoint", "en"), ("Touchpiont", "touchpoint", "en"),
    ("Customer's actions:", "touchpoint", "en"), ("接觸點", "touchpoint", "zh_TW"),
    ("触点（Touchpoint）", "touchpoint", "zh_CN"),
    ("用户行为 User actions", "touchpoint", "zh_CN"), ("Points de contact", "touchpoint", "other"),
    ("タッチポイント", "touchpoint", "other"), ("Pontos de contato", "touchpoint", "other"),
    ("Pain\npoints", "challenge", "en"), ("😣 Pain points", "challenge", "en"), ("Key pain points", "challenge", "en"),
    ("Paint points", "challenge", "en"), ("痛點", "challenge", "zh_TW"), ("痛点/机会", "challenge", "zh_CN"),
    ("Барьеры", "challenge", "other"), ("Douleurs", "challenge", "other"), ("Dores", "challenge", "other"),
    ("KPIs", "metric", "en"), ("KPI’s", "metric", "en"), ("Metrics & KPIs", "metric", "en"), ("度量", "metric", "zh"),
    ("Emotion (1-5)", "emotion", "en"), ("Emotion 1–10", "emotion", "en"), ("體驗曲線", "emotion", "zh_TW"),
    ("Improvement ideas", "opportunity", "en"), ("机会点", "opportunity", "zh_CN"), ("No.", "number", "en"),
    ("№", "number", "en"),
    ("#", "number", "en"), ("负责人", "owner", "zh_CN"), ("Канал", "channel", "other"), ("Persona", "persona", "en"),
    ("Backstage actions", "backstage", "en"), ("Thoughts & feelings", "lane", "en"), ("Due date", "other", "en"),
])
def test_labels_are_known(label: str, concept: str, language: str) -> None:
    match = match_label(label)
    assert match is not None and (match.concept, match.language) == (concept, language)


@pytest.mark.parametrize("label", [
    "Contract", "Promotion", "Step 1", "阶段 1:需求确认", "👤 Human: counter staff", "Internal actions", "Discover",
    "Messaging",
    "Stage fright", "Pain point severity", "Reason for emotion", "Register", "x" * 200, "", "\xa0", "123"])
def test_other_texts_are_no_labels(label: str) -> None:
    assert match_label(label) is None


def test_labels_tell_actor_hint_and_further_meanings() -> None:
    actor, combined, hinted = match_label("Pain points: resident"), match_label("痛点/机会"), match_label("情绪（1-5分）")
    assert actor and actor.actor == "resident"
    assert combined and combined.also == ("opportunity",)
    assert hinted and hinted.hint == "1-5分"


@pytest.mark.parametrize(("text", "items"), [
    ("one", ["one"]), ("one\ntwo", ["one", "two"]), ("one; two；three", ["one", "two", "three"]),
    ("a, b and c", ["a, b and c"]),
    ("Ø one\nØ two", ["one", "two"]), ("Ø\tone", ["one"]), ("Øresund bridge", ["Øresund bridge"]),
    ("- a\n- b", ["a", "b"]),
    ("•a\n• b", ["a", "b"]), ("• a • b", ["a", "b"]), ("* a\n* b", ["a", "b"]), ("· 甲\n· 乙", ["甲", "乙"]),
    ("1) x 2) y 3) z", ["x", "y", "z"]), ("1. one\n2. two", ["one", "two"]), ("1、来电；2、登记", ["来电", "登记"]),
    ("(1) foo (2) bar", ["foo", "bar"]), ("①甲②乙", ["甲", "乙"]), ("a) foo\nb) bar", ["foo", "bar"]),
    ("A;\nB;\n", ["A", "B"]),
    ("- slow; costly\n- late", ["slow; costly", "late"]), ("- long\n  goes on\n- next", ["long\ngoes on", "next"]),
    ("Channels:\n- web\n- phone", ["Channels:", "web", "phone"]), ("3-D Secure", ["3-D Secure"]),
    ("-5 degrees", ["-5 degrees"]),
    ("24/7 help", ["24/7 help"]), ("1.5 hours", ["1.5 hours"]), ("v2.0 out 1) now", ["v2.0 out 1) now"]),
    ("*bold* text", ["*bold* text"]), (" one \u00a0", ["one"]), ("—", []), ("\u00a0", []), ("- ", []), ("–\n—", []),
    ("n/a", []),
    ("无", []), ("", []), ("None of these", ["None of these"]), ("one\n—\ntwo", ["one", "two"])])
def test_cells_are_split_at_lines_bullets_and_semicolons(text: str, items: list[str]) -> None:
    assert [item.text for item in split_items(text)] == items


@pytest.mark.parametrize(("text", "digits"), [
    ("3", "3"), ("3.", "3"), ("12)", "12"), (" 4 ", "4"), ("3a", ""), ("1.5", ""), ("-1", ""), ("", ""), ("①", "")])
def test_texts_that_only_count_have_digits(text: str, digits: str) -> None:
    assert digits_of(text) == digits


@pytest.mark.parametrize(("titles", "wanted"), [
    (["1. Visit Website", "2.Register"], ["Visit Website", "Register"]), (["Step 1: A", "Step 2 - B"], ["A", "B"]),
    (["A. Foo", "B. Bar"], ["Foo", "Bar"]), (["A. Foo", "X. Bar"], ["A. Foo", "X. Bar"]),
    (["I. Plan", "II. Do"], ["Plan", "Do"]),
    (["阶段 1:需求确认", "阶段一：选型"], ["需求确认", "选型"]), (["第一阶段：认知", "第二阶段 购买"], ["认知", "购买"]),
    (["階段1：認知", "階段 2 購買"], ["認知", "購買"]), (["一、准备", "二、实施"], ["准备", "实施"]), (["①发现", "②了解"], ["发现", "了解"]),
    (["Phase I - Plan", "Phase II - Do"], ["Plan", "Do"]), (["Phase 1\nAware", "Phase 2\nBuy"], ["Aware", "Buy"]),
    (["1 Aware", "2 Buy"], ["Aware", "Buy"]), (["01 Aware", "02 Buy"], ["Aware", "Buy"]),
    (["1- Découverte"], ["Découverte"]),
    (["1.1 Foo", "1.2 Bar"], ["Foo", "Bar"]), (["(1) Foo", "【2】Bar"], ["Foo", "Bar"]),
    (["Stage One: Aware"], ["Aware"]),
    (["Step 1", "Step 2"], ["Step 1", "Step 2"]), (["1", "2"], ["1", "2"]),
    (["24 hours before", "Day"], ["24 hours before", "Day"]),
    (["3-D Secure", "2.0 launch"], ["3-D Secure", "2.0 launch"]),
    (["Steps to buy", "Stage a play"], ["Steps to buy", "Stage a play"]),
    (["09:00 Arrive", "2024: launch"], ["09:00 Arrive", "2024: launch"]),
    (["Etapa 1: Ver", "Этап 2. Выбор"], ["Ver", "Выбор"])])
def test_stage_titles_lose_their_numbers(titles: list[str], wanted: list[str]) -> None:
    assert without_numbers(titles) == wanted


@pytest.mark.parametrize(("text", "steps"), [
    ("Homepage > Log in > Checkout", ["Homepage", "Log in", "Checkout"]), ("A → B", ["A", "B"]), ("a -> b", ["a", "b"]),
    ("Home>Login>Checkout", ["Home", "Login", "Checkout"]), ("Income > 50k", ["Income > 50k"]),
    ("→ step 4", ["→ step 4"]),
    ("web >", ["web >"]), ("x<y", ["x<y"])])
def test_paths_are_followed(text: str, steps: list[str]) -> None:
    assert split_path(text) == steps


@pytest.mark.parametrize(("text", "number"), [
    ("→ step 4", 4), ("-> 3", 3), ("back to 2", 2), ("回到第2步", 2), ("go to stage 5", 5), ("step 4", None), ("4", None),
    ("→ Checkout", None), ("Go to gate 4", None)])
def test_jumps_lead_to_numbers(text: str, number: int | None) -> None:
    assert goto_number(text) == number


@pytest.mark.parametrize(("text", "bullet"), [
    ("Ø x", "Ø"), ("• x", "•"), ("* x", "•"), ("- x", "-"), ("– x", "-"), ("x", ""), ("-", "")])
def test_the_first_bullet_is_seen(text: str, bullet: str) -> None:
    assert seen_bullet(text) == bullet


@pytest.mark.parametrize(("text", "hint", "hours"), [
    ("2 h", "", 2), ("3 days", "", 72), ("1 h 30 min", "", 1.5), ("2天", "", 48), ("30分钟", "", 0.5),
    ("about 2 weeks", "", 336),
    ("10", "Duration (min)", 0.1667), ("2", "耗时（天）", 48), ("10", "Duration", None), ("2-3 days", "", None),
    ("soon", "", None)])
def test_durations_are_hours(text: str, hint: str, hours: float | None) -> None:
    assert hours_of(text, hint) == hours


@pytest.mark.parametrize(("number", "code", "text"), [
    (4.0, "General", "4"), (0.1 + 0.2, "General", "0.3"), (1234567890123, "General", "1234567890123"),
    (0.12, "0%", "12%"),
    (0.125, "0.0%", "12.5%"), (1234.5, "#,##0.00", "1,234.50"), (-3, "General", "-3"), (-3.5, "0.0;(0.0)", "(3.5)"),
    (5, '0" days"', "5 days"), (5, "[$€-407] 0.00", "€ 5.00"), (7, "000", "007"), (1.5, "#.##", "1.5"),
    (2, "#.##", "2"),
    (1, "+General;-General;General", "+1"), (-2, "+General;-General;General", "-2"),
    (0, "+General;-General;General", "0"),
    (0.5, "# ?/?", "0.5"), (12345, "0.00E+00", "12345"), (3, "@", "3"), (45413, "yyyy-mm-dd", "2024-05-01"),
    (45413, BUILT_IN[14], "2024-05-01"), (45413.75, "d/m/yy h:mm AM/PM", "1/5/24 6:00 PM"),
    (45413, "mmm yyyy", "May 2024"),
    (45413, "dddd, d mmmm", "Wednesday, 1 May"), (45413, BUILT_IN[31], "2024年5月1日"), (45413, BUILT_IN[57], "2024年5月"),
    (0.5, "hh:mm", "12:00"), (1.25, "[h]:mm", "30:00"), (1, "yyyy-mm-dd", "1900-01-01"), (-1, "yyyy-mm-dd", "-1")])
def test_numbers_are_shown_as_their_format_shows_them(number: float, code: str, text: str) -> None:
    assert shown(number, code) == text


def test_the_calendar_of_1904_is_known() -> None:
    assert shown(45413 - 1462, "yyyy-mm-dd", epoch_1904=True) == "2024-05-01"


def test_grids_turn_and_name_their_cells() -> None:
    grid = Grid.of_rows("S", [["a", None], ["\u00a0", "b"]])
    assert grid.cells == {(1, 1): "a", (2, 2): "b"}
    assert grid.turned().turned().cells == grid.cells
    assert (str(Area(2, 28, 3, 30)), str(Area(1, 1, 1, 1)), column_letters(16384)) == ("AB2:AD3", "A1", "XFD")
    assert is_blank(" \u200b\u3000\n") and not is_blank("—")
    assert is_nothing(" — ") and not is_nothing("0")


def test_cells_of_a_rectangle_are_in_it_edges_included() -> None:
    grid = Grid.of_rows("Sheet", [["a", "b", "c"], [None, "d", " "], ["e", "f", "g"]])
    area = Area(1, 2, 2, 3)
    assert grid.within(area) == {(1, 2): "b", (1, 3): "c", (2, 2): "d"}
    assert [area.holds(*place) for place in ((1, 2), (2, 3), (3, 2), (1, 1))] == [True, True, False, False]
    assert by_row({(2, 3): "z", (1, 5): "y", (1, 4): "x"}) == {1: {4: "x", 5: "y"}, 2: {3: "z"}}
