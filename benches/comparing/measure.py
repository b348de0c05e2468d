"""Running programs side by side, and what comes of it."""

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path


@dataclass
class Run:
    """A run of a program: how long it took, how long all cores together worked for it, and
    the most memory that it held."""

    seconds: float
    work: float
    megabytes: float
    said: str = ""


def run(command, cwd=None):
    """Runs a program to its end; it has to end well."""
    with tempfile.TemporaryFile() as said:
        start = time.perf_counter()
        process = subprocess.Popen(
            [str(part) for part in command], cwd=cwd, stdin=subprocess.DEVNULL, stdout=said, stderr=subprocess.STDOUT
        )
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        said.seek(0)
        text = said.read().decode(errors="replace")
    if process.returncode != 0:
        raise SystemExit(f"{' '.join(map(str, command))}\nended with {process.returncode}:\n{text[-2000:]}")
    # Kilobytes on Linux, bytes on macOS.
    unit = 1e6 if sys.platform == "darwin" else 1e3
    return Run(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / unit, text)


def memory_of(process):
    """The memory that a running program holds, in megabytes; nothing where that is not told."""
    try:
        status = Path(f"/proc/{process}/status").read_text()
    except OSError:
        return 0
    return next(int(line.split()[1]) / 1e3 for line in status.splitlines() if line.startswith("VmRSS"))


def is_in_memory(folder):
    """Whether a folder lies in memory, where files can be removed without a price."""
    try:
        mounts = Path("/proc/mounts").read_text().splitlines()
    except OSError:
        return False
    folder = str(Path(folder).resolve())
    best = ("", "")
    for line in mounts:
        _, point, kind = line.split(" ")[:3]
        if (folder + "/").startswith(point.rstrip("/") + "/") and len(point) > len(best[0]):
            best = (point, kind)
    return best[1] in ("tmpfs", "ramfs")


class Workshop:
    """A folder for all that is made. On a disk nothing is removed before the end: some file
    systems are up to twenty times slower to write where something has just been removed."""

    def __init__(self, parent):
        Path(parent).mkdir(parents=True, exist_ok=True)
        self.root = Path(tempfile.mkdtemp(prefix="dateline-compare-", dir=parent))
        self.in_memory = is_in_memory(self.root)
        self.count = 0

    def fresh(self):
        """A path at which there is nothing yet."""
        self.count += 1
        return self.root / f"out-{self.count}"

    def done(self, folder):
        """Says that a folder is no longer needed."""
        if self.in_memory:
            shutil.rmtree(folder, ignore_errors=True)

    def close(self):
        shutil.rmtree(self.root, ignore_errors=True)


def alternate(rounds, contestants):
    """Lets each contestant run once a round, A B A B …; gives the runs of each. A contestant is
    a function that gives a `Run`. The first round only warms up, and is not counted."""
    runs = {name: [] for name in contestants}
    for number in range(rounds + 1):
        for name, contestant in contestants.items():
            one = contestant()
            if number > 0:
                runs[name].append(one)
    return runs


@dataclass
class Spread:
    """The middle of some values, and between which they lie."""

    low: float
    middle: float
    high: float

    @staticmethod
    def of(values):
        return Spread(min(values), statistics.median(values), max(values))

    def put(self, form):
        """`2.4 (2.3–2.6)`"""
        return f"{form(self.middle)} ({form(self.low)}–{form(self.high)})"


def seconds(value):
    return f"{value:.2f} s" if value >= 1 else f"{value * 1000:.0f} ms"


def megabytes(value):
    return f"{value:.0f} MB"


def times(value):
    return f"{value:.2f}"


def ratio(ones, others, of=lambda run: run.seconds):
    """How the runs of one stand to those of another, round by round."""
    return Spread.of([of(one) / of(other) for one, other in zip(ones, others)])


@dataclass
class Table:
    """What a section found."""

    title: str
    head: list
    rows: list
    note: str = ""

    def text(self):
        lines = [self.head, *self.rows]
        widths = [max(len(line[n]) for line in lines) for n in range(len(self.head))]
        shown = ["  ".join(cell.ljust(width) for cell, width in zip(line, widths)).rstrip() for line in lines]
        return "\n".join([f"\n{self.title}", *[f"  {line}" for line in shown], *([f"  {self.note}"] if self.note else [])])

    def markdown(self):
        line = lambda cells: f"| {' | '.join(cells)} |"
        rule = "|---|" + "---:|" * (len(self.head) - 1)
        table = "\n".join([line(self.head), rule, *map(line, self.rows)])
        note = f"\n\n{self.note}" if self.note else ""
        return f"### {self.title}\n\n{table}{note}\n"


def compared(title, runs, against, note=""):
    """A table of runs: time, memory, and how each stands to one of them."""
    rows = []
    for name, its in runs.items():
        own = name == against
        rows.append(
            [
                name,
                Spread.of([it.seconds for it in its]).put(seconds),
                seconds(statistics.median(it.work for it in its)),
                megabytes(max(it.megabytes for it in its)),
                "1" if own else ratio(its, runs[against]).put(times),
            ]
        )
    return Table(title, ["", "time", "work of all cores", "memory", f"time, {against} = 1"], rows, note)
