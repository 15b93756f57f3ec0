"""The native file and the recovery log.

May import model and the standard library; knows no Qt.
"""
