"""What a person sets once on a computer, and what the program is made of."""

SETTINGS, ABOUT, GUIDE = "settings", "about", "guide"
"""What is about the program itself: two sheets, and pages to read."""
