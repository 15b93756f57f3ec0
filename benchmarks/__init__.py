"""What must be fast, timed against a peer or a floor in the same run: `make bench`."""
