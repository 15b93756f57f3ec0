"""Texts broken into lines, and what stands between them in a card."""

from __future__ import annotations

from journey_editor.drawing.blocks import card_block, card_sizes
from journey_editor.drawing.text import BODY, wrap
from journey_editor.model import Challenge, Journey, JourneyInfo, Role, Stage, Touchpoint

VALUES = "(72 小时 → 24 小时)".replace(" ", "\u00a0")


def test_values_in_brackets_are_not_torn_among_chinese_characters(qapp):
    assert wrap(f"报价响应时长 {VALUES}", BODY, 180) == ("报价响应时长", VALUES)
    # Astral characters are two of Qt's units.
    assert wrap(f"😀报价响应时长报价响应时长 {VALUES}", BODY, 180)[-1] == VALUES


def test_values_wider_than_a_line_are_broken_all_the_same(qapp):
    lines = wrap(f"报价响应时长 {VALUES}", BODY, 70)
    assert len(lines) > 2 and "".join(lines).replace(" ", "") == f"报价响应时长{VALUES}"


def test_roles_keep_off_the_rule_below_them(qapp):
    stage, role = Stage(title="Visit"), Role(title="Buyer")
    card = Touchpoint(title="Search", stage=stage.id, roles=(role.id,))
    journey = Journey([JourneyInfo(), stage, role, card, Challenge(title="Slow", about=card.id)])
    block = card_block(journey, card)
    chip, item = block.parts[-2:]
    rule = item.y - 5
    assert rule - (chip.y + chip.height) >= 5
    assert card_sizes(journey, {})[card.id] == (block.width, block.height)
