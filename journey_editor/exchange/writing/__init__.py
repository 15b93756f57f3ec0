"""The journey as an Excel workbook: its sheets, and how they get into a workbook that is there already.

May import model, openpyxl, table, file, own and style.
"""
