"""What a table is, whatever file it stands in: its grid, what cells hold and show, the journey as a table.

May import model.
"""
