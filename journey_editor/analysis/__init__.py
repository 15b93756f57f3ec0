"""Journey to findings and numbers.

May import model, networkx and numpy; knows no Qt.
"""
