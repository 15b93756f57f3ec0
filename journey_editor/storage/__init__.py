"""The native file and the recovery log.

May import model, files and the standard library; knows no Qt.
"""

from .native import BadFile, dumps, load, loads, save

__all__ = ["BadFile", "dumps", "load", "loads", "save"]
