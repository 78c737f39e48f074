"""What a person sets once on a computer, what keeps the workshop, and what the program is made of."""

SETTINGS, ABOUT, GUIDE, SAFETY, LAPTOPS = "settings", "about", "guide", "safety", "laptops"
"""What is over the page: sheets, and pages to read."""
LOCK = "lock"
"""No sheet, but what takes the place of all there is."""
