"""The two parsers of PyYAML, made to agree."""

from __future__ import annotations

import yaml


class _PythonLoader(yaml.SafeLoader):
    """PyYAML's own parser, with question marks in texts.

    It ends an unquoted text within brackets at every `?`, which the parser in C does not: without
    this, `questions: [What, Why?]` could be read on one machine and not on another.
    """

    _in_text = False

    def peek(self, index: int = 0) -> str:
        character: str = super().peek(index)
        return "-" if character == "?" and self._in_text else character

    def scan_plain(self) -> yaml.ScalarToken:
        self._in_text = True
        try:
            return super().scan_plain()
        finally:
            self._in_text = False


Loader = type[yaml.SafeLoader] | type[yaml.CSafeLoader]

PYTHON_LOADER: Loader = _PythonLoader
FAST_LOADER: Loader = getattr(yaml, "CSafeLoader", _PythonLoader)
"""The parser in C, ten times as fast, where PyYAML was installed with it."""
