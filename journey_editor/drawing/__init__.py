"""Journey and arrangement become a Picture; the one painter and its looks.

May import model, layout and QtGui.
"""
