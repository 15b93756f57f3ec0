"""Journey and arrangement become a Picture; the one painter and its looks.

May import the rooms without Qt and QtGui.
"""
