"""Starts the program with a small pretend world, lets days pass in it, and stops it."""

import os
import queue
import re
import shutil
import subprocess
import tempfile
import threading
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


class Program:
    """The program under test; its address is known once the block is entered."""

    def __init__(self, patience: float = 240):
        self._path = os.environ.get("RETTID_PROGRAM") or str(ROOT / ".build/debug/rettid")
        self._patience = patience
        self.errors: list[str] = []
        self._days_ahead = 0
        self._port = "0"

    def __enter__(self) -> "Program":
        memory = "/dev/shm"
        self._folder = tempfile.mkdtemp(prefix="rettid-walk-", dir=memory if os.access(memory, os.W_OK) else None)
        try:
            self._start()
        except BaseException:
            shutil.rmtree(self._folder, ignore_errors=True)
            raise
        return self

    def let_pass(self, days: int) -> None:
        """Stops, and goes on with the same world at the same address, some days later by its clock."""
        self._stop()
        self._days_ahead += days
        self._port = self.address.rsplit(":", 1)[1]
        self._start()

    def _start(self) -> None:
        arguments = [self._path, "demo", "--port", self._port, "--pace", "0", "--small"]
        arguments += ["--keep", self._folder, "--later", str(self._days_ahead)]
        self._process = subprocess.Popen(arguments, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        lines: queue.Queue[str] = queue.Queue()
        # Both pipes are read to the end, or the program would stand still once one is full.
        threading.Thread(target=self._read, args=(self._process.stdout, lines.put), daemon=True).start()
        threading.Thread(target=self._read, args=(self._process.stderr, self._note), daemon=True).start()
        try:
            while True:
                found = re.search(r"http://\S+", lines.get(timeout=self._patience))
                if found:
                    self.address = found.group().rstrip("/")
                    return
        except queue.Empty:
            self._stop()
            raise RuntimeError("the program told no address:\n" + "".join(self.errors[-20:])) from None

    def __exit__(self, *_) -> None:
        self._stop()
        shutil.rmtree(self._folder, ignore_errors=True)

    def _note(self, line: str) -> None:
        if re.search(r"\b(error|critical)\b", line):
            self.errors.append(line)

    def _stop(self) -> None:
        self._process.terminate()
        try:
            self._process.wait(15)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()

    @staticmethod
    def _read(stream, take) -> None:
        for line in stream:
            take(line)
