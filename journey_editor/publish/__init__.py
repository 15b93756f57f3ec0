"""Pictures and pages for other people, painted by drawing.

May import model, document and drawing.
"""

from .pages import PAPERS
from .pictures import FORMATS, png_bytes, write_picture

__all__ = ["FORMATS", "PAPERS", "png_bytes", "write_picture"]
