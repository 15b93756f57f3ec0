"""The looks that workbooks can be written in, or that one of the user's has, and the room that a text takes.

May import model, openpyxl and file.
"""
