"""A map in any of its forms is read as the same map; no text of a table is dropped; nothing makes the reader crash."""

from __future__ import annotations

import random
import re
from dataclasses import fields
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from workbook_cases import outline

from journey_editor.exchange.recogniser.maps import maps_in
from journey_editor.spreadsheet.grid import Area, Book, Grid, area_of
from journey_editor.model import Journey

Items = list[list[str]]
Rows = list[tuple[str, str, Items]]
"""Rows of a map: what each lists, its label, and its items by stage."""

LABELS = {
    "en": {"stages": ("Stage", "Phases", "Life-cycle stages", "Journey phase"),
           "touchpoints": ("Touchpoints", "Touch points", "Customer actions", "Interactions", "Activities"),
           "challenges": ("Pain points", "Challenges", "Frictions", "Barriers", "Problems", "Blockers"),
           "metrics": ("Metrics", "KPIs", "Measures", "Indicators"),
           "lanes": ("Customer thoughts", "Backstage", "Our ideas", "Systems", "Quotes", "What we saw")},
    "zh": {"stages": ("阶段", "生命周期阶段", "旅程阶段"), "touchpoints": ("触点", "接触点", "用户行为", "客户行为"),
           "challenges": ("痛点", "挑战", "用户痛点"), "metrics": ("指标", "关键指标", "度量"),
           "lanes": ("用户想法", "后台", "我们的发现", "系统")},
    "tw": {"stages": ("階段", "生命週期階段"), "touchpoints": ("觸點", "接觸點", "使用者行為"),
           "challenges": ("痛點", "挑戰"), "metrics": ("指標", "KPI"), "lanes": ("用戶想法", "後台", "我們的發現")},
}
STAGES = {
    "en": ("Discover", "Compare", "Buy", "Use", "Renew", "Leave", "Onboarding", "Visit Website", "Pay, sign"),
    "zh": ("需求确认", "供应商筛选", "下单履约", "售后续约", "认知", "考虑", "购买", "使用"), "tw": ("認知", "考慮", "購買", "售後服務")}
ITEMS = {
    "en": ("Search ad", "Review site", "Quote by mail, phone", "Kick-off workshop", "3-D Secure fails",
           "Jargon (legal)", "Win rate", "NPS", "No. of leads",
           "24/7 hotline", "A/B tests", "Who else uses it?", "Too slow"),
    "zh": ("内部需求会", "搜索引擎", "官网产品页", "报价不透明", "参数难比较", "询盘数", "续约率", "响应慢，等待久", "谁的质量可靠?"),
    "tw": ("搜尋引擎", "官網", "門市", "廣告太多", "排隊", "轉換率", "回購率")}
NUMBERS = {
    "en": ("{t}", "{n}. {t}", "{n}.{t}", "Step {n}: {t}", "{n}) {t}", "{l}. {t}", "Phase {n} - {t}"),
    "zh": ("{t}", "{n}. {t}", "阶段 {n}:{t}", "阶段{n}：{t}", "第{c}阶段：{t}", "{c}、{t}"),
    "tw": ("{t}", "階段 {n}:{t}", "第{c}階段：{t}")}
TITLES = {
    "en": ("Customer Journey Map", "Pump buyers"), "zh": ("工业品采购客户旅程图", "某银行"), "tw": ("客戶旅程地圖", "台北商店")}
BULLETS = ("", "- ", "• ", "* ", "Ø ", "· ", "1) ", ";", "；")
DIVIDERS = {"en": "Line of visibility", "zh": "可视线", "tw": "可視線"}
EMPTY = (None, None, "—", "\u00a0", "-")


class Page:
    """A sheet while it is written."""

    def __init__(self, top: int, left: int) -> None:
        self.top, self.left, self.row = top, left, top
        self.cells: dict[tuple[int, int], str] = {}
        self.merges: dict[tuple[int, int], Area] = {}

    def line(self, texts: list[str | None]) -> None:
        """Write a row and go to the next."""
        for column, text in enumerate(texts, self.left):
            if text is not None and text.strip("\u00a0 "):
                self.cells[self.row, column] = text
        self.row += 1

    def across(self, text: str, width: int) -> None:
        """Write a text over the whole width."""
        self.merges[self.row, self.left] = Area(self.row, self.left, self.row, self.left + width - 1)
        self.line([text])


@st.composite
def maps(draw: st.DrawFn) -> tuple[Grid, dict[str, Any]]:
    """A sheet with a map in one of its forms, and what it is to be read as."""
    chance: random.Random = draw(st.randoms(use_true_random=False))
    language = chance.choice(("en", "en", "zh", "tw"))
    labels, pool = LABELS[language], ITEMS[language]
    titles = chance.sample(STAGES[language], chance.randint(2, min(5, len(STAGES[language]))))

    def items(least: int) -> list[str]:
        return chance.sample(pool, chance.choice((least, 1, 2, 3)))

    corner = chance.choice((None, *labels["stages"] * 2))
    # Where nothing says "stage", something else has to be telling.
    touchpoints = chance.choice(labels["touchpoints"][:None if corner else 2])
    rows: Rows = [("touchpoints", touchpoints, [items(1) for _ in titles])]
    for kind in ("challenges", "metrics"):
        rows.append((kind, chance.choice(labels[kind]), [items(int(place == 0)) for place, _ in enumerate(titles)]))
    for label in chance.sample(labels["lanes"], chance.randint(0, 2)):
        rows.append(("lane", label, [items(int(place == 0)) for place, _ in enumerate(titles)]))
    chance.shuffle(rows)
    page = Page(chance.choice((1, 1, 4)), chance.choice((1, 1, 3)))
    title = chance.choice((None, *TITLES[language]))
    if title:
        page.line([title])
        page.row += chance.choice((0, 1))
    numbering = chance.choice(NUMBERS[language])
    heads = [numbering.format(t=text, n=place + 1, l="ABCDE"[place], c="一二三四五"[place])
             for place, text in enumerate(titles)]
    bullet = chance.choice(BULLETS)
    write = chance.choice((_across, _across, _down, _register))
    if write is _register:
        corner = corner or labels["stages"][0]
    write(page, chance, heads, rows, corner, bullet, DIVIDERS[language])
    stages = [{"title": text, "touchpoints": [], "challenges": [], "metrics": [], "lanes": {}} for text in titles]
    for kind, label, cells in rows:
        for stage, texts in zip(stages, cells):
            if kind == "lane" and texts:
                stage["lanes"][label] = texts  # type: ignore[call-overload, index]
            elif kind != "lane":
                stage[kind] = texts
    return Grid("Sheet1", page.cells, page.merges), {"title": title, "stages": stages}


def _cell(chance: random.Random, items: list[str], bullet: str) -> str | None:
    if not items:
        return chance.choice(EMPTY)
    if bullet in (";", "；"):
        return f"{bullet} ".join(items)
    if bullet == "1) ":
        return "\n".join(f"{place}) {text}" for place, text in enumerate(items, 1))
    return "\n".join(bullet + text for text in items)


def _across(page: Page, chance: random.Random, heads: list[str], rows: Rows, corner: str | None, bullet: str,
            divider: str) -> None:
    gaps, dividers = chance.random() < 0.3, chance.random() < 0.3
    page.line([corner, *heads])
    for place, (_, label, cells) in enumerate(rows):
        if gaps and chance.random() < 0.4:
            page.row += 1
        if dividers and place and chance.random() < 0.5:
            page.across(divider, len(heads) + 1)
        page.line([label, *(_cell(chance, items, bullet) for items in cells)])


def _down(page: Page, chance: random.Random, heads: list[str], rows: Rows, corner: str | None, bullet: str,
          divider: str) -> None:
    gaps = chance.random() < 0.3
    page.line([corner, *(label for _, label, _ in rows)])
    for place, head in enumerate(heads):
        if gaps and place and chance.random() < 0.4:
            page.row += 1
        page.line([head, *(_cell(chance, cells[place], bullet) for _, _, cells in rows)])


def _register(page: Page, chance: random.Random, heads: list[str], rows: Rows, corner: str | None, bullet: str,
              divider: str) -> None:
    style = chance.choice(("repeated", "blank", "merged"))
    page.line([corner, *(label for _, label, _ in rows)])
    touchpoints = next(cells for kind, _, cells in rows if kind == "touchpoints")
    for place, head in enumerate(heads):
        top = page.row
        for line, touchpoint in enumerate(touchpoints[place]):
            first = line == 0
            page.line([head if first or style == "repeated" else None, *(
                touchpoint if kind == "touchpoints" else _cell(chance, cells[place], bullet) if first else None
                for kind, _, cells in rows)])
        if style == "merged" and page.row > top + 1:
            page.merges[top, page.left] = Area(top, page.left, page.row - 1, page.left)


@given(maps())
@settings(max_examples=120, deadline=None, derandomize=True)
def test_a_map_is_read_the_same_in_every_form(case: tuple[Grid, dict[str, Any]]) -> None:
    grid, expected = case
    found = maps_in(Book([grid]))
    assert [outline(one.finish()) for one in found] == [expected]


WORDS = (
    "Stage", "Phase", "Touchpoints", "Customer actions", "Pain points", "Metrics", "Emotion (1-5)", "Channel", "Owner",
    "Role", "Persona", "Journey", "No.", "Time", "Backstage", "Line of visibility", "Opportunities", "Next step",
    "Notes",
    "Automation", "Sub-stage", "Duration (h)", "Step", "1", "2", "3", "-1", "😀", "—", "\u00a0", "A > B > C", "→ step 2",
    "1. Aware", "Step 2: Buy", "阶段", "触点", "痛点/机会", "Customer Journey Map", "x; y", "- a\n- b", "1) q 2) r", "12%",
    "Project: X", "High", "yes", "manual", "2 h", "foo", "Pain points: resident", "Touchpoints: user", "+", "++", "-",
    "(",
    "{x}", "%s", "\n\n", "Ø ", "•", "1) ", "；", "(whole stage)", "")
SPANS = (0, 0, 1, 2, 20_000, 1_000_000)


@given(st.dictionaries(st.tuples(st.integers(1, 8), st.integers(1, 8)),
                       st.one_of(st.sampled_from(WORDS), st.text(max_size=8))),
       st.lists(st.tuples(st.integers(1, 8), st.integers(1, 8), st.sampled_from(SPANS), st.sampled_from(SPANS)),
                max_size=3),
       st.lists(st.sampled_from(WORDS[:24]), max_size=7), st.booleans())
@settings(max_examples=150, deadline=None)
def test_no_sheet_makes_the_reader_fail(
        texts: dict[tuple[int, int], str], spans: list[tuple[int, int, int, int]], labels: list[str],
        turned: bool) -> None:
    grid = Grid("Any", {})
    for (row, column), text in texts.items():
        grid.enter(row, column, text)
    for place, text in enumerate(labels, 1):
        grid.enter(*((place, 1) if turned else (1, place)), text)
    grid.merges = {(row, column): Area(row, column, row + down, column + right) for row, column, down, right in spans}
    for one in maps_in(Book([grid, Grid("Other", dict(grid.cells))])):
        assert len(one.finish()) and all(str(line) for line in one.report.lines())


LABELLED = (
    "Stage", "Phase", "Touchpoints", "Customer actions", "Pain points", "Metrics", "Emotion (1-5)", "Channel", "Owner",
    "Role", "Persona", "Journey ID", "No.", "Time", "Backstage", "Line of visibility", "Opportunities", "Next step",
    "Notes", "Need", "Automation", "Duration (h)", "Sub-stage", "Step", "Own row", "Systems", "", "Thoughts",
    "Pain points: staff", "触点", "痛点")


@st.composite
def odd_tables(draw: st.DrawFn) -> Grid:
    """A table of labels in any mixture, over cells of words that are met nowhere else, some merged, some missing."""
    chance: random.Random = draw(st.randoms(use_true_random=False))
    width, height = chance.randint(3, 8), chance.randint(2, 7)
    labels = chance.sample(LABELLED, width)
    if "Stage" not in labels:
        labels[chance.randrange(2)] = "Stage"
    labels[-1] = labels[-1] if "Touchpoints" in labels else "Touchpoints"
    cells = {(1, column): label for column, label in enumerate(labels, 1) if label}
    words = (f"w{first}{second}{third}q" for first in "abcdef" for second in "abcdefghi" for third in "abcdefghi")
    for row in range(2, height + 2):
        for column in range(1, width + 1):
            if chance.random() < 0.6:
                mark = chance.choice(("\n", "; "))
                cells[row, column] = mark.join(next(words) for _ in range(chance.choice((1, 1, 2))))
    merges: dict[tuple[int, int], Area] = {}
    for _ in range(chance.choice((0, 0, 1, 2))):
        down, right = chance.choice(((0, 1), (1, 0), (2, 0), (0, width)))
        area = Area(row := chance.randint(1, height), column := chance.randint(1, width), row + down, column + right)
        if not any(area.overlaps(other) for other in merges.values()):
            merges[row, column] = area
            cells = {place: text for place, text in cells.items() if place == (row, column)
                     or not area.overlaps(Area(*place, *place))}
    grid = Grid("Sheet1", cells, merges)
    return grid.turned() if chance.random() < 0.5 else grid


def all_texts(journey: Journey) -> str:
    """Every text that a journey's records hold."""
    return "\n".join(str(getattr(record, field.name)) for record in journey for field in fields(record))


@given(odd_tables())
@settings(max_examples=200, deadline=None, derandomize=True)
def test_no_text_of_a_table_is_dropped(grid: Grid) -> None:
    maps = maps_in(Book([grid]))
    if not maps:
        return
    told = "\n".join(str(line) for one in maps for line in one.report.lines())
    kept = "\n".join(all_texts(one.finish()) for one in maps) + told
    left = [area for found in re.findall(r"The cells (\S+) are not part", told) if (area := area_of(found))]
    for place, text in grid.cells.items():
        if not any(area.overlaps(Area(*place, *place)) for area in left):
            assert all(word in kept for word in re.findall(r"w[a-i]{3}q", text)), (place, text)
