<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About Journey Editor</source>
        <translation>关于 Journey Editor</translation>
    </message>
    <message>
        <source>Version {version}</source>
        <translation>版本 {version}</translation>
    </message>
    <message>
        <source>Customer journey maps as directed graphs: drawn here, exchanged with Excel, kept as plain text.

Free software under the MIT licence. Made with Qt (LGPL 3), Noto Sans CJK and Source Sans (OFL), and Lucide icons (ISC).</source>
        <translation>把客户旅程地图画成有向图：在此绘制，与 Excel 互通，以纯文本保存。

以 MIT 许可证发布的自由软件。使用了 Qt (LGPL 3)、Noto Sans CJK 和 Source Sans (OFL)、Lucide 图标 (ISC)。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>&amp;New</source>
        <translation>新建(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>打开(&amp;O)…</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>保存(&amp;S)</translation>
    </message>
    <message>
        <source>Save &amp;As…</source>
        <translation>另存为(&amp;A)…</translation>
    </message>
    <message>
        <source>&amp;Update from Workbook…</source>
        <translation>从工作簿更新(&amp;U)…</translation>
    </message>
    <message>
        <source>&amp;Excel Workbook…</source>
        <translation>Excel 工作簿(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;Table (CSV, Markdown)…</source>
        <translation>表格（CSV、Markdown）(&amp;T)…</translation>
    </message>
    <message>
        <source>Picture (&amp;SVG)…</source>
        <translation>SVG 图片(&amp;S)…</translation>
    </message>
    <message>
        <source>Picture (&amp;PNG)…</source>
        <translation>PNG 图片(&amp;P)…</translation>
    </message>
    <message>
        <source>P&amp;DF…</source>
        <translation>PDF 文档(&amp;D)…</translation>
    </message>
    <message>
        <source>Prin&amp;t…</source>
        <translation>打印(&amp;T)…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>剪切(&amp;T)</translation>
    </message>
    <message>
        <source>Cop&amp;y</source>
        <translation>复制(&amp;Y)</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>粘贴(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Rename</source>
        <translation>重命名(&amp;R)</translation>
    </message>
    <message>
        <source>D&amp;uplicate</source>
        <translation>创建副本(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>删除(&amp;D)</translation>
    </message>
    <message>
        <source>Select &amp;All</source>
        <translation>全选(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Connect</source>
        <translation>连接(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Find…</source>
        <translation>查找(&amp;F)…</translation>
    </message>
    <message>
        <source>&amp;Stage</source>
        <translation>阶段(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Touch Point</source>
        <translation>触点(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Challenge</source>
        <translation>挑战(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Metric</source>
        <translation>指标(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Opportunity</source>
        <translation>机会点(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Note</source>
        <translation>便签(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Flow between Selected Touch Points</source>
        <translation>所选触点间的流转(&amp;F)</translation>
    </message>
    <message>
        <source>No recent files</source>
        <translation>没有最近打开的文件</translation>
    </message>
    <message>
        <source>Clear List</source>
        <translation>清空列表</translation>
    </message>
    <message>
        <source>Same as &amp;System</source>
        <translation>跟随系统(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Role</source>
        <translation>角色(&amp;R)</translation>
    </message>
    <message>
        <source>Tr&amp;ack</source>
        <translation>流程(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Lane</source>
        <translation>泳道(&amp;L)</translation>
    </message>
    <message>
        <source>Zoom &amp;In</source>
        <translation>放大(&amp;I)</translation>
    </message>
    <message>
        <source>Zoom &amp;Out</source>
        <translation>缩小(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;100 %</source>
        <translation>&amp;100%</translation>
    </message>
    <message>
        <source>&amp;Whole Map</source>
        <translation>整张地图(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Full Screen</source>
        <translation>全屏(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Arrange</source>
        <translation>自动排列(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Unpin</source>
        <translation>取消固定(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Keyboard Shortcuts</source>
        <translation>键盘快捷键(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;About Journey Editor</source>
        <translation>关于 Journey Editor(&amp;A)</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Insert</source>
        <translation>插入(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>Open &amp;Recent</source>
        <translation>最近打开(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>导出(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Swimlanes</source>
        <translation>泳道(&amp;S)</translation>
    </message>
    <message>
        <source>Show &amp;As</source>
        <translation>显示方式(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Panels</source>
        <translation>面板(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Look</source>
        <translation>外观(&amp;L)</translation>
    </message>
    <message>
        <source>Lan&amp;guage</source>
        <translation>语言(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;None</source>
        <translation>无(&amp;N)</translation>
    </message>
    <message>
        <source>By &amp;Role</source>
        <translation>按角色(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Onstage and Backstage</source>
        <translation>前台与后台(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Stages</source>
        <translation>阶段(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Flow without Stages</source>
        <translation>仅流转，无阶段(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Loop</source>
        <translation>环形(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Outline</source>
        <translation>大纲(&amp;O)</translation>
    </message>
    <message>
        <source>Track: {title}</source>
        <translation>流程：{title}</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>工具</translation>
    </message>
</context>
<context>
    <name>CanvasView</name>
    <message>
        <source>Cut</source>
        <translation>剪切</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>粘贴</translation>
    </message>
    <message>
        <source>Add stage</source>
        <translation>添加阶段</translation>
    </message>
    <message>
        <source>Add touch point</source>
        <translation>添加触点</translation>
    </message>
    <message>
        <source>Add connected touch point</source>
        <translation>添加相连的触点</translation>
    </message>
    <message>
        <source>Add note</source>
        <translation>添加便签</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>创建副本</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>连接</translation>
    </message>
    <message numerus="yes">
        <source>Delete %n item(s)</source>
        <translation>
            <numerusform>删除 %n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation>取消固定</translation>
    </message>
    <message>
        <source>Arrange</source>
        <translation>自动排列</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>移动</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Reconnect flow</source>
        <translation>改接流转</translation>
    </message>
    <message numerus="yes">
        <source>Pin %n touch point(s)</source>
        <translation>
            <numerusform>固定 %n 个触点</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Move %n touch point(s)</source>
        <translation>
            <numerusform>移动 %n 个触点</numerusform>
        </translation>
    </message>
    <message>
        <source>Move note</source>
        <translation>移动便签</translation>
    </message>
    <message>
        <source>Move stage</source>
        <translation>移动阶段</translation>
    </message>
    <message>
        <source>Add challenge</source>
        <translation>添加挑战</translation>
    </message>
    <message>
        <source>Add metric</source>
        <translation>添加指标</translation>
    </message>
    <message>
        <source>Add opportunity</source>
        <translation>添加机会点</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>阶段</translation>
    </message>
    <message>
        <source>Double-click to add the first stage</source>
        <translation>双击以添加第一个阶段</translation>
    </message>
    <message>
        <source>Journey map</source>
        <translation>旅程地图</translation>
    </message>
</context>
<context>
    <name>ChooseMapDialog</name>
    <message>
        <source>Choose a map</source>
        <translation>选择地图</translation>
    </message>
    <message>
        <source>“{file}” contains several journey maps. Which one do you want to open?</source>
        <translation>“{file}”中有多张旅程地图。要打开哪一张？</translation>
    </message>
    <message>
        <source>Maps</source>
        <translation>地图</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Sheet “{sheet}”, cells {range}</source>
        <translation>工作表“{sheet}”，单元格 {range}</translation>
    </message>
</context>
<context>
    <name>ConflictsDialog</name>
    <message>
        <source>Changed on both sides</source>
        <translation>两边都有更改</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>合并</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>As exported</source>
        <translation>导出时</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>此处</translation>
    </message>
    <message>
        <source>Changed: {title}</source>
        <translation>已更改：{title}</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>已删除</translation>
    </message>
    <message>
        <source>The following were changed both here and in “{file}” since it was exported. Nothing is changed until you have chosen a version of each.</source>
        <translation>导出之后，以下内容在此处和“{file}”中都有更改。在为每一项选定版本之前，不会进行任何更改。</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>In the file</source>
        <translation>文件中</translation>
    </message>
    <message>
        <source>Use all from here</source>
        <translation>全部以此处为准</translation>
    </message>
    <message>
        <source>Use all from the file</source>
        <translation>全部以文件为准</translation>
    </message>
    <message numerus="yes">
        <source>%n conflicts are not resolved yet.</source>
        <translation>
            <numerusform>还有 %n 处冲突未解决。</numerusform>
        </translation>
    </message>
    <message>
        <source>All conflicts are resolved.</source>
        <translation>冲突已全部解决。</translation>
    </message>
    <message>
        <source>(none)</source>
        <translation>（无）</translation>
    </message>
    <message>
        <source>Unchanged, but with something new added to it</source>
        <translation>保持原样，但其下添加了新内容</translation>
    </message>
    <message>
        <source>Unchanged</source>
        <translation>保持原样</translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation>（空）</translation>
    </message>
</context>
<context>
    <name>Docks</name>
    <message>
        <source>Outline</source>
        <translation>大纲</translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>属性</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史记录</translation>
    </message>
    <message>
        <source>Metric over time</source>
        <translation>指标随时间的变化</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>As opened</source>
        <translation>打开时的状态</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Export to Excel</source>
        <translation>导出到 Excel</translation>
    </message>
    <message>
        <source>Classic</source>
        <translation>经典</translation>
    </message>
    <message>
        <source>Plain</source>
        <translation>素雅</translation>
    </message>
    <message>
        <source>Fresh</source>
        <translation>清新</translation>
    </message>
    <message>
        <source>From a workbook…</source>
        <translation>仿照某个工作簿…</translation>
    </message>
    <message>
        <source>The map as a table, its details, charts, and all fields as data that can be edited in Excel and read back.</source>
        <translation>包含地图表格、明细、图表，以及可在 Excel 中编辑并重新读入的全部字段数据。</translation>
    </message>
    <message>
        <source>Checking the workbook…</source>
        <translation>正在检查工作簿…</translation>
    </message>
    <message>
        <source>Fill a template…</source>
        <translation>填充模板…</translation>
    </message>
    <message>
        <source>Add a picture of the map on a separate sheet</source>
        <translation>在单独的工作表中添加地图图片</translation>
    </message>
    <message>
        <source>Workbook</source>
        <translation>工作簿</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Takes fonts, colours, widths, logo, page set-up, header and footer from this workbook:</source>
        <translation>从此工作簿沿用字体、颜色、列宽、徽标、页面设置、页眉和页脚：</translation>
    </message>
    <message>
        <source>Fills the placeholders, such as {{stage}}, of this workbook:</source>
        <translation>填充此工作簿中的占位符，如 {{stage}}：</translation>
    </message>
    <message>
        <source>Choose a workbook</source>
        <translation>选择工作簿</translation>
    </message>
</context>
<context>
    <name>Exports</name>
    <message>
        <source>Export to Excel</source>
        <translation>导出到 Excel</translation>
    </message>
    <message>
        <source>Reading {name}…</source>
        <translation>正在读取 {name}…</translation>
    </message>
    <message>
        <source>Export a table</source>
        <translation>导出表格</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>另存为 PDF</translation>
    </message>
    <message>
        <source>Export a picture</source>
        <translation>导出图片</translation>
    </message>
    <message>
        <source>It is left as it is, and the map is written to a new workbook in the same folder.</source>
        <translation>它将保持原样，地图将写入同一文件夹中的新工作簿。</translation>
    </message>
    <message>
        <source>Write a new workbook</source>
        <translation>写入新工作簿</translation>
    </message>
    <message>
        <source>The sheets in it that Journey Editor created are replaced; anything written beside them and all other sheets are kept.</source>
        <translation>其中由 Journey Editor 生成的工作表将被替换；他人写在旁边的内容以及其余工作表保持原样。</translation>
    </message>
    <message>
        <source>Export into this workbook</source>
        <translation>导出到此工作簿</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Do you want to replace it?</source>
        <translation>要替换它吗？</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>替换</translation>
    </message>
    <message>
        <source>Sent to the printer “{name}”</source>
        <translation>已发送到打印机“{name}”</translation>
    </message>
    <message>
        <source>“{name}” already exists.</source>
        <translation>“{name}”已存在。</translation>
    </message>
    <message>
        <source>Writing {name}…</source>
        <translation>正在写入 {name}…</translation>
    </message>
    <message>
        <source>Exported {name}</source>
        <translation>已导出 {name}</translation>
    </message>
</context>
<context>
    <name>FileKinds</name>
    <message>
        <source>Journeys</source>
        <translation>旅程</translation>
    </message>
    <message>
        <source>Excel workbooks</source>
        <translation>Excel 工作簿</translation>
    </message>
    <message>
        <source>Excel workbooks with macros</source>
        <translation>启用宏的 Excel 工作簿</translation>
    </message>
    <message>
        <source>Comma-separated tables</source>
        <translation>逗号分隔的表格</translation>
    </message>
    <message>
        <source>Tab-separated tables</source>
        <translation>制表符分隔的表格</translation>
    </message>
    <message>
        <source>Markdown tables</source>
        <translation>Markdown 表格</translation>
    </message>
    <message>
        <source>SVG pictures</source>
        <translation>SVG 图片</translation>
    </message>
    <message>
        <source>PNG pictures</source>
        <translation>PNG 图片</translation>
    </message>
    <message>
        <source>PDF documents</source>
        <translation>PDF 文档</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
</context>
<context>
    <name>Files</name>
    <message>
        <source>Untitled</source>
        <translation>未命名</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Journeys, workbooks and tables</source>
        <translation>旅程、工作簿和表格</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>Opening {name}…</source>
        <translation>正在打开 {name}…</translation>
    </message>
    <message>
        <source>Reading {name}…</source>
        <translation>正在读取 {name}…</translation>
    </message>
    <message>
        <source>“{name}” was changed by another program.</source>
        <translation>“{name}”已被其他程序更改。</translation>
    </message>
    <message>
        <source>Saving would replace those changes with yours.</source>
        <translation>保存将以您的更改覆盖那些更改。</translation>
    </message>
    <message>
        <source>“{name}” already exists.</source>
        <translation>“{name}”已存在。</translation>
    </message>
    <message>
        <source>“{name}” has unsaved changes.</source>
        <translation>“{name}”有未保存的更改。</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>另存为…</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>替换</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Save as</source>
        <translation>另存为</translation>
    </message>
    <message>
        <source>Do you want to replace it?</source>
        <translation>要替换它吗？</translation>
    </message>
    <message>
        <source>Saved {name}</source>
        <translation>已保存 {name}</translation>
    </message>
    <message>
        <source>Do you want to save them?</source>
        <translation>要保存这些更改吗？</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Don&apos;t save</source>
        <translation>不保存</translation>
    </message>
</context>
<context>
    <name>ImportReport</name>
    <message>
        <source>Persona of each journey</source>
        <translation>各旅程的主体</translation>
    </message>
    <message>
        <source>Left out: only numbers</source>
        <translation>已略去：仅为序号</translation>
    </message>
    <message>
        <source>Kept as a lane</source>
        <translation>保留为泳道</translation>
    </message>
</context>
<context>
    <name>ImportReportDialog</name>
    <message>
        <source>What was guessed</source>
        <translation>推测的内容</translation>
    </message>
    <message>
        <source>What was imported from the workbook</source>
        <translation>从工作簿中导入的内容</translation>
    </message>
    <message>
        <source>What was not imported</source>
        <translation>未导入的内容</translation>
    </message>
    <message>
        <source>Everything in the table was imported.</source>
        <translation>表格中的内容已全部导入。</translation>
    </message>
    <message>
        <source>What each label became</source>
        <translation>各标签的去向</translation>
    </message>
    <message>
        <source>In the workbook</source>
        <translation>工作簿中</translation>
    </message>
    <message>
        <source>In the journey</source>
        <translation>旅程中</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>InPlaceEditor</name>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
</context>
<context>
    <name>Looks</name>
    <message>
        <source>&amp;Light</source>
        <translation>浅色(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>深色(&amp;D)</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Cancelled. Nothing was changed.</source>
        <translation>已取消，未作任何更改。</translation>
    </message>
    <message>
        <source>Add role</source>
        <translation>添加角色</translation>
    </message>
    <message>
        <source>Add track</source>
        <translation>添加流程</translation>
    </message>
    <message>
        <source>Add lane</source>
        <translation>添加泳道</translation>
    </message>
    <message>
        <source>The new language takes effect the next time Journey Editor is started.</source>
        <translation>新语言将在下次启动 Journey Editor 时生效。</translation>
    </message>
</context>
<context>
    <name>MetricChart</name>
    <message>
        <source>Select a metric to see its observations over time.</source>
        <translation>选择一个指标，查看其观测值随时间的变化。</translation>
    </message>
    <message>
        <source>Metric over time</source>
        <translation>指标随时间的变化</translation>
    </message>
    <message>
        <source>Baseline</source>
        <translation>基线</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>目标</translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>PagesDialog</name>
    <message>
        <source>Print</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>Export to PDF</source>
        <translation>导出为 PDF</translation>
    </message>
    <message>
        <source>Previous page</source>
        <translation>上一页</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>下一页</translation>
    </message>
    <message>
        <source>One page as large as the map</source>
        <translation>一页，与旅程图同大</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>Portrait</source>
        <translation>纵向</translation>
    </message>
    <message>
        <source>Landscape</source>
        <translation>横向</translation>
    </message>
    <message>
        <source>&amp;Paper:</source>
        <translation>纸张(&amp;P)：</translation>
    </message>
    <message>
        <source>&amp;Orientation:</source>
        <translation>方向(&amp;O)：</translation>
    </message>
    <message>
        <source>P&amp;rinter:</source>
        <translation>打印机(&amp;R)：</translation>
    </message>
    <message>
        <source>&amp;Copies:</source>
        <translation>份数(&amp;C)：</translation>
    </message>
    <message>
        <source>There is no printer on this computer, but the pages can be saved as a PDF.</source>
        <translation>这台电脑没有打印机，但可以把页面另存为 PDF。</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>另存为 PDF…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Page {page} of {pages}</source>
        <translation>第 {page} 页，共 {pages} 页</translation>
    </message>
</context>
<context>
    <name>RecoveryDialog</name>
    <message>
        <source>Recover unsaved changes</source>
        <translation>恢复未保存的更改</translation>
    </message>
    <message>
        <source>Journey Editor did not close properly last time. The following changes were not saved:</source>
        <translation>Journey Editor 上次未正常退出。以下更改尚未保存：</translation>
    </message>
    <message>
        <source>Changes that can be recovered</source>
        <translation>可恢复的更改</translation>
    </message>
    <message>
        <source>Recover</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>丢弃</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>以后再说</translation>
    </message>
    <message>
        <source>A journey that was never saved</source>
        <translation>从未保存过的旅程</translation>
    </message>
    <message>
        <source>{name}, {when}</source>
        <translation>{name}，{when}</translation>
    </message>
    <message numerus="yes">
        <source>{name}, last changed {when} (%n changes)</source>
        <translation>
            <numerusform>{name}，最后更改于 {when}（%n 处更改）</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ShortcutsDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>On the map</source>
        <translation>在地图上</translation>
    </message>
    <message>
        <source>In the table</source>
        <translation>在表格中</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Add another item of the same kind as the selected one</source>
        <translation>再添加一个与所选项同类的项</translation>
    </message>
    <message>
        <source>Rename the selected item</source>
        <translation>重命名所选项</translation>
    </message>
    <message>
        <source>Select the next item in that direction</source>
        <translation>选择该方向上的下一项</translation>
    </message>
    <message>
        <source>Move the selected items</source>
        <translation>移动所选项</translation>
    </message>
    <message>
        <source>Cancel the current action; clear the selection</source>
        <translation>取消当前操作；取消选择</translation>
    </message>
    <message>
        <source>Start a new line while typing</source>
        <translation>键入时换行</translation>
    </message>
    <message>
        <source>Rename; in an empty area, add</source>
        <translation>重命名；在空白处则添加</translation>
    </message>
    <message>
        <source>Replace the contents of the cell</source>
        <translation>用新内容替换单元格内容</translation>
    </message>
    <message>
        <source>Confirm the cell and move to the one below</source>
        <translation>确认单元格并移到下方单元格</translation>
    </message>
    <message>
        <source>Confirm the cell and move to the next or previous one</source>
        <translation>确认单元格并移到下一个或上一个单元格</translation>
    </message>
    <message>
        <source>Start a new line in a long text</source>
        <translation>在长文本中换行</translation>
    </message>
    <message>
        <source>Open the drop-down list of the cell, if it has one</source>
        <translation>打开单元格的下拉列表（如有）</translation>
    </message>
    <message>
        <source>Discard what is being typed; leave the table</source>
        <translation>放弃正在输入的内容；离开表格</translation>
    </message>
    <message>
        <source>Select several cells</source>
        <translation>选择多个单元格</translation>
    </message>
    <message>
        <source>Clear the selected cells</source>
        <translation>清空所选单元格</translation>
    </message>
    <message>
        <source>Delete the selected rows</source>
        <translation>删除所选的行</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>Tab</translation>
    </message>
    <message>
        <source>Add a touch point and connect it to the selected one</source>
        <translation>添加触点并与所选触点相连</translation>
    </message>
    <message>
        <source>F2, or simply type</source>
        <translation>F2，或直接键入</translation>
    </message>
    <message>
        <source>Arrow keys</source>
        <translation>方向键</translation>
    </message>
    <message>
        <source>Ctrl+arrow keys</source>
        <translation>Ctrl+方向键</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Shift+Enter</source>
        <translation>Shift+Enter</translation>
    </message>
    <message>
        <source>Space and drag</source>
        <translation>空格+拖动</translation>
    </message>
    <message>
        <source>Move the map</source>
        <translation>移动地图</translation>
    </message>
    <message>
        <source>Ctrl+wheel</source>
        <translation>Ctrl+滚轮</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>缩放</translation>
    </message>
    <message>
        <source>Double-click</source>
        <translation>双击</translation>
    </message>
    <message>
        <source>Enter or F2</source>
        <translation>Enter 或 F2</translation>
    </message>
    <message>
        <source>Edit the cell</source>
        <translation>编辑单元格</translation>
    </message>
    <message>
        <source>Simply type</source>
        <translation>直接输入</translation>
    </message>
    <message>
        <source>Enter while typing</source>
        <translation>输入时按 Enter</translation>
    </message>
    <message>
        <source>Tab, Shift+Tab</source>
        <translation>Tab、Shift+Tab</translation>
    </message>
    <message>
        <source>Alt+Enter</source>
        <translation>Alt+Enter</translation>
    </message>
    <message>
        <source>Alt+Down</source>
        <translation>Alt+↓</translation>
    </message>
    <message>
        <source>Shift+arrow keys</source>
        <translation>Shift+方向键</translation>
    </message>
    <message>
        <source>Cut, copy and paste cells, also to and from Excel</source>
        <translation>剪切、复制、粘贴单元格，也可与 Excel 互相复制</translation>
    </message>
    <message>
        <source>Copy cells with their headings</source>
        <translation>连同标题复制单元格</translation>
    </message>
    <message>
        <source>Add a row below</source>
        <translation>在下方添加一行</translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message>
        <source>Customer journey maps, from Excel and back to Excel</source>
        <translation>客户旅程地图，可与 Excel 双向转换</translation>
    </message>
    <message>
        <source>New map</source>
        <translation>新建地图</translation>
    </message>
    <message>
        <source>Open a map or a workbook…</source>
        <translation>打开地图或工作簿…</translation>
    </message>
    <message>
        <source>Start with an example</source>
        <translation>从示例开始</translation>
    </message>
    <message>
        <source>Recent files</source>
        <translation>最近打开的文件</translation>
    </message>
    <message>
        <source>Example: {title}</source>
        <translation>示例：{title}</translation>
    </message>
</context>
<context>
    <name>Status</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Show the map at 100 %</source>
        <translation>以 100% 显示地图</translation>
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>已选择 %n 项</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Update</name>
    <message>
        <source>Update from workbook</source>
        <translation>从工作簿更新</translation>
    </message>
    <message>
        <source>Reading {name}…</source>
        <translation>正在读取 {name}…</translation>
    </message>
    <message>
        <source>Update from {name}</source>
        <translation>从 {name} 更新</translation>
    </message>
    <message>
        <source>Updated from {name}: {added} added, {changed} changed, {removed} removed.</source>
        <translation>已从 {name} 更新：新增 {added}，更改 {changed}，删除 {removed}。</translation>
    </message>
    <message>
        <source>{name} contains no new changes.</source>
        <translation>{name} 中没有新的更改。</translation>
    </message>
    <message>
        <source>Left out because what they belong to was deleted: {titles}.</source>
        <translation>因所属内容已删除而未纳入：{titles}。</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>(none)</source>
        <translation>（无）</translation>
    </message>
    <message>
        <source>lowest</source>
        <translation>最低</translation>
    </message>
    <message>
        <source>highest</source>
        <translation>最高</translation>
    </message>
    <message>
        <source>Add role…</source>
        <translation>添加角色…</translation>
    </message>
    <message>
        <source>Add track…</source>
        <translation>添加流程…</translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>属性</translation>
    </message>
    <message>
        <source>Add role</source>
        <translation>添加角色</translation>
    </message>
    <message>
        <source>Add track</source>
        <translation>添加流程</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>及其他 %n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Add observation</source>
        <translation>添加观测值</translation>
    </message>
    <message>
        <source>Find…</source>
        <translation>查找…</translation>
    </message>
    <message>
        <source>Find in the outline</source>
        <translation>在大纲中查找</translation>
    </message>
    <message>
        <source>Outline of the journey</source>
        <translation>旅程大纲</translation>
    </message>
    <message>
        <source>Nothing found.</source>
        <translation>未找到任何内容。</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Delete {things}</source>
        <translation>删除{things}</translation>
    </message>
    <message>
        <source>Rename {thing}</source>
        <translation>重命名{thing}</translation>
    </message>
    <message>
        <source>Move {things}</source>
        <translation>移动{things}</translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation>取消固定</translation>
    </message>
    <message>
        <source>Some are pinned</source>
        <translation>部分已固定</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清空</translation>
    </message>
    <message>
        <source>Pinned at {x}, {y}</source>
        <translation>固定于 {x}, {y}</translation>
    </message>
    <message>
        <source>The exact value, from −2 to +2</source>
        <translation>精确值，从 −2 到 +2</translation>
    </message>
    <message>
        <source>Not rated</source>
        <translation>未评分</translation>
    </message>
    <message>
        <source>{field}, exact value</source>
        <translation>{field}（精确值）</translation>
    </message>
    <message>
        <source>Another colour…</source>
        <translation>其他颜色…</translation>
    </message>
    <message>
        <source>Change start</source>
        <translation>更改起点</translation>
    </message>
    <message>
        <source>Change end</source>
        <translation>更改终点</translation>
    </message>
    <message>
        <source>Change {field}</source>
        <translation>更改{field}</translation>
    </message>
    <message>
        <source>Leads to</source>
        <translation>通往</translation>
    </message>
    <message>
        <source>Positioned automatically</source>
        <translation>自动布局</translation>
    </message>
    <message>
        <source>No custom colour</source>
        <translation>无自定义颜色</translation>
    </message>
    <message>
        <source>Comes from</source>
        <translation>来自</translation>
    </message>
    <message>
        <source>Answered by</source>
        <translation>应对方案</translation>
    </message>
    <message>
        <source>Takes part in</source>
        <translation>参与</translation>
    </message>
    <message>
        <source>What the table shows</source>
        <translation>表格显示的内容</translation>
    </message>
    <message>
        <source>Find in the table</source>
        <translation>在表格中查找</translation>
    </message>
    <message>
        <source>Table of the journey</source>
        <translation>旅程表格</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>Cut</source>
        <translation>剪切</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy with headings</source>
        <translation>连同标题一起复制</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>粘贴</translation>
    </message>
    <message>
        <source>Add row below</source>
        <translation>在下方添加行</translation>
    </message>
    <message>
        <source>Delete rows</source>
        <translation>删除行</translation>
    </message>
    <message>
        <source>Add {thing}</source>
        <translation>添加{thing}</translation>
    </message>
    <message numerus="yes">
        <source>Change %n cells</source>
        <translation>
            <numerusform>更改 %n 个单元格</numerusform>
        </translation>
    </message>
    <message>
        <source>{name} ({number})</source>
        <translation>{name}（{number}）</translation>
    </message>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>找到 %n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>not visible to the client</source>
        <translation>客户看不到</translation>
    </message>
    <message>
        <source>{change} of {things}</source>
        <translation>{change}：{things}</translation>
    </message>
    <message>
        <source>several values</source>
        <translation>多个值</translation>
    </message>
    <message>
        <source>Untitled {type}</source>
        <translation>未命名{type}</translation>
    </message>
</context>
<context>
    <name>app</name>
    <message>
        <source>The printer “{name}” did not accept the pages.</source>
        <translation>打印机“{name}”没有接收这些页面。</translation>
    </message>
    <message>
        <source>Please wait until the previous file is finished.</source>
        <translation>请等待上一个文件处理完毕。</translation>
    </message>
    <message>
        <source>This did not work because of an error in the program: {reason}.</source>
        <translation>由于程序出错，操作未能完成：{reason}。</translation>
    </message>
    <message>
        <source>There is no display to open a window on.</source>
        <translation>没有可用于打开窗口的显示器。</translation>
    </message>
    <message>
        <source>“{name}” was exported from a different journey than the one that is open.</source>
        <translation>“{name}”是从另一个旅程导出的，而不是当前打开的旅程。</translation>
    </message>
</context>
<context>
    <name>canvas</name>
    <message>
        <source>Add a stage first: everything else belongs to a stage.</source>
        <translation>请先添加一个阶段：其他内容都要放在阶段中。</translation>
    </message>
    <message>
        <source>Only one track is shown: select a touch point and press Tab to add another one that the track leads to.</source>
        <translation>当前只显示一条流程：请选中一个触点并按 Tab 键，添加该流程通向的另一个触点。</translation>
    </message>
    <message>
        <source>Select the stage or touch point that this belongs to.</source>
        <translation>请选择此项所属的阶段或触点。</translation>
    </message>
    <message>
        <source>The map is already arranged.</source>
        <translation>地图已经排列好了。</translation>
    </message>
    <message>
        <source>There is nothing here to copy.</source>
        <translation>此处没有可复制的内容。</translation>
    </message>
    <message>
        <source>There is nothing on the clipboard that can be pasted here.</source>
        <translation>剪贴板上没有可粘贴到此处的内容。</translation>
    </message>
    <message>
        <source>In the loop, cards follow the order of the journey: to move this one, choose View &gt; Show As &gt; Stages, or press Ctrl with an arrow key.</source>
        <translation>在环形视图中，卡片按旅程顺序排列：要移动它，请选择“视图 &gt; 显示方式 &gt; 阶段”，或按 Ctrl 加方向键。</translation>
    </message>
    <message>
        <source>In this view, the flows determine where a card is placed: to move it, choose View &gt; Show As &gt; Stages.</source>
        <translation>在此视图中，卡片的位置由流转决定：要移动它，请选择“视图 &gt; 显示方式 &gt; 阶段”。</translation>
    </message>
    <message>
        <source>Stages cannot be moved in the outline: choose View &gt; Show As &gt; Stages, and drag the stage there.</source>
        <translation>大纲中不能移动阶段：请选择“视图 &gt; 显示方式 &gt; 阶段”，在那里拖动。</translation>
    </message>
    <message>
        <source>Cards cannot be pinned while only one track is shown: choose View &gt; Show As &gt; Stages to pin one.</source>
        <translation>只显示一条流程时不能固定卡片：如需固定，请选择“视图 &gt; 显示方式 &gt; 阶段”。</translation>
    </message>
    <message>
        <source>Cards cannot be pinned in swimlanes: choose View &gt; Swimlanes &gt; None to pin one.</source>
        <translation>泳道中不能固定卡片：如需固定，请选择“视图 &gt; 泳道 &gt; 无”。</translation>
    </message>
    <message>
        <source>A card with several roles is placed in the lane of the most influential one: to move it, change its roles in the inspector.</source>
        <translation>有多个角色的卡片位于影响力最大的角色的泳道中：要移动它，请在属性面板中更改其角色。</translation>
    </message>
    <message>
        <source>Cards cannot be pinned in the outline: choose View &gt; Show As &gt; Stages to pin one.</source>
        <translation>大纲中不能固定卡片：要固定，请选择“视图 &gt; 显示方式 &gt; 阶段”。</translation>
    </message>
    <message>
        <source>Select two or more touch points to connect them.</source>
        <translation>请选择两个或更多触点来连接。</translation>
    </message>
</context>
<context>
    <name>cli</name>
    <message>
        <source>The output was closed before all of it was written.</source>
        <translation>输出尚未全部写完就被关闭了。</translation>
    </message>
    <message>
        <source>A part of the program cannot be loaded: {reason}.</source>
        <translation>程序的一个组件无法加载：{reason}。</translation>
    </message>
    <message>
        <source>{problem} (see journey-editor --help).</source>
        <translation>{problem}（参见 journey-editor --help）。</translation>
    </message>
    <message>
        <source>{file} is not a PDF, so --paper does not apply to it.</source>
        <translation>{file} 不是 PDF，因此不能使用 --paper。</translation>
    </message>
    <message>
        <source>{file} cannot be both the input and the output: name another file to write.</source>
        <translation>{file} 不能既是输入又是输出：请指定另一个输出文件。</translation>
    </message>
    <message>
        <source>{file} is not a workbook, so --style, --template and --picture do not apply to it.</source>
        <translation>{file} 不是工作簿，因此不能使用 --style、--template 和 --picture。</translation>
    </message>
    <message>
        <source>--style and --picture cannot be used with --template: a template has its own look.</source>
        <translation>--style 和 --picture 不能与 --template 同时使用：模板有自己的外观。</translation>
    </message>
    <message>
        <source>There is no view or track named “{name}”. Choose one of: {names}.</source>
        <translation>没有名为“{name}”的视图或流程。可选：{names}。</translation>
    </message>
    <message>
        <source>Title: {title}</source>
        <translation>标题：{title}</translation>
    </message>
    <message>
        <source>Stages: {count}</source>
        <translation>阶段：{count}</translation>
    </message>
    <message>
        <source>Records: {count}</source>
        <translation>记录：{count}</translation>
    </message>
    <message>
        <source>{kind}: {count}</source>
        <translation>{kind}：{count}</translation>
    </message>
    <message>
        <source>Conflicts: {count}. Nothing was written.</source>
        <translation>冲突：{count}。未写入任何内容。</translation>
    </message>
    <message>
        <source>Left out because what it belongs to was deleted: “{title}”.</source>
        <translation>因所属内容已删除而未纳入：“{title}”。</translation>
    </message>
    <message>
        <source>{file} contains a different journey from {base}.</source>
        <translation>{file} 中的旅程与 {base} 中的不是同一个。</translation>
    </message>
    <message>
        <source>Conflict: {kind} “{title}”, {field} ({id})</source>
        <translation>冲突：{kind}“{title}”，{field} ({id})</translation>
    </message>
    <message>
        <source>Conflict: {kind} “{title}” ({id})</source>
        <translation>冲突：{kind}“{title}” ({id})</translation>
    </message>
    <message>
        <source>{file} is not a workbook, so --sheet does not apply to it.</source>
        <translation>{file} 不是工作簿，因此不能使用 --sheet。</translation>
    </message>
    <message>
        <source>Added: {added}, changed: {changed}, removed: {removed}.</source>
        <translation>添加：{added}，更改：{changed}，删除：{removed}。</translation>
    </message>
    <message>
        <source>The output cannot be written: {reason}.</source>
        <translation>无法写入输出：{reason}。</translation>
    </message>
    <message>
        <source>{file}: {reason}.</source>
        <translation>{file}：{reason}。</translation>
    </message>
</context>
<context>
    <name>exchange</name>
    <message>
        <source>The table names no stages, so each row or column became a stage.</source>
        <translation>表格没有写明阶段，因此把每一行或每一列作为一个阶段。</translation>
    </message>
    <message>
        <source>a formula whose result is not in the file</source>
        <translation>文件中没有结果的公式</translation>
    </message>
    <message>
        <source>“{text}”</source>
        <translation>“{text}”</translation>
    </message>
    <message>
        <source>Sheet “{sheet}”, row {row} was not read: it does not say what it belongs to.</source>
        <translation>未读取工作表“{sheet}”的第 {row} 行：没有写明它属于哪一项。</translation>
    </message>
    <message>
        <source>The template has no placeholders such as {example} in its cells.</source>
        <translation>模板的单元格中没有 {example} 之类的占位符。</translation>
    </message>
    <message>
        <source>“{name}” is not a text file.</source>
        <translation>“{name}”不是文本文件。</translation>
    </message>
    <message>
        <source>Arrows between touch points in one cell were read as flows.</source>
        <translation>同一单元格中触点之间的箭头已读取为流转。</translation>
    </message>
    <message>
        <source>The rows that span the table were read as the stages.</source>
        <translation>横贯表格的行已读取为阶段。</translation>
    </message>
    <message>
        <source>No label contains “stage”, so the first row or column was read as the stages.</source>
        <translation>没有含“阶段”的标签，因此把第一行或第一列作为阶段。</translation>
    </message>
    <message>
        <source>“{label}” has cells that span several stages: their texts were entered in each stage.</source>
        <translation>“{label}”有跨多个阶段的单元格：其文本已填入每个阶段。</translation>
    </message>
    <message>
        <source>“{label}” names more than one kind of item; all of them were entered as one kind.</source>
        <translation>“{label}”包含不止一类内容；已全部按同一类填入。</translation>
    </message>
    <message>
        <source>“{label}” says who it is about: “{actor}” was added as a role.</source>
        <translation>“{label}”写明了所涉及的人：“{actor}”已添加为角色。</translation>
    </message>
    <message>
        <source>The emotions of “{label}” were read on a scale from {low} to {high}.</source>
        <translation>“{label}”的情绪按 {low} 到 {high} 的量表读取。</translation>
    </message>
    <message>
        <source>Other sheets, which contain no journey map, were not read: {names}.</source>
        <translation>未读取其他不含旅程地图的工作表：{names}。</translation>
    </message>
    <message>
        <source>“{text}” spans the table and was entered in the journey&apos;s context.</source>
        <translation>“{text}”横贯表格，已填入旅程的背景。</translation>
    </message>
    <message>
        <source>The sheet has formulas whose results are not in the file, so they were left out: {count}. To include them, save the workbook in Excel and open it again.</source>
        <translation>工作表中有公式，其结果不在文件中，因此已略去：{count}。如需包含，请在 Excel 中保存工作簿后重新打开。</translation>
    </message>
    <message>
        <source>The cells {range} of the sheet “{sheet}” describe the same map and were added to it.</source>
        <translation>工作表“{sheet}”的单元格 {range} 描述的是同一张地图，已一并加入。</translation>
    </message>
    <message>
        <source>The stages are side by side, one in each column.</source>
        <translation>各阶段并排，每个阶段一列。</translation>
    </message>
    <message>
        <source>The stages are one below the other, one in each row.</source>
        <translation>各阶段上下排列，每个阶段一行。</translation>
    </message>
    <message>
        <source>“{label}” was read as the persona of each journey.</source>
        <translation>“{label}”已读取为各旅程的主体。</translation>
    </message>
    <message>
        <source>“{label}” contains only numbers that count the items, so it was left out.</source>
        <translation>“{label}”仅为序号，因此已略去。</translation>
    </message>
    <message>
        <source>“{file}” contains several journey maps. Choose one of: {names}.</source>
        <translation>“{file}”中有多张旅程地图。请选择其一：{names}。</translation>
    </message>
    <message>
        <source>“{name}” contains macros, so the name of the file made from it must end in .xlsm.</source>
        <translation>“{name}”含有宏，因此由它生成的文件名必须以 .xlsm 结尾。</translation>
    </message>
    <message>
        <source>The placeholder {placeholder} is unknown and was left as it is: {cells}.</source>
        <translation>占位符 {placeholder} 无法识别，已保持原样：{cells}。</translation>
    </message>
    <message>
        <source>Some cells need a taller row than Excel allows, so their last lines are in the file but cannot be seen: {cells}.</source>
        <translation>有些单元格所需的行高超出 Excel 的上限，因此末尾几行看不到，但仍在文件中：{cells}。</translation>
    </message>
    <message>
        <source>What was written on the sheet “{sheet}” cannot stay where it is: {cells}.</source>
        <translation>工作表“{sheet}”上写的内容无法留在原处：{cells}。</translation>
    </message>
    <message>
        <source>“{name}” does not contain a copy of what Journey Editor exported, so its changes cannot be determined.</source>
        <translation>“{name}”中没有 Journey Editor 导出内容的副本，因此无法确定其中的更改。</translation>
    </message>
    <message>
        <source>The copy of what was exported is missing or damaged, so the journey was read from the tables; changes made on the map were not read.</source>
        <translation>导出内容的副本已丢失或损坏，因此旅程是从各表格读取的；未读取地图上的更改。</translation>
    </message>
    <message>
        <source>The sheet “{sheet}” is missing, so its contents were kept as they were exported.</source>
        <translation>工作表“{sheet}”已丢失，因此其内容保持导出时的样子。</translation>
    </message>
    <message>
        <source>The sheet “{sheet}” is missing some columns, whose values were kept as they were exported: {names}.</source>
        <translation>工作表“{sheet}”丢失了一些列，其值保持导出时的样子：{names}。</translation>
    </message>
    <message>
        <source>The sheet with the map is missing, so only the tables were read.</source>
        <translation>地图所在的工作表已丢失，因此只读取了各表格。</translation>
    </message>
    <message>
        <source>Items changed differently in a table and on the map: {count}. The changes in the table were used.</source>
        <translation>表格和地图上更改不一致之处：{count}。已采用表格中的更改。</translation>
    </message>
    <message>
        <source>The changes in these rows of the sheet “{sheet}” were not read, because it only shows what is on other sheets: {rows}.</source>
        <translation>工作表“{sheet}”的以下各行有更改但未读取，因为该表只显示其他工作表的内容：{rows}。</translation>
    </message>
    <message>
        <source>Therefore “{name}” was left as it was, and “{other}” was written to the same folder.</source>
        <translation>因此“{name}”保持原样，并在同一文件夹中写出了“{other}”。</translation>
    </message>
    <message>
        <source>“{name}” was not written because it could not be read back correctly. Please report this to the developers of Journey Editor.</source>
        <translation>“{name}”未写出，因为写出后无法正确读回。请向 Journey Editor 的开发者报告此问题。</translation>
    </message>
    <message>
        <source>It is saved as “Strict Open XML”, to which no sheets can be added.</source>
        <translation>它以“Strict Open XML”格式保存，无法添加工作表。</translation>
    </message>
    <message>
        <source>Its structure is protected, so no sheets can be added to it.</source>
        <translation>它的结构受保护，无法添加工作表。</translation>
    </message>
    <message>
        <source>It is digitally signed, and any change would invalidate the signature.</source>
        <translation>它带有数字签名，任何改动都会使签名失效。</translation>
    </message>
    <message>
        <source>It is shared with its changes tracked, so no sheets can be added to it.</source>
        <translation>它是启用了修订跟踪的共享工作簿，无法添加工作表。</translation>
    </message>
    <message>
        <source>The sheet “{sheet}”, which would be replaced, contains comments.</source>
        <translation>将被替换的工作表“{sheet}”上有批注。</translation>
    </message>
    <message>
        <source>The sheet “{sheet}”, which would be replaced, contains charts, pictures or pivot tables that were added to it.</source>
        <translation>将被替换的工作表“{sheet}”上有后来添加的图表、图片或数据透视表。</translation>
    </message>
    <message>
        <source>there is no stage above it</source>
        <translation>它上方没有阶段</translation>
    </message>
    <message>
        <source>there is no label before it</source>
        <translation>它前面没有标签</translation>
    </message>
    <message>
        <source>Sheet “{sheet}”, cell {cell} was not read because {why}.</source>
        <translation>未读取工作表“{sheet}”的单元格 {cell}，因为{why}。</translation>
    </message>
    <message>
        <source>The sheets differ in some places; the values of the sheet “{sheet}” were used.</source>
        <translation>各工作表有几处不一致；已采用工作表“{sheet}”中的值。</translation>
    </message>
    <message>
        <source>The hidden ID column of the sheet “{sheet}” is missing, so its rows were identified by their texts.</source>
        <translation>工作表“{sheet}”丢失了隐藏的标识列，因此按文本来辨认各行。</translation>
    </message>
    <message>
        <source>Sheet “{sheet}”, cell {cell}: {what} is not a valid value for “{field}”, so the previous value was kept.</source>
        <translation>工作表“{sheet}”，单元格 {cell}：{what}不是“{field}”的有效值，因此保留原来的值。</translation>
    </message>
    <message>
        <source>Sheet “{sheet}”, cell {cell}: {what} is not a valid value for “{field}”, so it was left out.</source>
        <translation>工作表“{sheet}”，单元格 {cell}：{what}不是“{field}”的有效值，因此已略去。</translation>
    </message>
    <message>
        <source>Sheet “{sheet}”, row {row}: “{field}” is empty, so “{name}” was used.</source>
        <translation>工作表“{sheet}”，第 {row} 行：“{field}”为空，因此采用“{name}”。</translation>
    </message>
    <message>
        <source>Sheet “{sheet}”, row {row} would lead back to where it starts, so it was left as it was.</source>
        <translation>工作表“{sheet}”的第 {row} 行会指回自己的起点，因此保持原样。</translation>
    </message>
    <message>
        <source>The rows of the sheet “{sheet}” were sorted; this was not treated as a new order.</source>
        <translation>工作表“{sheet}”的行经过排序，但不视为新的顺序。</translation>
    </message>
    <message>
        <source>There is no style named “{name}”. Choose one of: {names}.</source>
        <translation>没有名为“{name}”的样式。可选：{names}。</translation>
    </message>
    <message>
        <source>The workbook&apos;s data part is missing or damaged, so the journey was read from what the other sheets show.</source>
        <translation>工作簿的数据部分已丢失或损坏，因此旅程是根据其他工作表显示的内容读取的。</translation>
    </message>
    <message>
        <source>Characters that an Excel file cannot hold were replaced by {mark}; texts altered: {count}, the first being “{text}”.</source>
        <translation>Excel 文件不能容纳的字符已替换为 {mark}；更改的文本数：{count}，第一处为“{text}”。</translation>
    </message>
    <message>
        <source>Text was cut after {limit} characters, the most that a cell of Excel holds; sheet “{sheet}”, cells: {cells}.</source>
        <translation>文本在 {limit} 个字符处截断，这是 Excel 单元格的上限；工作表“{sheet}”，单元格：{cells}。</translation>
    </message>
    <message>
        <source>Some cells need a taller row than Excel allows, so their last lines are in the file but cannot be seen; sheet “{sheet}”, cells: {cells}.</source>
        <translation>有些单元格所需的行高超出 Excel 的上限，因此末尾几行看不到，但仍在文件中；工作表“{sheet}”，单元格：{cells}。</translation>
    </message>
    <message>
        <source>“{name}” is too large to be read as a journey map.</source>
        <translation>“{name}”太大，无法作为旅程地图读取。</translation>
    </message>
    <message>
        <source>“{name}” is encrypted: remove its password in Excel, then open it again.</source>
        <translation>“{name}”已加密：请在 Excel 中取消密码，然后重新打开。</translation>
    </message>
    <message>
        <source>“{name}” is damaged and cannot be read.</source>
        <translation>“{name}”已损坏，无法读取。</translation>
    </message>
    <message>
        <source>“{name}” cannot be read: its name must end in {suffixes}.</source>
        <translation>无法读取“{name}”：文件名必须以 {suffixes} 结尾。</translation>
    </message>
    <message>
        <source>No style can be taken from “{name}”: no sheet has a header row with cells below it.</source>
        <translation>无法从“{name}”提取样式：没有工作表含有标题行及其下方的单元格。</translation>
    </message>
    <message>
        <source>Sheet “{sheet}”, cell {cell}: the order follows the touch points that the items are about, so it was not changed.</source>
        <translation>工作表“{sheet}”，单元格 {cell}：各项的顺序由其所属的触点决定，因此未更改。</translation>
    </message>
    <message>
        <source>“{name}” is empty.</source>
        <translation>“{name}”是空文件。</translation>
    </message>
    <message>
        <source>“{name}” is not an Excel workbook (.xlsx).</source>
        <translation>“{name}”不是 Excel 工作簿 (.xlsx)。</translation>
    </message>
    <message>
        <source>“{name}” is in the old Excel format (.xls): save it as .xlsx, then open it again.</source>
        <translation>“{name}”是旧的 Excel 格式 (.xls)：请另存为 .xlsx，然后重新打开。</translation>
    </message>
    <message>
        <source>“{name}” is a binary workbook (.xlsb): save it as .xlsx, then open it again.</source>
        <translation>“{name}”是二进制工作簿 (.xlsb)：请另存为 .xlsx，然后重新打开。</translation>
    </message>
    <message>
        <source>There is no journey map in “{file}”.</source>
        <translation>“{file}”中没有旅程地图。</translation>
    </message>
    <message>
        <source>There is no journey map on the sheet “{sheet}” of “{file}”.</source>
        <translation>“{file}”的工作表“{sheet}”上没有旅程地图。</translation>
    </message>
    <message>
        <source>“{name}” was deleted in one place of the workbook and changed in another.</source>
        <translation>“{name}”在工作簿的一处被删除，在另一处被更改。</translation>
    </message>
    <message>
        <source>“{name}” was changed to “{table}” in the table and to “{map}” on the map.</source>
        <translation>“{name}”在表格中改成了“{table}”，在地图上改成了“{map}”。</translation>
    </message>
    <message>
        <source>“{file}” has no sheet named “{sheet}”. Choose one of: {names}.</source>
        <translation>“{file}”中没有名为“{sheet}”的工作表。可选：{names}。</translation>
    </message>
    <message>
        <source>The cells {range} are not part of the map and were not read.</source>
        <translation>单元格 {range} 不属于地图，未读取。</translation>
    </message>
    <message>
        <source>The sheet has comments, which were not read: {count}.</source>
        <translation>工作表中有批注，未读取：{count}。</translation>
    </message>
    <message>
        <source>The sheet has pictures, charts or text boxes, which were not read.</source>
        <translation>工作表中有图片、图表或文本框，未读取。</translation>
    </message>
    <message>
        <source>The table has a row for each touch point.</source>
        <translation>表格中每个触点一行。</translation>
    </message>
    <message>
        <source>The table has a column for each touch point.</source>
        <translation>表格中每个触点一列。</translation>
    </message>
    <message>
        <source>The workbook was written by Journey Editor, so nothing had to be guessed.</source>
        <translation>该工作簿由 Journey Editor 写成，因此无需推测。</translation>
    </message>
    <message>
        <source>The table has the form in which Journey Editor writes it, so nothing had to be guessed.</source>
        <translation>该表格采用 Journey Editor 写出的格式，因此无需推测。</translation>
    </message>
    <message>
        <source>“{label}” was read as the stages.</source>
        <translation>“{label}”已读取为阶段。</translation>
    </message>
    <message>
        <source>“{label}” was read as touch points.</source>
        <translation>“{label}”已读取为触点。</translation>
    </message>
    <message>
        <source>“{label}” was read as challenges.</source>
        <translation>“{label}”已读取为挑战。</translation>
    </message>
    <message>
        <source>“{label}” was read as metrics.</source>
        <translation>“{label}”已读取为指标。</translation>
    </message>
    <message>
        <source>“{label}” was read as opportunities.</source>
        <translation>“{label}”已读取为机会点。</translation>
    </message>
    <message>
        <source>“{label}” was read as flows to other touch points.</source>
        <translation>“{label}”已读取为通往其他触点的流转。</translation>
    </message>
    <message>
        <source>“{label}” was kept as a lane.</source>
        <translation>“{label}”已保留为泳道。</translation>
    </message>
    <message>
        <source>“{label}” was read as the field “{field}” of the touch points.</source>
        <translation>“{label}”已读取为触点的“{field}”字段。</translation>
    </message>
    <message>
        <source>The journey was read from the sheet “{sheet}”, cells {range}.</source>
        <translation>旅程读取自工作表“{sheet}”的单元格 {range}。</translation>
    </message>
    <message>
        <source>The journey is too large for Excel, which has {columns} columns and {rows} rows.</source>
        <translation>旅程太大，超出了 Excel 的 {columns} 列、{rows} 行。</translation>
    </message>
    <message>
        <source>The sheet “{sheet}” lists the same stages and touch points; it was read as details.</source>
        <translation>工作表“{sheet}”列出了相同的阶段和触点，已作为详情读取。</translation>
    </message>
</context>
<context>
    <name>model</name>
    <message>
        <source>Select a stage or a touch point to paste this on.</source>
        <translation>请选择要粘贴到的阶段或触点。</translation>
    </message>
    <message>
        <source>There is no folder “{folder}”.</source>
        <translation>没有文件夹“{folder}”。</translation>
    </message>
    <message>
        <source>There is no file “{name}”.</source>
        <translation>没有文件“{name}”。</translation>
    </message>
    <message>
        <source>“{name}” is a folder, not a file.</source>
        <translation>“{name}”是文件夹，不是文件。</translation>
    </message>
    <message>
        <source>“{name}” cannot be read: {reason}.</source>
        <translation>无法读取“{name}”：{reason}。</translation>
    </message>
    <message>
        <source>“{name}” was not written, because the disk is full.</source>
        <translation>未写入“{name}”，因为磁盘已满。</translation>
    </message>
    <message>
        <source>“{name}” was not written, because there is no folder “{folder}”.</source>
        <translation>未写入“{name}”，因为没有文件夹“{folder}”。</translation>
    </message>
    <message>
        <source>“{name}” was not written: {reason}.</source>
        <translation>未写入“{name}”：{reason}。</translation>
    </message>
    <message>
        <source>“{name}” is neither a journey (.journey) nor a workbook (.xlsx).</source>
        <translation>“{name}”既不是旅程 (.journey)，也不是工作簿 (.xlsx)。</translation>
    </message>
    <message>
        <source>“{name}” is neither a journey (.journey) nor a workbook (.xlsx) nor a table ({suffixes}).</source>
        <translation>“{name}”既不是旅程 (.journey)，也不是工作簿 (.xlsx) 或表格 ({suffixes})。</translation>
    </message>
    <message>
        <source>“{name}” cannot be written: its name must end in {suffixes}.</source>
        <translation>无法写入“{name}”：文件名必须以 {suffixes} 结尾。</translation>
    </message>
    <message>
        <source>A journey must have exactly one record of type “journey”, not {count}.</source>
        <translation>一个旅程必须恰好有一条类型为“journey”的记录，而不是 {count} 条。</translation>
    </message>
    <message>
        <source>Two records have the same ID.</source>
        <translation>两条记录的标识相同。</translation>
    </message>
    <message>
        <source>The journey has changed in the meantime, so this can no longer be applied. Please try again.</source>
        <translation>旅程已有变动，无法再应用此操作。请重试。</translation>
    </message>
    <message>
        <source>{before} cannot become {after}.</source>
        <translation>{before}不能变成{after}。</translation>
    </message>
    <message>
        <source>The ID of a record cannot be changed.</source>
        <translation>记录的标识不能更改。</translation>
    </message>
    <message>
        <source>{record} refers to something that is not in the journey, in its field “{field}”.</source>
        <translation>{record}的“{field}”字段所指的内容不在旅程中。</translation>
    </message>
    <message>
        <source>{record} cannot refer to {target} in its field “{field}”.</source>
        <translation>{record}的“{field}”字段不能指向{target}。</translation>
    </message>
    <message>
        <source>{record} still refers to something that would be removed.</source>
        <translation>仍有{record}指向将被移除的内容。</translation>
    </message>
    <message>
        <source>What this belongs to is no longer in the journey.</source>
        <translation>此项所属的内容已不在旅程中。</translation>
    </message>
    <message>
        <source>Only items of the same kind can be moved together.</source>
        <translation>只有同一类的项可以一起移动。</translation>
    </message>
    <message>
        <source>Only items that stand in a row can be reordered.</source>
        <translation>只有排成一行的项可以调整顺序。</translation>
    </message>
    <message>
        <source>The journey itself cannot be deleted.</source>
        <translation>旅程本身不能删除。</translation>
    </message>
    <message>
        <source>{record} cannot have the {field} {value}; it is one of {choices}.</source>
        <translation>{record}的{field}不能是 {value}；只能是以下之一：{choices}。</translation>
    </message>
    <message>
        <source>“{name}” cannot be read: you do not have permission to read it, or another program has locked it.</source>
        <translation>无法读取“{name}”：没有读取权限，或被其他程序锁定。</translation>
    </message>
    <message>
        <source>“{name}” was not written, because a folder with that name already exists.</source>
        <translation>未写入“{name}”，因为已有同名文件夹。</translation>
    </message>
    <message>
        <source>“{name}” was not written: it is open in another program, or you do not have permission to write there.</source>
        <translation>未写入“{name}”：它已在其他程序中打开，或没有写入权限。</translation>
    </message>
    <message>
        <source>{record} cannot have {value} as its {field}.</source>
        <translation>{record}的{field}不能是 {value}。</translation>
    </message>
    <message>
        <source>Only touch points and notes can be pinned.</source>
        <translation>只有触点和便签可以固定。</translation>
    </message>
    <message>
        <source>A flow cannot lead back to where it starts.</source>
        <translation>流转不能指回自己的起点。</translation>
    </message>
</context>
<context>
    <name>panels</name>
    <message>
        <source>“{text}” is not a number.</source>
        <translation>“{text}”不是数字。</translation>
    </message>
    <message>
        <source>“{text}” is not a whole number from {low} to {high}.</source>
        <translation>“{text}”不是 {low} 到 {high} 之间的整数。</translation>
    </message>
    <message>
        <source>“{text}” is not a number from {low} to {high}.</source>
        <translation>“{text}”不是 {low} 到 {high} 之间的数字。</translation>
    </message>
    <message>
        <source>“{text}” is not a date, such as 2024-05-31.</source>
        <translation>“{text}”不是日期（例如 2024-05-31）。</translation>
    </message>
    <message>
        <source>Enter observations in the inspector.</source>
        <translation>请在属性面板中输入观测值。</translation>
    </message>
    <message>
        <source>“{text}” is not possible here. Enter one of: {choices}.</source>
        <translation>此处不能填“{text}”。请填写以下之一：{choices}。</translation>
    </message>
    <message>
        <source>Nothing named “{text}” can be entered here.</source>
        <translation>没有名为“{text}”且可填于此处的内容。</translation>
    </message>
    <message>
        <source>Several items are named “{text}”: choose one from the list.</source>
        <translation>有多项名为“{text}”：请从列表中选择。</translation>
    </message>
    <message>
        <source>The table has too few cells here for what is to be pasted.</source>
        <translation>此处的单元格少于要粘贴的内容。</translation>
    </message>
    <message>
        <source>Add the first one on the map, where you can see what it belongs to.</source>
        <translation>请先在图上添加第一项，在那里可以看到它属于什么。</translation>
    </message>
    <message>
        <source>This cell cannot be empty.</source>
        <translation>此单元格不能为空。</translation>
    </message>
    <message>
        <source>“{text}” is not a colour, such as #3b6fb6.</source>
        <translation>“{text}”不是颜色，颜色应如 #3b6fb6。</translation>
    </message>
</context>
<context>
    <name>publish</name>
    <message>
        <source>There is nothing on the map yet, so there is no picture to write.</source>
        <translation>地图上还没有内容，因此没有可写的图片。</translation>
    </message>
</context>
<context>
    <name>storage</name>
    <message>
        <source>Line {line}: {reason}</source>
        <translation>第 {line} 行：{reason}</translation>
    </message>
    <message>
        <source>A record must be a JSON object with a type.</source>
        <translation>记录必须是带有 type 的 JSON 对象。</translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation>文件是空的。</translation>
    </message>
    <message>
        <source>“{name}” is not an ordinary file.</source>
        <translation>“{name}”不是普通文件。</translation>
    </message>
    <message>
        <source>This is not a journey file.</source>
        <translation>这不是旅程文件。</translation>
    </message>
    <message>
        <source>“{name}”, line {line}: {reason}</source>
        <translation>“{name}”第 {line} 行：{reason}</translation>
    </message>
    <message>
        <source>“{name}” is empty.</source>
        <translation>“{name}”是空文件。</translation>
    </message>
    <message>
        <source>“{name}” is not a journey (.journey).</source>
        <translation>“{name}”不是旅程 (.journey)。</translation>
    </message>
    <message>
        <source>“{name}”: {reason}</source>
        <translation>“{name}”：{reason}</translation>
    </message>
    <message>
        <source>This version of Journey Editor does not know records of type {type}.</source>
        <translation>此版本的 Journey Editor 不支持类型为 {type} 的记录。</translation>
    </message>
    <message>
        <source>{record} is missing its ID.</source>
        <translation>{record}缺少标识。</translation>
    </message>
    <message>
        <source>{record} has no field {field} in this version of Journey Editor.</source>
        <translation>在此版本的 Journey Editor 中，{record}没有字段 {field}。</translation>
    </message>
    <message>
        <source>{record} is missing its {field}.</source>
        <translation>{record}缺少“{field}”。</translation>
    </message>
    <message>
        <source>This is not a journey file, because it is not UTF-8 text.</source>
        <translation>这不是旅程文件：它不是 UTF-8 文本。</translation>
    </message>
    <message>
        <source>This file was written by a newer version ({program}) in format {version}; this version reads formats up to {known}. Please update Journey Editor.</source>
        <translation>此文件由较新的版本 ({program}) 以格式 {version} 写成，而此版本最高只能读取格式 {known}。请更新 Journey Editor。</translation>
    </message>
    <message>
        <source>This version of Journey Editor does not know the field {field} of a file.</source>
        <translation>此版本的 Journey Editor 不支持文件的字段 {field}。</translation>
    </message>
    <message>
        <source>The file has no list of records.</source>
        <translation>文件中没有记录列表。</translation>
    </message>
    <message>
        <source>The file is cut off here.</source>
        <translation>文件在此处中断。</translation>
    </message>
    <message>
        <source>This is not valid JSON: {reason}.</source>
        <translation>这不是有效的 JSON：{reason}。</translation>
    </message>
    <message>
        <source>A number has too many digits.</source>
        <translation>数字的位数太多。</translation>
    </message>
    <message>
        <source>A field occurs twice.</source>
        <translation>有一个字段出现了两次。</translation>
    </message>
    <message>
        <source>The unsaved changes cannot be recovered: {reason}.</source>
        <translation>无法恢复未保存的更改：{reason}。</translation>
    </message>
    <message>
        <source>{value} is not a number that a journey can hold.</source>
        <translation>{value} 不是旅程能容纳的数字。</translation>
    </message>
    <message>
        <source>The recovery log cannot be written: {reason}.</source>
        <translation>无法写入恢复日志：{reason}。</translation>
    </message>
</context>
</TS>
