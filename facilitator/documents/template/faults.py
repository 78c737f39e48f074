"""What can be wrong with a template folder: `file` and `where` say where, the rest what may stand there."""

from __future__ import annotations

from facilitator.domain.refusals import Explained


class TemplateMissing(Explained):
    """There is no `file` in the `folder`, or it cannot be read."""


class TemplateNotToml(Explained):
    """The `file` is not TOML; `problem` is what its reader found, with the line."""


class TemplateUnknown(Explained):
    """The `file` has `where`, which nothing is done with; `known` lists what may stand there."""


class TemplateOutOfRange(Explained):
    """`where` in the `file` is not a number from `least` to `most`."""


class TemplateNotText(Explained):
    """`where` in the `file` is not a text."""


class TemplateFileMissing(Explained):
    """`where` in the `file` names a file `name` that is not in the folder."""


class TemplateNotFont(Explained):
    """`where` in the `file` names a file `name` that is not an OpenType or TrueType font."""


class TemplateNotPicture(Explained):
    """`where` in the `file` names a file `name` that is neither a PNG nor an SVG of plain shapes."""
