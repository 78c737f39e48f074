"""Packages between laptops: what one knows, told to the others, and what the others make of it."""
