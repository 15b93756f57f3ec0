<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_TW" sourcelanguage="en">
<context>
    <name>CanvasView</name>
    <message>
        <source>Add stage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add touch point</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add connected touch point</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Delete %n thing(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arrange</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reconnect flow</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Pin %n touch point(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Move %n touch point(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Move note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move stage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add challenge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add metric</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add opportunity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Double-click to add the first stage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Journey map</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>InPlaceEditor</name>
    <message>
        <source>Text</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>(none)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lowest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>highest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add role…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add track…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add role</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add track</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add observation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find in the outline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outline of the journey</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete {things}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename {thing}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move {things}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Some are pinned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Laid out by the program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pinned at {x}, {y}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The exact value, from −2 to +2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not rated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{field}, exact value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No colour of its own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another colour…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Touchpoints</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Challenges</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opportunities</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lane entries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leads to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comes from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answered by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takes part in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Journey</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Touchpoint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Challenge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Metric</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opportunity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Role</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Track</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lane entry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n things</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n journeys</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n stages</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n touchpoints</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n challenges</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n metrics</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n opportunities</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n roles</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n flows</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tracks</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lanes</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lane entries</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n notes</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Roles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tracks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lanes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Context</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language of the map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bullet in tables</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Channel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Automation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backstage, out of the client&apos;s sight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Emotion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duration (hours)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Owner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Need</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Position</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Severity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Driver of experience</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Better when</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Baseline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Observations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Formula</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answers these challenges</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Impact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Effort</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Influence (%)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of clients (%)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Votes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change organisation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change vision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change context</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change bullet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change goal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change roles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change channel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change automation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change backstage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change emotion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change duration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change owner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change need</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change severity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change driver</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change unit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change direction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change baseline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change observations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change formula</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change answered challenges</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change impact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change effort</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change influence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change colour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change share</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change tracks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change votes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{change} of {things}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Manual</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Half automatic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Product</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Performance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ease</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Being valued</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trust</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It rises</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It falls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Idea</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Planned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Being done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dropped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Very unpleasant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unpleasant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Neutral</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pleasant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Very pleasant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>several values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Untitled {type}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>canvas</name>
    <message>
        <source>Add a stage first: everything else stands in one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select a stage or a touch point that this is about.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select two or more touch points to connect them.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>exchange</name>
    <message>
        <source>Characters that an Excel file cannot hold were replaced by {mark}; texts altered: {count}, the first being “{text}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text was cut after {limit} characters, the most that a cell of Excel holds; sheet “{sheet}”, cells: {cells}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Some cells need a taller row than Excel can show, so that their last lines are out of sight, though in the file; sheet “{sheet}”, cells: {cells}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is too large to be read as a journey map.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is encrypted: remove its password in Excel, then open it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is damaged and cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no file “{name}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is a folder, not a workbook.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” cannot be read: reading it is not allowed, or another program keeps it locked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” cannot be read: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is not an Excel workbook (.xlsx).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is in the old Excel format (.xls): save it as .xlsx, then open it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is a binary workbook (.xlsb): save it as .xlsx, then open it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The journey is too large for Excel, which has {columns} columns and {rows} rows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” was not written, because the disk is full.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” was not written, because there is no folder “{folder}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” was not written, because a folder of that name is there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” was not written: it is open in another program, or writing there is not allowed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” was not written: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>model</name>
    <message>
        <source>Two records have the same id.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The journey has changed meanwhile, so this no longer fits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A {before} cannot become a {after}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A record&apos;s id cannot change.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A journey has exactly one record about itself, not {count}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A {type} points at a {field} that is not in the journey.</source>
        <translation>「{type}」指向的「{field}」不在旅程中。</translation>
    </message>
    <message>
        <source>A {type} cannot have a {target} as its {field}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A {type} still points at what would be removed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What this is about is no longer in the journey.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only touchpoints and notes can be pinned.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only things of one kind can be moved together.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only things that stand in a row can be put in order.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The journey&apos;s own record cannot be deleted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A {type} cannot have {value} as its {field}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A flow cannot lead back to where it starts.</source>
        <translation>流轉不能回到它的起點。</translation>
    </message>
</context>
<context>
    <name>panels</name>
    <message>
        <source>“{text}” is not a number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{text}” is not a whole number from {low} to {high}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{text}” is not a number from {low} to {high}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{text}” is not a date, such as 2024-05-31.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>publish</name>
    <message>
        <source>A picture can be written as .svg, .png or .pdf, not as {suffix}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing on the map yet, so there is no picture to write.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} could not be written: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>storage</name>
    <message>
        <source>{file} is a folder, not a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is not an ordinary file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no file {file}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no folder for {file}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You are not allowed to read {file}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You are not allowed to write {file}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} cannot be read: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} cannot be saved: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file}, line {line}: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file}: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line {line}: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A record must be a JSON object with a type.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This version knows no record of type {type}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A {type} lacks its id.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This version knows no field {field} of a {type}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A {type} lacks its {field}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not UTF-8 text, so it is no journey file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not a journey file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A newer program ({program}) wrote this in format {version}, and this one reads up to {known}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This version knows no field {field} of a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file has no list of records.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is cut off here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not valid JSON: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A number has too many digits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A field is given twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{value} is not a number that a journey can hold.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The recovery log cannot be written: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was not saved cannot be recovered: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
