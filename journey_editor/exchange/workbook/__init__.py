"""Our workbooks: their sheets, written and read side by side, and what was edited in them since.

May import model, files, spreadsheet, recogniser, the modules beside the parts, and openpyxl.
"""
