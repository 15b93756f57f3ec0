"""Views beside the canvas: outline, table and inspector.

May import the rooms without Qt, document and drawing.
"""
