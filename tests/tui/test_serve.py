"""The game in a browser. The browser itself is opt-in: SIDELINES_BROWSER names a Chromium."""

from __future__ import annotations

import asyncio
import os
import socket
import subprocess
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest

from game.cli import wants_plain
from game.scenario.library import UnusableError
from game.tui.serve import game_command, is_loopback, run_serve

BROWSER = os.environ.get("SIDELINES_BROWSER")


def free_port() -> int:
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        return int(trial.getsockname()[1])


@pytest.mark.parametrize(
    ("host", "alone"),
    [
        ("127.0.0.1", True),
        ("::1", True),
        ("localhost", True),
        ("0.0.0.0", False),
        ("192.168.1.4", False),
        ("school.example", False),
    ],
)
def test_only_this_machine_can_reach_a_loopback_address(host: str, alone: bool) -> None:
    assert is_loopback(host) is alone


def test_a_port_that_is_taken_is_told() -> None:
    pytest.importorskip("textual_serve")
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        with pytest.raises(UnusableError, match="--port"):
            run_serve("127.0.0.1", taken.getsockname()[1])


def test_the_game_behind_a_page_is_drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TEXTUAL_DRIVER", "textual.drivers.web_driver:WebDriver")
    assert not wants_plain(False) and wants_plain(True)
    assert sys.executable in game_command()


@asynccontextmanager
async def page(address: str, folder: Path) -> AsyncIterator[Any]:
    """A page in a headless browser: a function that calls a method of its DevTools protocol."""
    import aiohttp

    port = free_port()
    browser = subprocess.Popen(
        [str(BROWSER), "--headless=new", "--no-sandbox", "--disable-gpu", "about:blank",
         f"--remote-debugging-port={port}", "--remote-allow-origins=*",
         f"--user-data-dir={folder}"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        async with aiohttp.ClientSession() as http:
            for _ in range(60):
                try:
                    where = f"http://127.0.0.1:{port}/json/new?{address}"
                    opened = await (await http.put(where)).json()
                    break
                except aiohttp.ClientError:
                    await asyncio.sleep(0.25)
            socket_ = await http.ws_connect(opened["webSocketDebuggerUrl"], max_msg_size=0)
            count = 0

            async def call(method: str, **parameters: Any) -> Any:
                nonlocal count
                count += 1
                await socket_.send_json({"id": count, "method": method, "params": parameters})
                while True:
                    answer = await socket_.receive_json()
                    if answer.get("id") == count:
                        return answer.get("result")

            yield call
    finally:
        browser.kill()


@pytest.mark.skipif(not BROWSER, reason="SIDELINES_BROWSER names no browser")
async def test_the_game_is_played_in_a_browser(tmp_path: Path) -> None:
    pytest.importorskip("textual_serve")
    port = free_port()
    server = subprocess.Popen(
        [sys.executable, "-m", "game", "serve", "--port", str(port)],
        env={**os.environ, "HOME": str(tmp_path), "XDG_DATA_HOME": str(tmp_path / "data")},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        await asyncio.sleep(2)
        async with page(f"http://127.0.0.1:{port}/", tmp_path / "browser") as call:
            await asyncio.sleep(5)
            click = {"x": 300, "y": 200, "button": "left", "clickCount": 1}
            await call("Input.dispatchMouseEvent", type="mousePressed", **click)
            await call("Input.dispatchMouseEvent", type="mouseReleased", **click)
            await asyncio.sleep(2)
            for _ in range(2):
                for kind in ("keyDown", "keyUp"):
                    await call(
                        "Input.dispatchKeyEvent", type=kind, key="Enter", code="Enter",
                        windowsVirtualKeyCode=13, text="\r" if kind == "keyDown" else "",
                    )  # fmt: skip
                await asyncio.sleep(2)
            if keep := os.environ.get("SIDELINES_BROWSER_PICTURE"):
                import base64

                taken = await call("Page.captureScreenshot")
                Path(keep).write_bytes(base64.b64decode(taken["data"]))
        assert list((tmp_path / "data" / "sidelines" / "journals").glob("*.jsonl"))
    finally:
        server.terminate()
        server.wait(timeout=10)
