"""Runs one library on one map in a headless browser, over a server on this machine that ends with the run."""

import contextlib
import os
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from queue import Empty, Queue
from threading import Thread

import msgspec

from tests.benchmarks.timing import Measure

LIBRARIES = {"d3": "d3/dist/d3.min.js", "cytoscape": "cytoscape/dist/cytoscape.min.js"}
_PAGES = Path(__file__).parent
_FLAGS = (
    "--headless --no-sandbox --disable-gpu --disable-background-networking --disable-component-update "
    "--disable-default-apps --disable-extensions --disable-sync --disable-dev-shm-usage --no-first-run "
    "--no-proxy-server --force-device-scale-factor=1 --window-size=1400,900"
)


class Visit(msgspec.Struct, frozen=True):
    """What one visit to a page gave: times in milliseconds, memory in MB."""

    painted: float
    measures: dict[str, Measure]
    memory: float


class PeerFault(Exception):
    """The browser did not do what it was asked; says what it did."""


def missing() -> str:
    """What the comparison needs and this machine does not have; empty if it has all."""
    wanted = {"npm": shutil.which("npm"), "chromium": _chromium()}
    return " and ".join(name for name, found in wanted.items() if found is None)


@contextlib.contextmanager
def libraries() -> Iterator[Path]:
    """The libraries in a folder of their own, for as long as they are needed."""
    with tempfile.TemporaryDirectory(prefix="peers-") as folder:
        command = ["npm", "install", "--no-audit", "--no-fund", "--prefix", folder, *LIBRARIES]
        run = subprocess.run(command, capture_output=True, text=True, timeout=180, check=False)
        if run.returncode:
            raise PeerFault(f"npm could not install {', '.join(LIBRARIES)}: {run.stderr.strip()[-300:]}")
        yield Path(folder) / "node_modules"


def visit(library: str, modules: Path, graph: bytes, runs: int, patience: float = 120.0) -> Visit:
    """Open the page in a new browser; with no runs, only until the map is painted."""
    files = {f"/lib/{library}.js": modules / LIBRARIES[library]}
    for page in _PAGES.iterdir():
        files[f"/{page.name}"] = page
    told: Queue[tuple[str, bytes, float]] = Queue()
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Handler, files, graph, told))
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        address = f"http://127.0.0.1:{server.server_port}/page.html?library={library}&runs={runs}"
        with tempfile.TemporaryDirectory(prefix="browser-", ignore_cleanup_errors=True) as home:
            return _watched(address, home, told, runs, patience)
    finally:
        server.shutdown()
        server.server_close()


def _watched(address: str, home: str, told: "Queue[tuple[str, bytes, float]]", runs: int, patience: float) -> Visit:
    started = time.perf_counter()
    browser = subprocess.Popen(
        [str(_chromium()), *_FLAGS.split(), f"--user-data-dir={home}/profile", address],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
        env=os.environ | {"HOME": home},
    )
    try:
        _, at = _next(told, "painted", patience)
        measures: list[Measure] = []
        if runs:
            measures = msgspec.json.decode(_next(told, "measured", patience)[0], type=list[Measure])
        return Visit((at - started) * 1000, {each.name: each for each in measures}, _memory(browser.pid))
    finally:
        # The browser has a session of its own, so this ends it with its helpers and nothing else.
        with contextlib.suppress(ProcessLookupError):
            os.killpg(browser.pid, signal.SIGKILL)
        browser.wait()


def _next(told: "Queue[tuple[str, bytes, float]]", wanted: str, patience: float) -> tuple[bytes, float]:
    try:
        what, body, at = told.get(timeout=patience)
    except Empty:
        raise PeerFault(f"the page said nothing for {patience:.0f} s") from None
    if what != wanted:
        raise PeerFault(f"the page said {what}: {body.decode(errors='replace')[:300]}")
    return body, at


def _memory(session: int) -> float:
    """Memory of all processes of a session in MB, each shared page counted once."""
    total = 0
    for process in Path("/proc").iterdir():
        if not process.name.isdecimal():
            continue
        with contextlib.suppress(OSError, ValueError, IndexError):
            fields = (process / "stat").read_text().rpartition(")")[2].split()
            if int(fields[3]) == session:
                lines = (process / "smaps_rollup").read_text().splitlines()
                total += next(int(line.split()[1]) for line in lines if line.startswith("Pss:"))
    return total / 1024


def _chromium() -> str | None:
    return shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")


class _Handler(BaseHTTPRequestHandler):
    """Serves the pages and one map, and takes what the page tells."""

    def __init__(
        self, files: dict[str, Path], graph: bytes, told: "Queue[tuple[str, bytes, float]]", *arguments: object
    ) -> None:
        self._files = files
        self._graph = graph
        self._told = told
        super().__init__(*arguments)  # type: ignore[arg-type]  # what the server gives: socket, address, itself

    def do_GET(self) -> None:
        path = self.path.partition("?")[0]
        file = self._files.get(path)
        if path == "/graph.json":
            self._answer(self._graph, "application/json")
        elif file is not None:
            self._answer(file.read_bytes(), "text/html" if path.endswith(".html") else "text/javascript")
        else:
            self.send_error(404)

    def do_POST(self) -> None:
        now = time.perf_counter()
        body = self.rfile.read(int(self.headers.get("Content-Length", "0")))
        self._told.put((self.path.strip("/"), body, now))
        self._answer(b"", "text/plain")

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""

    def _answer(self, body: bytes, kind: str) -> None:
        self.send_response(200)
        self.send_header("Content-Type", f"{kind}; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)
