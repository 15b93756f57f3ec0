from journey_editor.analysis.metrics import current, latest, series
from journey_editor.model import Metric


def metric(**values) -> Metric:
    return Metric(title="Bounce rate", about="0" * 32, **values)


def test_observations_come_in_the_order_of_their_days():
    found = series(metric(observations=(("2026-02-01", 3), ("1970-01-02", 1))))
    assert found.times == (86400.0, 1769904000.0) and found.values == (1, 3)


def test_the_latest_observation_is_held_against_the_target_in_the_metrics_direction():
    seen = (("2026-01-01", 50), ("2026-02-01", 30))
    assert series(metric(observations=seen, target=35, direction="down")).on_target is True
    assert series(metric(observations=seen, target=35, direction="up")).on_target is False
    assert series(metric(observations=seen, target=35)).on_target is None
    assert series(metric(target=35, direction="up")).on_target is None


def test_what_was_observed_last_on_a_day_counts():
    seen = (("2024-05-01", 61), ("2024-01-01", 60), ("2024-05-01", 48))
    assert latest(metric(observations=seen)) == 48
    assert latest(metric(baseline=7)) is None


def test_a_metric_stands_at_its_baseline_until_something_is_observed():
    assert current(metric(baseline=7)) == 7 and current(metric()) is None
    assert current(metric(baseline=7, observations=(("2024-01-01", 0),))) == 0
