"""What is to be looked at in a document is told on the desk, sentence by sentence."""

from facilitator.language.direction import bare


def sentences(report):
    return report.remarks.all.text().split("\n")


def chosen(report, wait, **wish):
    """The desk with another document in sight."""
    before = report.preview.content
    report.choose(**wish)
    wait(lambda: report.preview.content != before and not report.previewing.at_work)


def test_a_summary_with_nothing_to_remark_shows_no_line(report):
    assert report.remarks.isVisible() is False


def test_a_report_tells_its_length_and_all_that_a_reader_would_mark(report, wait):
    chosen(report, wait, what="report", panel=None)
    told = report.previewing.told
    report.remarks.more.click()

    found = len(told["findings"])
    assert bare(report.remarks.line.accessibleName()) == f"{told['words']} of 8,500 words. · {found} remarks"
    assert sentences(report)[:-1] == [finding["sentence"] for finding in told["findings"]]
    assert (report.remarks.all.isVisible(), report.remarks.more.text()) == (True, "Show less")


def test_the_only_remark_is_told_itself(report, wait):
    chosen(report, wait, language="fr")

    (finding,) = report.previewing.told["findings"]
    assert finding["rule"] == "untranslated"
    assert bare(report.remarks.line.accessibleName()) == bare(finding["sentence"])
    assert (report.remarks.isVisible(), report.remarks.more.isVisible()) == (True, False)


def test_characters_that_no_font_has_are_named_on_the_desk_and_when_it_is_handed_over(
    report, console, desk, tmp_path, wait
):
    desk.do("make_recommendation", text="Publish \U00013080.")
    chosen(report, wait, what="ledger", panel=None)
    report.choose_path(tmp_path / "ledger.pdf")
    report.export()
    wait(lambda: not report.exporting.at_work)

    sentence = "No font has these characters: \U00013080 (U+13080)."
    assert bare(report.remarks.line.accessibleName()) == sentence
    assert bare(console.banner.text()) == f"ledger.pdf is made. {sentence}"
    assert report.remarks.more.isVisible() is False
