"""The file of a workshop: one SQLite database, its journal, and what may befall it."""
