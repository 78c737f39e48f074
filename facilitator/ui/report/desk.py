"""The secretariat's desk: a document is chosen, seen as it will be, and handed over."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cached_property, partial
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from facilitator.acts.products import PRODUCTS
from facilitator.domain.view import View
from facilitator.language.remarks import unprintable
from facilitator.ui.banner import Banner
from facilitator.ui.context import Context
from facilitator.ui.painting import ground
from facilitator.ui.pane import rule
from facilitator.ui.report.draft import Draft
from facilitator.ui.report.foot import Foot
from facilitator.ui.report.handed import Handed, opened
from facilitator.ui.report.head import Head
from facilitator.ui.report.making import Making
from facilitator.ui.report.naming import Naming
from facilitator.ui.report.pages import Pages
from facilitator.ui.report.preview import Preview
from facilitator.ui.report.remarks import Remarks
from facilitator.ui.report.segments import Segments
from facilitator.ui.report.standing import Standing
from facilitator.ui.report.wish import SUMMARY, Wish
from facilitator.ui.room.control import Memory

SETTLE_MS = 150  # a preview waits so long for what comes after a change
_PREVIEW = "preview.pdf"


class ReportDesk(QWidget):
    """Nothing here stops the panel: documents are made by processes, and the banner tells how they end."""

    def __init__(self, context: Context, banner: Banner, memory: Memory, within: QWidget) -> None:
        super().__init__(within)
        self.context, self.desk, self._banner, self._show_file = context, context.desk, banner, opened
        self._view: View | None = None
        self._shown_of: tuple[object, ...] = ()
        self.wish: Wish | None = None
        self.target = Path()
        self.handed = Handed(memory)
        self._folder = TemporaryDirectory(prefix="facilitator-")
        self.head, self.preview, self.foot = Head(context), Preview(context), Foot(context)
        self.naming = Naming(self.foot.naming, context)
        self.remarks = Remarks(context)
        self.previewing = Making(self.desk, context.language, self, stays=True)
        self.exporting = Making(self.desk, context.language, self)
        self._settle = QTimer(self, singleShot=True, interval=SETTLE_MS)
        ground(self, context.tokens.surface)
        self._arrange()
        self._connect()

    @cached_property
    def draft(self) -> Draft:
        """Made when somebody turns to it: the document is there the sooner."""
        made = Draft(self.context, self)
        made.told.connect(self._banner.answer)
        if self._view is not None:
            made.show_view(self._view)
        return made

    def show_draft(self, *, wanted: bool) -> None:
        """The draft of the report is in sight, or the document as it will be."""
        self.segments.turn(int(wanted))

    def take_focus(self) -> None:
        (self.draft.outline if self.segments.now() else self.preview).setFocus()

    def show_view(self, view: View, now: int) -> None:
        """The preview follows what has changed, if somebody looks at it."""
        if self._view is view:
            return
        self._view = view
        if self.wish is None:
            self.wish = Wish(SUMMARY, view.workshop.language, PRODUCTS[SUMMARY].level, self._at_hand())
            self._put_beside_the_workshop(".pdf")
        self.foot.show_live(live=view.live)
        if self._drafted():
            self.draft.show_view(view)
        if self.isVisible():
            self._look_again()

    def tick(self, now: int) -> None:
        if self.exporting.at_work:
            self._tell_progress(now)

    def hand_on(self) -> Standing:
        """Return how the desk is left; another one waits for the export from now on."""
        if self._drafted():
            self.draft.store()
        given = self.exporting if self.exporting.at_work else None
        if given is not None:
            given.leave()
            self.exporting = Making(self.desk, self.context.language, self)
        return Standing(self.wish, self.target, self.segments.now() == 1, given, self.naming.found)

    def take_up(self, left: Standing) -> None:
        """What was chosen stays chosen, and what is being exported goes on."""
        self.wish, self.target, self.naming.found = left.wish, left.target, left.found
        self.show_draft(wanted=left.drafting)
        if left.exporting is not None:
            self.exporting = left.exporting
            self._listen_to_export()
            self._tell_progress(self.desk.now())

    def close_desk(self) -> None:
        """No process and no file of its own is left."""
        self._settle.stop()
        self.naming.end()
        if self._drafted():
            self.draft.close_draft()
        self.previewing.end()
        self.exporting.end()
        self.preview.close_pages()
        self._folder.cleanup()

    def showEvent(self, event: object) -> None:
        self.previewing.warm_up()
        self._look_again()

    def _drafted(self) -> bool:
        return "draft" in self.__dict__

    # what is chosen

    def choose(self, **changed: object) -> None:
        """Another product, panel, language or level is wanted."""
        if self.wish is None:
            return
        what = changed.pop("what", None)
        wish = self.wish if what is None else self.wish.of(str(what), self._at_hand())
        self.wish = replace(wish, **changed)  # type: ignore[arg-type] # the choosers hold values of its fields
        product = PRODUCTS[self.wish.what]
        suffix = product.ending_of(self.target.name) or product.formats[0]
        self._put_beside_the_workshop(suffix, self.target.parent)
        self._look_again()

    def choose_path(self, path: Path) -> None:
        self.target = path
        self._show_choices()

    def choose_kind(self, ending: str) -> None:
        if self.wish is not None:
            name = self.target.name
            known = PRODUCTS[self.wish.what].ending_of(name) or self.target.suffix
            self.choose_path(self.target.with_name(name.removesuffix(known) + ending))

    def export(self) -> None:
        """The document is being made in the place that is written in the field."""
        if self.wish is None or self.exporting.at_work:
            return
        self._banner.clear()
        self.naming.finish()
        if self.exporting.start(self.wish, self.target):
            self._tell_progress(self.exporting.began)

    def stop(self) -> None:
        """The export ends, and leaves nothing."""
        self.exporting.stop()

    def _at_hand(self) -> int | None:
        view = self._view
        return None if view is None or view.panel is None else view.panels.index(view.panel) + 1

    def _put_beside_the_workshop(self, suffix: str, folder: Path | None = None) -> None:
        if self.wish is not None and self._view is not None:
            path = self.desk.path
            name = self.wish.name(path.stem, suffix, self._view, self.desk.now())
            self.target = (folder or path.parent) / name

    # what it shows

    def _look_again(self) -> None:
        if self._view is None or self.wish is None or self.segments.now():
            return
        self._show_choices()
        if (self._view, self.wish) != self._shown_of:
            self._settle.start()

    def _show_choices(self) -> None:
        view, wish = self._view, self.wish
        if view is None or wish is None:
            return
        self.head.show_wish(wish, view)
        kinds = [(kind, kind.removeprefix(".").upper()) for kind in PRODUCTS[wish.what].formats]
        self.foot.format.offer(kinds, PRODUCTS[wish.what].ending_of(self.target.name))
        self.foot.show_path(self.target)
        told = self.previewing.names if self._shown_of == (view, wish) else None
        self.naming.show(wish, view, told)
        warning = self.handed.warning(self.target, wish, view, self.desk, self.context.language)
        self.foot.warning.say(warning, warn=True)

    def _preview(self) -> None:
        """The very document is made, and shown; one in the making comes to its end first."""
        if self._view is None or self.wish is None or not self.preview.isVisible() or self.previewing.at_work:
            return
        if self.naming.isActive():  # no reading waits for the copy that a preview is made of
            self._settle.start()
            return
        if not self._view.panels:
            self.preview.show_words(self.context.language.say("There is no panel yet. Set one up first."))
            return
        self._shown_of = (self._view, self.wish)
        self.head.show_making(making=True)
        self.previewing.start(self.wish, Path(self._folder.name) / _PREVIEW)

    def _previewed(self, path: Path) -> None:
        self.preview.show_pages(Pages(path))
        path.unlink()
        self.remarks.show_made(self.previewing.told)
        self._after_preview()

    def _not_previewed(self, sentence: str) -> None:
        self.preview.show_words(sentence)
        self.remarks.hide()
        self._after_preview()

    def _after_preview(self) -> None:
        self.head.show_making(making=False)
        self._look_again()

    def _page_turned(self) -> None:
        self.head.show_page(self.preview.page(), self.preview.count)

    def _tell_progress(self, now: int) -> None:
        self.foot.show_work(self.exporting.progress(now, self.context.language))

    # how an export ends

    def _made(self, path: Path) -> None:
        self.handed.keep(path, self.exporting.newest)
        language = self.context.language
        lost = unprintable(self.exporting.told, language)
        words = f"{language.say('{file} is made.', file=path.name)} {lost}".rstrip()
        self._over(words, offer=(language.say("Open"), partial(self._show, path)))

    def _show(self, path: Path) -> None:
        if not self._show_file(path):
            say = self.context.language.say
            self._over(say("No program here opens such a file. It is {file}.", file=str(path)), bad=True)

    def _failed(self, sentence: str) -> None:
        self._over(sentence, bad=True)

    def _stopped(self) -> None:
        name = self.exporting.target.name
        self._over(self.context.language.say("{file} was cancelled; nothing was written.", file=name))

    def _over(
        self, words: str, *, bad: bool = False, offer: tuple[str, Callable[[], object]] | None = None
    ) -> None:
        self.foot.show_work("")
        self._banner.say(words, bad=bad, offers=() if offer is None else (offer,))
        self._show_choices()

    def _arrange(self) -> None:
        say, document = self.context.language.say, QWidget(self)
        titles = (say("Document"), lambda: document), (say("Draft"), lambda: self.draft)
        self.segments = Segments(self.context, self, *titles)
        column = QVBoxLayout(document)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        above, below = rule(self.context), rule(self.context)
        for part in (self.head, above, self.preview, below, self.remarks, self.foot):
            column.addWidget(part, 1 if part is self.preview else 0)
        self.segments.show_page(0)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.segments)

    def _connect(self) -> None:
        self.segments.turned.connect(self.take_focus)
        self.segments.turned.connect(self._look_again)
        self._settle.timeout.connect(self._preview)
        self.head.wanted.connect(lambda changed: self.choose(**changed))
        self.head.zoom_wanted.connect(self.preview.zoom)
        self.preview.page_changed.connect(self._page_turned)
        self.foot.path_edited.connect(self.choose_path)
        self.foot.format.chosen.connect(lambda kind: self.choose_kind(str(kind)))
        self.foot.export_wanted.connect(self.export)
        self.foot.stop_wanted.connect(self.stop)
        self.previewing.made.connect(self._previewed)
        self.previewing.failed.connect(self._not_previewed)
        self._listen_to_export()

    def _listen_to_export(self) -> None:
        self.exporting.made.connect(self._made)
        self.exporting.failed.connect(self._failed)
        self.exporting.stopped.connect(self._stopped)
        self.exporting.went_on.connect(lambda: self._tell_progress(self.desk.now()))
