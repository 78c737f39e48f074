"""Documents for the secretariat's own programs: workbooks, lists, and texts that can be edited."""
