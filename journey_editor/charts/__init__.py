"""pyqtgraph widgets that draw what analysis returned.

May import the rooms without Qt, document, drawing and pyqtgraph.
"""
