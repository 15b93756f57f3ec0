"""A picture that follows every change equals one built afresh."""

from __future__ import annotations

from hypothesis import HealthCheck, settings
from hypothesis.stateful import invariant

from journey_editor.drawing.picture import Picture
from journey_editor.model import Change
from tests.model.test_machine import JourneyMachine


class PictureMachine(JourneyMachine):
    """The machine over the operations, with a picture that is patched after each of them."""

    def begin_picture(self) -> None:
        self.picture = Picture(self.journey)
        self.shown = {record.id: record for record in self.journey}

    @invariant()
    def the_patched_picture_equals_one_built_afresh(self) -> None:
        if getattr(self, "picture", None) is None or self.picture.journey is not self.journey:
            self.begin_picture()
        now = {record.id: record for record in self.journey}
        self.picture.patch(Change({id_: (self.shown.get(id_), now.get(id_)) for id_ in now.keys() | self.shown.keys()
                                   if self.shown.get(id_) != now.get(id_)}))
        self.shown = now
        assert self.picture.same_as(Picture(self.journey))


TestPictureMachine = PictureMachine.TestCase
TestPictureMachine.settings = settings(
    max_examples=15, stateful_step_count=15, deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much, HealthCheck.data_too_large])
