"""The window, its actions, settings and jobs: the only place that wires the rooms.

May import anything.
"""
