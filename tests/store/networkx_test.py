# SPDX-License-Identifier: Apache-2.0
"""Reads the graph JSON with NetworkX, writes it with NetworkX and has us read it back.

Usage: networkx_test.py CROSSROADS CASE WORK, with CASE a folder of ontology.xml and texts.
Exit status 77 where this Python has no NetworkX.
"""
import copy
import json
import pathlib
import random
import subprocess
import sys

try:
    import networkx as nx
except ImportError:
    print("skipped: this Python has no networkx")
    sys.exit(77)

NEW = tuple(int(n) for n in nx.__version__.split(".")[:2]) >= (3, 4)
EDGES = {"edges": "edges"} if NEW else {"link": "edges"}


def run(*command):
    done = subprocess.run([str(part) for part in command], capture_output=True, timeout=60, check=False)
    assert done.returncode == 0, done.stderr.decode()
    return done


def names(edges):
    return sorted((e["source"], e["target"], e["key"]) for e in edges)


def check_same(data, graph):
    """All nodes and edges are there with all that is said of them."""
    assert graph.is_directed() and graph.is_multigraph()
    assert graph.graph == data["graph"]
    assert graph.number_of_nodes() == len(data["nodes"])
    assert graph.number_of_edges() == len(data["edges"])
    for node in data["nodes"]:
        assert graph.nodes[node["id"]] == {k: v for k, v in node.items() if k != "id"}, node["id"]
    ends = ("source", "target", "key")
    for edge in data["edges"]:
        found = graph.edges[edge["source"], edge["target"], edge["key"]]
        assert found == {k: v for k, v in edge.items() if k not in ends}, edge


def check_parallel(graph):
    """One relation between one pair: said by a curator, twice, by a passage, and denied."""
    keys = {k for k in graph["mino"]["norvale"] if k.startswith("deployed-in")}
    assert keys == {
        "deployed-in:curated:2011/2014",
        "deployed-in:curated:2016/",
        "deployed-in:stated",
        "deployed-in:stated:not",
    }, keys


def check_quotes(data, texts):
    """What the graph quotes is what the sources hold."""
    nodes = {node["id"]: node for node in data["nodes"]}
    for node in data["nodes"]:
        if node["kind"] != "passage":
            continue
        source = (texts / node["document"].replace("%25", "%").replace("%23", "#")).read_bytes()
        whole = source[node["ranges"][0][0] : node["ranges"][-1][1]]
        joined = b"\n".join(source[begin:end] for begin, end in node["ranges"])
        assert node["text"].encode() in (whole, joined), node
    assert any(len(n.get("ranges", [])) > 1 for n in data["nodes"]), "no passage is interrupted"
    assert any("parts" in e for e in data["edges"]), "no mention is interrupted"
    for edge in data["edges"]:
        if edge["origin"] != "stated":
            continue
        for evidence in edge["evidence"]:
            begin, end = evidence["span"]
            document = nodes[evidence["passage"]]["document"]
            assert evidence["cue"].encode() in (texts / document).read_bytes()[begin:end]


def check_structure(graph):
    """Texts, sections and articles form a forest that holds every passage once."""
    held = {"section", "article", "passage"}
    contains = nx.DiGraph((s, t) for s, t, key in graph.edges(keys=True) if key == "contains:structure")
    assert nx.is_forest(contains), "what contains what is no forest"
    for node, data in graph.nodes(data=True):
        if data["kind"] in held:
            assert contains.in_degree(node) == 1, node
    kinds = [data["kind"] for _, data in graph.nodes(data=True)]
    assert kinds.count("section") > 0 and kinds.count("article") > 1, kinds
    wrote = [(s, t) for s, t, key in graph.edges(keys=True) if key == "authored:structure"]
    assert wrote and all(graph.nodes[t]["kind"] == "article" for _, t in wrote), wrote


def main(crossroads, case, work):
    work.mkdir(parents=True, exist_ok=True)
    made, back, again = work / "made.json", work / "back.json", work / "again.json"
    run(crossroads, "build", "-O", case / "ontology.xml", case / "texts", "-o", made)
    data = json.loads(made.read_text(encoding="utf-8"))
    original = copy.deepcopy(data)
    check_quotes(data, case / "texts")

    graph = nx.node_link_graph(data, **EDGES)
    check_same(original, graph)
    check_parallel(graph)
    check_structure(graph)
    assert "river-host" in nx.node_connected_component(nx.Graph(graph), "mino")

    written = nx.node_link_data(graph, **EDGES)
    assert names(written["edges"]) == names(original["edges"])
    back.write_text(json.dumps(written), encoding="utf-8")
    run(crossroads, "export", back, "-o", again)
    assert again.read_bytes() == made.read_bytes(), "changed by the round trip"

    # In any order, with what others add, and under the name that older versions give the edges.
    rng = random.Random(7)
    rng.shuffle(written["nodes"])
    rng.shuffle(written["edges"])
    for item in written["nodes"] + written["edges"]:
        item["colour"] = {"r": [1, None, 2.5]}
    written["links"] = written.pop("edges")
    back.write_text(json.dumps(written, ensure_ascii=False, indent=1), encoding="utf-8")
    run(crossroads, "export", back, "-o", again)
    assert again.read_bytes() == made.read_bytes(), "changed by a shuffle"
    print(f"networkx {nx.__version__}: {len(data['nodes'])} nodes, {len(data['edges'])} edges")


if __name__ == "__main__":
    main(*(pathlib.Path(argument) for argument in sys.argv[1:4]))
