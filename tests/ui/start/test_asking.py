"""The name somebody types for a file is the name it has, with the ending of its kind."""

import pytest
from PySide6.QtWidgets import QFileDialog

from facilitator.ui.start.asking import where_to_save


@pytest.mark.parametrize(
    ("typed", "named"),
    [
        ("panel", "panel.package"),
        ("panel 1.1", "panel 1.1.package"),
        ("panel.package", "panel.package"),
        ("PANEL.PACKAGE", "PANEL.PACKAGE"),
        ("ورشة 2.3", "ورشة 2.3.package"),
    ],
)
def test_a_name_keeps_its_own_dots(qapp, monkeypatch, tmp_path, typed, named):
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / typed), ""))

    assert where_to_save(None, "Pack", ".package") == tmp_path / named


def test_nobody_who_cancels_has_named_a_file(qapp, monkeypatch):
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))

    assert where_to_save(None, "Pack", ".package") is None
