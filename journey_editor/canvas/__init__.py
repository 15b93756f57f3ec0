"""The map on screen: the view, the in-place editor, one file a gesture.

May import the rooms without Qt, document and drawing.
"""
