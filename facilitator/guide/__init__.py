"""The guide: some pages on how to use the program, with pictures of it as it is, in one language."""
