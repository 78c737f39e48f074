"""Compiles the catalogues whenever the project is built or installed, and puts them into the wheel."""

from __future__ import annotations

import runpy
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CataloguesHook(BuildHookInterface[Any]):
    """Hatchling finds the hook because it is the only one in this file."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        compiled = runpy.run_path(str(Path(self.root, "build", "catalogues.py")))["compile_all"]()
        if self.target_name == "wheel" and version != "editable":
            build_data["force_include"].update(
                {str(file): f"facilitator/i18n/{file.name}" for file in compiled}
            )
