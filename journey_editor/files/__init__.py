"""Files as a whole: saved in one step, their errors and suffixes, progress and cancel.

May import the standard library, and of the model only what errors are told in.
"""
