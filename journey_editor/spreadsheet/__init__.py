"""The .xlsx format without journeys: a package and its parts, cells, number formats, styles, texts and their widths.

May import files, openpyxl, and of the model only what errors are told in.
"""
