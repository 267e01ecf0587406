#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Other programs read what a build writes: the same nodes, edges, labels and weights in each of them.

usage: consumers.py GUANXI SAMPLES [SHARED]"""
import csv
import math
import os
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree

SPACE = "{http://graphml.graphdrawing.org/xmlns}"


def named(nodes, edges):
    """A network by the names of its nodes, which are unique: {name: label}, {two names: weight}."""
    names = {node: name for node, name, label in nodes}
    assert len(set(names.values())) == len(names)
    return ({name: label for _, name, label in nodes}, {frozenset((names[a], names[b])): weight for a, b, weight in edges})


def tables(folder):
    nodes, edges = ([*csv.DictReader(open(os.path.join(folder, name), encoding="utf-8", newline=""))] for name in ("nodes.csv", "edges.csv"))
    return named([(n["Id"], n["name"], n["Label"]) for n in nodes], [(e["Source"], e["Target"], float(e["Weight"])) for e in edges])


def by_networkx(path):
    import networkx
    graph = networkx.read_graphml(path)
    assert not graph.is_directed() and not graph.is_multigraph()
    assert all(math.isfinite(data[key]) for _, data in graph.nodes(data=True) for key in ("x", "y", "size"))
    return named([(n, data["name"], data["label"]) for n, data in graph.nodes(data=True)], graph.edges(data="weight"))


def by_igraph(path):
    import igraph
    graph = igraph.Graph.Read_GraphML(path)
    assert not graph.is_directed() and graph.is_simple()
    return named([(v.index, v["name"], v["label"]) for v in graph.vs], [(e.source, e.target, e["weight"]) for e in graph.es])


def by_xml(path):
    graph = xml.etree.ElementTree.parse(path).getroot()
    keys = {k.get("id"): k.get("attr.name") for k in graph.iter(SPACE + "key")}

    def value(element, name):
        return next(d.text for d in element.iter(SPACE + "data") if keys[d.get("key")] == name)
    return named([(n.get("id"), value(n, "name"), value(n, "label")) for n in graph.iter(SPACE + "node")],
                 [(e.get("source"), e.get("target"), float(value(e, "weight"))) for e in graph.iter(SPACE + "edge")])


def main(guanxi, samples, shared=""):
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([guanxi, "build", "-q", samples, "-o", folder], check=True)
        path = os.path.join(folder, "network.graphml")
        wanted = tables(folder)
        assert len(wanted[0]) > 20 and len(wanted[1]) > 40, "the samples make a network"
        for read in (by_xml, by_networkx, by_igraph):
            try:
                found = read(path)
            except ImportError as error:
                print(f"{read.__name__}: skipped: {error}")
                continue
            assert found == wanted, f"{read.__name__}: not what the tables say"
            print(f"{read.__name__}: {len(found[0])} nodes, {len(found[1])} edges")
        checker = os.path.join(shared, "consumers", "check_graphml.sh")
        if os.path.exists(checker) and shutil.which("xmllint"):
            subprocess.run(["sh", checker, path], check=True)
        elif shutil.which("xmllint"):
            subprocess.run(["xmllint", "--nonet", "--noout", path], check=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
