#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs the examples of how texts are cleaned: usage: run-clean.py GUANXI FILE.md…

The file itself says at its top how an example is written."""
import io, json, os, re, subprocess, sys, tarfile, tempfile, zipfile

SIGNS = {"␌": "\f", "␠": " ", "⇥": "\t", "␣": "\u3000"}
FIELDS = ("title", "author", "site", "encoding", "kind", "twin")


def fences(path):
    """(line, info, text) of each fenced block."""
    inside, rows, first = None, [], 0
    for number, line in enumerate(open(path, encoding="utf-8"), 1):
        line = line.rstrip("\n")
        if inside is None and (m := re.fullmatch(r"(````*)(clean|member|blocks)\b ?(.*)", line)):
            inside, rows, first = m, [], number
        elif inside is not None and line == inside[1]:
            yield first, inside[2], inside[3], rows
            inside = None
        elif inside is not None:
            rows.append(line)


def content(rows):
    text = "".join(r[:-1] if r.endswith("¶") else r + "\n" for r in rows)
    return re.sub("[" + "".join(SIGNS) + "]", lambda m: SIGNS[m[0]], text)


def encode(text, name):
    """`name.ENCODING.txt` is written in that encoding."""
    for encoding in ("gb18030", "big5", "euc-kr", "shift_jis", "utf-16"):
        if f".{encoding}." in name:
            return text.encode(encoding)
    return text.encode("utf-8")


def pack(name, members):
    out = io.BytesIO()
    if re.search(r"\.tar(\.|$)", name):
        with tarfile.open(fileobj=out, mode="w:" + (name.rsplit(".", 1)[1] if not name.endswith(".tar") else "")) as archive:
            for inner, data in members:
                info = tarfile.TarInfo(inner)
                info.size = len(data)
                archive.addfile(info, io.BytesIO(data))
    else:
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
            for inner, data in members:
                archive.writestr(zipfile.ZipInfo(inner), data)
    return out.getvalue()


def cases(path):
    case = None
    for line, kind, info, rows in fences(path):
        if kind == "clean":
            case = {"line": line, "files": [(info, encode(content(rows), info))], "members": []}
        elif kind == "member":
            case["members"].append((info, encode(content(rows), info)))
        else:
            if case["members"]:
                name = case["files"][0][0]
                case["files"] = [(name, pack(name, case["members"]))]
                if name.endswith("/"):
                    case["files"] = [(name + inner, data) for inner, data in case["members"]]
            case["wanted"] = [r for r in rows if r.strip()]
            yield case


def describe(document, wanted):
    """The document in the words of the specification, with only those fields that are asked for."""
    rows = []
    for field in FIELDS:
        if any(w.startswith(field + ":") for w in wanted):
            rows.append(f"{field}: {document.get(field, '')}".rstrip())
    if any(w.startswith("date:") for w in wanted):
        rows.append(f"date: {document['date']} ({document['date_origin']})" if "date" in document else "date:")
    for block in document["blocks"]:
        reason = f" ({block['reason']})" if "reason" in block else ""
        text = " | ".join(s["text"] for s in block["sentences"]) if block["sentences"] else block["text"]
        rows.append(f"{block['type']}{reason}: {text}")
    return rows


def group(wanted):
    """Rows of each document: [(name or None, rows)]."""
    groups = [(None, [])]
    for row in wanted:
        if row.startswith("document: "):
            groups.append((row[len("document: "):], []))
        else:
            groups[-1][1].append(row)
    return [g for g in groups if g[0] or g[1]]


def run(guanxi, case):
    with tempfile.TemporaryDirectory() as folder:
        for name, data in case["files"]:
            path = os.path.join(folder, name)
            os.makedirs(os.path.dirname(path), exist_ok=True)
            with open(path, "wb") as file:
                file.write(data)
        done = subprocess.run([guanxi, "clean", "--format", "jsonl", folder], capture_output=True)
    if done.returncode not in (0, 1, 3):
        return [f"status {done.returncode}: {done.stderr.decode()}"], []
    return done.stderr.decode("utf-8", "replace").splitlines(), [json.loads(x) for x in done.stdout.decode("utf-8").splitlines()]


def check(guanxi, case):
    messages, documents = run(guanxi, case)
    skipped = [w[len("skipped: "):] for w in case["wanted"] if w.startswith("skipped: ")]
    faults = [f"nobody says `{s}`" for s in skipped if not any(s in m for m in messages)]
    groups = group([w for w in case["wanted"] if not w.startswith("skipped: ")])
    if [n for n, _ in groups if n] and [n for n, _ in groups] != [d["document"] for d in documents]:
        faults.append("the documents are " + ", ".join(d["document"] for d in documents))
    elif len(groups) != len(documents):
        faults.append(f"{len(documents)} documents instead of {len(groups)}")
    for (_, wanted), document in zip(groups, documents):
        fields = re.compile("(?:%s|date):" % "|".join(FIELDS))
        order = [w for f in FIELDS + ("date",) for w in wanted if w.startswith(f + ":")] + [w for w in wanted if not fields.match(w)]
        found = describe(document, wanted)
        if found != order:
            faults += [f"- {w}" for w in order if w not in found] + [f"+ {f}" for f in found if f not in order] or ["other order:"] + found
    return faults, messages


def main():
    guanxi, failed, total = sys.argv[1], 0, 0
    for path in sys.argv[2:]:
        for case in cases(path):
            total += 1
            faults, messages = check(guanxi, case)
            if faults:
                failed += 1
                print(f"{os.path.basename(path)}:{case['line']}: {case['files'][0][0]}", *faults, *messages, sep="\n   ")
    print(f"{total - failed} of {total} examples hold")
    sys.exit(1 if failed or not total else 0)


main()
