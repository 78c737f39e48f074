"""Lengths on paper, in points."""

from __future__ import annotations

mm = 72 / 25.4
A4 = 210 * mm, 297 * mm
