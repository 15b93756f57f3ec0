"""The words of the field in the languages a journey can be in: what the map and its deliverables call things."""

from __future__ import annotations

_LABELS: dict[str, tuple[str, str, str]] = {
    # key: (en, zh_CN, zh_TW)
    "journey": ("Customer Journey Map", "客户旅程图", "客戶旅程圖"),
    "stages": ("Life-cycle stages", "生命周期阶段", "生命週期階段"),
    "touchpoints": ("Touch points", "触点", "觸點"),
    "emotion": ("Emotion", "情绪", "情緒"),
    "challenges": ("Challenges", "挑战", "挑戰"),
    "metrics": ("Metrics", "指标", "指標"),
    "opportunities": ("Opportunities", "机会点", "機會點"),
    "stage": ("Life-cycle stage", "生命周期阶段", "生命週期階段"),
    "substage": ("Sub-stage", "子阶段", "子階段"),
    "touchpoint": ("Touch point", "触点", "觸點"),
    "challenge": ("Challenge", "挑战", "挑戰"),
    "metric": ("Metric", "指标", "指標"),
    "opportunity": ("Opportunity", "机会点", "機會點"),
    "flow": ("Flow", "流转", "流轉"),
    "role": ("Role", "角色", "角色"),
    "roles": ("Roles", "角色", "角色"),
    "track": ("Track", "流程", "流程"),
    "lane": ("Lane", "泳道", "泳道"),
    "note": ("Note", "便签", "便籤"),
    "notes": ("Notes", "备注", "備註"),
    "channel": ("Channel", "渠道", "渠道"),
    "owner": ("Owner", "负责人", "負責人"),
    "need": ("Need", "需求", "需求"),
    "automation": ("Automation", "自动化", "自動化"),
    "backstage": ("Backstage", "后台", "後台"),
    "duration_hours": ("Duration (hours)", "时长（小时）", "時長（小時）"),
    "number": ("No.", "序号", "序號"),
    "map": ("Journey map", "旅程图", "旅程圖"),
    "details": ("Touch point details", "触点明细", "觸點明細"),
    "about_stage": ("(whole stage)", "（整个阶段）", "（整個階段）"),
    "manual": ("Manual", "人工", "人工"),
    "assisted": ("Half automatic", "半自动", "半自動"),
    "automatic": ("Automatic", "自动", "自動"),
    "yes": ("Yes", "是", "是"),
}

_COLUMN = {"en": 0, "zh_CN": 1, "zh_TW": 2}


def label(key: str, language: str = "en") -> str:
    """Return the word for a concept (a key such as `"challenges"`) in a journey's language; `KeyError` if unknown."""
    return _LABELS[key][_COLUMN[language]]
