#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The same texts make the same bytes: whatever the number of threads, the order of the arguments, the run and the locale.

usage: bytes.py GUANXI SAMPLES [SHARED]"""
import os
import shutil
import subprocess
import sys
import tempfile

OUTPUTS = "network.graphml nodes.csv edges.csv mentions.tsv corpus.db".split()
LOCALES = {"zh_CN.UTF-8": ("zh_CN", "UTF-8"), "de_DE.UTF-8": ("de_DE", "UTF-8"), "tr_TR.UTF-8": ("tr_TR", "UTF-8")}


def results(guanxi, arguments, options, folder, **variables):
    """Every byte that a build and the commands upon it write, by name."""
    shutil.rmtree(folder, ignore_errors=True)
    environment = {**os.environ, "LC_ALL": "C", **variables}
    found = {}

    def call(name, *command):
        run = subprocess.run([guanxi, *command], env=environment, capture_output=True)
        if run.returncode != 0:
            sys.exit(f"guanxi {' '.join(command)} ends with {run.returncode}: {run.stderr.decode('utf-8', 'replace')}")
        found[name] = run.stdout.replace(folder.encode(), b"FOLDER")

    call("build", "build", *options, "-o", folder, *arguments)
    for name in OUTPUTS:
        with open(os.path.join(folder, name), "rb") as file:
            found[name] = file.read()
    call("mentions", "mentions", *options, "--format", "jsonl", *arguments)
    call("clean", "clean", *options, *arguments)
    call("rank", "rank", folder, "--by", "betweenness", "--format", "json", "--top", "0")
    call("rank of graphml", "rank", os.path.join(folder, "network.graphml"), "--top", "0")
    call("evidence", "evidence", folder, "Q30")
    if len(arguments) > 1:
        call("compare", "compare", folder, "--by", "document", "--format", "csv")
    return found


def locales(folder):
    """Locales of this machine, or made for this run from the sources of the `locales` package."""
    have = subprocess.run(["locale", "-a"], capture_output=True, text=True).stdout.lower().replace("utf8", "utf-8").split()
    for name, (source, charset) in LOCALES.items():
        if name.lower() in have:
            yield name, {"LC_ALL": name}
        elif shutil.which("localedef"):
            made = subprocess.run(["localedef", "-i", source, "-f", charset, os.path.join(folder, name)], capture_output=True)
            if made.returncode == 0:
                yield name, {"LC_ALL": name, "LOCPATH": folder}
                continue
        else:
            print(f"locale {name}: not here, not tried")


def check(guanxi, paths, folder):
    here = os.path.join(folder, "new")
    first = results(guanxi, paths, ["-j1"], here)
    runs = [("a second run", paths, ["-j1"], {}), ("two threads", paths, ["-j2"], {}), ("seven threads", paths, ["-j7"], {}),
            ("arguments turned round", paths[::-1], ["-j2"], {}), ("arguments twice", paths + paths[:2], ["-j2"], {})]
    runs += [(f"locale {name}", paths, ["-j1"], variables) for name, variables in locales(folder)]
    failed = 0
    for what, arguments, options, variables in runs:
        for name, content in results(guanxi, arguments, options, here, **variables).items():
            if content != first[name]:
                print(f"{what}: {name} differs ({len(first[name])} and {len(content)} bytes)")
                failed += 1
    print(f"{len(paths)} texts, {len(runs)} other ways to run them, {len(first)} outputs each: {failed} differences")
    return failed


def texts(folder):
    return sorted(os.path.join(folder, n) for n in os.listdir(folder) if n.endswith((".txt", ".md", ".html"))) if os.path.isdir(folder) else []


def main(guanxi, samples, shared=""):
    failed = 0
    with tempfile.TemporaryDirectory() as folder:
        for paths in (texts(samples), texts(os.path.join(shared, "seeds"))):
            failed += check(guanxi, paths, folder) if paths else 0
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
