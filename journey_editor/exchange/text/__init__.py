"""Journeys in CSV, TSV, Markdown and HTML, in files and on the clipboard.

May import model, files, spreadsheet, recogniser and the modules beside the parts.
"""
