"""Strangers' tables become journeys: where a table is, what its lines are for, its records, and a report.

May import model, table, file and words.
"""
