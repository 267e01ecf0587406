#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Is furniture left out of real pages, and nothing of their text?

usage: furniture.py GUANXI SHARED [-v]

posts-judged.tsv says of the first and third of every eight posts of SHARED/posts, up to sixty each, which bytes are furniture and which are
text that must be kept (first and last sentences, titles, odd parts), judged by reading the source. A document fails when a byte of furniture is in a counted block,
or when a part of its text is in none. Exit status 77: the posts aren't here."""
import collections, json, os, re, subprocess, sys

COUNTED = {"paragraph", "heading", "list-item", "cell", "caption"}
MIN_CLEAN = 95  # per cent of documents without furniture in counted blocks
MARKUP = re.compile(rb"<!--.*?-->|<[^>]*>|&[#\w]+;|\s+", re.S)


def gaps(spans, start, end):
    """What of [start, end) no span covers."""
    for a, b in sorted(spans):
        if b <= start or a >= end:
            continue
        if a > start:
            yield start, a
        start = max(start, b)
    if start < end:
        yield start, end


def main():
    guanxi, shared = sys.argv[1:3]
    posts = os.path.join(shared, "posts")
    if not os.path.isdir(posts):
        print(f"skipped: {posts} is not there")
        return 77
    judged = collections.defaultdict(list)
    with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "posts-judged.tsv"), encoding="utf-8") as table:
        for row in list(table)[1:]:
            name, start, end, verdict, what = row.rstrip("\n").split("\t")
            judged[name].append((int(start), int(end), verdict, what))
    paths = [os.path.join(posts, name) for name in sorted(judged)]
    out = subprocess.run([guanxi, "clean", "-q", "--format", "jsonl", *paths], stdout=subprocess.PIPE, check=True).stdout
    dirty, lost = {}, {}
    for line in out.decode("utf-8").splitlines():
        document = json.loads(line)
        name = os.path.basename(document["document"])
        with open(os.path.join(posts, name), "rb") as file:
            source = file.read()
        kept = [(s["start"], s["end"]) for b in document["blocks"] if b["type"] in COUNTED for s in b["sentences"]]
        for start, end, verdict, what in judged.pop(name):
            if verdict == "furniture" and any(a < end and b > start for a, b in kept):
                dirty.setdefault(name, []).append(f"{what} {start}-{end}")
            elif verdict == "text" and any(MARKUP.sub(b"", source[a:b]) for a, b in gaps(kept, start, end)):
                lost.setdefault(name, []).append(f"{what} {start}-{end}")
    n = len(paths)
    if "-v" in sys.argv:
        for title, table in (("furniture counted", dirty), ("text lost", lost)):
            for name, spans in sorted(table.items()):
                print(f"{title}: {name}: {', '.join(spans[:8])}{' …' if len(spans) > 8 else ''}")
    share = 100 * (n - len(dirty)) / n
    print(f"{n} documents: {share:.1f} % without furniture in counted blocks (at least {MIN_CLEAN}), {len(lost)} with text lost (0)")
    if judged:
        print(f"not read: {', '.join(sorted(judged))}")
    return 0 if share >= MIN_CLEAN and not lost and not judged else 1


if __name__ == "__main__":
    sys.exit(main())
