#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The rules of the house that no compiler checks.

usage: lint.py ROOT sizes|calls|layers|files|tables

A finding is a line `file:line: what is wrong`; the exit status is 1 when there is one."""
import os
import re
import sys

MAX_FILE, MAX_TEST, MAX_FUNCTION, MAX_LINE = 450, 600, 80, 140
# The folders under src in the order of the flow: each sees only what stands to its left.
ORDER = "base corpus clean text dict exchange match count store network compare export evaluate suggest cli".split()
PUBLIC = {  # public header -> the folder that implements it
    "error": "base", "str": "base", "output": "base", "version": "base", "corpus": "corpus", "document": "clean", "sentence": "text",
    "repeats": "text", "entity": "dict", "dictionary": "dict", "exchange": "exchange", "matcher": "match", "mention": "match", "explanation": "match", "reading": "match", "counts": "count",
    "store": "store", "network": "network", "comparison": "compare", "table": "export", "export": "export", "gold": "evaluate",
    "evaluation": "evaluate", "usage": "evaluate", "suggestion": "suggest", "guanxi": "cli",
}
FOREIGN = [  # headers of other libraries -> the folders that may include them
    (r"unicode/", {"corpus", "text", "base"}), (r"libxml/", {"corpus", "clean", "exchange"}), (r"md4c", {"clean"}), (r"yaml", {"clean"}),
    (r"sqlite3", {"store", "base"}), (r"igraph", {"network", "base"}), (r"jansson", {"corpus", "clean", "exchange", "export", "evaluate", "base"}),
    (r"archive", {"corpus", "base"}), (r"poppler|csv\.h|gmime/", {"corpus", "base"}),
]
# base/version.c tells the versions of all libraries, so base may see their headers there and nowhere else.
VERSIONS = os.path.join("src", "base", "version.c")

EVERYWHERE = "strtok strtok_r sprintf vsprintf strcpy strcat gets atoi atol atof setlocale system tmpnam mktemp".split()
LIBRARY = """exit _exit abort printf fprintf vprintf vfprintf puts putchar perror rand srand random drand48 time localtime strftime
    strtod isalpha isdigit isspace isalnum isupper islower ispunct toupper tolower strcoll strcasecmp
    g_print g_printerr g_message g_warning g_get_current_time g_get_real_time g_random_int g_random_double""".split()

findings = 0


def tell(path, line, text):
    global findings
    findings += 1
    print(f"{path}:{line}: {text}")


def walk(root):
    """All files of the checkout, without what builds and runs write."""
    for folder, folders, names in os.walk(root):
        folders[:] = sorted(d for d in folders if d not in (".git", "__pycache__") and
                            not (folder == root and (d in ("build", "output") or d.startswith(".") and d != ".ci")))
        for name in sorted(set(names) - {".git"}):  # a file in a worktree
            yield os.path.relpath(os.path.join(folder, name), root)


def read(root, path):
    with open(os.path.join(root, path), "rb") as file:
        return file.read().decode("utf-8")


def c_files(root, *under):
    return [p for p in walk(root) if p.endswith((".c", ".h")) and p.split(os.sep)[0] in under]


def code_only(text):
    """C without its comments, strings and characters, line by line."""
    pattern = re.compile(r'/\*.*?\*/|//[^\n]*|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\'', re.S)
    return pattern.sub(lambda m: "\n" * m.group().count("\n") or '""', text)


def sizes(root):
    for path in c_files(root, "src", "include", "tests"):
        lines = read(root, path).split("\n")
        rows = sum(bool(re.match(r"\s*\{.*\},?$|\s*[\"0-9-].*,$", line)) for line in lines)
        limit = MAX_TEST if path.startswith("tests") else MAX_FILE
        if len(lines) - 1 > limit and rows * 2 < len(lines):  # what is mostly rows of a table may be long
            tell(path, len(lines) - 1, f"longer than {limit} lines")
        start = None
        for number, line in enumerate(lines, 1):
            if len(line) > MAX_LINE:
                tell(path, number, f"longer than {MAX_LINE} characters")
            if line == "{":
                start = number
            elif line == "}" and start:
                if number - start - 1 > MAX_FUNCTION:
                    tell(path, start, f"function of {number - start - 1} lines (at most {MAX_FUNCTION})")
                start = None


def calls(root):
    for path in c_files(root, "src"):
        banned = set(EVERYWHERE) | (set() if path.split(os.sep)[1] == "cli" else set(LIBRARY))
        for number, line in enumerate(code_only(read(root, path)).split("\n"), 1):
            for name in re.findall(r"(?<![\w.>])([a-z_]\w*)\s*\(", line):
                if name in banned:
                    tell(path, number, f"calls {name}()")


def folder_of(path):
    parts = path.split(os.sep)
    return parts[1] if parts[0] == "src" else None


def layers(root):
    sources = [p for p in c_files(root, "src") if folder_of(p) in ORDER]
    internal = {os.path.basename(p): folder_of(p) for p in sources if p.endswith(".h")}
    for path in sources:
        folder = folder_of(path)
        for number, line in enumerate(read(root, path).split("\n"), 1):
            match = re.match(r'\s*#\s*include\s*([<"])([^>"]+)[>"]', line)
            if not match:
                continue
            quote, name = match.groups()
            if name.startswith("guanxi/"):
                owner = PUBLIC.get(name[len("guanxi/"):-len(".h")])
                if owner is None:
                    tell(path, number, f"<{name}>: lint.py does not know whose header this is")
            elif quote == '"':
                owner = internal.get(name)
                if folder == "cli" and owner not in ("cli", None):
                    tell(path, number, f"cli sees the public headers only, not {name} of {owner}")
            else:
                for pattern, allowed in FOREIGN:
                    if re.match(pattern, name) and (folder not in allowed or folder == "base" and path != VERSIONS):
                        tell(path, number, f"<{name}> belongs to {', '.join(sorted(allowed - {'base'}))}")
                continue
            if owner in ORDER and ORDER.index(owner) > ORDER.index(folder):
                tell(path, number, f"{folder} stands left of {owner} and must not include {name}")
    for header in [p for p in c_files(root, "include")]:
        for number, line in enumerate(read(root, header).split("\n"), 1):
            match = re.match(r"\s*#\s*include\s*<([^>]+)>", line)
            if match and not re.match(r"guanxi/|glib|gio|string\.h|std\w+\.h", match.group(1)):
                tell(header, number, f"<{match.group(1)}>: public headers include GLib's only")
    sees(root)


def sees(root):
    """The include paths that CMake gives each folder go to the left, too."""
    for folder in ORDER[:-1]:
        path = os.path.join("src", folder, "CMakeLists.txt")
        match = re.search(r"SEES([a-z\s]*?)(?:PACKAGES|SOURCES|\))", read(root, path))
        for seen in match.group(1).split() if match else []:
            if ORDER.index(seen) >= ORDER.index(folder):
                tell(path, 1, f"{folder} must not see {seen}")


def may_repeat(path):
    parts = path.split(os.sep)
    return parts[-1] in ("CMakeLists.txt", "README.md") or parts[0] == "tests" and parts[1] in ("golden", "fuzz", "spec") and len(parts) > 3


def files(root):
    seen = {}
    marks = re.compile(r"\b(" + "TO" + "DO|" + "FIX" + "ME|X" + "XX)\\b")
    machine = re.compile(r"(?<![\w.$}])/(?:work|home|root|Users)/|/tmp/[a-z]+-")
    for path in walk(root):
        name = os.path.basename(path)
        if not may_repeat(path):
            if name in seen:
                tell(path, 1, f"has the name of {seen[name]}")
            seen[name] = path
        try:
            text = read(root, path)
        except UnicodeDecodeError:
            continue
        is_code = name.endswith((".c", ".h", ".py", ".sh", ".cmake", ".in")) or name in ("CMakeLists.txt", "run") and path.count(os.sep)
        top = text.split("\n", 2)[:2]
        if is_code and not any("SPDX-License-Identifier: GPL-3.0-or-later" in line for line in top) and name != "guanxi.pc.in":
            tell(path, 1, "the licence line is missing")
        if name.endswith((".c", ".h")) and not top[0].startswith("/* SPDX-License-Identifier: GPL-3.0-or-later"):
            tell(path, 1, "does not begin with the licence line")
        if path.startswith(("dicts", os.path.join("tests", "samples"))) or name == "LICENSE":
            continue
        for number, line in enumerate(text.split("\n"), 1):
            if name.endswith((".c", ".h")) and "\t" in line:
                tell(path, number, "has a tab")
            if is_code and marks.search(line):
                tell(path, number, "leaves work undone")
            if is_code and line != line.rstrip():
                tell(path, number, "ends with a blank")
            if machine.search(line):
                tell(path, number, "names a path of some machine")


ENTITY = "id type name en aliases short country since until note".split()
OF_LANGUAGE = "id kind text states weight language note".split()
HEADERS = {
    "states.tsv": ENTITY, "people.tsv": ENTITY, "institutions.tsv": ENTITY, "bodies.tsv": "id name en aliases note".split(),
    "titles.tsv": "title position note".split(), "phrases.tsv": "phrase note".split(), "surnames.tsv": "surname note".split(),
    "affixes.tsv": "kind text note".split(), "words.tsv": "word kind note".split(), "country-codes.tsv": "code id note".split(), "contexts.tsv": "id kind text states weight note".split(),
    "contexts-ja.tsv": OF_LANGUAGE, "contexts-ko.tsv": OF_LANGUAGE,
    "candidates.tsv": "id kind text states weight note".split(), "characters.tsv": "id kind text states weight note".split(),
    "roles.tsv": "id kind text states weight note".split(), "suggestions.tsv": "id kind text states weight note".split(),
}


def table(root, path):
    name = os.path.basename(path)
    try:
        lines = read(root, path).split("\n")
    except UnicodeDecodeError as error:
        return tell(path, 1, f"is not UTF-8: {error.reason} at byte {error.start}")
    if lines.pop() != "":
        tell(path, len(lines), "does not end with a line break")
    rows = [(n, line) for n, line in enumerate(lines, 1) if not line.startswith("#")]
    header = rows.pop(0)[1].split("\t") if rows else []
    if name not in HEADERS:
        return tell(path, 1, "is no table known here")
    if header != HEADERS[name]:
        return tell(path, 1, f"the header is {header}, not {HEADERS[name]}")
    last, ids = "", {}
    for number, line in rows:
        cells = line.split("\t")
        if len(cells) != len(header):
            tell(path, number, f"has {len(cells)} columns, not {len(header)}")
        if any(cell != cell.strip(" \r\u3000\u00a0") for cell in cells):
            tell(path, number, "has a blank at the edge of a cell")
        key = " ".join(cells[:2]) if name == "affixes.tsv" else cells[0]
        if not name.startswith("contexts") and key in ids:
            tell(path, number, f"`{key}` is in line {ids[key]} already")
        if not cells[0]:
            tell(path, number, "the first cell is empty")
        if not name.startswith("contexts") and key < last:
            tell(path, number, f"`{key}` comes after `{last}`: rows are sorted by their first column, affixes by kind and text")
        ids[key] = number
        last = key


def tables(root):
    for path in walk(root):
        if path.split(os.sep)[0] == "dicts" and path.endswith(".tsv"):
            table(root, path)


if __name__ == "__main__":
    checks = {"sizes": sizes, "calls": calls, "layers": layers, "files": files, "tables": tables}
    if len(sys.argv) != 3 or sys.argv[2] not in checks:
        sys.exit(__doc__)
    checks[sys.argv[2]](os.path.abspath(sys.argv[1]))
    sys.exit(1 if findings else 0)
