"""A user's workbook with placeholders, filled with a journey.

May import model, files, spreadsheet, the modules beside the parts, and openpyxl.
"""
