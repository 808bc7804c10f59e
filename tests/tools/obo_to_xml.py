# SPDX-License-Identifier: Apache-2.0
"""Turns OBO files into an ontology that Crossroads reads.

Usage: obo_to_xml.py [--id ID] [--synonyms SCOPE,…] FILE.obo… > ONTOLOGY.xml

Of each [Term] that is not obsolete: its id ("HP:0000001" becomes "hp-0000001"), its name as label,
its synonyms of the named scopes (EXACT alone if none is named) as aliases, its is_a as statements
"broader" where what it names is there too. A term that several files have is taken from the first.
"""
import argparse
import re
import sys
from xml.sax.saxutils import escape, quoteattr

STRING = re.compile(r'"((?:[^"\\]|\\.)*)"\s*(\w*)')
ESCAPED = re.compile(r"\\(.)")
LETTERS = {"n": " ", "t": " ", "W": " "}


def plain(text):
    """A value without OBO's backslashes, its white space collapsed."""
    return " ".join(ESCAPED.sub(lambda m: LETTERS.get(m[1], m[1]), text).split())


def stanzas(lines):
    """Each [Term] as a list of (tag, value)."""
    term = None
    for line in lines:
        line = line.strip()
        if line.startswith("["):
            if term:
                yield term
            term = [] if line == "[Term]" else None
        elif term is not None and ": " in line and not line.startswith("!"):
            term.append(tuple(line.split(": ", 1)))
    if term:
        yield term


def entry_id(obo_id):
    return re.sub(r"[^a-z0-9._-]", "-", obo_id.lower()).lstrip("._-") or "x"


def read_term(tags, scopes):
    """(OBO id, label, aliases, OBO ids of what is broader), or nothing."""
    values = {}
    for tag, value in tags:
        values.setdefault(tag, []).append(value)
    if "name" not in values or values.get("is_obsolete") == ["true"]:
        return None
    label = plain(values["name"][0])
    aliases = []
    for value in values.get("synonym", []):
        match = STRING.match(value)
        text = plain(match[1]) if match else ""
        if text and (match[2] or "RELATED") in scopes and text not in (label, *aliases):
            aliases.append(text)
    broader = [value.split()[0] for value in values.get("is_a", [])]
    return values["id"][0].split()[0], label, aliases, broader


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--id", default="obo", help="the ontology's id")
    options.add_argument("--synonyms", default="EXACT", help="scopes, parted by commas")
    options.add_argument("files", nargs="+")
    given = options.parse_args()
    scopes = set(given.synonyms.upper().split(","))
    terms = {}
    for name in given.files:
        with open(name, encoding="utf-8") as file:
            for tags in stanzas(file):
                term = read_term(tags, scopes)
                if term:
                    terms.setdefault(entry_id(term[0]), term)
    out = ['<?xml version="1.0" encoding="UTF-8"?>', f"<ontology id={quoteattr(given.id)}>"]
    out.append('  <kind id="term" label="Term" plural="Terms"/>')
    for entry, (_, label, aliases, broader) in sorted(terms.items()):
        out.append(f'  <entry id="{entry}" kind="term">')
        out.append(f"    <label>{escape(label)}</label>")
        out.extend(f"    <alias>{escape(alias)}</alias>" for alias in aliases)
        wider = sorted({entry_id(other) for other in broader} & terms.keys() - {entry})
        out.extend(f'    <statement relation="broader" to="{other}"/>' for other in wider)
        out.append("  </entry>")
    out.append("</ontology>")
    sys.stdout.reconfigure(encoding="utf-8", newline="\n")
    print("\n".join(out))


if __name__ == "__main__":
    main()
