"""Runs a program under limits and says what it took.

The resident memory is that of /usr/bin/time: a child of Python itself starts with Python's own.
"""

import dataclasses
import os
import pathlib
import signal
import subprocess
import tempfile
import threading
import time

GNU_TIME = "/usr/bin/time"


@dataclasses.dataclass
class Run:
    ended: str      # "ok", "timeout" or "memory": ended by itself, or past a limit
    exit: int
    seconds: float  # wall time
    rss: int        # most bytes resident
    output: str     # stdout and stderr


def _resident(pid):
    """Bytes resident now of the children of `pid`; 0 where there is no /proc."""
    try:
        children = pathlib.Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
        return sum(int(pathlib.Path(f"/proc/{child}/statm").read_text().split()[1])
                   for child in children) * os.sysconf("SC_PAGE_SIZE")
    except (OSError, IndexError):
        return 0


def run(command, cwd=None, timeout=600.0, memory=1 << 62):
    with tempfile.TemporaryDirectory() as folder:
        measured, output = pathlib.Path(folder, "rss"), pathlib.Path(folder, "output")
        with open(output, "wb") as out:
            started = time.perf_counter()
            child = subprocess.Popen([GNU_TIME, "-q", "-f", "%M", "-o", measured, *map(str, command)],
                                     cwd=cwd, stdin=subprocess.DEVNULL, stdout=out, stderr=out,
                                     start_new_session=True)
            reason, over, peak = [], threading.Event(), [0]

            def watch():
                while not over.wait(0.05):
                    peak[0] = max(peak[0], _resident(child.pid))
                    if time.perf_counter() - started > timeout:
                        reason.append("timeout")
                    elif peak[0] > memory:
                        reason.append("memory")
                    else:
                        continue
                    os.killpg(child.pid, signal.SIGKILL)
                    return

            watcher = threading.Thread(target=watch)
            watcher.start()
            # Not wait(): the watcher may only kill a process group that still has its number.
            os.waitid(os.P_PID, child.pid, os.WEXITED | os.WNOWAIT)
            seconds = time.perf_counter() - started
            over.set()
            watcher.join()
            code = child.wait()
        text = measured.read_text().split() if measured.exists() else []
        rss = int(text[-1]) * 1024 if text and not reason else peak[0]
        return Run(reason[0] if reason else "ok", code, seconds, rss,
                   output.read_text(errors="replace"))
