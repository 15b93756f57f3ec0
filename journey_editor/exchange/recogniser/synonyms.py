"""What the rows and columns of journey maps are called in the wild, as data.

Each line is a concept, what meeting the word tells (how much it speaks for a journey map, below zero: against one), the
language, and the words. Latin words stand in the singular, without accents where that does not matter; Chinese ones
in simplified characters: `labels` brings what it meets into the same form.
"""

from __future__ import annotations

from ..concepts import (
    AUTOMATION, BACKSTAGE, CHALLENGE, CHANNEL, DURATION, EMOTION, FLOW, LANE, METRIC, NEED, NOTES, NUMBER, OPPORTUNITY,
    OTHER, OWNER, PERSONA, ROLE, STAGE, STEP, SUBSTAGE, TIME, TOUCHPOINT,
)

TABLE: tuple[tuple[str, float, str, str], ...] = (
    (STAGE, 3, "en", "life-cycle stage|lifecycle stage|life cycle stage|lifecycle phase|journey stage|journey phase|"
     "customer stage|customer journey stage|customer journey phase|user journey stage|buying stage|buyer stage|"
     "buying phase|buying job"),
    (STAGE, 1.5, "en", "stage|stage name|stage title"),
    (STAGE, 1.2, "en", "phase|phase name|episode|journey section|journey episode|journey chapter"),
    (STAGE, 0.6, "en", "section|chapter|moment"),
    (STAGE, 3, "zh", "生命周期阶段|旅程阶段|客户旅程阶段|用户旅程阶段|体验阶段|客户阶段|用户阶段|服务阶段|购买阶段"),
    (STAGE, 1.5, "zh", "阶段|阶段名称|所处阶段"),
    (STAGE, 1, "zh", "环节|场景阶段|流程阶段"),
    (STAGE, 1.5, "other", "этап|этапы|этап пути|этапы пути|фаза|фазы|стадия|стадии|etapa|etapa da jornada|"
     "etapa del recorrido|etapa do cliente|fase|fase da jornada|etape|etape du parcours|フェーズ|ステージ|段階|단계|"
     "journeyphase|fase del viaggio"),
    (SUBSTAGE, 1, "en", "sub-stage|substage|sub stage|sub-phase|subphase|sub phase|sub-step|substep|sub step"),
    (SUBSTAGE, 1, "zh", "子阶段|二级阶段|细分阶段|子步骤|二级环节|子环节"),
    (STEP, 0.8, "en", "step|journey step|process step"),
    (STEP, 1.2, "en", "customer step|user step|customer journey step|user journey step"),
    (STEP, 0.8, "zh", "步骤|节点|旅程步骤|旅程节点"),
    (STEP, 0.8, "other", "шаг|шаги|passo|passos|pasos|paso|schritt|ステップ"),
    (TOUCHPOINT, 3, "en", "touchpoint|touch point|touch-point|customer touchpoint|service touchpoint|contact point|"
     "point of contact|interaction point|touchpoint name|touchpoint title|key touchpoint|brand touchpoint"),
    (TOUCHPOINT, 2.5, "en", "customer action|user action|customer activity|user activity|buyer action|client action|"
     "visitor action|patient action|guest action|customer behaviour|customer behavior|user behaviour|user behavior|"
     "customer does|user does|what the customer does|what the user does|what the customer is doing|"
     "what customer does|what they do|what are they doing|customer doing|customer task|user task|"
     "actions taken by the customer|customer interaction|user interaction"),
    (TOUCHPOINT, 1.5, "en", "interaction|touchpoint description|touchpoint detail"),
    (TOUCHPOINT, 1, "en", "action|activity|behaviour|behavior|doing|contact|action taken"),
    (TOUCHPOINT, 0.6, "en", "customer|client|user|guest|patient|visitor|passenger|buyer|consumer|shopper|citizen|"
     "student|traveller|resident"),
    (TOUCHPOINT, 0.6, "zh", "顾客|客户|用户|消费者|患者|旅客|买家"),
    (TOUCHPOINT, 3, "zh", "触点|接触点|客户触点|用户触点|服务触点|关键触点|触点名称|触点描述|互动点"),
    (TOUCHPOINT, 2.5, "zh", "用户行为|客户行为|顾客行为|用户行动|客户行动|用户动作|客户动作|使用者行为|消费者行为|顾客行动|用户活动|客户活动|用户任务|客户任务"),
    (TOUCHPOINT, 1, "zh", "行为|行动|动作|交互|互动|活动|交互行为"),
    (TOUCHPOINT, 3, "other", "точка контакта|точки контакта|точка касания|точки касания|точка взаимодействия|"
     "точки взаимодействия|ponto de contato|ponto de contacto|punto de contacto|punto di contatto|punti di contatto|"
     "point de contact|タッチポイント|顧客接点|接点|kontaktpunkt|kontaktpunkte|beruhrungspunkt|beruhrungspunkte|접점|터치포인트|고객 접점"),
    (TOUCHPOINT, 2.5, "other", "действие пользователя|действие клиента|действия пользователя|действия клиента|"
     "acao do cliente|acoes do cliente|acao do usuario|acoes do usuario|accion del cliente|acciones del cliente|"
     "accion del usuario|acciones del usuario|action du client|actions du client|action de lutilisateur|ユーザー行動|顧客行動|"
     "ユーザーの行動|顧客の行動|kundenaktion|kundenaktivitat|azioni del cliente|고객 행동|사용자 행동"),
    (TOUCHPOINT, 1, "other", "действие|действия|acao|acoes|accion|acciones|行動|handlung|aktivitat|aktivitaten|azione|"
     "azioni|행동"),
    (CHALLENGE, 3, "en", "pain point|painpoint|pain-point|pain|customer pain|user pain|key pain point|"
     "pain point and barrier"),
    (CHALLENGE, 2, "en", "challenge|friction|friction point|blocker|barrier|obstacle|frustration|hurdle|struggle|"
     "difficulty|roadblock"),
    (CHALLENGE, 1.5, "en", "bottleneck"),
    (CHALLENGE, 1, "en", "problem|issue|what goes wrong"),
    (CHALLENGE, 3, "zh", "痛点|用户痛点|客户痛点|痛点问题|痛点描述|不爽点|槽点"),
    (CHALLENGE, 2, "zh", "挑战|障碍|困难|阻碍|难点|卡点|困扰|摩擦点"),
    (CHALLENGE, 1, "zh", "问题|问题点|存在问题"),
    (CHALLENGE, 2.5, "other", "боль|боли|барьер|барьеры|трудность|трудности|сложности|dor|dores|ponto de dor|"
     "pontos de dor|dolor|dolores|puntos de dolor|punto de dolor|douleur|point de douleur|points de douleur|"
     "irritant|point de friction|points de friction|frein|ペインポイント|schmerzpunkt|schmerzpunkte|punto critico|"
     "punti critici|페인포인트"),
    (CHALLENGE, 2, "other", "desafio|obstaculo|friccion|fricciones|defi|課題|悩み|不満|herausforderung|hurde|hurden|"
     "criticita|불편"),
    (CHALLENGE, 1, "other", "проблема|проблемы|problema|probleme|문제점"),
    (METRIC, 1.2, "en", "metric|kpi|key performance indicator|measure|indicator|performance indicator|"
     "success metric|success measure|measurement|key metric|measure of success|how we measure|business metric|okr|"
     "kpi and metric|success indicator|success criteria"),
    (METRIC, 1.2, "zh", "指标|度量|关键指标|衡量指标|核心指标|考核指标|绩效指标|评估指标|度量指标|业务指标"),
    (METRIC, 1.2, "other", "метрика|метрики|показатель|показатели|metrica|metricas|indicador|indicadores|metrique|"
     "indicateur|指標|kennzahl|kennzahlen|metriken|messgrosse|metriche|indicatore|indicatori|지표"),
    (OPPORTUNITY, 2, "en", "opportunity|improvement|improvement opportunity|improvement idea|area for improvement|"
     "area of improvement|opportunity for improvement|opportunity area|improvement area|design opportunity|"
     "how might we|key opportunity"),
    (OPPORTUNITY, 1, "en", "suggestion|solution|recommendation|idea|potential solution|proposed solution|quick win|"
     "proposed improvement"),
    (OPPORTUNITY, 2, "zh", "机会点|改进机会|机会|改善机会|优化机会|机会洞察|设计机会|设计机会点|优化点|改进点|改善点"),
    (OPPORTUNITY, 1, "zh", "改进建议|建议|解决方案|优化建议|改善建议|优化方向|改进措施|改进方案|优化方案|对策|优化措施"),
    (OPPORTUNITY, 2, "other", "возможность|возможности|oportunidade|oportunidades|melhoria|oportunidad|"
     "oportunidades|mejora|opportunite|amelioration|改善機会|機会|chance|chancen|potenzial|verbesserung|opportunita|기회"),
    (OPPORTUNITY, 1, "other", "идея|идеи|решение|решения|рекомендация|рекомендации|улучшение|улучшения|solucao|"
     "solucoes|solucion|soluciones|idee|ideen|ideia|改善案|施策|massnahme|massnahmen|soluzione|개선점"),
    (EMOTION, 2, "en", "emotion|feeling|sentiment|mood|emotional state|emotional journey|emotional curve|"
     "emotion curve|experience curve|emotional experience|emotional response|customer feeling|emotion score|"
     "emotion rating|emotion level|feel|customer feels|how they feel|how the customer feels|smiley|"
     "satisfaction curve|emotional level|emotion index"),
    (EMOTION, 1.5, "en", "satisfaction|customer satisfaction|satisfaction score|satisfaction level|"
     "satisfaction rating"),
    (EMOTION, 1, "en", "experience|customer experience|experience score|experience rating|experience level"),
    (EMOTION, 0.5, "en", "score|rating"),
    (EMOTION, 2, "zh", "情绪|体验曲线|情感|情绪曲线|情感曲线|情绪值|情绪评分|情绪分值|感受|用户情绪|客户情绪|用户感受|客户感受|情感体验|情绪体验|心情|情绪指数"),
    (EMOTION, 1.5, "zh", "满意度|体验评分|满意度评分|体验值|体验分|体验感受|客户满意度|用户满意度"),
    (EMOTION, 1, "zh", "评分|体验|分值"),
    (EMOTION, 2, "other", "эмоция|эмоции|чувства|настроение|emocao|emocoes|sentimento|emocion|emociones|sentimiento|"
     "ressenti|感情|gefuhl|gefuhle|stimmung|emotionen|emozione|emozioni|감정"),
    (EMOTION, 1.5, "other", "satisfacao|satisfaccion|zufriedenheit|満足度|удовлетворенность"),
    (CHANNEL, 1, "en", "channel|medium|marketing channel|communication channel|channel used|contact channel|"
     "service channel|media channel"),
    (CHANNEL, 1, "zh", "渠道|媒介|接触渠道|触达渠道|服务渠道|营销渠道|管道|沟通渠道"),
    (CHANNEL, 1, "other", "канал|каналы|canal|canais|canales|canaux|チャネル|チャンネル|kanal|kanale|canale|canali|채널"),
    (ROLE, 1, "en", "role|actor|stakeholder|participant|who|who is involved|people involved|role involved|people|"
     "actor involved"),
    (ROLE, 1, "zh", "角色|参与者|参与角色|干系人|利益相关者|相关角色|参与人|涉及角色|人物"),
    (ROLE, 1, "other", "роль|роли|участник|участники|papel|papeis|rol|roles|acteur|rolle|rollen|ロール|役割|ruolo|역할"),
    (PERSONA, 1, "en", "persona|customer persona|user persona|buyer persona|segment|customer segment|user segment|"
     "customer type|user type|customer group|user group|journey|journey id|journey name|journey title|"
     "customer journey|user journey|map|map id|map name|audience|target audience|journey no|journey number"),
    (PERSONA, 1, "zh", "客户画像|用户画像|画像|人物画像|旅程|旅程编号|旅程名称|客户类型|用户类型|客群|用户群|客户群|客户分群|用户角色|客户角色|目标用户|人群"),
    (PERSONA, 1, "other", "персона|сегмент|segmento|ペルソナ|페르소나|путь клиента|jornada|recorrido|parcours"),
    (OWNER, 0.5, "en", "owner|team|department|responsible|responsibility|person in charge|process owner|"
     "touchpoint owner|stage owner|responsible team|responsible department|internal owner|team involved|"
     "department involved|accountable|ownership|in charge"),
    (OWNER, 0.5, "zh", "负责人|部门|责任人|责任部门|负责部门|归属部门|团队|负责团队|涉及部门|相关部门|承担部门|牵头部门"),
    (OWNER, 0.5, "other", "ответственный|отдел|responsavel|responsable|equipo|equipe|verantwortlich|"
     "verantwortlicher|abteilung|担当|担当部門|部署|responsabile|담당"),
    (NEED, 1, "en", "need|customer need|user need|need and expectation"),
    (NEED, 1, "zh", "需求|用户需求|客户需求|诉求|用户诉求|客户诉求"),
    (NEED, 1, "other", "потребность|потребности|necessidade|necesidad|necesidades|besoin|bedurfnis|bedurfnisse|ニーズ|"
     "bisogno|bisogni|니즈"),
    (AUTOMATION, 0.5, "en", "automation|automation grade|automation level|degree of automation|level of automation"),
    (AUTOMATION, 0.5, "zh", "自动化|自动化程度|自动化级别|自动化等级"),
    (DURATION, 0.5, "en", "duration|time spent|time required|time taken|how long|lead time|processing time"),
    (DURATION, 0.5, "zh", "时长|耗时|持续时间|用时|所需时间|花费时间"),
    (DURATION, 0.5, "other", "длительность|продолжительность|duracao|duracion|duree|dauer|所要時間"),
    (NOTES, 0, "en", "note|remark|comment"),
    (NOTES, 0, "zh", "备注|说明|注释|备注说明"),
    (NOTES, 0, "other", "примечание|примечания|комментарий|комментарии|observacoes|observaciones|remarque|notiz|"
     "notizen|bemerkung|備考"),
    (NUMBER, 0, "en", "no|#|nr|id|number|num|index|item no|ref|s/n|seq|touchpoint id|touchpoint no|step no|step id|"
     "step number|sequence|order"),
    (NUMBER, 0, "zh", "序号|编号|触点编号|步骤编号|顺序"),
    (NUMBER, 0, "other", "п/п|номер|numero|番号|nummer|번호"),
    (TIME, 0.5, "en", "time|day|date|week|timeline|time frame|timeframe|when|month|hour|period|time of day|timing"),
    (TIME, 0.5, "zh", "时间|日期|时间点|时段|时间轴|天数|时间线|时刻"),
    (TIME, 0.5, "other", "время|день|дата|tempo|tiempo|dia|heure|jour|temps|zeit|tag|時間|時刻|시간"),
    (FLOW, 0.5, "en", "next step|next|goes to|go to|leads to|next touchpoint|transition|connection|flow|arrow|"
     "followed by|successor|next stage|then"),
    (FLOW, 0.5, "zh", "流转|下一步|下一触点|后续触点|下一步骤|去向|跳转|下一环节"),
    (BACKSTAGE, 2, "en", "backstage|back stage|back-stage|back office|backstage action|backstage activity|"
     "backstage process|behind the scene"),
    (BACKSTAGE, 2, "zh", "后台|后台行为|后台支持|后台活动|幕后"),
    (LANE, 2, "en", "thought|thinking|think|customer thought|user thought|what they think|what the customer thinks|"
     "frontstage|front stage|front-stage|frontstage action|onstage|onstage action|on stage|line of visibility|"
     "line of interaction|line of internal interaction|physical evidence|moment of truth|moment that matter|"
     "moments that matter|wow moment|thought and feeling"),
    (LANE, 1.5, "en", "quote|customer quote|customer goal|user goal|expectation|customer expectation|"
     "support process|supporting process|job to be done|jobs to be done|delighter|gain|highlight|mindset|"
     "customer question|customer says|customer thinks"),
    (LANE, 1, "en", "staff|employee|front desk|front office|agent|service employee|support team|goal|question|"
     "motivation|evidence|insight|trigger|positive experience|employee action|staff action|wow|happy moment"),
    (LANE, 0.4, "en", "system|tool|content|process|internal process|technology|scenario|track|variant|path|"
     "description|objective"),
    (LANE, 2, "zh", "用户想法|使用者想法|客户想法|想法|思考|心理活动|内心独白|前台|前台行为|可见线|可视线|互动线|内部互动线|关键时刻|有形展示|所思所想|用户心声|峰终时刻"),
    (LANE, 1.5, "zh", "用户目标|客户目标|心声|期望|用户期望|客户期望|支持流程|支持过程|爽点|亮点|痒点|服务蓝图|用户原话|用户语录|引述"),
    (LANE, 1, "zh", "目标|动机|疑问|洞察|证据|触发点|体验亮点"),
    (LANE, 0.4, "zh", "系统|工具|内容|流程|场景|技术支撑|描述|情景"),
    (LANE, 1.5, "other", "мысли|цель|цели|ожидания|pensamento|expectativa|pensamiento|expectativas|pensee|attente|"
     "gedanke|gedanken|erwartung|erwartungen|思考|気持ち|생각|pensieri|citation|cita|citacao"),
    (LANE, 1, "other", "objetivo|objectif|ziel|ziele|目標|목표|obiettivi|вопросы|инсайты"),
    (OTHER, -1, "en", "budget|cost|amount|price|unit price|quantity|qty|total|subtotal|start|start date|end|"
     "end date|finish|finish date|due|due date|deadline|progress|complete|completion|% complete|phone|phone number|"
     "telephone|mobile|email|e-mail|address|zip|city|country|company|first name|last name|surname|agenda|"
     "agenda item|attendee|minute|action item|risk|probability|likelihood|mitigation|deliverable|milestone|sprint|"
     "story point|test case|test step|expected result|actual result|revenue|salary|invoice|sku|variance|actual|"
     "planned|forecast|q1|q2|q3|q4|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|january|february|march|april|"
     "june|july|august|september|october|november|december|predecessor|assigned to|assignee|reporter|resolution|"
     "opened|closed|acceptance criteria|user story|epic|failure mode|detection|rpn|input|output|birthday|job title|"
     "discussion|discussion point|topic|decision made|raised by|date raised|target date|follow-up|unit|stock|deal|"
     "deal value|win probability|close date|lead source|spend|what went well|went well|lesson|lesson learned|"
     "lesson learnt|keep|stop|accountable|consulted|informed|w1|w2|w3|w4|week 1|week 2|week 3|week 4|month 1|"
     "month 2|month 3|task name|percent complete"),
    (OTHER, -0.5, "en", "name|status|priority|decision|version|task|root cause|resource|effort|type|category|"
     "severity|frequency|target"),
    (OTHER, -1, "zh", "预算|成本|金额|价格|单价|数量|合计|总计|小计|开始时间|开始日期|开始|结束时间|结束日期|结束|截止日期|完成日期|完成时间|计划完成时间|进度|完成率|电话|手机|邮箱|"
     "地址|姓名|公司|议题|议程|参会人|与会人员|决议|待办|待办事项|风险|概率|应对措施|交付物|计划|实际|预计|里程碑|职务|职位|库存|销售额|收入|支出|前置任务|测试用例|预期结果|实际结果|一月|二月|"
     "三月|四月|工期|讨论内容|行动项"),
    (OTHER, -0.5, "zh", "名称|状态|优先级|版本|任务|类型|类别|严重程度|资源|工作量"),
)

JOURNEY_WORDS = (
    "journey", "experience map", "service blueprint", "cjm", "touchpoint", "touch point", "旅程", "体验地图", "服务蓝图",
    "触点", "カスタマージャーニー", "карта пути", "путь клиента", "jornada", "recorrido del", "viaje del cliente",
    "parcours client", "parcours utilisateur", "kundenreise", "고객 여정", "体験マップ")
"""What a title says that stands over a journey map, in the form that `labels.bare` gives it."""

STAGE_NAMES = frozenset((
    "awareness|aware|consideration|consider|decision|decide|purchase|buy|retention|advocacy|loyalty|onboarding|"
    "onboard|discovery|discover|research|evaluation|evaluate|comparison|compare|acquisition|service|support|"
    "renewal|renew|use|usage|before|during|after|pre-purchase|post-purchase|after-sale|delivery|receive|search|"
    "inspiration|interest|intent|convert|conversion|register|registration|sign up|visit website|explore|try|"
    "trial|order|checkout|return|recommend|need recognition|information search|problem identification|"
    "solution exploration|requirement building|supplier selection|validation|consensus creation|arrival|"
    "departure|visit|stay|leave|apply|application|认知|考虑|购买|使用|售后|售前|售中|了解|决策|忠诚|推荐|分享|需求|搜索|比较|下单|付款|支付|收货|复购|"
    "体验前|体验中|体验后|服务前|服务中|服务后|注册|激活|留存|评价|感知|兴趣|发现|选择|入住|离店|预订|需求确认|供应商筛选|下单履约|售后续约|种草|售后服务").split("|"))
"""What stages are commonly called, in the form that `labels.bare` gives it."""

PEOPLE = frozenset(
    "customer client user buyer consumer patient guest visitor shopper citizen student passenger traveller traveler "
    "member resident tenant donor applicant candidate learner employee persona".split())
"""Before a weak word such as "actions", these make it the touchpoints of the journey."""

FALSE_FRIENDS = frozenset("contract contracts motion promotion auction fraction sanction peeling stag stags".split())
"""Words that are spelt almost like a label and mean something else."""

FRONT_MATTER: tuple[tuple[str, str], ...] = (
    ("title", "title|map title|journey|journey name|journey title|map name|name of journey|customer journey|"
     "user journey|标题|旅程|旅程名称|地图名称|名称|旅程图名称|название|titulo|titre|titel|タイトル"),
    ("organisation", "organisation|organization|company|client company|client organisation|client organization|"
     "business|brand|firm|enterprise|company name|organisation name|organization name|公司|企业|组织|公司名称|企业名称|机构|品牌|"
     "компания|организация|empresa|entreprise|organisation client|unternehmen|firma|会社|azienda"),
    ("vision", "vision|purpose|aim|map goal|goal|objective|journey goal|goal of the map|mission|what this map is for|"
     "愿景|目的|目标|绘制目的|旅程目标|цель|objetivo|objectif|ziel|zweck"),
)
"""Keys of the lines above a map and the journey's field that they fill."""
