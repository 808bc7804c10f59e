#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""What the XML tests need of Python: expat as a second opinion, and the W3C suite's own lists.

    expat_dump.py dump < PATHS     for each file a canonical dump of what expat reads, or "refused"
    expat_dump.py suite ZIP DIR    unzips the suite into DIR and prints its tests, one a line:
                                   TYPE, RECOMMENDATION, EDITION, path, separated by tabs
"""

import os
import sys
import zipfile
from xml.parsers import expat


def escaped(text):
    """ASCII only: any other byte, and the backslash, as \\xHH."""
    return "".join(
        chr(byte) if 0x20 <= byte < 0x7F and byte != 0x5C else f"\\x{byte:02X}"
        for byte in text.encode("utf-8")
    )


class Element:
    def __init__(self, name, attributes):
        self.name = name
        self.attributes = attributes
        self.text = []
        self.children = []

    def lines(self):
        yield "element " + escaped(self.name)
        for name, value in zip(self.attributes[::2], self.attributes[1::2]):
            yield f"attribute {escaped(name)}={escaped(value)}"
        yield "text " + escaped("".join(self.text))
        for child in self.children:
            yield from child.lines()
        yield "end"


def read(path):
    """The document as expat reads it; expat.ExpatError where it refuses it."""
    document = Element("", [])
    stack = [document]

    def start(name, attributes):
        element = Element(name, attributes)
        stack[-1].children.append(element)
        stack.append(element)

    parser = expat.ParserCreate()
    parser.ordered_attributes = True
    parser.StartElementHandler = start
    parser.EndElementHandler = lambda name: stack.pop()
    # No document with one equals what the library reads, because it refuses them.
    parser.StartDoctypeDeclHandler = lambda *declaration: document.text.append("doctype")
    parser.CharacterDataHandler = lambda text: stack[-1].text.append(text)
    with open(path, "rb") as source:
        parser.ParseFile(source)
    return document


def dump(paths):
    for path in paths:
        print("file " + path)
        try:
            document = read(path)
            for line in document.text:
                print(line)
            for line in document.children[0].lines():
                print(line)
        except expat.ExpatError as error:
            print(f"refused {error}")


def tests(catalog):
    """The tests that the suite's list of lists names, with their files."""
    found = []
    folder = os.path.dirname(catalog)
    bases = [folder]
    parser = expat.ParserCreate()

    def start(name, attributes):
        bases.append(os.path.join(bases[-1], attributes.get("xml:base", "")))
        if name == "TEST":
            path = os.path.normpath(os.path.join(bases[-1], attributes["URI"]))
            # The catalog gives the folder eduni/misc a wrong base.
            if not os.path.exists(path):
                path = path.replace("/eduni/namespaces/misc/", "/eduni/misc/")
            found.append((attributes, path))

    def external(context, base, system_id, public_id):
        with open(os.path.join(folder, system_id), "rb") as source:
            parser.ExternalEntityParserCreate(context).ParseFile(source)
        return 1

    parser.StartElementHandler = start
    parser.EndElementHandler = lambda name: bases.pop()
    parser.ExternalEntityRefHandler = external
    with open(catalog, "rb") as source:
        parser.ParseFile(source)
    return found


def suite(archive, folder):
    zipfile.ZipFile(archive).extractall(folder)
    for attributes, path in tests(os.path.join(folder, "xmlconf", "xmlconf.xml")):
        kind = attributes["TYPE"]
        recommendation = attributes.get("RECOMMENDATION", "XML1.0")
        print(kind, recommendation, attributes.get("EDITION", "-"), path, sep="\t")


def main(arguments):
    if arguments == ["dump"]:
        dump(line.rstrip("\n") for line in sys.stdin)
    elif len(arguments) == 3 and arguments[0] == "suite":
        suite(arguments[1], arguments[2])
    else:
        sys.exit(__doc__)


if __name__ == "__main__":
    main(sys.argv[1:])
