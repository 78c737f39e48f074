"""What a person sets once on a computer, and what the program is made of."""

SETTINGS, ABOUT = "settings", "about"
"""The sheets there are."""
