"""Pictures and pages for other people, painted by drawing.

May import the rooms without Qt, document and drawing.
"""

from .pages import PAPERS
from .image_files import png_bytes, write_picture

__all__ = ["PAPERS", "png_bytes", "write_picture"]
