# SPDX-License-Identifier: Apache-2.0
"""Our briefings against what a reader found in them. Usage: briefings_test.py PROGRAM SOURCE-FOLDER

examples/briefings/mentions.jsonl and relations.jsonl were made by reading, before any program saw
the briefings: so they name entries that the ontology lacks. Of those that it has, what is missed
and what is wrong is printed; relations are only reported.
"""

import json
import pathlib
import subprocess
import sys

# Floors, not the figures: those are printed.
LEAST_PRECISION = 0.97
LEAST_RECALL = 0.80


def read_lines(path):
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def check_annotations(folder, mentions, relations):
    """The bytes at each place are the words that the annotation says."""
    problems = []
    texts = {path.name: path.read_bytes() for path in folder.iterdir()}

    def check(document, begin, end, words):
        if texts[document][begin:end] != words.encode():
            problems.append(f"{document}:{begin}-{end}: not {words!r}")

    for mention in mentions:
        check(mention["document"], mention["start"], mention["end"], mention["surface"])
    for before, after in zip(mentions, mentions[1:]):
        if before["document"] == after["document"] and before["end"] > after["start"]:
            problems.append(f"{after['document']}:{after['start']}: overlaps the one before it")
    entries = {mention["entry"] for mention in mentions}
    for relation in relations:
        for evidence in relation["evidence"]:
            check(evidence["document"], *evidence["span"], evidence["quote"])
        for end in (relation["source"], relation["target"]):
            if end not in entries:
                problems.append(f"{end}: in a relation, but nothing mentions it")
    missing = {name for name in texts if name.endswith((".md", ".txt"))}
    problems += [f"{name}: not annotated" for name in missing - {m["document"] for m in mentions}]
    return problems


def figures(gold, found):
    right = len(gold & found)
    precision, recall = right / max(1, len(found)), right / max(1, len(gold))
    f1 = 2 * precision * recall / max(1e-9, precision + recall)
    return precision, recall, f"P {precision:.3f} R {recall:.3f} F1 {f1:.3f}"


def place_of(mention):
    return mention["document"], mention["start"], mention["end"], mention["entry"]


def edge_of(edge):
    return edge["source"], edge["relation"], edge["target"], edge["polarity"]


def output_of(*command):
    return subprocess.run(command, check=True, capture_output=True).stdout


def main(program, source):
    folder = source / "examples/briefings"
    mentions = read_lines(folder / "mentions.jsonl")
    relations = read_lines(folder / "relations.jsonl")
    problems = check_annotations(folder, mentions, relations)

    inputs = ["-O", source / "ontology", folder]
    found = [json.loads(line) for line in output_of(program, "link", *inputs).splitlines()]
    graph = json.loads(output_of(program, "build", *inputs, "-o", "-"))
    known = {node["id"] for node in graph["nodes"]}

    places = set(map(place_of, found))
    precision, recall, text = figures(set(map(place_of, mentions)), places)
    print(f"mentions: {len(mentions)} annotated, {len(found)} found: {text}")
    inside = {place_of(mention) for mention in mentions if mention["entry"] in known}
    print(f"  of entries that the ontology has: {len(inside)}: {figures(inside, places)[2]}")

    for title, places_of in (("missed", inside - places), ("wrong", places - set(map(place_of, mentions)))):
        print(f"  {title}: {', '.join(sorted(f'{m[0][:12]}:{m[1]} {m[3]}' for m in places_of))}")

    stated = {edge_of(edge) for edge in graph["edges"] if edge["origin"] == "stated"}
    print(f"relations: {len(relations)} annotated, {len(stated)} stated: "
          f"{figures(set(map(edge_of, relations)), stated)[2]}")
    if precision < LEAST_PRECISION or recall < LEAST_RECALL:
        problems.append("the figures are below their floors")
    return problems


if __name__ == "__main__":
    PROBLEMS = main(sys.argv[1], pathlib.Path(sys.argv[2]))
    print("\n".join(PROBLEMS))
    sys.exit(1 if PROBLEMS else 0)
