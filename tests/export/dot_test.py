# SPDX-License-Identifier: Apache-2.0
"""DOT and JSON say the same graph, asked of other programs.

Usage: dot_test.py CROSSROADS CASE WORK, with CASE a folder of ontology.xml and texts. Graphviz' own
dot must read the DOT without a word on standard error; pydot, a parser of its own, must find the
nodes and edges of the JSON. Exit status 77 where neither is here.
"""
import json
import pathlib
import shutil
import subprocess
import sys

try:
    import pydot
except ImportError:
    pydot = None


def run(*command):
    done = subprocess.run([str(part) for part in command], capture_output=True, timeout=60, check=False)
    assert done.returncode == 0, done.stderr.decode()
    return done


def plain(name):
    """A name as pydot gives it: with quotes, line continuations and doubled backslashes."""
    if name.startswith('"'):
        name = name[1:-1]
    return name.replace("\\\n", "").replace('\\"', '"').replace("\\\\", "\\")


def read_pydot(dot):
    (graph,) = pydot.graph_from_dot_data(dot.read_text(encoding="utf-8"))
    named = {"node", "edge", "graph", '"\\n"'}  # pydot takes the file's last line feed for a node
    nodes = {plain(n.get_name()) for n in graph.get_nodes() if n.get_name() not in named}
    edges = [
        (plain(e.get_source()), plain(e.get_destination()), plain(e.get("key")))
        for e in graph.get_edges()
    ]
    assert len(edges) == len(set(edges)), "an edge stands there twice"
    return nodes, set(edges)


def read_json(path, kept):
    data = json.loads(path.read_text(encoding="utf-8"))
    nodes = {n["id"] for n in data["nodes"] if kept(n["id"])}
    ends = [(e["source"], e["target"], e["key"]) for e in data["edges"]]
    return nodes, {e for e in ends if kept(e[0]) and kept(e[1])}


def main(crossroads, case, work):
    if pydot is None and not shutil.which("dot"):
        print("skipped: neither pydot nor dot is here")
        return 77
    work.mkdir(parents=True, exist_ok=True)
    made = work / "made.json"
    run(crossroads, "build", "-O", case / "ontology.xml", case / "texts", "-o", made)
    for view in ("full", "concepts"):
        dot = work / f"{view}.dot"
        run(crossroads, "export", made, "-o", dot, "--view", view)
        if shutil.which("dot"):
            done = run("dot", "-Tcanon", dot, "-o", work / f"{view}.canon.dot")
            assert not done.stderr, done.stderr.decode()
        if pydot is not None:
            whole = view == "full"
            wanted = read_json(made, lambda name, whole=whole: whole or not name.startswith("text:"))
            assert all(wanted), "nothing to compare"
            found = read_pydot(dot)
            assert found == wanted, [a ^ b for a, b in zip(found, wanted)]
            print(f"{view}: {len(found[0])} nodes, {len(found[1])} edges")
    return 0


if __name__ == "__main__":
    sys.exit(main(*(pathlib.Path(argument) for argument in sys.argv[1:4])))
