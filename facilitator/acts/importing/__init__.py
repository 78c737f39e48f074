"""What comes in, and what becomes of it: one module for each kind of thing."""
