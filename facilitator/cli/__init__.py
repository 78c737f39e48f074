"""The command line: headless, for the secretariat, tests and other programs."""
