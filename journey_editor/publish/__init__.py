"""Pictures and pages for other people, painted by drawing.

May import model, document and drawing.
"""
