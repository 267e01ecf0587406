#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Measures guanxi against a floor and a peer in the same run: usage: bench.py GUANXI [FOLDER] [--rounds N] [--megabytes N]

floor   reads the files and does nothing (cat)
peer    finds the dictionary's plain names in them and nothing else (grep -oF, in a UTF-8 locale)
ours    guanxi mentions, and guanxi build, on one thread

Engines take turns inside a round, after one round that doesn't count. Printed are ratios of CPU time (user + system of the children): median [least .. most]
over the rounds. A bare time means nothing on a shared machine; no test depends on any of these figures. FOLDER (default: the sample texts, copied until they
make --megabytes) is read as it is."""
import argparse, os, resource, shutil, statistics, subprocess, sys, tempfile

HERE = os.path.dirname(os.path.abspath(__file__))

def cpu(command, **options):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, **options)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode not in (0, 1, 3):
        sys.exit(f"{command[0]} ended with {done.returncode}")
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime

def plain_names(path):
    names = set()
    for table in ("states.tsv", "people.tsv", "institutions.tsv"):
        for line in open(os.path.join(HERE, "../../dicts", table), encoding="utf-8"):
            cells = line.rstrip("\n").split("\t")
            if line.startswith("#") or cells[0] == "id":
                continue
            names |= {n.lstrip("~=") for n in [cells[2], cells[3], *cells[4].split("|")] if n}
    with open(path, "w", encoding="utf-8") as f:
        f.writelines(n + "\n" for n in sorted(names))
    return len(names)

def copies(folder, megabytes):
    source = os.path.join(HERE, "../samples")
    texts = [n for n in sorted(os.listdir(source)) if n.endswith((".txt", ".md", ".html"))]
    size, n = 0, 0
    while size < megabytes * 1e6:
        for name in texts:
            size += os.path.getsize(shutil.copy(os.path.join(source, name), os.path.join(folder, f"{n:05}-{name}")))
        n += 1
    return folder

def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("guanxi"); ap.add_argument("folder", nargs="?"); ap.add_argument("--rounds", type=int, default=5); ap.add_argument("--megabytes", type=float, default=8)
    a = ap.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        texts = os.path.join(scratch, "texts")
        os.mkdir(texts)
        folder = a.folder or copies(texts, a.megabytes)
        files = sorted(os.path.join(d, f) for d, _, fs in os.walk(folder) for f in fs)
        names = os.path.join(scratch, "names")
        n_names = plain_names(names)
        engines = {
            "floor: cat": (["cat", *files], {}),
            f"peer: grep -oF, {n_names} names": (["grep", "-ohFf", names, *files], {"env": {**os.environ, "LC_ALL": "C.UTF-8"}}),
            "ours: mentions": ([a.guanxi, "mentions", "-q", "-j1", folder], {}),
            "ours: build": ([a.guanxi, "build", "-q", "-j1", "-o", os.path.join(scratch, "out"), folder], {}),
        }
        times = {name: [] for name in engines}
        for r in range(a.rounds + 1):
            for name, (command, options) in engines.items():
                t = cpu(command, **options)
                if r:
                    times[name].append(t)
        print(f"{len(files)} files, {sum(map(os.path.getsize, files)) / 1e6:.1f} MB, {a.rounds} rounds")
        ours = times["ours: mentions"]
        for name in engines:
            ratios = [t / o if o else float("nan") for t, o in zip(times[name], ours)]
            print(f"{name:36} {statistics.median(ratios):8.3f} of mentions [{min(ratios):.3f} .. {max(ratios):.3f}]")

main()
