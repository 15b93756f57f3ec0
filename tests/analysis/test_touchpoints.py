from journey_editor.analysis.touchpoints import mean_emotion, total
from journey_editor.model import Touchpoint


def touchpoints(**values):
    (name, many), = values.items()
    return [Touchpoint(stage="0" * 32, **{name: value}) for value in many]


def test_the_mean_emotion_is_that_of_the_touchpoints_that_have_one():
    assert mean_emotion(touchpoints(emotion=[2, None, -1, 0.5])) == 0.5
    assert mean_emotion(touchpoints(emotion=[None])) is None and mean_emotion([]) is None


def test_durations_are_summed_as_far_as_they_are_known():
    assert total(touchpoints(duration_hours=[1, None, 0.25]), "duration_hours") == 1.25
    assert total(touchpoints(duration_hours=[0]), "duration_hours") == 0
    assert total(touchpoints(duration_hours=[None]), "duration_hours") is None
