#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs golden cases of the command-line tool.

usage: golden.py GUANXI [--update] [--sanitized] CASE…      (CASE: a folder beside this file, or --all)

A case is a folder with
  cmd     what `sh` runs, in a scratch copy of the case's in/ (if any) with $GUANXI, $SAMPLES and $NAMES (options for names.tsv alone) set
  out     what it must print on standard output; none: nothing
  err     the same for standard error
  status  its exit status; none: 0
In what is printed, the scratch folder reads $SCRATCH and the samples' $SAMPLES. Status 77 skips the case.
--update writes out, err and status anew: read the difference before it is committed."""
import os
import shutil
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
SAMPLES = os.path.join(os.path.dirname(HERE), "samples")
SKIPPED = 77


def run(case, guanxi, sanitized):
    with tempfile.TemporaryDirectory() as scratch:
        scratch = os.path.join(os.path.realpath(scratch), "case")
        given = os.path.join(case, "in")
        shutil.copytree(given, scratch) if os.path.isdir(given) else os.mkdir(scratch)
        variables = {"GUANXI": guanxi, "SAMPLES": SAMPLES, "NAMES": f"--no-builtin --dict={HERE}/names.tsv", "SANITIZED": "1" if sanitized else "", "LC_ALL": "C.UTF-8"}
        result = subprocess.run(["sh", os.path.join(case, "cmd")], cwd=scratch, env={**os.environ, **variables},
                                stdin=subprocess.DEVNULL, capture_output=True)
        clean = [part.replace(scratch.encode(), b"$SCRATCH").replace(SAMPLES.encode(), b"$SAMPLES").replace(guanxi.encode(), b"$GUANXI")
                 for part in (result.stdout, result.stderr)]
        return {"out": clean[0], "err": clean[1], "status": b"%d\n" % result.returncode if result.returncode else b""}


def wanted(case, name):
    path = os.path.join(case, name)
    if not os.path.exists(path):
        return b""
    with open(path, "rb") as file:
        return file.read()


def update(case, found):
    for name, content in found.items():
        path = os.path.join(case, name)
        if content:
            with open(path, "wb") as file:
                file.write(content)
        elif os.path.exists(path):
            os.remove(path)


def differ(case, found):
    failed = False
    for name, content in found.items():
        if content == wanted(case, name):
            continue
        failed = True
        with tempfile.TemporaryDirectory() as folder:
            paths = [os.path.join(folder, side) for side in ("wanted", "found")]
            for path, text in zip(paths, (wanted(case, name), content)):
                with open(path, "wb") as file:
                    file.write(text)
            print(f"{os.path.basename(case)}: {name} differs", flush=True)
            shown = subprocess.run(["diff", "-a", "-u", "--label", "wanted", "--label", "found", *paths], capture_output=True).stdout
            print(shown[:4000].decode("utf-8", "replace"), flush=True)
    return failed


def main(arguments):
    options = {a for a in arguments if a.startswith("--")}
    names = [a for a in arguments if not a.startswith("--")]
    if not names or not options <= {"--update", "--sanitized", "--all"}:
        sys.exit(__doc__)
    guanxi, names = os.path.abspath(names[0]), names[1:]
    if "--all" in options:
        names = sorted(n for n in os.listdir(HERE) if os.path.exists(os.path.join(HERE, n, "cmd")))
    failed = skipped = 0
    for name in names:
        case = os.path.join(HERE, name)
        found = run(case, guanxi, "--sanitized" in options)
        if found["status"] == b"%d\n" % SKIPPED:
            skipped += 1
            print(f"{name}: skipped: {found['out'].decode('utf-8', 'replace').strip()}")
        elif "--update" in options:
            update(case, found)
        else:
            failed += differ(case, found)
    if failed:
        return 1
    return SKIPPED if names and skipped == len(names) else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
