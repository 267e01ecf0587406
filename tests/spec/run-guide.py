#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs the examples of a guide: usage: run-guide.py GUANXI FILE.md…

A fenced block `tsv NAME` becomes the file NAME. A block `console` holds commands (`$ …`), which `sh` runs in the folder of these files, each with what it prints
and, unless it is 0, `[status N]`. A line `...` stands for any lines, a `...` inside a line for anything."""
import os
import re
import subprocess
import sys
import tempfile


def blocks(path):
    """(line, info string, text) of each fenced block."""
    info = None
    for number, line in enumerate(open(path, encoding="utf-8"), 1):
        if not line.startswith("```"):
            if info is not None:
                text.append(line)
        elif info is None:
            start, info, text = number, line[3:].strip(), []
        else:
            yield start, info, "".join(text)
            info = None


def commands(text):
    """(command, what it prints) of a block."""
    for part in re.split(r"^\$ ", text, flags=re.M)[1:]:
        command, _, output = part.partition("\n")
        yield command, output


def holds(wanted, found):
    lines = ["(?:.*\n)*?" if line == "..." else re.escape(line).replace(re.escape("..."), ".*") + "\n" for line in wanted.rstrip("\n").split("\n")]
    return re.fullmatch("".join(lines), found.rstrip("\n") + "\n") is not None


def run(command, folder, environment):
    done = subprocess.run(["sh", "-c", command], cwd=folder, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    return done.stdout.decode() + (f"[status {done.returncode}]\n" if done.returncode else ""), done.stderr.decode()


def main(guanxi, *paths):
    total = failed = 0
    for path in paths:
        with tempfile.TemporaryDirectory() as scratch:
            programs, folder = os.path.join(scratch, "bin"), os.path.join(scratch, "texts")
            os.mkdir(programs), os.mkdir(folder)
            os.symlink(os.path.abspath(guanxi), os.path.join(programs, "guanxi"))
            environment = {**os.environ, "PATH": programs + os.pathsep + os.environ["PATH"], "LC_ALL": "C.UTF-8"}
            for number, info, text in blocks(path):
                if info.startswith("tsv "):
                    with open(os.path.join(folder, os.path.basename(info[4:])), "w", encoding="utf-8") as file:
                        file.write(text)
                for command, wanted in commands(text) if info == "console" else ():
                    total += 1
                    found, said = run(command, folder, environment)
                    if not holds(wanted, found):
                        failed += 1
                        print(f"{os.path.basename(path)}:{number}: $ {command}\nwanted\n{wanted}found\n{found}{said}")
    print(f"{total - failed} of {total} examples hold")
    return 1 if failed or not total else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
