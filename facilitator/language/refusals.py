"""The sentence for everything the rules refuse and the world spoils: what, where, and what to do."""

from __future__ import annotations

from facilitator.domain.refusals import Explained
from facilitator.language.package_refusals import OF_PACKAGES
from facilitator.language.speech import Language, mark

SENTENCES: dict[str, str] = {
    # the rules
    "already_called_twice": mark("{name} was called in vain before. Mark the participant as absent instead."),
    "already_named": mark("This place is that of {name}. Use “Somebody else” to correct who spoke."),
    "already_paused": mark("The clock stands still already. Press F5 to let it run."),
    "already_spoken": mark(
        "{name} has spoken in this panel, where everybody speaks once. The rule can be changed."
    ),
    "already_there": mark("There is already something called {key}."),
    "already_waiting": mark("{name} is waiting already. Give the floor or withdraw that request first."),
    "bad_rule": mark("There is no rule {rule}, or it cannot have this value. Look it up under “Rules”."),
    "bad_time": mark("This time cannot be: {field}. Give one that is neither below zero nor in the future."),
    "before_opening": mark(
        "The intervention would have begun more than a day before the panel was opened. Correct the time."
    ),
    "clock_backwards": mark("The time of this line lies before an earlier one. Put the lines in order."),
    "ends_before_beginning": mark("An intervention ends after it has begun. Correct the times."),
    "floor_taken": mark("Somebody has the floor. Look at the screen and press again."),
    "group_has_floor": mark(
        "Somebody of the overdrawn group has the floor. Wait until the intervention has ended."
    ),
    "list_already_closed": mark("The list is closed already."),
    "list_already_open": mark("The list is open already."),
    "list_closed": mark("The list of speakers is closed. Reopen it to add somebody."),
    "no_budget": mark("There is no budget of time for it. Set one first."),
    "no_overdraft": mark("No group has overdrawn its budget of time."),
    "no_panel_open": mark("No panel is open. Open one first."),
    "no_side_clock": mark("The small clock is not set. Set its time first."),
    "no_override": mark("There is nothing to explain: nobody else would have been next."),
    "not_suggested": mark("This is not suggested any more. Look at the screen and press again."),
    "nobody_speaking": mark("Nobody has the floor."),
    "nobody_waiting": mark("Nobody is waiting. Add a speaker first."),
    "not_answerable": mark(
        "A reply answers a statement that waits or was made. Choose that one, or ask without naming any."
    ),
    "not_paused": mark("The clock is running."),
    "not_present": mark("{name} is not in the room. Mark the participant as present first."),
    "not_a_quotation": mark(
        "Only of a verbatim quotation it is told how it was heard. Make the note one first."
    ),
    "note_has_one_half": mark(
        "There is nothing to split here. Put the cursor between two parts of the note."
    ),
    "notes_apart": mark("Notes of two panels do not become one. Move one of them first."),
    "not_understood": mark("This was not understood: {field}. See what an act takes with “do --list”."),
    "not_waiting": mark("This request is not waiting any more. Look at the list again."),
    "nothing_left": mark("Nothing would be left of another intervention. Put that one right first."),
    "nothing_to_redo": mark("There is nothing to bring back."),
    "nothing_to_restore": mark("Nobody has spoken yet, so nobody can be put back on the list."),
    "nothing_to_undo": mark("There is nothing to take back."),
    "order_incomplete": mark(
        "A new order must name everybody who waits exactly once. Look at the list again."
    ),
    "outside_interrupted": mark(
        "An interruption lies within the intervention that it interrupts. Put the other one right first."
    ),
    "panel_already_open": mark("Panel {number} is open. Close it first."),
    "panel_has_no_time": mark("A panel must start before it ends. Correct the times."),
    "panel_not_open": mark("The panel is not open at the moment. Open it first."),
    "protected": mark(
        "Nobody comes into the next {places} places from behind. Give the floor directly, or change the rule."
    ),
    "queue_full": mark("{most} are waiting already, as many as may. Wait, or raise the number."),
    "floor_elsewhere": mark(
        "The laptop {name} holds the floor. Have it handed over, or take it over under “Between laptops”."
    ),
    "stale_press": mark("Somebody else has the floor by now. Look at the screen and press again."),
    "stale_text": mark("The text was changed meanwhile; it now reads: {text}. Yours is still in the line."),
    "panel_not_ready": mark("Panel {number} is not ready: see to what is missing first."),
    "panel_has_sat": mark("Panel {number} has sat already: this stays as it was."),
    "panel_told": mark(
        "Panel {number} cannot be removed: something was asked for, said or noted in it. Close it instead."
    ),
    "sits_already": mark("{name} sits at this panel already. Change the seat that is there."),
    "time_is_over": mark("Panel {number} sits and this time is over. Give a later one."),
    "still_in_use": mark("{name} cannot be removed: the panels or people of this workshop tell of it."),
    "text_too_long": mark("This is too long: {field}. Shorten it to {most} characters."),
    "undo_beside_others": mark("{name} changed the same unseen: this cannot be taken back. Change it anew."),
    "undo_conflict": mark("This cannot be taken back: what it changed has been changed again since."),
    "unknown_act": mark("There is no act called {act}. See all of them with “do --list”."),
    "no_panel_yet": mark("There is no panel yet. Set one up first."),
    "unknown_reference": mark("There is no {kind} {id} in this workshop. Check the id."),
    # the ledger
    "already_gone": mark("This recommendation does not stand any more ({status}). Choose the one it became."),
    "change_settled": mark("This proposal was accepted or rejected already. Propose the text once more."),
    "consent_missing": mark("Nobody agreed to be shown at level {level}. Record the consent first."),
    "into_itself": mark("A recommendation cannot be merged into itself. Choose another one."),
    "no_such_step": mark("There is no step from {was} to {to}. Possible: {possible}."),
    "reason_missing": mark("Say why: the reason is kept with this step."),
    # the report
    "paragraph_final": mark("This paragraph is final. Mark it as a draft again before you change it."),
    "section_in_hand": mark("This section is in hand already. Its paragraphs can be changed as they stand."),
    "source_in_section": mark("It stands in this section already. Move that paragraph instead."),
    "source_protected": mark("This stays with the team and never enters a report. Choose another source."),
    # the file
    "disk_full": mark(
        "The disk is full: the last act was NOT saved in {file}. Free some space and repeat it."
    ),
    "file_cut_short": mark("{file} is cut short: a part of it is missing. Restore it from a copy."),
    "file_damaged": mark("{file} is damaged. It was left as it is; restore it from a copy."),
    "file_empty": mark("{file} is empty (0 bytes). Restore it from a copy or make a new workshop."),
    "acts_lost": mark(
        "The last acts are missing from {file}: {n}. Restore a snapshot, or rescue what can be read."
    ),
    "copied_while_open": mark(
        "{file} was copied while it was open: what was done last is missing. Take a snapshot of it there, or "
        "rescue what can be read."
    ),
    "file_encrypted": mark("{file} is encrypted. Give its passphrase or its recovery code."),
    "wrong_passphrase": mark("This does not open {file}. Check the passphrase, or type the recovery code."),
    "passphrase_too_short": mark("A passphrase has at least {least} characters. Choose a longer one."),
    "passphrases_differ": mark("The two passphrases differ. Type the same one twice."),
    "no_passphrase": mark("There is nobody to ask for a passphrase. Give it by {name}."),
    "not_a_recovery_code": mark("This is no recovery code. Compare it with the print, letter by letter."),
    "file_gone": mark(
        "{file} was deleted, moved or replaced: this was NOT saved. Make a snapshot now under “Safety”; it "
        "holds all that was done before."
    ),
    "file_exists": mark("{file} is there already. Choose another name; nothing is replaced."),
    "file_locked": mark("{file} is open in another Facilitator. Close it there, then open it here."),
    "file_missing": mark("There is no file {file} in {folder}. Check the name."),
    "file_newer": mark("{file} was written by a newer Facilitator. Install that version to open it."),
    "folder_read_only": mark("Nothing can be written to {folder}. Copy {file} to a folder of yours."),
    "nothing_to_rescue": mark("Nothing of {file} can be read any more. Restore it from a snapshot."),
    "snapshot_damaged": mark("The snapshot {file} is damaged itself. Choose another; nothing was changed."),
    "snapshot_unsound": mark(
        "No snapshot was made: what was written cannot be read. Check {file} and the disk."
    ),
    "workshop_flawed": mark("{file} is not sound. Restore a snapshot, or rescue what can be read."),
    "not_a_workshop": mark("{file} is not a Facilitator workshop. Choose a file that Facilitator made."),
    "write_failed": mark("{file} could not be written. Check the disk and repeat the last act."),
    # what comes in and goes out
    "import_stopped": mark("The import was stopped. Nothing has come in."),
    "table_missing": mark("There is no file {file} in {folder}. Check the name. Nothing was imported."),
    "table_is_folder": mark("{file} is a folder. Name the list in it. Nothing was imported."),
    "table_unreadable": mark("{file} cannot be read. Check who may open it. Nothing was imported."),
    "table_too_big": mark(
        "{file} is larger than {megabytes} megabytes, more than any list. Nothing was imported."
    ),
    "table_empty": mark("{file} has no rows. Choose the list itself. Nothing was imported."),
    "table_protected": mark(
        "{file} wants a password. Save it without one and import that. Nothing was imported."
    ),
    "workbook_damaged": mark(
        "{file} is a damaged workbook and cannot be read. Save it anew and import that. Nothing was imported."
    ),
    "not_a_table": mark(
        "{file} is not a list. Save it as CSV or as a workbook and import that. Nothing was imported."
    ),
    "not_a_programme": mark(
        "No event with a time was found in {file}. Choose a calendar, a schedule or a table. "
        "Nothing was imported."
    ),
    "programme_damaged": mark(
        "{file} is cut short or damaged: it breaks the rules of XML or JSON. Fetch it again. "
        "Nothing was imported."
    ),
    "calendar_damaged": mark(
        "{file} is a calendar in which something breaks the rules of calendars. Export it again. "
        "Nothing was imported."
    ),
    "rooms_parallel": mark(
        "Several rooms of {file} are in use at the same time: {rooms}. Choose one with --room. "
        "Nothing was imported."
    ),
    "unknown_room": mark("This programme has no room {room}. It has: {rooms}. Nothing was imported."),
    "quote_not_closed": mark(
        "{file}: a quotation mark of row {row} is never closed. Correct it there. Nothing was imported."
    ),
    "cell_too_long": mark(
        "{file}: a cell of row {row} is too long for a list. Shorten it there. Nothing was imported."
    ),
    "map_not_understood": mark("“{text}” is not of the form FIELD=COLUMN. Write for instance name=Person."),
    "unknown_field": mark("There is no field {field} to fill from a column. There are: {fields}."),
    "unknown_column": mark("The list has no column {column}. It has: {columns}."),
    "column_missing": mark(
        "No column is known to hold the {field}. Name it with --map {field}=COLUMN; there are: {columns}."
    ),
    "template_unreadable": mark("{name} is no template: it cannot be read as TOML. Choose another file."),
    "template_wrong": mark("Something is missing or wrong in the template {name}: {what}. Correct it there."),
    "unknown_template": mark("There is no template {name}. There are: {known}."),
    "unknown_language": mark("There is no language {language}. There are: {known}."),
    "unknown_format": mark("A {suffix} file cannot be made of this. Possible: {known}."),
    "level_not_made": mark("This cannot be made at level {level}. Possible: {known}."),
    "unknown_product": mark("There is no product {name}. There are: {known}."),
    "template_missing": mark(
        "There is no readable {file} in {folder}. Put one there, or name another folder. Nothing was written."
    ),
    "template_not_toml": mark(
        "{file} cannot be understood: {problem}. Correct that place. Nothing was written."
    ),
    "template_unknown": mark(
        "{file}: nothing is called {where}. Possible: {known}. Correct or delete it. Nothing was written."
    ),
    "template_out_of_range": mark(
        "{file}: {where} is not a number from {least} to {most}. Correct it. Nothing was written."
    ),
    "template_not_text": mark(
        "{file}: {where} is missing or not a text in quotation marks. Correct it. Nothing was written."
    ),
    "template_file_missing": mark(
        "{file}: {where} names {name}, which is not in the folder. Put it there. Nothing was written."
    ),
    "template_not_font": mark(
        "{file}: {where} names {name}, which is not an OpenType or TrueType font. Nothing was written."
    ),
    "template_not_picture": mark(
        "{file}: {where} names {name}, neither a PNG nor an SVG of plain shapes. Nothing was written."
    ),
    "glyphs_missing": mark("No font has these characters: {characters}. Nothing was written."),
    "proof_too_wide": mark("A column of {width} points does not fit between the margins. Choose 30 to 453."),
    "target_held": mark(
        "{file} is open in another program, or may not be replaced. Close it there, or choose another name. "
        "It is as it was."
    ),
    "not_written": mark("{file} could not be written to {folder}. Check the folder and the disk."),
    "workshop_there": mark("{file} is a workshop, and stays one. Choose another name for what is written."),
    "proof_unreadable": mark("{file} is not a list of paragraphs: {where}. Nothing was written."),
    # packages
    **OF_PACKAGES,
}


FIELDS: dict[str, str] = {
    "allotment_s": mark("limit"),
    "begin": mark("beginning"),
    "capacity": mark("capacity"),
    "closes": mark("closing of the list"),
    "danger_s": mark("last seconds"),
    "end": mark("end"),
    "hard_stop": mark("hard stop"),
    "name": mark("name"),
    "note": mark("note"),
    "on_behalf_of": mark("on behalf of"),
    "phases": mark("minutes of a phase"),
    "seconds": mark("length"),
    "summary": mark("objective"),
    "text": mark("text"),
    "title": mark("title"),
    "until": mark("end of the break"),
    "warning_s": mark("warning"),
    "words": mark("number of words"),
}
"""What a person calls a time that cannot be, or a text that is too long."""


def sentence(language: Language, told: Explained) -> str:
    """Return what a person is told; one without a sentence of its own is called by its code."""
    pattern = SENTENCES.get(told.code)
    if pattern is None:
        return told.code
    from facilitator.language.list_refusals import (  # noqa: PLC0415 - a first frame refuses nothing
        no_such_entry,
        status_told,
    )

    listed = no_such_entry(language, told)
    if listed is not None:
        return listed
    details, field = status_told(language, told), str(told.details.get("field"))
    if told.code in ("bad_time", "text_too_long") and field in FIELDS:
        details = {**details, "field": language.say(FIELDS[field])}
    return language.say(pattern, **details)
