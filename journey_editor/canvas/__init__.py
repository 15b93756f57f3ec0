"""The map on screen: the view, the in-place editor, one file a gesture.

May import model, document and drawing.
"""
