<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_TW" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About Journey Editor</source>
        <translation>關於 Journey Editor</translation>
    </message>
    <message>
        <source>Version {version}</source>
        <translation>版本 {version}</translation>
    </message>
    <message>
        <source>Customer journey maps as directed graphs: drawn here, exchanged with Excel, kept as plain text.

Free software under the MIT licence. Made with Qt (LGPL 3), Noto Sans CJK and Source Sans (OFL), and Lucide icons (ISC).</source>
        <translation>把客戶旅程地圖畫成有向圖：在此繪製，與 Excel 互通，以純文字儲存。

以 MIT 授權條款發布的自由軟體。使用了 Qt (LGPL 3)、Noto Sans CJK 和 Source Sans (OFL)、Lucide 圖示 (ISC)。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>&amp;New</source>
        <translation>新增(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>開啟(&amp;O)…</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>儲存(&amp;S)</translation>
    </message>
    <message>
        <source>Save &amp;As…</source>
        <translation>另存新檔(&amp;A)…</translation>
    </message>
    <message>
        <source>&amp;Update from Workbook…</source>
        <translation>從活頁簿更新(&amp;U)…</translation>
    </message>
    <message>
        <source>&amp;Excel Workbook…</source>
        <translation>Excel 活頁簿(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;Table (CSV, Markdown)…</source>
        <translation>表格（CSV、Markdown）(&amp;T)…</translation>
    </message>
    <message>
        <source>Picture (&amp;SVG)…</source>
        <translation>SVG 圖片(&amp;S)…</translation>
    </message>
    <message>
        <source>Picture (&amp;PNG)…</source>
        <translation>PNG 圖片(&amp;P)…</translation>
    </message>
    <message>
        <source>P&amp;DF…</source>
        <translation>PDF 文件(&amp;D)…</translation>
    </message>
    <message>
        <source>Prin&amp;t…</source>
        <translation>列印(&amp;T)…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>結束(&amp;Q)</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>剪下(&amp;T)</translation>
    </message>
    <message>
        <source>Cop&amp;y</source>
        <translation>複製(&amp;Y)</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>貼上(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Rename</source>
        <translation>重新命名(&amp;R)</translation>
    </message>
    <message>
        <source>D&amp;uplicate</source>
        <translation>建立複本(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>刪除(&amp;D)</translation>
    </message>
    <message>
        <source>Select &amp;All</source>
        <translation>全選(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Connect</source>
        <translation>連接(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Find…</source>
        <translation>尋找(&amp;F)…</translation>
    </message>
    <message>
        <source>&amp;Stage</source>
        <translation>階段(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Touch Point</source>
        <translation>觸點(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Challenge</source>
        <translation>挑戰(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Metric</source>
        <translation>指標(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Opportunity</source>
        <translation>機會點(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Note</source>
        <translation>便籤(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Flow between Selected Touch Points</source>
        <translation>所選觸點間的流轉(&amp;F)</translation>
    </message>
    <message>
        <source>No recent files</source>
        <translation>沒有最近開啟的檔案</translation>
    </message>
    <message>
        <source>Clear List</source>
        <translation>清空清單</translation>
    </message>
    <message>
        <source>Same as &amp;System</source>
        <translation>跟隨系統(&amp;S)</translation>
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
        <translation>縮小(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;100 %</source>
        <translation>&amp;100%</translation>
    </message>
    <message>
        <source>&amp;Whole Map</source>
        <translation>整張地圖(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Full Screen</source>
        <translation>全螢幕(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Arrange</source>
        <translation>自動排列(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Unpin</source>
        <translation>取消固定(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Keyboard Shortcuts</source>
        <translation>鍵盤快速鍵(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;About Journey Editor</source>
        <translation>關於 Journey Editor(&amp;A)</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>復原</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>取消復原</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>檔案(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>編輯(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Insert</source>
        <translation>插入(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>檢視(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>說明(&amp;H)</translation>
    </message>
    <message>
        <source>Open &amp;Recent</source>
        <translation>最近開啟(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>匯出(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Swimlanes</source>
        <translation>泳道(&amp;S)</translation>
    </message>
    <message>
        <source>Show &amp;As</source>
        <translation>顯示方式(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Panels</source>
        <translation>面板(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Look</source>
        <translation>外觀(&amp;L)</translation>
    </message>
    <message>
        <source>Lan&amp;guage</source>
        <translation>語言(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;None</source>
        <translation>無(&amp;N)</translation>
    </message>
    <message>
        <source>By &amp;Role</source>
        <translation>依角色(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Onstage and Backstage</source>
        <translation>前台與後台(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Stages</source>
        <translation>階段(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Flow without Stages</source>
        <translation>僅流轉，無階段(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Loop</source>
        <translation>環形(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Outline</source>
        <translation>大綱(&amp;O)</translation>
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
        <translation>剪下</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>貼上</translation>
    </message>
    <message>
        <source>Add stage</source>
        <translation>新增階段</translation>
    </message>
    <message>
        <source>Add touch point</source>
        <translation>新增觸點</translation>
    </message>
    <message>
        <source>Add connected touch point</source>
        <translation>新增相連的觸點</translation>
    </message>
    <message>
        <source>Add note</source>
        <translation>新增便籤</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>建立複本</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>連接</translation>
    </message>
    <message numerus="yes">
        <source>Delete %n item(s)</source>
        <translation>
            <numerusform>刪除 %n 個項目</numerusform>
        </translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation>取消固定</translation>
    </message>
    <message>
        <source>Arrange</source>
        <translation>自動排列</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>移動</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重新命名</translation>
    </message>
    <message>
        <source>Reconnect flow</source>
        <translation>改接流轉</translation>
    </message>
    <message numerus="yes">
        <source>Pin %n touch point(s)</source>
        <translation>
            <numerusform>固定 %n 個觸點</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Move %n touch point(s)</source>
        <translation>
            <numerusform>移動 %n 個觸點</numerusform>
        </translation>
    </message>
    <message>
        <source>Move note</source>
        <translation>移動便籤</translation>
    </message>
    <message>
        <source>Move stage</source>
        <translation>移動階段</translation>
    </message>
    <message>
        <source>Add challenge</source>
        <translation>新增挑戰</translation>
    </message>
    <message>
        <source>Add metric</source>
        <translation>新增指標</translation>
    </message>
    <message>
        <source>Add opportunity</source>
        <translation>新增機會點</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>階段</translation>
    </message>
    <message>
        <source>Double-click to add the first stage</source>
        <translation>按兩下以新增第一個階段</translation>
    </message>
    <message>
        <source>Journey map</source>
        <translation>旅程地圖</translation>
    </message>
</context>
<context>
    <name>ChooseMapDialog</name>
    <message>
        <source>Choose a map</source>
        <translation>選擇地圖</translation>
    </message>
    <message>
        <source>“{file}” contains several journey maps. Which one do you want to open?</source>
        <translation>「{file}」中有多張旅程地圖。要開啟哪一張？</translation>
    </message>
    <message>
        <source>Maps</source>
        <translation>地圖</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>開啟</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Sheet “{sheet}”, cells {range}</source>
        <translation>工作表「{sheet}」，儲存格 {range}</translation>
    </message>
</context>
<context>
    <name>ConflictsDialog</name>
    <message>
        <source>Changed on both sides</source>
        <translation>兩邊都有變更</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>合併</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>As exported</source>
        <translation>匯出時</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>此處</translation>
    </message>
    <message>
        <source>Changed: {title}</source>
        <translation>已變更：{title}</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>已刪除</translation>
    </message>
    <message>
        <source>The following were changed both here and in “{file}” since it was exported. Nothing is changed until you have chosen a version of each.</source>
        <translation>匯出之後，以下內容在此處和「{file}」中都有變更。在為每一項選定版本之前，不會進行任何變更。</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>項目</translation>
    </message>
    <message>
        <source>In the file</source>
        <translation>檔案中</translation>
    </message>
    <message>
        <source>Use all from here</source>
        <translation>全部以此處為準</translation>
    </message>
    <message>
        <source>Use all from the file</source>
        <translation>全部以檔案為準</translation>
    </message>
    <message numerus="yes">
        <source>%n conflicts are not resolved yet.</source>
        <translation>
            <numerusform>還有 %n 處衝突未解決。</numerusform>
        </translation>
    </message>
    <message>
        <source>All conflicts are resolved.</source>
        <translation>衝突已全部解決。</translation>
    </message>
    <message>
        <source>(none)</source>
        <translation>（無）</translation>
    </message>
    <message>
        <source>Unchanged, but with something new added to it</source>
        <translation>保持原樣，但其下新增了內容</translation>
    </message>
    <message>
        <source>Unchanged</source>
        <translation>保持原樣</translation>
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
        <translation>大綱</translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>屬性</translation>
    </message>
    <message>
        <source>History</source>
        <translation>歷史記錄</translation>
    </message>
    <message>
        <source>Metric over time</source>
        <translation>指標隨時間的變化</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>As opened</source>
        <translation>開啟時的狀態</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Export to Excel</source>
        <translation>匯出到 Excel</translation>
    </message>
    <message>
        <source>Classic</source>
        <translation>經典</translation>
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
        <translation>仿照某個活頁簿…</translation>
    </message>
    <message>
        <source>The map as a table, its details, charts, and all fields as data that can be edited in Excel and read back.</source>
        <translation>包含地圖表格、明細、圖表，以及可在 Excel 中編輯並重新讀入的全部欄位資料。</translation>
    </message>
    <message>
        <source>Checking the workbook…</source>
        <translation>正在檢查活頁簿…</translation>
    </message>
    <message>
        <source>Fill a template…</source>
        <translation>填入範本…</translation>
    </message>
    <message>
        <source>Add a picture of the map on a separate sheet</source>
        <translation>在單獨的工作表中新增地圖圖片</translation>
    </message>
    <message>
        <source>Workbook</source>
        <translation>活頁簿</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>選擇…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>匯出…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Takes fonts, colours, widths, logo, page set-up, header and footer from this workbook:</source>
        <translation>從此活頁簿沿用字型、色彩、欄寬、標誌、版面設定、頁首和頁尾：</translation>
    </message>
    <message>
        <source>Fills the placeholders, such as {{stage}}, of this workbook:</source>
        <translation>填入此活頁簿中的佔位符，如 {{stage}}：</translation>
    </message>
    <message>
        <source>Choose a workbook</source>
        <translation>選擇活頁簿</translation>
    </message>
</context>
<context>
    <name>Exports</name>
    <message>
        <source>Export to Excel</source>
        <translation>匯出到 Excel</translation>
    </message>
    <message>
        <source>Reading {name}…</source>
        <translation>正在讀取 {name}…</translation>
    </message>
    <message>
        <source>Export a table</source>
        <translation>匯出表格</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>另存為 PDF</translation>
    </message>
    <message>
        <source>Export a picture</source>
        <translation>匯出圖片</translation>
    </message>
    <message>
        <source>It is left as it is, and the map is written to a new workbook in the same folder.</source>
        <translation>它將保持原樣，地圖將寫入同一資料夾中的新活頁簿。</translation>
    </message>
    <message>
        <source>Write a new workbook</source>
        <translation>寫入新活頁簿</translation>
    </message>
    <message>
        <source>The sheets in it that Journey Editor created are replaced; anything written beside them and all other sheets are kept.</source>
        <translation>其中由 Journey Editor 產生的工作表將被取代；他人寫在旁邊的內容以及其餘工作表保持原樣。</translation>
    </message>
    <message>
        <source>Export into this workbook</source>
        <translation>匯出到此活頁簿</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Do you want to replace it?</source>
        <translation>要取代它嗎？</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>取代</translation>
    </message>
    <message>
        <source>Sent to the printer “{name}”</source>
        <translation>已傳送到印表機「{name}」</translation>
    </message>
    <message>
        <source>“{name}” already exists.</source>
        <translation>「{name}」已存在。</translation>
    </message>
    <message>
        <source>Writing {name}…</source>
        <translation>正在寫入 {name}…</translation>
    </message>
    <message>
        <source>Exported {name}</source>
        <translation>已匯出 {name}</translation>
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
        <translation>Excel 活頁簿</translation>
    </message>
    <message>
        <source>Excel workbooks with macros</source>
        <translation>啟用巨集的 Excel 活頁簿</translation>
    </message>
    <message>
        <source>Comma-separated tables</source>
        <translation>逗號分隔的表格</translation>
    </message>
    <message>
        <source>Tab-separated tables</source>
        <translation>Tab 字元分隔的表格</translation>
    </message>
    <message>
        <source>Markdown tables</source>
        <translation>Markdown 表格</translation>
    </message>
    <message>
        <source>SVG pictures</source>
        <translation>SVG 圖片</translation>
    </message>
    <message>
        <source>PNG pictures</source>
        <translation>PNG 圖片</translation>
    </message>
    <message>
        <source>PDF documents</source>
        <translation>PDF 文件</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有檔案 (*)</translation>
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
        <translation>開啟</translation>
    </message>
    <message>
        <source>Journeys, workbooks and tables</source>
        <translation>旅程、活頁簿和表格</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>Opening {name}…</source>
        <translation>正在開啟 {name}…</translation>
    </message>
    <message>
        <source>Reading {name}…</source>
        <translation>正在讀取 {name}…</translation>
    </message>
    <message>
        <source>“{name}” was changed by another program.</source>
        <translation>「{name}」已被其他程式變更。</translation>
    </message>
    <message>
        <source>Saving would replace those changes with yours.</source>
        <translation>儲存將以您的變更覆蓋那些變更。</translation>
    </message>
    <message>
        <source>“{name}” already exists.</source>
        <translation>「{name}」已存在。</translation>
    </message>
    <message>
        <source>“{name}” has unsaved changes.</source>
        <translation>「{name}」有未儲存的變更。</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>另存新檔…</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>取代</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Save as</source>
        <translation>另存新檔</translation>
    </message>
    <message>
        <source>Do you want to replace it?</source>
        <translation>要取代它嗎？</translation>
    </message>
    <message>
        <source>Saved {name}</source>
        <translation>已儲存 {name}</translation>
    </message>
    <message>
        <source>Do you want to save them?</source>
        <translation>要儲存這些變更嗎？</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>儲存</translation>
    </message>
    <message>
        <source>Don&apos;t save</source>
        <translation>不儲存</translation>
    </message>
</context>
<context>
    <name>ImportReport</name>
    <message>
        <source>Persona of each journey</source>
        <translation>各旅程的主體</translation>
    </message>
    <message>
        <source>Left out: only numbers</source>
        <translation>已略去：僅為序號</translation>
    </message>
    <message>
        <source>Kept as a lane</source>
        <translation>保留為泳道</translation>
    </message>
</context>
<context>
    <name>ImportReportDialog</name>
    <message>
        <source>What was guessed</source>
        <translation>推測的內容</translation>
    </message>
    <message>
        <source>What was imported from the workbook</source>
        <translation>從活頁簿中匯入的內容</translation>
    </message>
    <message>
        <source>What was not imported</source>
        <translation>未匯入的內容</translation>
    </message>
    <message>
        <source>Everything in the table was imported.</source>
        <translation>表格中的內容已全部匯入。</translation>
    </message>
    <message>
        <source>What each label became</source>
        <translation>各標籤的去向</translation>
    </message>
    <message>
        <source>In the workbook</source>
        <translation>活頁簿中</translation>
    </message>
    <message>
        <source>In the journey</source>
        <translation>旅程中</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>複製</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
</context>
<context>
    <name>InPlaceEditor</name>
    <message>
        <source>Text</source>
        <translation>文字</translation>
    </message>
</context>
<context>
    <name>Looks</name>
    <message>
        <source>&amp;Light</source>
        <translation>淺色(&amp;L)</translation>
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
        <translation>已取消，未作任何變更。</translation>
    </message>
    <message>
        <source>Add role</source>
        <translation>新增角色</translation>
    </message>
    <message>
        <source>Add track</source>
        <translation>新增流程</translation>
    </message>
    <message>
        <source>Add lane</source>
        <translation>新增泳道</translation>
    </message>
    <message>
        <source>The new language takes effect the next time Journey Editor is started.</source>
        <translation>新語言將在下次啟動 Journey Editor 時生效。</translation>
    </message>
</context>
<context>
    <name>MetricChart</name>
    <message>
        <source>Select a metric to see its observations over time.</source>
        <translation>選擇一個指標，查看其觀測值隨時間的變化。</translation>
    </message>
    <message>
        <source>Metric over time</source>
        <translation>指標隨時間的變化</translation>
    </message>
    <message>
        <source>Baseline</source>
        <translation>基線</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>目標</translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
</context>
<context>
    <name>PagesDialog</name>
    <message>
        <source>Print</source>
        <translation>列印</translation>
    </message>
    <message>
        <source>Export to PDF</source>
        <translation>匯出為 PDF</translation>
    </message>
    <message>
        <source>Previous page</source>
        <translation>上一頁</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>下一頁</translation>
    </message>
    <message>
        <source>One page as large as the map</source>
        <translation>一頁，與旅程圖同大</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>自動</translation>
    </message>
    <message>
        <source>Portrait</source>
        <translation>直向</translation>
    </message>
    <message>
        <source>Landscape</source>
        <translation>橫向</translation>
    </message>
    <message>
        <source>&amp;Paper:</source>
        <translation>紙張(&amp;P)：</translation>
    </message>
    <message>
        <source>&amp;Orientation:</source>
        <translation>方向(&amp;O)：</translation>
    </message>
    <message>
        <source>P&amp;rinter:</source>
        <translation>印表機(&amp;R)：</translation>
    </message>
    <message>
        <source>&amp;Copies:</source>
        <translation>份數(&amp;C)：</translation>
    </message>
    <message>
        <source>There is no printer on this computer, but the pages can be saved as a PDF.</source>
        <translation>這台電腦沒有印表機，但可以把頁面另存為 PDF。</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>另存為 PDF…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Page {page} of {pages}</source>
        <translation>第 {page} 頁，共 {pages} 頁</translation>
    </message>
</context>
<context>
    <name>RecoveryDialog</name>
    <message>
        <source>Recover unsaved changes</source>
        <translation>復原未儲存的變更</translation>
    </message>
    <message>
        <source>Journey Editor did not close properly last time. The following changes were not saved:</source>
        <translation>Journey Editor 上次未正常結束。以下變更尚未儲存：</translation>
    </message>
    <message>
        <source>Changes that can be recovered</source>
        <translation>可復原的變更</translation>
    </message>
    <message>
        <source>Recover</source>
        <translation>復原</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>捨棄</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>以後再說</translation>
    </message>
    <message>
        <source>A journey that was never saved</source>
        <translation>從未儲存過的旅程</translation>
    </message>
    <message>
        <source>{name}, {when}</source>
        <translation>{name}，{when}</translation>
    </message>
    <message numerus="yes">
        <source>{name}, last changed {when} (%n changes)</source>
        <translation>
            <numerusform>{name}，最後變更於 {when}（%n 處變更）</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ShortcutsDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>鍵盤快速鍵</translation>
    </message>
    <message>
        <source>On the map</source>
        <translation>在地圖上</translation>
    </message>
    <message>
        <source>In the table</source>
        <translation>在表格中</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Add another item of the same kind as the selected one</source>
        <translation>再新增一個與所選項同類的項</translation>
    </message>
    <message>
        <source>Rename the selected item</source>
        <translation>重新命名所選項</translation>
    </message>
    <message>
        <source>Select the next item in that direction</source>
        <translation>選取該方向上的下一項</translation>
    </message>
    <message>
        <source>Move the selected items</source>
        <translation>移動所選項</translation>
    </message>
    <message>
        <source>Cancel the current action; clear the selection</source>
        <translation>取消目前操作；取消選取</translation>
    </message>
    <message>
        <source>Start a new line while typing</source>
        <translation>輸入時換行</translation>
    </message>
    <message>
        <source>Rename; in an empty area, add</source>
        <translation>重新命名；在空白處則新增</translation>
    </message>
    <message>
        <source>Replace the contents of the cell</source>
        <translation>以新內容取代儲存格內容</translation>
    </message>
    <message>
        <source>Confirm the cell and move to the one below</source>
        <translation>確認儲存格並移到下方儲存格</translation>
    </message>
    <message>
        <source>Confirm the cell and move to the next or previous one</source>
        <translation>確認儲存格並移到下一個或上一個儲存格</translation>
    </message>
    <message>
        <source>Start a new line in a long text</source>
        <translation>在長文字中換行</translation>
    </message>
    <message>
        <source>Open the drop-down list of the cell, if it has one</source>
        <translation>開啟儲存格的下拉清單（如有）</translation>
    </message>
    <message>
        <source>Discard what is being typed; leave the table</source>
        <translation>捨棄正在輸入的內容；離開表格</translation>
    </message>
    <message>
        <source>Select several cells</source>
        <translation>選取多個儲存格</translation>
    </message>
    <message>
        <source>Clear the selected cells</source>
        <translation>清空所選儲存格</translation>
    </message>
    <message>
        <source>Delete the selected rows</source>
        <translation>刪除所選的列</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>Tab</translation>
    </message>
    <message>
        <source>Add a touch point and connect it to the selected one</source>
        <translation>新增觸點並與所選觸點相連</translation>
    </message>
    <message>
        <source>F2, or simply type</source>
        <translation>F2，或直接輸入</translation>
    </message>
    <message>
        <source>Arrow keys</source>
        <translation>方向鍵</translation>
    </message>
    <message>
        <source>Ctrl+arrow keys</source>
        <translation>Ctrl+方向鍵</translation>
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
        <translation>空白鍵+拖曳</translation>
    </message>
    <message>
        <source>Move the map</source>
        <translation>移動地圖</translation>
    </message>
    <message>
        <source>Ctrl+wheel</source>
        <translation>Ctrl+滾輪</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>縮放</translation>
    </message>
    <message>
        <source>Double-click</source>
        <translation>按兩下</translation>
    </message>
    <message>
        <source>Enter or F2</source>
        <translation>Enter 或 F2</translation>
    </message>
    <message>
        <source>Edit the cell</source>
        <translation>編輯儲存格</translation>
    </message>
    <message>
        <source>Simply type</source>
        <translation>直接輸入</translation>
    </message>
    <message>
        <source>Enter while typing</source>
        <translation>輸入時按 Enter</translation>
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
        <translation>Shift+方向鍵</translation>
    </message>
    <message>
        <source>Cut, copy and paste cells, also to and from Excel</source>
        <translation>剪下、複製、貼上儲存格，也可與 Excel 互相複製</translation>
    </message>
    <message>
        <source>Copy cells with their headings</source>
        <translation>連同標題複製儲存格</translation>
    </message>
    <message>
        <source>Add a row below</source>
        <translation>在下方新增一列</translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message>
        <source>Customer journey maps, from Excel and back to Excel</source>
        <translation>客戶旅程地圖，可與 Excel 雙向轉換</translation>
    </message>
    <message>
        <source>New map</source>
        <translation>新增地圖</translation>
    </message>
    <message>
        <source>Open a map or a workbook…</source>
        <translation>開啟地圖或活頁簿…</translation>
    </message>
    <message>
        <source>Start with an example</source>
        <translation>從範例開始</translation>
    </message>
    <message>
        <source>Recent files</source>
        <translation>最近開啟的檔案</translation>
    </message>
    <message>
        <source>Example: {title}</source>
        <translation>範例：{title}</translation>
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
        <translation>以 100% 顯示地圖</translation>
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>已選擇 %n 項</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Update</name>
    <message>
        <source>Update from workbook</source>
        <translation>從活頁簿更新</translation>
    </message>
    <message>
        <source>Reading {name}…</source>
        <translation>正在讀取 {name}…</translation>
    </message>
    <message>
        <source>Update from {name}</source>
        <translation>從 {name} 更新</translation>
    </message>
    <message>
        <source>Updated from {name}: {added} added, {changed} changed, {removed} removed.</source>
        <translation>已從 {name} 更新：新增 {added}，變更 {changed}，刪除 {removed}。</translation>
    </message>
    <message>
        <source>{name} contains no new changes.</source>
        <translation>{name} 中沒有新的變更。</translation>
    </message>
    <message>
        <source>Left out because what they belong to was deleted: {titles}.</source>
        <translation>因所屬內容已刪除而未納入：{titles}。</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>(none)</source>
        <translation>（無）</translation>
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
        <translation>新增角色…</translation>
    </message>
    <message>
        <source>Add track…</source>
        <translation>新增流程…</translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>屬性</translation>
    </message>
    <message>
        <source>Add role</source>
        <translation>新增角色</translation>
    </message>
    <message>
        <source>Add track</source>
        <translation>新增流程</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>及其他 %n 項</numerusform>
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
        <translation>新增觀測值</translation>
    </message>
    <message>
        <source>Find…</source>
        <translation>尋找…</translation>
    </message>
    <message>
        <source>Find in the outline</source>
        <translation>在大綱中尋找</translation>
    </message>
    <message>
        <source>Outline of the journey</source>
        <translation>旅程大綱</translation>
    </message>
    <message>
        <source>Nothing found.</source>
        <translation>未找到任何內容。</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重新命名</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>刪除</translation>
    </message>
    <message>
        <source>Delete {things}</source>
        <translation>刪除{things}</translation>
    </message>
    <message>
        <source>Rename {thing}</source>
        <translation>重新命名{thing}</translation>
    </message>
    <message>
        <source>Move {things}</source>
        <translation>移動{things}</translation>
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
        <translation>固定於 {x}, {y}</translation>
    </message>
    <message>
        <source>The exact value, from −2 to +2</source>
        <translation>精確值，從 −2 到 +2</translation>
    </message>
    <message>
        <source>Not rated</source>
        <translation>未評分</translation>
    </message>
    <message>
        <source>{field}, exact value</source>
        <translation>{field}（精確值）</translation>
    </message>
    <message>
        <source>Another colour…</source>
        <translation>其他顏色…</translation>
    </message>
    <message>
        <source>Change start</source>
        <translation>變更起點</translation>
    </message>
    <message>
        <source>Change end</source>
        <translation>變更終點</translation>
    </message>
    <message>
        <source>Change {field}</source>
        <translation>變更{field}</translation>
    </message>
    <message>
        <source>Leads to</source>
        <translation>通往</translation>
    </message>
    <message>
        <source>Positioned automatically</source>
        <translation>自動版面配置</translation>
    </message>
    <message>
        <source>No custom colour</source>
        <translation>無自訂顏色</translation>
    </message>
    <message>
        <source>Comes from</source>
        <translation>來自</translation>
    </message>
    <message>
        <source>Answered by</source>
        <translation>應對方案</translation>
    </message>
    <message>
        <source>Takes part in</source>
        <translation>參與</translation>
    </message>
    <message>
        <source>What the table shows</source>
        <translation>表格顯示的內容</translation>
    </message>
    <message>
        <source>Find in the table</source>
        <translation>在表格中尋找</translation>
    </message>
    <message>
        <source>Table of the journey</source>
        <translation>旅程表格</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>編輯</translation>
    </message>
    <message>
        <source>Cut</source>
        <translation>剪下</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>複製</translation>
    </message>
    <message>
        <source>Copy with headings</source>
        <translation>連同標題一起複製</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>貼上</translation>
    </message>
    <message>
        <source>Add row below</source>
        <translation>在下方新增列</translation>
    </message>
    <message>
        <source>Delete rows</source>
        <translation>刪除列</translation>
    </message>
    <message>
        <source>Add {thing}</source>
        <translation>新增{thing}</translation>
    </message>
    <message numerus="yes">
        <source>Change %n cells</source>
        <translation>
            <numerusform>變更 %n 個儲存格</numerusform>
        </translation>
    </message>
    <message>
        <source>{name} ({number})</source>
        <translation>{name}（{number}）</translation>
    </message>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>找到 %n 項</numerusform>
        </translation>
    </message>
    <message>
        <source>not visible to the client</source>
        <translation>客戶看不到</translation>
    </message>
    <message>
        <source>{change} of {things}</source>
        <translation>{change}：{things}</translation>
    </message>
    <message>
        <source>several values</source>
        <translation>多個值</translation>
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
        <translation>印表機「{name}」沒有接收這些頁面。</translation>
    </message>
    <message>
        <source>Please wait until the previous file is finished.</source>
        <translation>請等待上一個檔案處理完畢。</translation>
    </message>
    <message>
        <source>This did not work because of an error in the program: {reason}.</source>
        <translation>由於程式出錯，操作未能完成：{reason}。</translation>
    </message>
    <message>
        <source>There is no display to open a window on.</source>
        <translation>沒有可用於開啟視窗的顯示器。</translation>
    </message>
    <message>
        <source>“{name}” was exported from a different journey than the one that is open.</source>
        <translation>「{name}」是從另一個旅程匯出的，而不是目前開啟的旅程。</translation>
    </message>
</context>
<context>
    <name>canvas</name>
    <message>
        <source>Add a stage first: everything else belongs to a stage.</source>
        <translation>請先新增一個階段：其他內容都要放在階段中。</translation>
    </message>
    <message>
        <source>Only one track is shown: select a touch point and press Tab to add another one that the track leads to.</source>
        <translation>目前只顯示一條流程：請選取一個觸點並按 Tab 鍵，新增該流程通往的另一個觸點。</translation>
    </message>
    <message>
        <source>Select the stage or touch point that this belongs to.</source>
        <translation>請選擇此項所屬的階段或觸點。</translation>
    </message>
    <message>
        <source>The map is already arranged.</source>
        <translation>地圖已經排列好了。</translation>
    </message>
    <message>
        <source>There is nothing here to copy.</source>
        <translation>此處沒有可複製的內容。</translation>
    </message>
    <message>
        <source>There is nothing on the clipboard that can be pasted here.</source>
        <translation>剪貼簿上沒有可貼到此處的內容。</translation>
    </message>
    <message>
        <source>In the loop, cards follow the order of the journey: to move this one, choose View &gt; Show As &gt; Stages, or press Ctrl with an arrow key.</source>
        <translation>在環形檢視中，卡片依旅程順序排列：要移動它，請選擇「檢視 &gt; 顯示方式 &gt; 階段」，或按 Ctrl 加方向鍵。</translation>
    </message>
    <message>
        <source>In this view, the flows determine where a card is placed: to move it, choose View &gt; Show As &gt; Stages.</source>
        <translation>在此檢視中，卡片的位置由流轉決定：要移動它，請選擇「檢視 &gt; 顯示方式 &gt; 階段」。</translation>
    </message>
    <message>
        <source>Stages cannot be moved in the outline: choose View &gt; Show As &gt; Stages, and drag the stage there.</source>
        <translation>大綱中無法移動階段：請選擇「檢視 &gt; 顯示方式 &gt; 階段」，在那裡拖曳。</translation>
    </message>
    <message>
        <source>Cards cannot be pinned while only one track is shown: choose View &gt; Show As &gt; Stages to pin one.</source>
        <translation>只顯示一條流程時不能固定卡片：如需固定，請選擇「檢視 &gt; 顯示方式 &gt; 階段」。</translation>
    </message>
    <message>
        <source>Cards cannot be pinned in swimlanes: choose View &gt; Swimlanes &gt; None to pin one.</source>
        <translation>泳道中不能固定卡片：如需固定，請選擇「檢視 &gt; 泳道 &gt; 無」。</translation>
    </message>
    <message>
        <source>A card with several roles is placed in the lane of the most influential one: to move it, change its roles in the inspector.</source>
        <translation>有多個角色的卡片位於影響力最大的角色的泳道中：要移動它，請在屬性面板中變更其角色。</translation>
    </message>
    <message>
        <source>Cards cannot be pinned in the outline: choose View &gt; Show As &gt; Stages to pin one.</source>
        <translation>大綱中無法固定卡片：要固定，請選擇「檢視 &gt; 顯示方式 &gt; 階段」。</translation>
    </message>
    <message>
        <source>Select two or more touch points to connect them.</source>
        <translation>請選擇兩個或更多觸點來連接。</translation>
    </message>
</context>
<context>
    <name>cli</name>
    <message>
        <source>The output was closed before all of it was written.</source>
        <translation>輸出尚未全部寫完就被關閉了。</translation>
    </message>
    <message>
        <source>A part of the program cannot be loaded: {reason}.</source>
        <translation>程式的一個元件無法載入：{reason}。</translation>
    </message>
    <message>
        <source>{problem} (see journey-editor --help).</source>
        <translation>{problem}（參見 journey-editor --help）。</translation>
    </message>
    <message>
        <source>{file} is not a PDF, so --paper does not apply to it.</source>
        <translation>{file} 不是 PDF，因此不能使用 --paper。</translation>
    </message>
    <message>
        <source>{file} cannot be both the input and the output: name another file to write.</source>
        <translation>{file} 不能既是輸入又是輸出：請指定另一個輸出檔案。</translation>
    </message>
    <message>
        <source>{file} is not a workbook, so --style, --template and --picture do not apply to it.</source>
        <translation>{file} 不是活頁簿，因此不能使用 --style、--template 和 --picture。</translation>
    </message>
    <message>
        <source>--style and --picture cannot be used with --template: a template has its own look.</source>
        <translation>--style 和 --picture 不能與 --template 同時使用：範本有自己的外觀。</translation>
    </message>
    <message>
        <source>There is no view or track named “{name}”. Choose one of: {names}.</source>
        <translation>沒有名為「{name}」的檢視或流程。可選：{names}。</translation>
    </message>
    <message>
        <source>Title: {title}</source>
        <translation>標題：{title}</translation>
    </message>
    <message>
        <source>Stages: {count}</source>
        <translation>階段：{count}</translation>
    </message>
    <message>
        <source>Records: {count}</source>
        <translation>記錄：{count}</translation>
    </message>
    <message>
        <source>{kind}: {count}</source>
        <translation>{kind}：{count}</translation>
    </message>
    <message>
        <source>Conflicts: {count}. Nothing was written.</source>
        <translation>衝突：{count}。未寫入任何內容。</translation>
    </message>
    <message>
        <source>Left out because what it belongs to was deleted: “{title}”.</source>
        <translation>因所屬內容已刪除而未納入：「{title}」。</translation>
    </message>
    <message>
        <source>{file} contains a different journey from {base}.</source>
        <translation>{file} 中的旅程與 {base} 中的不是同一個。</translation>
    </message>
    <message>
        <source>Conflict: {kind} “{title}”, {field} ({id})</source>
        <translation>衝突：{kind}「{title}」，{field} ({id})</translation>
    </message>
    <message>
        <source>Conflict: {kind} “{title}” ({id})</source>
        <translation>衝突：{kind}「{title}」 ({id})</translation>
    </message>
    <message>
        <source>{file} is not a workbook, so --sheet does not apply to it.</source>
        <translation>{file} 不是活頁簿，因此不能使用 --sheet。</translation>
    </message>
    <message>
        <source>Added: {added}, changed: {changed}, removed: {removed}.</source>
        <translation>新增：{added}，變更：{changed}，刪除：{removed}。</translation>
    </message>
    <message>
        <source>The output cannot be written: {reason}.</source>
        <translation>無法寫入輸出：{reason}。</translation>
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
        <translation>表格沒有寫明階段，因此把每一列或每一欄作為一個階段。</translation>
    </message>
    <message>
        <source>a formula whose result is not in the file</source>
        <translation>檔案中沒有結果的公式</translation>
    </message>
    <message>
        <source>“{text}”</source>
        <translation>「{text}」</translation>
    </message>
    <message>
        <source>Sheet “{sheet}”, row {row} was not read: it does not say what it belongs to.</source>
        <translation>未讀取工作表「{sheet}」的第 {row} 列：沒有寫明它屬於哪一項。</translation>
    </message>
    <message>
        <source>The template has no placeholders such as {example} in its cells.</source>
        <translation>範本的儲存格中沒有 {example} 之類的佔位符。</translation>
    </message>
    <message>
        <source>“{name}” is not a text file.</source>
        <translation>「{name}」不是文字檔案。</translation>
    </message>
    <message>
        <source>Arrows between touch points in one cell were read as flows.</source>
        <translation>同一儲存格中觸點之間的箭頭已讀取為流轉。</translation>
    </message>
    <message>
        <source>The rows that span the table were read as the stages.</source>
        <translation>橫貫表格的列已讀取為階段。</translation>
    </message>
    <message>
        <source>No label contains “stage”, so the first row or column was read as the stages.</source>
        <translation>沒有含「階段」的標籤，因此把第一列或第一欄作為階段。</translation>
    </message>
    <message>
        <source>“{label}” has cells that span several stages: their texts were entered in each stage.</source>
        <translation>「{label}」有跨多個階段的儲存格：其文字已填入每個階段。</translation>
    </message>
    <message>
        <source>“{label}” names more than one kind of item; all of them were entered as one kind.</source>
        <translation>「{label}」包含不止一類內容；已全部按同一類填入。</translation>
    </message>
    <message>
        <source>“{label}” says who it is about: “{actor}” was added as a role.</source>
        <translation>「{label}」寫明了所涉及的人：「{actor}」已新增為角色。</translation>
    </message>
    <message>
        <source>The emotions of “{label}” were read on a scale from {low} to {high}.</source>
        <translation>「{label}」的情緒按 {low} 到 {high} 的量表讀取。</translation>
    </message>
    <message>
        <source>Other sheets, which contain no journey map, were not read: {names}.</source>
        <translation>未讀取其他不含旅程地圖的工作表：{names}。</translation>
    </message>
    <message>
        <source>“{text}” spans the table and was entered in the journey&apos;s context.</source>
        <translation>「{text}」橫貫表格，已填入旅程的背景。</translation>
    </message>
    <message>
        <source>The sheet has formulas whose results are not in the file, so they were left out: {count}. To include them, save the workbook in Excel and open it again.</source>
        <translation>工作表中有公式，其結果不在檔案中，因此已略去：{count}。如需包含，請在 Excel 中儲存活頁簿後重新開啟。</translation>
    </message>
    <message>
        <source>The cells {range} of the sheet “{sheet}” describe the same map and were added to it.</source>
        <translation>工作表「{sheet}」的儲存格 {range} 描述的是同一張地圖，已一併加入。</translation>
    </message>
    <message>
        <source>The stages are side by side, one in each column.</source>
        <translation>各階段並排，每個階段一欄。</translation>
    </message>
    <message>
        <source>The stages are one below the other, one in each row.</source>
        <translation>各階段上下排列，每個階段一列。</translation>
    </message>
    <message>
        <source>“{label}” was read as the persona of each journey.</source>
        <translation>「{label}」已讀取為各旅程的主體。</translation>
    </message>
    <message>
        <source>“{label}” contains only numbers that count the items, so it was left out.</source>
        <translation>「{label}」僅為序號，因此已略去。</translation>
    </message>
    <message>
        <source>“{file}” contains several journey maps. Choose one of: {names}.</source>
        <translation>「{file}」中有多張旅程地圖。請選擇其一：{names}。</translation>
    </message>
    <message>
        <source>“{name}” contains macros, so the name of the file made from it must end in .xlsm.</source>
        <translation>「{name}」含有巨集，因此由它產生的檔案名稱必須以 .xlsm 結尾。</translation>
    </message>
    <message>
        <source>The placeholder {placeholder} is unknown and was left as it is: {cells}.</source>
        <translation>佔位符 {placeholder} 無法識別，已保持原樣：{cells}。</translation>
    </message>
    <message>
        <source>Some cells need a taller row than Excel allows, so their last lines are in the file but cannot be seen: {cells}.</source>
        <translation>有些儲存格所需的列高超出 Excel 的上限，因此末尾幾行看不到，但仍在檔案中：{cells}。</translation>
    </message>
    <message>
        <source>What was written on the sheet “{sheet}” cannot stay where it is: {cells}.</source>
        <translation>工作表「{sheet}」上寫的內容無法留在原處：{cells}。</translation>
    </message>
    <message>
        <source>“{name}” does not contain a copy of what Journey Editor exported, so its changes cannot be determined.</source>
        <translation>「{name}」中沒有 Journey Editor 匯出內容的複本，因此無法確定其中的變更。</translation>
    </message>
    <message>
        <source>The copy of what was exported is missing or damaged, so the journey was read from the tables; changes made on the map were not read.</source>
        <translation>匯出內容的複本已遺失或損壞，因此旅程是從各表格讀取的；未讀取地圖上的變更。</translation>
    </message>
    <message>
        <source>The sheet “{sheet}” is missing, so its contents were kept as they were exported.</source>
        <translation>工作表「{sheet}」已遺失，因此其內容保持匯出時的樣子。</translation>
    </message>
    <message>
        <source>The sheet “{sheet}” is missing some columns, whose values were kept as they were exported: {names}.</source>
        <translation>工作表「{sheet}」遺失了一些欄，其值保持匯出時的樣子：{names}。</translation>
    </message>
    <message>
        <source>The sheet with the map is missing, so only the tables were read.</source>
        <translation>地圖所在的工作表已遺失，因此只讀取了各表格。</translation>
    </message>
    <message>
        <source>Items changed differently in a table and on the map: {count}. The changes in the table were used.</source>
        <translation>表格和地圖上變更不一致之處：{count}。已採用表格中的變更。</translation>
    </message>
    <message>
        <source>The changes in these rows of the sheet “{sheet}” were not read, because it only shows what is on other sheets: {rows}.</source>
        <translation>工作表「{sheet}」的以下各列有變更但未讀取，因為該表只顯示其他工作表的內容：{rows}。</translation>
    </message>
    <message>
        <source>Therefore “{name}” was left as it was, and “{other}” was written to the same folder.</source>
        <translation>因此「{name}」保持原樣，並在同一資料夾中寫出了「{other}」。</translation>
    </message>
    <message>
        <source>“{name}” was not written because it could not be read back correctly. Please report this to the developers of Journey Editor.</source>
        <translation>「{name}」未寫出，因為寫出後無法正確讀回。請向 Journey Editor 的開發者回報此問題。</translation>
    </message>
    <message>
        <source>It is saved as “Strict Open XML”, to which no sheets can be added.</source>
        <translation>它以「Strict Open XML」格式儲存，無法新增工作表。</translation>
    </message>
    <message>
        <source>Its structure is protected, so no sheets can be added to it.</source>
        <translation>它的結構受保護，無法新增工作表。</translation>
    </message>
    <message>
        <source>It is digitally signed, and any change would invalidate the signature.</source>
        <translation>它帶有數位簽章，任何變更都會使簽章失效。</translation>
    </message>
    <message>
        <source>It is shared with its changes tracked, so no sheets can be added to it.</source>
        <translation>它是啟用了追蹤修訂的共用活頁簿，無法新增工作表。</translation>
    </message>
    <message>
        <source>The sheet “{sheet}”, which would be replaced, contains comments.</source>
        <translation>將被取代的工作表「{sheet}」上有註解。</translation>
    </message>
    <message>
        <source>The sheet “{sheet}”, which would be replaced, contains charts, pictures or pivot tables that were added to it.</source>
        <translation>將被取代的工作表「{sheet}」上有後來新增的圖表、圖片或樞紐分析表。</translation>
    </message>
    <message>
        <source>there is no stage above it</source>
        <translation>它上方沒有階段</translation>
    </message>
    <message>
        <source>there is no label before it</source>
        <translation>它前面沒有標籤</translation>
    </message>
    <message>
        <source>Sheet “{sheet}”, cell {cell} was not read because {why}.</source>
        <translation>未讀取工作表「{sheet}」的儲存格 {cell}，因為{why}。</translation>
    </message>
    <message>
        <source>The sheets differ in some places; the values of the sheet “{sheet}” were used.</source>
        <translation>各工作表有幾處不一致；已採用工作表「{sheet}」中的值。</translation>
    </message>
    <message>
        <source>The hidden ID column of the sheet “{sheet}” is missing, so its rows were identified by their texts.</source>
        <translation>工作表「{sheet}」遺失了隱藏的識別碼欄，因此按文字來辨認各列。</translation>
    </message>
    <message>
        <source>Sheet “{sheet}”, cell {cell}: {what} is not a valid value for “{field}”, so the previous value was kept.</source>
        <translation>工作表「{sheet}」，儲存格 {cell}：{what}不是「{field}」的有效值，因此保留原來的值。</translation>
    </message>
    <message>
        <source>Sheet “{sheet}”, cell {cell}: {what} is not a valid value for “{field}”, so it was left out.</source>
        <translation>工作表「{sheet}」，儲存格 {cell}：{what}不是「{field}」的有效值，因此已略去。</translation>
    </message>
    <message>
        <source>Sheet “{sheet}”, row {row}: “{field}” is empty, so “{name}” was used.</source>
        <translation>工作表「{sheet}」，第 {row} 列：「{field}」為空，因此採用「{name}」。</translation>
    </message>
    <message>
        <source>Sheet “{sheet}”, row {row} would lead back to where it starts, so it was left as it was.</source>
        <translation>工作表「{sheet}」的第 {row} 列會指回自己的起點，因此保持原樣。</translation>
    </message>
    <message>
        <source>The rows of the sheet “{sheet}” were sorted; this was not treated as a new order.</source>
        <translation>工作表「{sheet}」的列經過排序，但不視為新的順序。</translation>
    </message>
    <message>
        <source>There is no style named “{name}”. Choose one of: {names}.</source>
        <translation>沒有名為「{name}」的樣式。可選：{names}。</translation>
    </message>
    <message>
        <source>The workbook&apos;s data part is missing or damaged, so the journey was read from what the other sheets show.</source>
        <translation>活頁簿的資料部分已遺失或損壞，因此旅程是根據其他工作表顯示的內容讀取的。</translation>
    </message>
    <message>
        <source>Characters that an Excel file cannot hold were replaced by {mark}; texts altered: {count}, the first being “{text}”.</source>
        <translation>Excel 檔案不能容納的字元已取代為 {mark}；變更的文字數：{count}，第一處為「{text}」。</translation>
    </message>
    <message>
        <source>Text was cut after {limit} characters, the most that a cell of Excel holds; sheet “{sheet}”, cells: {cells}.</source>
        <translation>文字在 {limit} 個字元處截斷，這是 Excel 儲存格的上限；工作表「{sheet}」，儲存格：{cells}。</translation>
    </message>
    <message>
        <source>Some cells need a taller row than Excel allows, so their last lines are in the file but cannot be seen; sheet “{sheet}”, cells: {cells}.</source>
        <translation>有些儲存格所需的列高超出 Excel 的上限，因此末尾幾行看不到，但仍在檔案中；工作表「{sheet}」，儲存格：{cells}。</translation>
    </message>
    <message>
        <source>“{name}” is too large to be read as a journey map.</source>
        <translation>「{name}」太大，無法作為旅程地圖讀取。</translation>
    </message>
    <message>
        <source>“{name}” is encrypted: remove its password in Excel, then open it again.</source>
        <translation>「{name}」已加密：請在 Excel 中取消密碼，然後重新開啟。</translation>
    </message>
    <message>
        <source>“{name}” is damaged and cannot be read.</source>
        <translation>「{name}」已損壞，無法讀取。</translation>
    </message>
    <message>
        <source>“{name}” cannot be read: its name must end in {suffixes}.</source>
        <translation>無法讀取「{name}」：檔案名稱必須以 {suffixes} 結尾。</translation>
    </message>
    <message>
        <source>No style can be taken from “{name}”: no sheet has a header row with cells below it.</source>
        <translation>無法從「{name}」提取樣式：沒有工作表含有標題列及其下方的儲存格。</translation>
    </message>
    <message>
        <source>Sheet “{sheet}”, cell {cell}: the order follows the touch points that the items are about, so it was not changed.</source>
        <translation>工作表「{sheet}」，儲存格 {cell}：各項的順序由其所屬的觸點決定，因此未變更。</translation>
    </message>
    <message>
        <source>“{name}” is empty.</source>
        <translation>「{name}」是空檔案。</translation>
    </message>
    <message>
        <source>“{name}” is not an Excel workbook (.xlsx).</source>
        <translation>「{name}」不是 Excel 活頁簿 (.xlsx)。</translation>
    </message>
    <message>
        <source>“{name}” is in the old Excel format (.xls): save it as .xlsx, then open it again.</source>
        <translation>「{name}」是舊的 Excel 格式 (.xls)：請另存成 .xlsx，然後重新開啟。</translation>
    </message>
    <message>
        <source>“{name}” is a binary workbook (.xlsb): save it as .xlsx, then open it again.</source>
        <translation>「{name}」是二進位活頁簿 (.xlsb)：請另存成 .xlsx，然後重新開啟。</translation>
    </message>
    <message>
        <source>There is no journey map in “{file}”.</source>
        <translation>「{file}」中沒有旅程地圖。</translation>
    </message>
    <message>
        <source>There is no journey map on the sheet “{sheet}” of “{file}”.</source>
        <translation>「{file}」的工作表「{sheet}」上沒有旅程地圖。</translation>
    </message>
    <message>
        <source>“{name}” was deleted in one place of the workbook and changed in another.</source>
        <translation>「{name}」在活頁簿的一處被刪除，在另一處被變更。</translation>
    </message>
    <message>
        <source>“{name}” was changed to “{table}” in the table and to “{map}” on the map.</source>
        <translation>「{name}」在表格中改成了「{table}」，在地圖上改成了「{map}」。</translation>
    </message>
    <message>
        <source>“{file}” has no sheet named “{sheet}”. Choose one of: {names}.</source>
        <translation>「{file}」中沒有名為「{sheet}」的工作表。可選：{names}。</translation>
    </message>
    <message>
        <source>The cells {range} are not part of the map and were not read.</source>
        <translation>儲存格 {range} 不屬於地圖，未讀取。</translation>
    </message>
    <message>
        <source>The sheet has comments, which were not read: {count}.</source>
        <translation>工作表中有註解，未讀取：{count}。</translation>
    </message>
    <message>
        <source>The sheet has pictures, charts or text boxes, which were not read.</source>
        <translation>工作表中有圖片、圖表或文字框，未讀取。</translation>
    </message>
    <message>
        <source>The table has a row for each touch point.</source>
        <translation>表格中每個觸點一列。</translation>
    </message>
    <message>
        <source>The table has a column for each touch point.</source>
        <translation>表格中每個觸點一欄。</translation>
    </message>
    <message>
        <source>The workbook was written by Journey Editor, so nothing had to be guessed.</source>
        <translation>該活頁簿由 Journey Editor 寫成，因此無需推測。</translation>
    </message>
    <message>
        <source>The table has the form in which Journey Editor writes it, so nothing had to be guessed.</source>
        <translation>該表格採用 Journey Editor 寫出的格式，因此無需推測。</translation>
    </message>
    <message>
        <source>“{label}” was read as the stages.</source>
        <translation>「{label}」已讀取為階段。</translation>
    </message>
    <message>
        <source>“{label}” was read as touch points.</source>
        <translation>「{label}」已讀取為觸點。</translation>
    </message>
    <message>
        <source>“{label}” was read as challenges.</source>
        <translation>「{label}」已讀取為挑戰。</translation>
    </message>
    <message>
        <source>“{label}” was read as metrics.</source>
        <translation>「{label}」已讀取為指標。</translation>
    </message>
    <message>
        <source>“{label}” was read as opportunities.</source>
        <translation>「{label}」已讀取為機會點。</translation>
    </message>
    <message>
        <source>“{label}” was read as flows to other touch points.</source>
        <translation>「{label}」已讀取為通往其他觸點的流轉。</translation>
    </message>
    <message>
        <source>“{label}” was kept as a lane.</source>
        <translation>「{label}」已保留為泳道。</translation>
    </message>
    <message>
        <source>“{label}” was read as the field “{field}” of the touch points.</source>
        <translation>「{label}」已讀取為觸點的「{field}」欄位。</translation>
    </message>
    <message>
        <source>The journey was read from the sheet “{sheet}”, cells {range}.</source>
        <translation>旅程讀取自工作表「{sheet}」的儲存格 {range}。</translation>
    </message>
    <message>
        <source>The journey is too large for Excel, which has {columns} columns and {rows} rows.</source>
        <translation>旅程太大，超出了 Excel 的 {columns} 欄、{rows} 列。</translation>
    </message>
    <message>
        <source>The sheet “{sheet}” lists the same stages and touch points; it was read as details.</source>
        <translation>工作表「{sheet}」列出了相同的階段和觸點，已作為詳情讀取。</translation>
    </message>
</context>
<context>
    <name>model</name>
    <message>
        <source>Select a stage or a touch point to paste this on.</source>
        <translation>請選擇要貼上的階段或觸點。</translation>
    </message>
    <message>
        <source>There is no folder “{folder}”.</source>
        <translation>沒有資料夾「{folder}」。</translation>
    </message>
    <message>
        <source>There is no file “{name}”.</source>
        <translation>沒有檔案「{name}」。</translation>
    </message>
    <message>
        <source>“{name}” is a folder, not a file.</source>
        <translation>「{name}」是資料夾，不是檔案。</translation>
    </message>
    <message>
        <source>“{name}” cannot be read: {reason}.</source>
        <translation>無法讀取「{name}」：{reason}。</translation>
    </message>
    <message>
        <source>“{name}” was not written, because the disk is full.</source>
        <translation>未寫入「{name}」，因為磁碟已滿。</translation>
    </message>
    <message>
        <source>“{name}” was not written, because there is no folder “{folder}”.</source>
        <translation>未寫入「{name}」，因為沒有資料夾「{folder}」。</translation>
    </message>
    <message>
        <source>“{name}” was not written: {reason}.</source>
        <translation>未寫入「{name}」：{reason}。</translation>
    </message>
    <message>
        <source>“{name}” is neither a journey (.journey) nor a workbook (.xlsx).</source>
        <translation>「{name}」既不是旅程 (.journey)，也不是活頁簿 (.xlsx)。</translation>
    </message>
    <message>
        <source>“{name}” is neither a journey (.journey) nor a workbook (.xlsx) nor a table ({suffixes}).</source>
        <translation>「{name}」既不是旅程 (.journey)，也不是活頁簿 (.xlsx) 或表格 ({suffixes})。</translation>
    </message>
    <message>
        <source>“{name}” cannot be written: its name must end in {suffixes}.</source>
        <translation>無法寫入「{name}」：檔案名稱必須以 {suffixes} 結尾。</translation>
    </message>
    <message>
        <source>A journey must have exactly one record of type “journey”, not {count}.</source>
        <translation>一個旅程必須恰好有一條類型為「journey」的記錄，而不是 {count} 條。</translation>
    </message>
    <message>
        <source>Two records have the same ID.</source>
        <translation>兩條記錄的識別碼相同。</translation>
    </message>
    <message>
        <source>The journey has changed in the meantime, so this can no longer be applied. Please try again.</source>
        <translation>旅程已有變動，無法再套用此操作。請重試。</translation>
    </message>
    <message>
        <source>{before} cannot become {after}.</source>
        <translation>{before}不能變成{after}。</translation>
    </message>
    <message>
        <source>The ID of a record cannot be changed.</source>
        <translation>記錄的識別碼不能變更。</translation>
    </message>
    <message>
        <source>{record} refers to something that is not in the journey, in its field “{field}”.</source>
        <translation>{record}的「{field}」欄位所指的內容不在旅程中。</translation>
    </message>
    <message>
        <source>{record} cannot refer to {target} in its field “{field}”.</source>
        <translation>{record}的「{field}」欄位不能指向{target}。</translation>
    </message>
    <message>
        <source>{record} still refers to something that would be removed.</source>
        <translation>仍有{record}指向將被移除的內容。</translation>
    </message>
    <message>
        <source>What this belongs to is no longer in the journey.</source>
        <translation>此項所屬的內容已不在旅程中。</translation>
    </message>
    <message>
        <source>Only items of the same kind can be moved together.</source>
        <translation>只有同一類的項目可以一起移動。</translation>
    </message>
    <message>
        <source>Only items that stand in a row can be reordered.</source>
        <translation>只有依序排列的項目可以調整順序。</translation>
    </message>
    <message>
        <source>The journey itself cannot be deleted.</source>
        <translation>旅程本身不能刪除。</translation>
    </message>
    <message>
        <source>{record} cannot have the {field} {value}; it is one of {choices}.</source>
        <translation>{record}的{field}不能是 {value}；只能是以下之一：{choices}。</translation>
    </message>
    <message>
        <source>“{name}” cannot be read: you do not have permission to read it, or another program has locked it.</source>
        <translation>無法讀取「{name}」：沒有讀取權限，或被其他程式鎖定。</translation>
    </message>
    <message>
        <source>“{name}” was not written, because a folder with that name already exists.</source>
        <translation>未寫入「{name}」，因為已有同名資料夾。</translation>
    </message>
    <message>
        <source>“{name}” was not written: it is open in another program, or you do not have permission to write there.</source>
        <translation>未寫入「{name}」：它已在其他程式中開啟，或沒有寫入權限。</translation>
    </message>
    <message>
        <source>{record} cannot have {value} as its {field}.</source>
        <translation>{record}的{field}不能是 {value}。</translation>
    </message>
    <message>
        <source>Only touch points and notes can be pinned.</source>
        <translation>只有觸點和便籤可以固定。</translation>
    </message>
    <message>
        <source>A flow cannot lead back to where it starts.</source>
        <translation>流轉不能指回自己的起點。</translation>
    </message>
</context>
<context>
    <name>panels</name>
    <message>
        <source>“{text}” is not a number.</source>
        <translation>「{text}」不是數字。</translation>
    </message>
    <message>
        <source>“{text}” is not a whole number from {low} to {high}.</source>
        <translation>「{text}」不是 {low} 到 {high} 之間的整數。</translation>
    </message>
    <message>
        <source>“{text}” is not a number from {low} to {high}.</source>
        <translation>「{text}」不是 {low} 到 {high} 之間的數字。</translation>
    </message>
    <message>
        <source>“{text}” is not a date, such as 2024-05-31.</source>
        <translation>「{text}」不是日期（例如 2024-05-31）。</translation>
    </message>
    <message>
        <source>Enter observations in the inspector.</source>
        <translation>請在屬性面板中輸入觀測值。</translation>
    </message>
    <message>
        <source>“{text}” is not possible here. Enter one of: {choices}.</source>
        <translation>此處不能填「{text}」。請填寫以下之一：{choices}。</translation>
    </message>
    <message>
        <source>Nothing named “{text}” can be entered here.</source>
        <translation>沒有名為「{text}」且可填於此處的內容。</translation>
    </message>
    <message>
        <source>Several items are named “{text}”: choose one from the list.</source>
        <translation>有多個項目名為「{text}」：請從清單中選擇。</translation>
    </message>
    <message>
        <source>The table has too few cells here for what is to be pasted.</source>
        <translation>此處的儲存格少於要貼上的內容。</translation>
    </message>
    <message>
        <source>Add the first one on the map, where you can see what it belongs to.</source>
        <translation>請先在圖上新增第一項，在那裡可以看到它屬於什麼。</translation>
    </message>
    <message>
        <source>This cell cannot be empty.</source>
        <translation>此儲存格不能為空。</translation>
    </message>
    <message>
        <source>“{text}” is not a colour, such as #3b6fb6.</source>
        <translation>「{text}」不是顏色，顏色應如 #3b6fb6。</translation>
    </message>
</context>
<context>
    <name>publish</name>
    <message>
        <source>There is nothing on the map yet, so there is no picture to write.</source>
        <translation>地圖上還沒有內容，因此沒有可寫的圖片。</translation>
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
        <translation>記錄必須是帶有 type 的 JSON 物件。</translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation>檔案是空的。</translation>
    </message>
    <message>
        <source>“{name}” is not an ordinary file.</source>
        <translation>「{name}」不是一般檔案。</translation>
    </message>
    <message>
        <source>This is not a journey file.</source>
        <translation>這不是旅程檔案。</translation>
    </message>
    <message>
        <source>“{name}”, line {line}: {reason}</source>
        <translation>「{name}」第 {line} 行：{reason}</translation>
    </message>
    <message>
        <source>“{name}” is empty.</source>
        <translation>「{name}」是空檔案。</translation>
    </message>
    <message>
        <source>“{name}” is not a journey (.journey).</source>
        <translation>「{name}」不是旅程 (.journey)。</translation>
    </message>
    <message>
        <source>“{name}”: {reason}</source>
        <translation>「{name}」：{reason}</translation>
    </message>
    <message>
        <source>This version of Journey Editor does not know records of type {type}.</source>
        <translation>此版本的 Journey Editor 不支援類型為 {type} 的記錄。</translation>
    </message>
    <message>
        <source>{record} is missing its ID.</source>
        <translation>{record}缺少識別碼。</translation>
    </message>
    <message>
        <source>{record} has no field {field} in this version of Journey Editor.</source>
        <translation>在此版本的 Journey Editor 中，{record}沒有欄位 {field}。</translation>
    </message>
    <message>
        <source>{record} is missing its {field}.</source>
        <translation>{record}缺少「{field}」。</translation>
    </message>
    <message>
        <source>This is not a journey file, because it is not UTF-8 text.</source>
        <translation>這不是旅程檔案：它不是 UTF-8 文字。</translation>
    </message>
    <message>
        <source>This file was written by a newer version ({program}) in format {version}; this version reads formats up to {known}. Please update Journey Editor.</source>
        <translation>此檔案由較新的版本 ({program}) 以格式 {version} 寫成，而此版本最高只能讀取格式 {known}。請更新 Journey Editor。</translation>
    </message>
    <message>
        <source>This version of Journey Editor does not know the field {field} of a file.</source>
        <translation>此版本的 Journey Editor 不支援檔案的欄位 {field}。</translation>
    </message>
    <message>
        <source>The file has no list of records.</source>
        <translation>檔案中沒有記錄清單。</translation>
    </message>
    <message>
        <source>The file is cut off here.</source>
        <translation>檔案在此處中斷。</translation>
    </message>
    <message>
        <source>This is not valid JSON: {reason}.</source>
        <translation>這不是有效的 JSON：{reason}。</translation>
    </message>
    <message>
        <source>A number has too many digits.</source>
        <translation>數字的位數太多。</translation>
    </message>
    <message>
        <source>A field occurs twice.</source>
        <translation>有一個欄位出現了兩次。</translation>
    </message>
    <message>
        <source>The unsaved changes cannot be recovered: {reason}.</source>
        <translation>無法復原未儲存的變更：{reason}。</translation>
    </message>
    <message>
        <source>{value} is not a number that a journey can hold.</source>
        <translation>{value} 不是旅程能容納的數字。</translation>
    </message>
    <message>
        <source>The recovery log cannot be written: {reason}.</source>
        <translation>無法寫入復原記錄檔：{reason}。</translation>
    </message>
</context>
</TS>
