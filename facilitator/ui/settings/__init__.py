"""What a person sets once on a computer, what keeps the workshop, and what the program is made of."""

SETTINGS, ABOUT, GUIDE, SAFETY, LAPTOPS = "settings", "about", "guide", "safety", "laptops"
"""What is over the page: sheets, and pages to read."""
READINESS, PROGRAMME, PEOPLE = "ready", "programme", "people"
"""What is looked at before a panel, and where two kinds of things are mended: both at the setup desk."""
LOCK = "lock"
"""No sheet, but what takes the place of all there is."""
