"""What the panels call things: types, fields and values in the language of the window."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication

from journey_editor.model import Record

translate = QCoreApplication.translate


def type_name(type_: str) -> str:
    """Return the word for one record of a type."""
    return {
        "journey": translate("Words", "Journey"),
        "stage": translate("Words", "Stage"),
        "touchpoint": translate("Words", "Touch point"),
        "challenge": translate("Words", "Challenge"),
        "metric": translate("Words", "Metric"),
        "opportunity": translate("Words", "Opportunity"),
        "role": translate("Words", "Role"),
        "flow": translate("Words", "Flow"),
        "track": translate("Words", "Track"),
        "lane": translate("Words", "Lane"),
        "cell": translate("Words", "Lane entry"),
        "note": translate("Words", "Note"),
    }[type_]


def count_of(type_: str, count: int) -> str:
    """Return a number of records in words: "3 touch points"; the type "" is for things of several types."""
    # The sources stand in the plural, so that English reads well even where its own translation is missing.
    return {
        "": translate("Words", "%n things", None, count),
        "journey": translate("Words", "%n journeys", None, count),
        "stage": translate("Words", "%n stages", None, count),
        "touchpoint": translate("Words", "%n touch points", None, count),
        "challenge": translate("Words", "%n challenges", None, count),
        "metric": translate("Words", "%n metrics", None, count),
        "opportunity": translate("Words", "%n opportunities", None, count),
        "role": translate("Words", "%n roles", None, count),
        "flow": translate("Words", "%n flows", None, count),
        "track": translate("Words", "%n tracks", None, count),
        "lane": translate("Words", "%n lanes", None, count),
        "cell": translate("Words", "%n lane entries", None, count),
        "note": translate("Words", "%n notes", None, count),
    }[type_]


def things(type_: str, count: int) -> str:
    """Return what an undo step is done to: "touch point", "3 touch points"."""
    return type_name(type_).lower() if count == 1 else count_of(type_, count)


def group_name(type_: str) -> str:
    """Return the heading over all records of a type."""
    return {
        "stage": translate("Words", "Stages"),
        "touchpoint": translate("Words", "Touch points"),
        "challenge": translate("Words", "Challenges"),
        "metric": translate("Words", "Metrics"),
        "opportunity": translate("Words", "Opportunities"),
        "cell": translate("Words", "Lane entries"),
        "role": translate("Words", "Roles"),
        "track": translate("Words", "Tracks"),
        "lane": translate("Words", "Lanes"),
        "note": translate("Words", "Notes"),
        "flow": translate("Words", "Flows"),
    }[type_]


def field_name(field: str) -> str:
    """Return the label of a field."""
    return {
        "title": translate("Words", "Title"),
        "label": translate("Words", "Label"),
        "organisation": translate("Words", "Organisation"),
        "vision": translate("Words", "Vision"),
        "context": translate("Words", "Context"),
        "language": translate("Words", "Language of the map"),
        "bullet": translate("Words", "Bullet in tables"),
        "goal": translate("Words", "Goal"),
        "roles": translate("Words", "Roles"),
        "channel": translate("Words", "Channel"),
        "automation": translate("Words", "Automation"),
        "backstage": translate("Words", "Backstage, out of the client's sight"),
        "emotion": translate("Words", "Emotion"),
        "duration_hours": translate("Words", "Duration (hours)"),
        "owner": translate("Words", "Owner"),
        "need": translate("Words", "Need"),
        "notes": translate("Words", "Notes"),
        "position": translate("Words", "Position"),
        "severity": translate("Words", "Severity"),
        "driver": translate("Words", "Driver of experience"),
        "unit": translate("Words", "Unit"),
        "direction": translate("Words", "Better when"),
        "baseline": translate("Words", "Baseline"),
        "target": translate("Words", "Target"),
        "observations": translate("Words", "Observations"),
        "formula": translate("Words", "Formula"),
        "challenges": translate("Words", "Answers these challenges"),
        "impact": translate("Words", "Impact"),
        "effort": translate("Words", "Effort"),
        "status": translate("Words", "Status"),
        "kind": translate("Words", "Kind"),
        "influence": translate("Words", "Influence (%)"),
        "color": translate("Words", "Colour"),
        "share": translate("Words", "Share of clients (%)"),
        "tracks": translate("Words", "Tracks"),
        "rule": translate("Words", "Rule"),
        "votes": translate("Words", "Votes"),
    }[field]


def change_name(field: str, type_: str, count: int) -> str:
    """Return the name of the undo step that changes a field of `count` records ("" as type: of several types)."""
    step = {
        "title": translate("Words", "Change title"),
        "label": translate("Words", "Change label"),
        "organisation": translate("Words", "Change organisation"),
        "vision": translate("Words", "Change vision"),
        "context": translate("Words", "Change context"),
        "language": translate("Words", "Change language"),
        "bullet": translate("Words", "Change bullet"),
        "goal": translate("Words", "Change goal"),
        "roles": translate("Words", "Change roles"),
        "channel": translate("Words", "Change channel"),
        "automation": translate("Words", "Change automation"),
        "backstage": translate("Words", "Change backstage"),
        "emotion": translate("Words", "Change emotion"),
        "duration_hours": translate("Words", "Change duration"),
        "owner": translate("Words", "Change owner"),
        "need": translate("Words", "Change need"),
        "notes": translate("Words", "Change notes"),
        "position": translate("Words", "Unpin"),
        "severity": translate("Words", "Change severity"),
        "driver": translate("Words", "Change driver"),
        "unit": translate("Words", "Change unit"),
        "direction": translate("Words", "Change direction"),
        "baseline": translate("Words", "Change baseline"),
        "target": translate("Words", "Change target"),
        "observations": translate("Words", "Change observations"),
        "formula": translate("Words", "Change formula"),
        "challenges": translate("Words", "Change answered challenges"),
        "impact": translate("Words", "Change impact"),
        "effort": translate("Words", "Change effort"),
        "status": translate("Words", "Change status"),
        "kind": translate("Words", "Change kind"),
        "influence": translate("Words", "Change influence"),
        "color": translate("Words", "Change colour"),
        "share": translate("Words", "Change share"),
        "tracks": translate("Words", "Change tracks"),
        "rule": translate("Words", "Change rule"),
        "votes": translate("Words", "Change votes"),
    }[field]
    if count == 1:
        return step
    return translate("Words", "{change} of {things}").format(change=step, things=count_of(type_, count))


def choice_name(field: str, value: str) -> str:
    """Return the word for one value of a closed set."""
    return {
        ("language", "en"): "English",
        ("language", "zh_CN"): "简体中文",
        ("language", "zh_TW"): "繁體中文",
        ("bullet", "Ø"): "Ø",
        ("bullet", "•"): "•",
        ("bullet", "-"): "-",
        ("automation", "manual"): translate("Words", "Manual"),
        ("automation", "assisted"): translate("Words", "Half automatic"),
        ("automation", "automatic"): translate("Words", "Automatic"),
        ("driver", "product"): translate("Words", "Product"),
        ("driver", "price"): translate("Words", "Price"),
        ("driver", "performance"): translate("Words", "Performance"),
        ("driver", "ease"): translate("Words", "Ease"),
        ("driver", "value"): translate("Words", "Being valued"),
        ("driver", "trust"): translate("Words", "Trust"),
        ("direction", "up"): translate("Words", "It rises"),
        ("direction", "down"): translate("Words", "It falls"),
        ("status", "idea"): translate("Words", "Idea"),
        ("status", "planned"): translate("Words", "Planned"),
        ("status", "doing"): translate("Words", "Being done"),
        ("status", "done"): translate("Words", "Done"),
        ("status", "dropped"): translate("Words", "Dropped"),
    }[field, value]


def emotion_name(value: float) -> str:
    """Return the word for the step of the emotion scale that is nearest to a value from −2 to +2."""
    return (
        translate("Words", "Very unpleasant"),
        translate("Words", "Unpleasant"),
        translate("Words", "Neutral"),
        translate("Words", "Pleasant"),
        translate("Words", "Very pleasant"),
    )[max(0, min(4, round(value) + 2))]


def several_values() -> str:
    """Return what a field shows when the selected records differ in it."""
    return translate("Words", "several values")


def untitled(type_: str) -> str:
    """Return what stands for a record that has no text of its own."""
    return translate("Words", "Untitled {type}").format(type=type_name(type_).lower())


def one_type(records: Iterable[Record]) -> str:
    """Return the type that all records share, or "" where they are of several types."""
    types = {record.type for record in records}
    return types.pop() if len(types) == 1 else ""
