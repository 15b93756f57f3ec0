"""The words and signs in which cells tell emotions, durations and grades of automation, as data."""

from __future__ import annotations

FACES: tuple[tuple[float, str], ...] = (
    (2, "😀😃😄😁😆😍🤩🥳😻❤♥💖🎉😎🥰🤗💯"),
    (1, "🙂😊😌☺👍😉😋😏🤓💚🟢✅👌"),
    (0, "😐😑😶🤔🟡⚪➖"),
    (-1, "🙁☹😕😟👎😰😥😓😒😞😔😬🟠😩😣😖😯😮"),
    (-2, "😡😠🤬😭😢😤😱😫💔🔴🤮❌💢"),
)
"""Faces and other pictures, by the emotion from −2 to +2."""

TYPED: tuple[tuple[float, str], ...] = (
    (2, ":d :-d ++"), (1, ":) :-) +"), (0, ":| :-| +/- ± 0 o"), (-1, ":( :-( :/ :-/"), (-2, "-- −−"),
)
"""Signs made of plain characters, small letters."""

GRADES: tuple[tuple[float, str], ...] = (
    (2, "very positive|very high|very happy|very satisfied|very good|excellent|great|非常满意|很满意|很高|非常好|极好|очень хорошо|"
     "muito positivo|muy positivo|tres positif|sehr positiv|sehr gut"),
    (1, "positive|satisfied|good|fine|满意|积极|正面|好|较高|比较满意|正向|хорошо|положительно|позитив|positivo|positivas|"
     "positif|positiv|gut|良い|満足|ポジティブ"),
    (0, "neutral|ok|okay|average|indifferent|mixed|so-so|一般|中性|普通|还行|平稳|中立|нейтрально|neutro|neutre|normal|"
     "ニュートラル"),
    (-1, "negative|dissatisfied|bad|poor|不满意|不满|负面|消极|较低|比较不满意|负向|差|плохо|негатив|отрицательно|negativo|"
     "negativas|negatif|negativ|schlecht|悪い|不満|ネガティブ"),
    (-2, "very negative|very low|very unhappy|very dissatisfied|very bad|awful|terrible|非常不满意|非常不满|很差|很低|极差|非常差|"
     "очень плохо|muito negativo|muy negativo|tres negatif|sehr negativ|sehr schlecht"),
)
"""Words that grade an emotion."""

MOODS: tuple[tuple[float, str], ...] = (
    (2, "excited|proud|enthusiastic|delighted|delight|ecstatic|thrilled|love|loves it|激动|兴奋|惊喜|非常开心|非常高兴|非常愉快"),
    (1, "happy|pleased|content|glad|relieved|confident|hopeful|relaxed|calm|optimistic|interested|grateful|comfortable|"
     "reassured|开心|愉快|高兴|期待|放松|安心|轻松|信任|放心|感兴趣|feliz"),
    (0, "平静|平和"),
    (-1, "unhappy|sad|annoyed|frustrated|anxious|worried|confused|stressed|impatient|overwhelmed|nervous|insecure|"
     "uncertain|unsure|doubtful|skeptical|sceptical|bored|tired|irritated|disappointed|不开心|失望|烦躁|焦虑|沮丧|困惑|紧张|"
     "无奈|疲惫|犹豫|纠结|怀疑|担心|不耐烦|烦恼|着急|triste"),
    (-2, "angry|furious|hate|hates it|outraged|desperate|disgusted|愤怒|生气|崩溃|绝望|暴怒"),
)
"""Words that name a mood rather than a grade: they tell an emotion, and are kept as text as well."""

THREE: tuple[tuple[float, str], ...] = (
    (2, "high|高|высокий|alto|hoch|élevé|h|alta"),
    (0, "medium|med|mid|middle|moderate|中|中等|средний|medio|médio|mittel|moyen|m|média|media"),
    (-2, "low|低|низкий|baixo|bajo|niedrig|faible|l|baixa|baja"),
)
"""The three grades of scales such as high, medium, low."""

UNITS: tuple[tuple[float, str], ...] = (
    (1 / 3600, "s|sec|second|秒"),
    (1 / 60, "min|minute|mins|分钟|分|分鐘|分間"),
    (1, "h|hr|hour|小时|小時|时|stunde|heure|час|hora|時間"),
    (24, "d|day|天|日|tag|jour|день|dia|día"),
    (168, "w|wk|week|周|星期|週|woche"),
    (730, "month|个月|月|個月"),
    (8760, "year|年"),
)
"""Units of time in hours."""

AUTOMATION: tuple[tuple[str, str], ...] = (
    ("manual", "manual|by hand|human|person|人工|手动|手動|none|no"),
    ("assisted", "assisted|half automatic|half-automatic|semi-automatic|semi automatic|semi-automated|semi automated|"
     "partly automatic|partially automated|partial|half automated|half|半自动|半自動|半自动化|部分自动"),
    ("automatic", "automatic|automated|fully automatic|fully automated|full|yes|auto|自动|自動|全自动|全自動|自动化|全自动化"),
)

YES = frozenset("yes y true x ✓ ✔ 1 是 有 √ ja oui si sí да backstage 后台 後台".split())
NO = frozenset("no n false 0 否 无 無 nein non não нет frontstage onstage 前台".split())
