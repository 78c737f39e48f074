"""What a secretariat may change of its pages without a programmer: margins, faces, size and logo."""

from __future__ import annotations

from facilitator.documents.template.page_file import read_template
from facilitator.documents.template.template import STANDARD, Template

__all__ = ["STANDARD", "Template", "read_template"]
