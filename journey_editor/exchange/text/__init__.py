"""Journeys in CSV, TSV, Markdown and HTML, in files and on the clipboard.

May import model, table, file, words and reading.
"""
