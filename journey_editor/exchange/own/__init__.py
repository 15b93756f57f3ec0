"""Workbooks of our own: what their sheets hold, and what somebody edited in them since they were exported.

May import model, openpyxl, table, file, words and reading.
"""
