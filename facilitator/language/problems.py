"""What is wrong with a row of a list that comes in, in words."""

from __future__ import annotations

from facilitator.language.speech import mark

PROBLEMS: dict[str, str] = {
    "name_missing": mark("the name is missing"),
    "heads_section": mark("a section (so taken) or a person? Choose under “Means”"),
    "number_taken": mark("somebody else has this short number; it was left out"),
    "no_number": mark("this is no short number; it was left out"),
    "more_cells": mark("it has more cells than there are columns"),
    "unreadable": mark("“{field}” cannot be read"),
    "rule_unreadable": mark("the rule by which it repeats cannot be read; only its first time counts"),
    "start_missing": mark("no beginning is given"),
    "end_missing": mark("neither an end nor a length is given"),
    "ends_before_it_begins": mark("it ends before it begins"),
    "title_missing": mark("the title is missing"),
    "text_missing": mark("the text is missing"),
    "changed_since": mark("the text was changed in the workshop since"),
    "no_such_recommendation": mark("no recommendation has this id"),
    "no_such_number": mark("no recommendation of the ledger has this number"),
    "no_such_panel": mark("there is no panel of this number"),
    "not_as_allowed": mark("a cell says what is not allowed there"),
    "all_day": mark("it lasts all day, without a time at which it begins"),
    "cancelled": mark("it was cancelled"),
    "repeats_too_often": mark("it repeats more than 60 times; the first 60 were taken"),
    "date_missing": mark("no days are named; the panels were put on the coming day"),
    "instrument_has_two_names": mark(
        "“{field}” is called otherwise elsewhere in the note; decide for one name"
    ),
    "mark_left_over": mark("{field} was left over by a word processor; it was left out"),
    "number_is_no_panel": mark("number {field} stands among the panels and is none; it was left out"),
    "panel_untitled": mark("panel {field} has no title; give it one"),
    "resolution_of_another_day": mark("{field} was adopted on another day; check the date"),
    "resolution_of_another_year": mark("{field} was adopted in another year; correct the year"),
    "resolution_omitted": mark("{field} belongs to this series and is not named; decide whether to add it"),
    "symbol_without_prefix": mark("{field} lacks its prefix A/; it was added"),
    "panel_is_there": mark(
        "panel {field} of the programme asks about the same and stays as it is; compare the wording"
    ),
    "has_sat": mark("its panel has sat already and stays as it is"),
    "overlaps": mark("it begins before the panel before it ends"),
    "overlaps_panel": mark("it overlaps panel {field}; minutes: {minutes}"),
    "seconds_differ": mark("its length is not that between beginning and end; the length was taken"),
}
"""What is wrong with a row of a list that comes in."""
IS_A_PERSON = "--map category:CELL=-"
TYPED = {
    "heads_section": mark("a section (so taken) or a person? For a person type {option}"),
}
"""The same at the command line, which has no list of words to choose from."""
