# SPDX-License-Identifier: Apache-2.0
"""Graphviz' own reading of our maps: no node, phrase, number or line of the legend lies on another.

Usage: map_layout_test.py PROGRAM SOURCE-FOLDER WORK-FOLDER
"""

import itertools
import pathlib
import shlex
import shutil
import subprocess
import sys

POINT = 1 / 72  # inches; what rounding may take
MAPS = [[], ["--nodes", "12"], ["--nodes", "90", "--co-mentions", "90"], ["--focus", "MONUSCO"],
        ["--kinds", "mission,armed-group"], ["--no-legend"]]


def boxes_of(dot):
    """Name -> (left, bottom, right, top), in inches, by `neato -n -Tplain`."""
    plain = subprocess.run(["neato", "-n1", "-Tplain"], input=dot, check=True, capture_output=True)
    boxes = {}
    # Graphviz folds long labels: a backslash at the end of a line.
    for line in plain.stdout.decode().replace("\\\n", "").splitlines():
        if not line.startswith("node "):
            continue
        _, name, x, y, width, height, *_ = shlex.split(line)
        x, y, width, height = map(float, (x, y, width, height))
        boxes[name] = (x - width / 2, y - height / 2, x + width / 2, y + height / 2)
    return boxes


def overlaps(boxes):
    for (first, a), (second, b) in itertools.combinations(boxes.items(), 2):
        if min(a[2], b[2]) - max(a[0], b[0]) > POINT and min(a[3], b[3]) - max(a[1], b[1]) > POINT:
            yield first, second


def main(program, source, work):
    if shutil.which("neato") is None:
        print("skipped: no neato here")
        return 77
    work.mkdir(parents=True, exist_ok=True)
    graph = work / "graph.json"
    inputs = ["-O", source / "ontology", source / "examples/briefings"]
    subprocess.run([program, "build", *inputs, "-o", graph], check=True)
    failed = False
    for options in MAPS:
        drawing = work / "map.dot"
        subprocess.run([program, "map", graph, "-o", drawing, *options], check=True)
        boxes = boxes_of(drawing.read_bytes())
        found = list(overlaps(boxes))
        print(f"{' '.join(options) or 'as it is'}: {len(boxes)} nodes, {len(found)} overlaps {found[:5]}")
        failed = failed or bool(found) or len(boxes) < 10
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], *map(pathlib.Path, sys.argv[2:4])))
