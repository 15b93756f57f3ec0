"""Journeys in CSV, TSV, Markdown and HTML, in files and on the clipboard.

May import model, files, spreadsheet, recogniser, the modules beside the parts, and of those that bring parts together
`workbooks`, which reads what has our form exactly.
"""
