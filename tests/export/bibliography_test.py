# SPDX-License-Identifier: Apache-2.0
"""pandoc reads the BibTeX and the CSL-JSON that we write, and finds what the graph says; so do we.

Usage: bibliography_test.py CROSSROADS SOURCE WORK, with SOURCE the project's folder.
Exit status 77 where there is no pandoc.
"""
import json
import pathlib
import shutil
import subprocess
import sys
import xml.etree.ElementTree

PROGRAM, SOURCE, WORK = sys.argv[1], pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3])

ONTOLOGY = '<ontology><entry id="valley" kind="place"><label>Valley</label></entry></ontology>\n'
NOTES = [
    "Ada Lind and Bo de Stern (2014) ‘Salt, sand & 50% snow_fall: the #1 Ærø’s war’, Slow Studies 7 (4): 1–7. https://x.example.org/a_b%20c?d=e&f#g",
    "See Ada Lind (2013) ‘Understanding Rivers’, in James J. Holm (ed.) Handbook of Rivers. London: Routledge, pp. 85–95.",
    "Bo Stern (2011) Rivers of Salt. Oslo: Fjord.",
    "Ada Lind (2011) Preparing for the Flood, NIR Policy Brief no. 2, Oslo.",
    "Stern, Bo (2010), Rivers and $3, PhD thesis, University of Lund.",
    "United Nations, Report on the Valley, A/55/305–S/2000/809, August 2000.",
    "‘Troops leave the valley’, BBC News, 4 May 2013.",
    "Ada Lind, ‘A year on’, The Valley Blog, 3 June 2016, https://valley.example.org/a-year-on.",
    "Security Council resolution 2098 (2013).",
]
# What pandoc calls the fields that hold what holds and publishes a work, by kind.
CONTAINERS = {"report": ("genre", "collection-title"), "document": ("genre", "container-title"),
              "book": ("collection-title",), "web-page": ("publisher", "container-title")}


def run(*command):
    done = subprocess.run([str(part) for part in command], capture_output=True, timeout=60, check=False)
    assert done.returncode == 0, (command, done.stderr.decode())
    return done.stdout.decode()


def names(record, role):
    found = []
    for name in record.get(role, []):
        family = " ".join(p for p in (name.get("dropping-particle"), name.get("non-dropping-particle"),
                                      name.get("family")) if p)
        found.append(name.get("literal") or f"{family}, {name['given']}")
    return found


def plain(text):
    """Typographic quotation marks as TeX's readers make them of straight ones."""
    return text.translate(str.maketrans("‘’“”", "''\"\""))


def check(work, record):
    """The record says of the work what the graph's attributes say."""
    values = {}
    for attribute in work["attributes"]:
        values.setdefault(attribute["name"], []).append(attribute["value"])
    one = {name: value[0] for name, value in values.items()}
    for role in ("author", "editor"):
        expected = [a["value"] for a in work["attributes"] if a["name"] in (role, "corporate-" + role)]
        assert [plain(n) for n in names(record, role)] == [plain(e) for e in expected], (record, expected)
    assert plain(record["title"]) == plain(one["title"]), (record["title"], one["title"])
    if "year" in one:
        assert record["issued"]["date-parts"][0][0] == int(one["year"]), record
    if "container" in one:
        fields = CONTAINERS.get(one["type"], ("container-title",))
        assert plain(one["container"]) in [plain(record.get(f, "")) for f in fields], (record, one)
    if "pages" in one:
        assert record["page"].replace("–", "-") == one["pages"].replace("–", "-"), record
    if "symbol" in values:
        assert record["number"] == ", ".join(values["symbol"]), record
    same = {"volume": "volume", "publisher": "publisher", "place": "publisher-place", "url": "URL", "doi": "DOI"}
    for ours, theirs in same.items():
        if ours in one:
            assert plain(record.get(theirs, "")) == plain(one[ours]), (theirs, record, one)
    if "issue" in one:
        assert one["issue"] in (record.get("issue"), record.get("number"), record.get("collection-number")), record


def works_of(graph):
    return {n["id"].removeprefix("work:"): n for n in graph["nodes"] if n["kind"] == "work"}


def key(name):
    """A work's key as the id of a source; the keys that we write are of letters, digits and '-'."""
    return name.lower().replace(":", "-").replace("/", "-")


def check_sources(works, output, ontology):
    """What leaves as a bibliography comes back as sources that say the same."""
    sources = WORK / f"sources-{output}.xml"
    sources.unlink(missing_ok=True)
    run(PROGRAM, "import", WORK / output, "-o", sources)
    assert run(PROGRAM, "check", ontology, sources) == ""
    found = {s.get("id"): s for s in xml.etree.ElementTree.parse(sources).getroot()}
    assert set(found) == {key(w) for w in works}, output
    for name, work in works.items():
        one = {a["name"]: a["value"] for a in reversed(work["attributes"])}
        source = found[key(name)]
        assert plain(one["title"]) in plain(source.text), (output, one, source.text)
        assert source.get("year") == one.get("year"), (output, one, source.attrib)
        if "url" in one:
            assert source.get("url") == one["url"], (output, one, source.attrib)
        elif "doi" in one:
            assert source.get("url") == "https://doi.org/" + one["doi"], (output, one, source.attrib)
        for attribute in work["attributes"][:1]:
            if attribute["name"] == "author":
                assert plain(attribute["value"].split(", ")[0]) in plain(source.text), (one, source.text)


def check_graph(graph, ontology):
    works = works_of(json.loads(graph.read_text(encoding="utf-8")))
    for output, form in (("works.bib", "bibtex"), ("works.csl.json", "csljson")):
        run(PROGRAM, "export", graph, "-o", WORK / output)
        records = json.loads(run("pandoc", "-f", form, "-t", "csljson", WORK / output))
        assert {r["id"] for r in records} == set(works), output
        for record in records:
            check(works[record["id"]], record)
        check_sources(works, output, ontology)
    return len(works)


def main():
    if shutil.which("pandoc") is None:
        print("skipped: there is no pandoc")
        sys.exit(77)
    shutil.rmtree(WORK, ignore_errors=True)
    WORK.mkdir(parents=True)
    text = "# A valley\n\n" + "".join(f"So.[^{i}] " for i in range(1, len(NOTES) + 1)) + "\n\n"
    text += "\n".join(f"[^{i}]: {note}\n" for i, note in enumerate(NOTES, 1))
    (WORK / "o.xml").write_text(ONTOLOGY, encoding="utf-8")
    (WORK / "t.md").write_text(text, encoding="utf-8")
    run(PROGRAM, "build", "-O", WORK / "o.xml", WORK / "t.md", "-o", WORK / "g.json")
    assert check_graph(WORK / "g.json", WORK / "o.xml") == len(NOTES)
    run(PROGRAM, "build", "-O", SOURCE / "ontology", SOURCE / "examples" / "briefings", "-o", WORK / "b.json")
    assert check_graph(WORK / "b.json", SOURCE / "ontology") > 100


main()
