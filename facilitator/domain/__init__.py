"""What is true in the room: plain values and rules, without clock, file, screen or language."""
