"""Programmes as others write them: calendars, schedules, tables, our own templates, concept notes."""
