<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About Journey Editor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version {version}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customer journey maps as directed graphs: drawn here, exchanged with Excel, kept as plain text.

Free software under the MIT licence. Made with Qt (LGPL 3), Noto Sans CJK (OFL) and Lucide icons (ISC).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>&amp;New</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save &amp;As…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Excel Workbook…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture (&amp;SVG)…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture (&amp;PNG)…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>P&amp;DF…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Rename</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>D&amp;uplicate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select &amp;All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Connect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Find…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Stage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Touchpoint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Challenge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Metric</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Opportunity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Flow between Selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Role</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tr&amp;ack</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Lane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom &amp;In</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom &amp;Out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;100 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Whole Map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Full Screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Arrange</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Unpin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keyboard Shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;About Journey Editor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Insert</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open &amp;Recent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear the List</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Panels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Look</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the &amp;System</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lan&amp;guage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tools</source>
        <translation type="unfinished"></translation>
    </message>
</context>
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
    <name>ChooseMapDialog</name>
    <message>
        <source>Choose a map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{file}” holds several journey maps. Which one do you want to open?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Maps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sheet “{sheet}”, cells {range}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Files</name>
    <message>
        <source>Untitled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Journeys and workbooks (*.journey *.xlsx)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Journeys (*.journey)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Excel workbooks (*.xlsx)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening {name}…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading {name}…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” was changed by another program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saving would replace those changes by yours.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is there already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do you want to replace it?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” has changes that are not saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do you want to save them?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Don&apos;t save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export to Excel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing {name}…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exported {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SVG pictures (*.svg)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PNG pictures (*.png)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PDF documents (*.pdf)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export a picture</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ImportReport</name>
    <message>
        <source>Stages</source>
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
        <source>Emotion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Channel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Roles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What tells several journeys apart</source>
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
        <source>Automation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backstage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left out: it only counts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept as a lane of its own</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ImportReportDialog</name>
    <message>
        <source>What was read from the workbook</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was guessed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What stayed in the workbook</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything in the table was taken over.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What each label became</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the workbook</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the journey</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
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
    <name>MainWindow</name>
    <message>
        <source>Outline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>History</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As it was opened</source>
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
    <message>
        <source>Add lane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The language changes when Journey Editor is started again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MetricChart</name>
    <message>
        <source>Select a metric to see its observations over time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Metric over time</source>
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
</context>
<context>
    <name>Notice</name>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RecoveryDialog</name>
    <message>
        <source>Recover what was not saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Journey Editor did not end well the last time. These changes were not saved:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What can be recovered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recover</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A journey that was never saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{name}, changed last at {when} (%n changes)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ShortcutsDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add another of what is selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tab</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a touchpoint and connect it to the selected one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F2, or simply type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename what is selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arrow keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select the next thing in a direction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+arrow keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move what is selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Esc</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give up what is being done; select nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shift+Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begin a new line while typing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Space and drag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+wheel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Double-click</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename; on empty ground, add</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message>
        <source>Customer journey maps, from Excel and back to Excel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a map or a workbook…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begin with an example</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Example: {title}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Status</name>
    <message>
        <source>Show the map at 100 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
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
    <name>app</name>
    <message>
        <source>Please wait until the file before this one is done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is neither a journey (.journey) nor an Excel workbook (.xlsx).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This did not work, because of a fault in the program: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no display to open a window on.</source>
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
    <name>cli</name>
    <message>
        <source>The output was closed before all of it was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{problem} (see journey-editor --help).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} cannot be written: its name must end in .journey, .xlsx, .svg, .png or .pdf.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} cannot be read and written at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title: {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stages: {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Records: {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--sheet chooses a map in a workbook, and {file} is none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is neither a .journey nor an .xlsx file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Qt cannot be loaded here: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The output cannot be written: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file}: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>exchange</name>
    <message>
        <source>The table names no stages, so each row or column became a stage.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The lines across the table were read as the stages.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No label says “stage”, so the first row or column was taken for the stages.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arrows between touch points in one cell were read as flows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{label}” has cells over several stages: their texts were entered in each.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{label}” stands for more than one thing; all of it was entered as one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{label}” names who it is about: “{actor}” became a role.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The emotions of “{label}” were taken to be on a scale from {low} to {high}.</source>
        <translation type="unfinished"></translation>
    </message>
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
        <source>The sheets differ in some places; the sheet “{sheet}” was followed.</source>
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
        <source>There is no journey map in “{file}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no journey map on the sheet “{sheet}” of “{file}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no sheet “{sheet}” in “{file}”; there are: {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sheet “{sheet}” lists the same stages and touch points, and was taken for their details.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other sheets that hold no journey map were not read: {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{text}” stands across the table, and was entered in the journey&apos;s context.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The cells {range} are not part of the map and were not read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sheet has comments, which were not read: {count}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sheet has pictures, charts or text boxes, which were not read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sheet has formulas whose results are not in the file, so they were left out: {count}. Saving it in Excel enters them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The stages stand side by side, a column each.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The stages stand one below the other, a row each.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The table has a row for each touch point.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The table has a column for each touch point.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The workbook was written by Journey Editor, so nothing had to be guessed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{label}” was read as the stages.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{label}” was read as touch points.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{label}” was read as challenges.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{label}” was read as metrics.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{label}” was read as opportunities.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{label}” was read as the touch points&apos; emotions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{label}” was read as the touch points&apos; channels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{label}” was read as the roles at the touch points.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{label}” was read as what tells several journeys apart.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{label}” was read as the touch points&apos; owners.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{label}” was read as the needs at the touch points.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{label}” was read as the touch points&apos; automation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{label}” was read as which touch points are backstage.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{label}” was read as how long the touch points last.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{label}” was read as notes on the touch points.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{label}” only counts, so it was left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{label}” was read as flows to other touch points.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{label}” was kept as a lane.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{file}” holds several journey maps; choose one of: {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The journey was read from the sheet “{sheet}”, cells {range}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The cells {range} of the sheet “{sheet}” tell of the same stages or touch points, and were added.</source>
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
        <source>A {type} names as its {field} what is not in the journey.</source>
        <translation type="unfinished"></translation>
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
        <translation>流转不能回到它的起点。</translation>
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
        <translation>{file} 第 {line} 行：{reason}</translation>
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
