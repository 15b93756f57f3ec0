"""Journey to and from the files of other programs.

May import model, openpyxl and the like; knows no Qt.
"""
