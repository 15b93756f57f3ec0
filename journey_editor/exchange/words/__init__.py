"""What labels and cells say: synonyms in many languages, bullets and lists, scales of emotions and the like.

May import model, table and rapidfuzz.
"""
