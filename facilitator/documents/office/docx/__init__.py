"""Texts that can be edited: real styles, numbering and footnotes, right in both directions."""

from facilitator.documents.office.docx.package import write_docx

__all__ = ["write_docx"]
