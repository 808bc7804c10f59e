# SPDX-License-Identifier: Apache-2.0
"""All nouns of WordNet as an ontology, against plain English: no flood by short forms or words of
grammar, while plurals, possessives and what the text itself abbreviates are found.

Usage: vocabulary_test.py PROGRAM SOURCE WORK. Without WordNet (Debian's wordnet-base): skipped.
"""
import json
import pathlib
import re
import subprocess
import sys
from xml.sax.saxutils import escape

NOUNS = pathlib.Path("/usr/share/wordnet/data.noun")
GRAMMAR = set("""a an the and or but not no in on at to by for of from with as is are was were be been
    do does did has have had can could may might must will would i you he she it we they me him her us
    them my his its our their who what which that this these those so such if than then""".split())
TEXT = """The guided missile cruiser (GMC) sank, and no other GMC came.

Two battleships and three archipelagoes, the mosquitoes and an ombudsman’s crocodile:
she can do it at no price, he was in it, and who has been there?
"""
EXPECTED = {
    "guided missile cruiser": "guided missile cruiser", "mosquitoes": "mosquito",
    "battleships": "battleship", "archipelagoes": "archipelago", "ombudsman": "ombudsman",
    "crocodile": "crocodile", "GMC": "guided missile cruiser",
}


def synsets():
    """(offset, words) of each noun."""
    with open(NOUNS, encoding="utf-8") as lines:
        for line in lines:
            if line.startswith("  "):
                continue
            fields = line.split(" ")
            words = fields[4:4 + 2 * int(fields[3], 16):2]
            yield fields[0], list(dict.fromkeys(word.replace("_", " ") for word in words))


def write_ontology(path):
    count = 0
    with open(path, "w", encoding="utf-8") as out:
        out.write('<?xml version="1.0" encoding="UTF-8"?>\n<ontology id="nouns">\n')
        out.write('<kind id="noun" label="Noun" plural="Nouns"/>\n')
        for offset, words in synsets():
            aliases = "".join(f"<alias>{escape(word)}</alias>" for word in words[1:])
            out.write(f'<entry id="n{offset}" kind="noun"><label>{escape(words[0])}</label>'
                      f"{aliases}</entry>\n")
            count += 1
        out.write("</ontology>\n")
    return count


def main(program, source, work):
    if not NOUNS.is_file():
        print(f"skipped: no {NOUNS}")
        return 77
    work.mkdir(parents=True, exist_ok=True)
    ontology = work / "nouns.xml"
    entries = write_ontology(ontology)
    made = work / "made.txt"
    made.write_text(TEXT, encoding="utf-8")
    texts = sorted(path for path in (source / "examples" / "briefings").iterdir()
                   if path.suffix in (".md", ".txt"))
    run = subprocess.run([program, "link", "-O", ontology, made, *texts], capture_output=True,
                         encoding="utf-8", check=False)
    problems = []
    if run.returncode not in (0, 1):
        problems.append(f"exit {run.returncode}: {run.stderr[:500]}")
    mentions = [json.loads(line) for line in run.stdout.splitlines()]
    print(f"{entries} entries, {len(texts) + 1} texts, {len(mentions)} mentions")
    if len(mentions) < 500:
        problems.append("hardly anything is found")
    for mention in mentions:
        surface = mention["surface"]
        if mention["decided"] == "defined-here":
            continue  # "United Nations (UN)": the text's own short form
        if len(re.sub(r"\W", "", surface)) <= 2 or surface.lower() in GRAMMAR:
            problems.append(f"{mention['document']}: {surface!r} is linked to {mention['label']!r}")
    found = {mention["surface"]: mention["label"] for mention in mentions
             if mention["document"].endswith("made.txt")}
    for surface, label in EXPECTED.items():
        if found.get(surface) != label:
            problems.append(f"{surface!r} is {found.get(surface)!r}, not {label!r}")
    print("\n".join(problems[:20]))
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], *map(pathlib.Path, sys.argv[2:4])))
