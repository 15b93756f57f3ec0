"""Journey to positions and routes.

May import model, networkx and numpy; knows no Qt.
"""
