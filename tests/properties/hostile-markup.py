#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Hostile texts are read or refused in time and memory that a plain text of their size needs a few times over, with a message that names them, and
the good text beside them is read.

usage: hostile-markup.py GUANXI MAP-CHECK [--repeats N] [--only NAME]

Time is CPU of the process, memory the most that it held; both are compared, in the same run, to those of prose of the same size, or of half the
size of what is printed where that is more."""
import argparse
import os
import re
import subprocess
import sys
import tempfile
import threading
import time

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "generator"))
import hostile  # noqa: E402

MOST_TIME, MOST_MEMORY = 20, 8  # times what prose of the same size takes
LEAST_TIME, LEAST_MEMORY = .2, 64 << 20  # what is allowed whatever the prose takes: starting, noise
GOOD = "港务局公布了一份无害的清单。"
# What the address sanitizer keeps of freed memory is not the program's.
ENVIRONMENT = {**os.environ, "LC_ALL": "C", "ASAN_OPTIONS": os.environ.get("ASAN_OPTIONS", "") + ":quarantine_size_mb=1:malloc_context_size=2"}
SECRET = "此句不得见于任何输出"


def resident(pid):
    try:
        with open(f"/proc/{pid}/statm") as file:
            return int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE")
    except (OSError, IndexError):
        return 0


def run(command, folder, most_time, most_memory):
    """Runs to the end or the bounds: (status or the word for the bound, seconds, bytes, stdout, stderr)."""
    with open(os.path.join(folder, "stdout"), "wb") as out, open(os.path.join(folder, "stderr"), "wb") as err:
        child = subprocess.Popen(command, stdout=out, stderr=err, env=ENVIRONMENT)
        stopped, usage = [], []
        waiter = threading.Thread(target=lambda: usage.append(os.wait4(child.pid, 0)[1:]))
        waiter.start()
        start, peak = time.monotonic(), 0
        while waiter.is_alive():
            peak = max(peak, resident(child.pid))
            if not stopped and (peak > most_memory or time.monotonic() - start > 4 * most_time + 5):
                stopped.append("memory" if peak > most_memory else "time")
                child.kill()
            waiter.join(.005 if time.monotonic() - start < .2 else .03)
    status, used = usage[0]
    child.returncode = os.waitstatus_to_exitcode(status)
    out, err = (open(os.path.join(folder, name), "rb").read() for name in ("stdout", "stderr"))
    return (stopped[0] if stopped else child.returncode, used.ru_utime + used.ru_stime, max(peak, used.ru_maxrss << 10 if not stopped else 0), out, err)


class Prose:
    """What prose of a size costs, measured when it is first asked for; sizes are rounded up to a power of two."""

    def __init__(self, guanxi, folder):
        self.guanxi, self.folder, self.known = guanxi, folder, {}

    def cost(self, size):
        size = 1 << max(size - 1, 1 << 16).bit_length()
        if size not in self.known:
            texts = os.path.join(self.folder, "prose")
            os.makedirs(texts, exist_ok=True)
            sentence = "多位学者质疑了渔区划界草案，而海关总署则始终没有回应。"
            with open(os.path.join(texts, "prose.txt"), "w", encoding="utf-8") as file:
                file.write((sentence * 5 + "\n\n") * (size // (5 * len(sentence.encode()) + 2)))
            command = [self.guanxi, "clean", "-q", "-j1", texts]
            runs = [run(command, self.folder, 600, 8 << 30) for _ in range(2)]
            self.known[size] = (min(r[1] for r in runs), min(r[2] for r in runs))
        return self.known[size]

    def bounds(self, size):
        seconds, memory = self.cost(size)
        return MOST_TIME * seconds + LEAST_TIME, MOST_MEMORY * memory + LEAST_MEMORY


def faults_of(name, result, bounds):
    status, seconds, memory, out, err = result
    messages = err.decode("utf-8", "replace")
    if status not in (0, 1, 3):
        return [f"ended by {status}: {messages[-600:]}"]
    faults = []
    if seconds > bounds[0]:
        faults.append(f"took {seconds:.2f} s, allowed {bounds[0]:.2f}")
    if memory > bounds[1]:
        faults.append(f"took {memory >> 20} MB, allowed {bounds[1] >> 20}")
    documents = dict(re.findall(r"^==== (\S+) \([^)]*\)\n(.*?)(?=^====|\Z)", out.decode("utf-8"), re.M | re.S))
    if GOOD not in documents.get("good.txt", ""):
        faults.append("the good text beside it is lost")
    if not any(document.startswith(name) for document in documents) and name not in messages:
        faults.append("neither read nor named")
    if SECRET.encode() in out + err:
        faults.append("let a file from outside in")
    return faults


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("guanxi")
    parser.add_argument("map_check")
    parser.add_argument("--repeats", type=int, default=100000)
    parser.add_argument("--only", default="")
    a = parser.parse_args()
    failed = total = refused = 0
    slowest = (0, "")
    with tempfile.TemporaryDirectory() as folder:
        secret = os.path.join(folder, "secret")
        with open(secret, "w", encoding="utf-8") as file:
            file.write(SECRET)
        prose = Prose(a.guanxi, folder)
        texts = os.path.join(folder, "texts")
        os.mkdir(texts)
        good = os.path.join(texts, "good.txt")
        with open(good, "w", encoding="utf-8") as file:
            file.write(GOOD + "\n")
        for name, data in hostile.all_files(a.repeats, secret):
            if a.only not in name:
                continue
            path = os.path.join(texts, name)
            with open(path, "wb") as file:
                file.write(data)
            seconds, memory = prose.bounds(len(data))
            result = run([a.guanxi, "clean", "-j1", path, good], folder, 3 * seconds, 3 * memory)
            size = max(len(data), len(result[3]) // 2)
            faults = faults_of(name, result, prose.bounds(size))
            if not faults and len(data) < 4 << 20:
                checked = subprocess.run([a.map_check, "--unread=1", path], capture_output=True, text=True)
                faults += [line.strip()[:200] for line in checked.stdout.splitlines() if re.match("  [^ ]*: clean byte", line)][:3]
                faults += [checked.stderr[-600:]] if checked.returncode not in (0, 1) else []
            os.unlink(path)
            total += 1
            refused += result[0] == 3
            slowest = max(slowest, (result[1] / (prose.cost(size)[0] or 1), name))
            if faults:
                failed += 1
                print(f"{name} ({len(data)} bytes):", *faults, sep="\n   ")
    print(f"{total - failed} of {total} hostile texts are harmless, {refused} of them refused; slowest: {slowest[1]}, {slowest[0]:.1f} times prose")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
