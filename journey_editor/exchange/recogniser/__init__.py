"""Strangers' tables become journeys: where a table is, what its labels and cells say, its records, and a report.

May import model, files, spreadsheet, the modules beside the parts, and rapidfuzz.
"""
