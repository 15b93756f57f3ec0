"""Journeys to measure on: the same for the same numbers."""

from __future__ import annotations

import random

from journey_editor.model import Challenge, Flow, Journey, JourneyInfo, Metric, Record, Role, Stage, Touchpoint

_WORDS = ("visit", "website", "register", "form", "price", "offer", "contract", "delivery", "invoice", "support",
          "order", "注册", "报价", "合同", "交付", "发票", "反馈")
_CHANNELS = ("", "Web", "Mail", "Phone", "展会")


def make_journey(touchpoints: int = 10_000, flows: int = 13_000, stages: int = 20, seed: int = 1,
                 labelled: float = 0.2) -> Journey:
    """Return a journey of these sizes, with roles, and a challenge or metric at about every tenth touchpoint.

    Most flows lead to one of the next few touchpoints, some a long way forth or back; a share of them is `labelled`.
    """
    chance = random.Random(seed)

    def fresh() -> str:
        return f"{chance.getrandbits(128):032x}"

    def words(most: int) -> str:
        return " ".join(chance.choices(_WORDS, k=chance.randint(1, most))).capitalize()

    roles = [Role(id=fresh(), title=title, order=order) for order, title in enumerate(("Buyer", "User", "财务"), 1)]
    columns = [Stage(id=fresh(), title=words(2), order=order) for order in range(1, stages + 1)]
    cards = [Touchpoint(id=fresh(), title=words(4), stage=columns[number * stages // touchpoints].id, order=number,
                        roles=(chance.choice(roles).id,), channel=chance.choice(_CHANNELS),
                        emotion=chance.choice((None, -2, -1, 0, 1, 2))) for number in range(touchpoints)]
    pairs: dict[tuple[int, int], None] = {}
    while len(pairs) < flows:
        source = chance.randrange(touchpoints)
        target = source + chance.randint(1, 8) if chance.random() < 0.9 else chance.randrange(touchpoints)
        if target < touchpoints and target != source:
            pairs[source, target] = None
    arrows = [Flow(id=fresh(), source=cards[source].id, target=cards[target].id,
                   label=words(2) if chance.random() < labelled else "") for source, target in pairs]
    attached: list[Record] = [chance.choice((Challenge, Metric))(id=fresh(), title=words(6), about=card.id, order=1)
                              for card in chance.sample(cards, touchpoints // 10)]
    return Journey([JourneyInfo(id=fresh(), title="A large journey"), *roles, *columns, *cards, *arrows, *attached])
