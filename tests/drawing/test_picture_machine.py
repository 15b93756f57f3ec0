"""A picture that follows every change equals one built afresh."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, settings
from hypothesis.stateful import invariant

from journey_editor.drawing.picture import Picture
from journey_editor.model import Change
from tests.model.test_machine import JourneyMachine


class PictureMachine(JourneyMachine):
    """The machine over the operations, with pictures that are patched after each of them."""

    def begin_pictures(self) -> None:
        self.pictures = {lanes: Picture(self.journey, lanes) for lanes in ("none", "role")}
        self.shown = {record.id: record for record in self.journey}

    @invariant()
    def the_patched_picture_equals_one_built_afresh(self) -> None:
        if not hasattr(self, "pictures") or self.pictures["none"].journey is not self.journey:
            self.begin_pictures()
        now = {record.id: record for record in self.journey}
        change = Change({id_: (self.shown.get(id_), now.get(id_)) for id_ in now.keys() | self.shown.keys()
                         if self.shown.get(id_) != now.get(id_)})
        self.shown = now
        for lanes, picture in self.pictures.items():
            picture.patch(change)
            assert picture.same_as(Picture(self.journey, lanes))


TestPictureMachine = pytest.mark.slow(PictureMachine.TestCase)
TestPictureMachine.settings = settings(
    max_examples=15, stateful_step_count=15, deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much, HealthCheck.data_too_large])
