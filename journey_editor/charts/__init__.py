"""pyqtgraph widgets that draw what analysis returned.

May import model, document, drawing and analysis.
"""
