"""All that can be done on the notes desk, in words and with its key."""

from __future__ import annotations

from facilitator.language.speech import mark
from facilitator.ui.notes.gestures import Ask

OF_A_NOTE = (
    (Ask.SPLIT, "Ctrl+Enter", mark("Notes: split the note that is edited")),
    (Ask.MERGE, "Ctrl+M", mark("Notes: put it into the one before")),
    (Ask.MERGE_WITH, "", mark("Notes: put it into another note")),
    (Ask.MOVE, "", mark("Notes: move it to another speaker, question or panel")),
    (Ask.WHOSE, "Ctrl+B", mark("Notes: for the speaker, the one before, the panel, nobody")),
    (Ask.TAG, "Ctrl+T", mark("Notes: tags, of the note or of the selected words")),
    (Ask.LINK, "Ctrl+L", mark("Notes: link the note that is edited to another")),
    (Ask.VERSIONS, "Ctrl+H", mark("Notes: earlier versions of the note that is edited")),
    (Ask.CHARGE, "", mark("Notes: who follows it up, and until when")),
    (Ask.MODERATOR, "Ctrl+D", mark("Notes: a sign for the moderator")),
    (Ask.HEARD, "Ctrl+I", mark("Notes: the language heard, and through interpretation")),
    (Ask.LANGUAGE, "", mark("Notes: the language of the paragraph")),
    (Ask.REMOVE, "Ctrl+Delete", mark("Notes: remove the note that is edited")),
)
OF_THE_DESK = (
    (Ask.SEARCH, "Ctrl+F", mark("Notes: search in all that was said")),
    (Ask.FOLLOW_UP, "Ctrl+J", mark("Notes: what is to be followed up")),
    (Ask.GAPS, "Ctrl+G", mark("Notes: what is missing; tell the moderator")),
    (Ask.CODES, "Ctrl+E", mark("Notes: all short codes, which a semicolon begins")),
    (Ask.REMOVED, "", mark("Notes: bring back a note that was removed")),
)
