"""Compile the .po files before a wheel or an editable install is made.

A bare machine has no gettext; Babel writes the same files.
"""

from pathlib import Path
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompileMessages(BuildHookInterface):
    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        for po in sorted(Path(self.root).glob("**/locale/*/LC_MESSAGES/*.po")):
            if any(part.startswith(".") for part in po.relative_to(self.root).parts):
                continue
            with po.open("rb") as source, po.with_suffix(".mo").open("wb") as target:
                write_mo(target, read_po(source, locale=po.parent.parent.name))
