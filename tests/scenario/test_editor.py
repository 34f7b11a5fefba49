"""Completion, hover and red lines as an editor gets them from the real yaml-language-server.

Skipped where it is not installed (npm install --global yaml-language-server). The server reads the
schema through the first line of the file, as VS Code does.
"""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from game.instructor.new import run_new
from game.scenario.library import read_head, shipped_folder

SERVER = shutil.which("yaml-language-server")
pytestmark = pytest.mark.skipif(SERVER is None, reason="yaml-language-server is not installed")


class Editor:
    """As much of an editor as it takes to ask a language server."""

    def __init__(self) -> None:
        self._server = subprocess.Popen(
            [str(SERVER), "--stdio"], stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )
        self._number = 0
        self.ask("initialize", {"processId": None, "rootUri": None, "capabilities": {}})
        self.tell("initialized", {})

    def close(self) -> None:
        self._server.kill()
        self._server.communicate()

    def open(self, path: Path) -> str:
        """Opens a file; its address is the answer."""
        document = {
            "uri": path.as_uri(),
            "languageId": "yaml",
            "version": 1,
            "text": path.read_text("utf-8"),
        }
        self.tell("textDocument/didOpen", {"textDocument": document})
        return path.as_uri()

    def at(self, what: str, uri: str, line: int, column: int) -> Any:
        position = {"line": line, "character": column}
        return self.ask(
            f"textDocument/{what}", {"textDocument": {"uri": uri}, "position": position}
        )

    def faults(self, uri: str) -> list[str]:
        """The messages that the server sends by itself once it has read a file."""
        while True:
            message = self._read()
            if message.get("method") == "textDocument/publishDiagnostics":
                params = message["params"]
                if params["uri"] == uri:
                    return [d["message"] for d in params["diagnostics"]]
            elif "method" in message and "id" in message:
                self._answer(message)

    def ask(self, method: str, params: Any) -> Any:
        self._number += 1
        self._send({"id": self._number, "method": method, "params": params})
        while True:
            message = self._read()
            if "method" in message and "id" in message:
                self._answer(message)
            elif message.get("id") == self._number:
                return message["result"]

    def tell(self, method: str, params: Any) -> None:
        self._send({"method": method, "params": params})

    def _answer(self, message: Any) -> None:
        """The server asks for settings; everything is left at its default."""
        items = (message.get("params") or {}).get("items", [])
        self._send({"id": message["id"], "result": [{} for _ in items]})

    def _send(self, message: dict[str, Any]) -> None:
        content = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self._server.stdin is not None
        self._server.stdin.write(b"Content-Length: %d\r\n\r\n" % len(content) + content)
        self._server.stdin.flush()

    def _read(self) -> Any:
        assert self._server.stdout is not None
        length = 0
        while (line := self._server.stdout.readline().strip()) or not length:
            assert line, "the server has stopped"
            if line.lower().startswith(b"content-length:"):
                length = int(line.split(b":")[1])
        return json.loads(self._server.stdout.read(length))


@pytest.fixture
def editor() -> Iterator[Editor]:
    editor = Editor()
    yield editor
    editor.close()


def written(path: Path, name: str) -> Path:
    """A file as `new` writes it, or a shipped one, with the schemas beside it."""
    if name == "new":
        assert run_new(path, None, []) == 0
    else:
        path.write_text((shipped_folder() / name).read_text("utf-8"), "utf-8")
        for schema in shipped_folder().glob("*.schema.json"):
            shutil.copy(schema, path.with_name(schema.name))
    return path


@dataclass(frozen=True)
class Known:
    """What an editor should know of one kind of file."""

    key: str
    """A key as it stands in the file, with its indentation."""
    about: str
    """What the editor says of it."""
    begun: dict[str, tuple[str, str]]
    """The beginning of a line in place of it → what is offered then, and what is not."""


KNOWN = {
    "scenario": Known(
        "    style:",
        "How the computer leads this delegation",
        {"    sty": ("style", "options"), "    style: ": ("principled", "certain")},
    ),
    "campaign": Known(
        "    between:", "What is read before the meeting.", {"    bet": ("between", "agenda")}
    ),
}
FILES = {
    "new": "scenario",
    **{path.name: read_head(path).kind for path in sorted(shipped_folder().glob("*.yaml"))},
}


@pytest.mark.parametrize(("name", "kind"), FILES.items())
def test_an_editor_finds_no_fault_explains_keys_and_completes(
    name: str, kind: str, editor: Editor, tmp_path: Path
) -> None:
    known = KNOWN[kind]
    path = written(tmp_path / "file.yaml", name)
    uri = editor.open(path)
    assert editor.faults(uri) == []
    lines = path.read_text("utf-8").splitlines()
    line = next(n for n, text in enumerate(lines) if text.startswith(known.key))
    hover = editor.at("hover", uri, line, len(known.key) - 2)
    assert known.about in json.dumps(hover)
    for number, (begun, (wanted, unwanted)) in enumerate(known.begun.items()):
        edited = path.with_stem(f"edited{number}")
        edited.write_text("\n".join([*lines[:line], begun, *lines[line + 1 :]]), "utf-8")
        offered = editor.at("completion", editor.open(edited), line, len(begun))["items"]
        labels = [item["label"] for item in offered]
        assert wanted in labels and unwanted not in labels


@pytest.mark.parametrize(
    ("name", "right", "wrong"),
    [("new", "walk_away:", "walkaway:"), ("five-meetings.yaml", "keeps:", "keep:")],
)
def test_an_editor_marks_a_misspelt_key(
    name: str, right: str, wrong: str, editor: Editor, tmp_path: Path
) -> None:
    path = written(tmp_path / "file.yaml", name)
    path.write_text(path.read_text("utf-8").replace(right, wrong, 1), "utf-8")
    assert wrong.rstrip(":") in " ".join(editor.faults(editor.open(path)))
