"""Views beside the canvas: outline and inspector.

May import model, document and drawing.
"""
