"""The file that a workbook is: a zip of parts, cells as they are stored, writing in one step, long work.

May import model and table.
"""
