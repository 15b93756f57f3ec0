"""Views beside the canvas: outline, table and inspector.

May import model, document and drawing.
"""
