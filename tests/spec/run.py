#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs the examples of a specification: usage: run.py GUANXI FILE.md…

Every line of a fenced block called `mentions` is a document of its own. [text] is a mention that must be found with exactly these ends, [text=Name] must also
be of the entity called Name; nothing else may be found. ⏎ stands for a line break. Lines that begin with # are left out."""
import csv, os, re, subprocess, sys, tempfile

def examples(path):
    inside = False
    for number, line in enumerate(open(path, encoding="utf-8"), 1):
        line = line.rstrip("\n")
        if line.startswith("```"):
            inside = line == "```mentions"
        elif inside and line.strip() and not line.startswith("#"):
            yield number, line

def parse(line):
    text, wanted, at = "", [], 0
    for m in re.finditer(r"\[([^\]=]+)(?:=([^\]]+))?\]", line):
        text += line[at:m.start()]
        wanted.append((len(text), m.group(1), m.group(2)))
        text += m.group(1)
        at = m.end()
    return (text + line[at:]).replace("⏎", "\n"), [(s, t.replace("⏎", "\n"), n) for s, t, n in wanted]

def show(text, found):
    out, at = "", 0
    for start, piece, name in sorted(found):
        out += text[at:start] + f"[{piece}={name}]"
        at = start + len(piece)
    return out + text[at:]

def main():
    guanxi, failed, total = sys.argv[1], 0, 0
    for path in sys.argv[2:]:
        cases = [(n, line, *parse(line)) for n, line in examples(path)]
        with tempfile.TemporaryDirectory() as folder:
            for n, _, text, _ in cases:
                with open(os.path.join(folder, f"{n:05}.txt"), "w", encoding="utf-8", newline="") as f:
                    f.write(text)
            out = subprocess.run([guanxi, "mentions", "-q", "--keep-duplicates", folder], capture_output=True, check=True).stdout.decode()
            found = {}
            for row in csv.DictReader(out.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE):
                found.setdefault(int(row["document"][:5]), []).append((int(row["start"]), int(row["end"]), row["name"], row["rule"]))
        for n, line, text, wanted in cases:
            total += 1
            raw = text.encode()
            got = [(len(raw[:s].decode()), raw[s:e].decode(), name) for s, e, name, _ in found.get(n, [])]
            want = [(s, t, name or next((g[2] for g in got if g[:2] == (s, t)), None)) for s, t, name in wanted]
            if sorted(got) != sorted(want, key=str) and sorted(got) != sorted(want):
                failed += 1
                print(f"{os.path.basename(path)}:{n}: wanted {line}\n   found {show(text, got)}")
    print(f"{total - failed} of {total} examples hold")
    sys.exit(1 if failed else 0)

main()
