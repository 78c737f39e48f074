"""What people do here: one function an act or question, and the desk as the one door."""
