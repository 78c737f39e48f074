"""Notes and what is coded in them, in the formats that programs for the analysis of texts read."""
