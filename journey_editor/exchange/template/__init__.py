"""A user's workbook with placeholders, filled with a journey.

May import model, openpyxl, table, file and style.
"""
