# SPDX-License-Identifier: Apache-2.0
"""Each command does its job on a small ontology and a text."""

import csv
import hashlib
import io
import json
import xml.etree.ElementTree

from program import SOURCE, TEXT, ProgramTest, main


class Commands(ProgramTest):
    def rows(self, *arguments, status=0):
        return json.loads(self.run_program(*arguments, "--format", "json", status=status).out)

    def test_version_and_help(self):
        self.assertRegex(self.run_program("--version").out, r"^crossroads \d+\.\d+\.\d+\n$")
        for command in ("check", "import", "read", "link", "build", "links", "show", "path", "export", "map", "score", "suggest"):
            text = self.run_program(command, "--help").out
            self.assertRegex(text, "Examples?:\n  crossroads " + command)

    def test_check(self):
        self.assertEqual(self.run_program("check", "o.xml").out, "")
        (self.folder / "bad.xml").write_text('<ontology>\n  <entry id="a" kind="k"><lable>A</lable></entry>\n</ontology>\n')
        done = self.run_program("check", "bad.xml", status=1)
        self.assertIn("bad.xml:2:27: error: ", done.out)
        self.assertIn('  <entry id="a" kind="k"><lable>A</lable></entry>\n', done.out)
        rows = self.rows("check", "bad.xml", status=1)
        self.assertEqual({(r["file"], r["line"], r["severity"]) for r in rows}, {("bad.xml", 2, "error")})

    def test_read(self):
        out = self.run_program("read", "t.txt").out
        self.assertIn("t.txt: A report\n", out)
        self.assertIn("3 passages (2 body, 1 heading)", out)
        passages = json.loads(self.run_program("read", "t.txt", "--format", "json").out)[0]["passages"]
        self.assertEqual([p["role"] for p in passages], ["heading", "body", "body"])

    def test_overlap(self):
        (self.folder / "n.xml").write_text(
            '<ontology><entry id="bank" kind="k"><label>Bank</label></entry>'
            '<entry id="river-bank" kind="k"><label>River Bank</label></entry></ontology>')
        (self.folder / "n.txt").write_text("The River Bank.\n")
        for which, expected in (("longest", ["River Bank"]), ("all", ["River Bank", "Bank"])):
            out = self.run_program("link", "-O", "n.xml", "--overlap", which, "n.txt").out
            self.assertEqual([json.loads(line)["surface"] for line in out.splitlines()], expected)
        self.run_program("link", "-O", "n.xml", "--overlap", "some", "n.txt", status=2)

    def test_link(self):
        source = TEXT.encode()
        mentions = [json.loads(line) for line in self.run_program("link", "-O", "o.xml", "t.txt").out.splitlines()]
        self.assertEqual([m["entry"] for m in mentions],
                         ["monusco", "drc", "m23", "m23", "drc", "unmiss", "m23"])
        for mention in mentions:
            self.assertEqual(source[mention["start"]:mention["end"]].decode(), mention["surface"])
        self.assertEqual(mentions[2]["surface"], "March 23\nMovement")

    def test_link_follows_the_document(self):
        (self.folder / "p.xml").write_text("""<ontology><kind id="body"/>
            <entry id="ferry" kind="body"><label>Ferry Council</label></entry>
            <entry id="por" kind="body"><label>protection of rivers</label><alias>PoR</alias></entry></ontology>""")
        (self.folder / "f.txt").write_text("The Ferry Council met. The Council spoke of points of return (PoR).\n")
        done = self.run_program("link", "-O", "p.xml", "f.txt")
        self.assertEqual([json.loads(line)["surface"] for line in done.out.splitlines()], ["Ferry Council"])
        self.assertIn("1 form of the ontology is something else in a text, and not linked there:\n"
                      "  PoR (por): points of return in f.txt\n", done.err)
        done = self.run_program("link", "-O", "p.xml", "--anaphora", "f.txt")
        self.assertEqual([(m["surface"], m["entry"], m["decided"]) for m in map(json.loads, done.out.splitlines())],
                         [("Ferry Council", "ferry", "only-name"), ("Council", "ferry", "anaphora")])
        graphs = [json.loads(self.run_program("build", "-O", "p.xml", *more, "f.txt", "-o", "-").out)
                  for more in ((), ("--anaphora",))]
        self.assertEqual([graph["graph"]["manifest"].get("anaphora") for graph in graphs], [None, "on"])
        self.assertEqual([graph["nodes"][0]["mentions"] for graph in graphs], [1, 2])

    def test_link_from_standard_input(self):
        out = self.run_program("link", "-O", "o.xml", "-", stdin=b"In the DRC.").out
        self.assertEqual(json.loads(out)["document"], "stdin")

    def test_several_ontologies(self):
        (self.folder / "p.xml").write_text('<ontology><entry id="goma" kind="place"><label>Goma</label></entry></ontology>')
        done = self.run_program("link", "-O", "o.xml", "-O", "p.xml", "-", stdin=b"Goma, DRC")
        self.assertEqual([json.loads(line)["entry"] for line in done.out.splitlines()], ["goma", "drc"])

    def test_build_gives_the_same_bytes(self):
        first = self.build().read_bytes()
        self.assertEqual(self.build(output="h.json").read_bytes(), first)
        self.assertEqual(self.run_program("build", "-O", "o.xml", "t.txt", "-o", "-").out.encode(), first)
        self.run_program("export", "g.json", "-o", "again.json")
        self.assertEqual((self.folder / "again.json").read_bytes(), first)

    def test_windows(self):
        counts = {}
        for window, words in (("sentence", "sentences"), ("passage", "passages"), ("document", "texts"),
                              ("words:5", "windows of 5 words"), ("article", "articles or sections")):
            graph = json.loads(self.build("--window", window).read_text())
            self.assertEqual(graph["graph"]["window"], window)
            counts[window] = graph["graph"]["windows"]
            pairs = [e for e in graph["edges"] if e["origin"] == "co-mentioned"]
            self.assertTrue(all(0 < e["weight"] <= counts[window] and abs(e["npmi"]) <= 1 for e in pairs))
            self.assertEqual(pairs != [], f"Named together with ({words}, NPMI)" in
                             self.run_program("show", "g.json", "m23").out)
        self.assertEqual((counts["document"], counts["passage"]), (1, 3))
        self.assertGreater(counts["words:5"], counts["sentence"])
        self.assertGreaterEqual(counts["sentence"], counts["passage"])
        self.assertEqual(self.build().read_bytes(), self.build("--window", "passage", output="h.json").read_bytes())
        for window in ("words:1", "words:", "page", "Passage"):
            self.run_program("build", "-O", "o.xml", "t.txt", "-o", "g.json", "--window", window, status=2)

    def test_references_hold_no_words(self):
        graph = self.build("--evidence", "reference").read_text()
        self.assertNotIn("elsewhere", graph)
        rows = self.rows("links", "g.json", "--from", "mission", "--to", "place")
        self.assertEqual(rows[0]["quote"], None)
        self.assertEqual(TEXT.encode()[rows[0]["start"]:rows[0]["end"]], b"MONUSCO in the DRC")

    def test_links(self):
        self.build()
        rows = self.rows("links", "g.json", "--from", "mission", "--to", "armed-group")
        self.assertEqual([(r["source"], r["relation"], r["target"], r["origin"], r["step"]) for r in rows],
                         [("monusco", "mandated-against", "m23", "curated", None),
                          ("monusco", "deployed-in", "m23", "composed", 1),
                          ("monusco", "operates-in", "m23", "composed", 2)])
        direct = self.rows("links", "g.json", "--from", "mission", "--to", "armed-group", "--no-composed")
        self.assertEqual(direct, rows[:1])
        self.assertEqual((rows[0]["sources"], rows[0]["locator"], rows[0]["since"]), ("s1", "para. 1", "2013"))
        self.assertEqual((rows[1]["quote"], rows[2]["quote"]), ("MONUSCO in the DRC", "M23 in DRC"))
        for row in rows[1:]:
            self.assertEqual(TEXT.encode()[row["start"]:row["end"]].decode(), row["quote"])

    def test_columns_of_links_and_paths(self):
        self.build()
        evidence = ["since", "until", "passages", "npmi", "sources", "locator", "quote", "document", "section",
                    "article", "authors", "page", "zone", "passage", "start", "end", "parts", "with", "evidence"]
        ends = ["source", "source_label", "relation", "relation_label", "target", "target_label", "origin"]
        for question, columns in (
                (("links", "g.json", "--from", "mission", "--to", "place"),
                 [*ends, "direction", "via", "step", "polarity", "modality", *evidence]),
                (("path", "g.json", "MONUSCO", "DRC"),
                 ["step", *ends, "direction", "polarity", "modality", *evidence])):
            out = self.run_program(*question, "--format", "json").out
            keys = json.loads(out, object_pairs_hook=lambda pairs: [name for name, _ in pairs])[0]
            self.assertEqual(keys, columns)
            self.assertEqual(self.run_program(*question, "--format", "csv").out.splitlines()[0].split(","), columns)

    def volume(self):
        """A graph of a volume by two authors: sections, articles, a list and a note."""
        case = SOURCE / "tests" / "cases" / "graph" / "briefings"
        self.run_program("build", "-O", case / "ontology.xml", case / "texts" / "north" / "volume.txt", "-o", "v.json")
        return (case / "texts" / "north" / "volume.txt").read_bytes()

    def test_links_say_where_their_quotes_stand(self):
        source = self.volume()
        question = ("links", "v.json", "--from", "actor", "--to", "actor", "--co-mentioned")
        rows = self.rows(*question)
        self.assertEqual([(r["source"], r["target"], r["section"], r["article"], r["authors"], r["zone"]) for r in rows],
                         [("mino", "red-hand", "Section 1: The hills", "What the summer brought", "Ada Quill", "body")])
        for row in rows:
            self.assertEqual(source[row["start"]:row["end"]].decode(), row["quote"])
        for narrowed in (("--by", "Ada Quill"), ("--by", "ada"), ("--article", "what the summer brought"),
                         ("--section", "Section 1: The hills"), ("--zones", "note,body")):
            self.assertEqual(self.rows(*question, *narrowed), rows)
        for narrowed in (("--by", "Ina Unlisted"), ("--article", "What the snow left"), ("--zones", "heading")):
            self.assertEqual(self.rows(*question, *narrowed), [])
        done = self.run_program(*question, "--by", "Ina Unlistde", status=2)
        self.assertIn("nothing here is by 'Ina Unlistde'; did you mean 'Ina Unlisted'?", done.err)

    def test_a_list_item_is_evidence_with_its_lead_in(self):
        source = self.volume()
        rows = self.rows("links", "v.json", "--from", "group", "--to", "place", "--relation", "co-mentioned")
        pairs = {(r["source"], r["target"]): r for r in rows}
        row = pairs["river-host", "sudmark"]
        self.assertEqual(row["quote"], "- the River Host, “as ever”.")
        self.assertEqual(source[row["start"]:row["end"]].decode(), row["quote"])
        self.assertTrue(row["with"].startswith("text:volume.txt#p"))
        self.assertIn(', with "When the snow was gone', row["evidence"])

    def test_who_wrote_what(self):
        self.volume()
        rows = self.rows("links", "v.json", "--from", "person", "--to", "article")
        self.assertEqual([(r["source"], r["relation_label"], r["target_label"], r["origin"], r["quote"]) for r in rows],
                         [("ada", "wrote", "Two letters from the north", "structure", "Ada Quill"),
                          ("ada", "wrote", "What the summer brought", "structure", "Ada Quill"),
                          ("bo", "wrote", "What the snow left", "structure", "Bo Marsh")])
        self.assertIn("wrote What the snow left; structure: \"Bo Marsh\" volume.txt:", self.run_program("show", "v.json", "bo").out)

    def test_show_texts_and_their_parts(self):
        self.volume()
        page = self.run_program("show", "v.json", "What the snow left", "--passages", "1").out
        self.assertIn("What the snow left (text:volume.txt#a2; article)\nby Bo Marsh; Ina Unlisted\n"
                      "in Section 1: The hills (text:volume.txt#s1; section)\n", page)
        self.assertIn("  is by Bo Marsh; structure: \"Bo Marsh\" volume.txt:", page)
        self.assertIn("Names most (passages, mentions)\n", page)
        self.assertEqual(self.run_program("show", "v.json", "text:volume.txt#a2", "--passages", "1").out, page)
        page = self.run_program("show", "v.json", "Section 1: The hills").out
        self.assertIn("Holds\n  What the snow left (text:volume.txt#a2; article), by Bo Marsh; Ina Unlisted\n", page)
        graph = json.loads((self.folder / "v.json").read_text())
        note = next(n["id"] for n in graph["nodes"] if n.get("role") == "note")
        page = self.run_program("show", "v.json", note).out
        self.assertIn(f"{note} (passage; note)\nin What the snow left", page)
        self.assertIn("Note 1, called by text:volume.txt#p", page)
        done = self.run_program("show", "v.json", "Two letters from the north", status=2)
        self.assertIn("'Two letters from the north' is a title of several", done.err)
        self.assertIn("there is no entry 'What the snow'", self.run_program("show", "v.json", "What the snow", status=2).err)

    def test_links_shows_co_mentions_only_when_asked(self):
        self.build()
        pairs = lambda *more: {(r["source"], r["target"]) for r in self.rows(
            "links", "g.json", "--from", "mission", "--to", "armed-group", *more)}
        self.assertEqual(pairs(), {("monusco", "m23")})
        self.assertEqual(pairs("--co-mentioned"), {("monusco", "m23"), ("unmiss", "m23")})

    def test_formats_of_rows(self):
        self.build()
        question = ("links", "g.json", "--from", "mission", "--to", "place")
        as_json = self.rows(*question)
        as_csv = list(csv.DictReader(io.StringIO(self.run_program(*question, "--format", "csv").out)))
        self.assertEqual([r["quote"] for r in as_csv], [r["quote"] for r in as_json])
        tsv = self.run_program(*question, "--format", "tsv").out.splitlines()
        self.assertEqual(len(tsv), 1 + len(as_json))
        self.assertIn("is deployed in", self.run_program(*question).out)

    def test_show_by_any_name(self):
        self.build()
        pages = {self.run_program("show", "g.json", name).out for name in ("m23", "M23", "march 23 movement")}
        self.assertEqual(len(pages), 1)
        page = pages.pop()
        self.assertIn("M23 (m23; armed-group)\nalso: March 23 Movement\n", page)
        self.assertIn("Passages: 2 with 3 mentions", page)

    def test_path(self):
        self.build()
        rows = self.rows("path", "g.json", "MONUSCO", "DRC")
        self.assertEqual([(r["source"], r["relation"], r["target"], r["quote"]) for r in rows],
                         [("monusco", "deployed-in", "drc", "MONUSCO in the DRC")])
        done = self.run_program("path", "g.json", "UNMISS", "DRC", status=1)
        self.assertIn("no path from 'UNMISS' to 'Democratic Republic of the Congo'", done.err)
        rows = self.rows("path", "g.json", "UNMISS", "DRC", "--co-mentioned")
        self.assertEqual([r["target"] for r in rows], ["m23", "drc"])

    def test_map_options(self):
        self.build()
        self.run_program("map", "--kinds", "mission,place", "g.json", "-o", "a.svg")
        self.run_program("map", "--focus", "M23", "--depth", "4000000000", "g.json", "-o", "b.svg")

    def test_what_is_shown_drives_no_terminal(self):
        graph = self.build().read_text().replace('"label":"M23"', '"label":"M\\u001b[31m23"')
        (self.folder / "g.json").write_text(graph)
        for arguments in (("show", "g.json", "m23"), ("links", "g.json", "--from", "mission", "--to", "armed-group")):
            self.assertNotIn("\x1b", self.run_program(*arguments).out)

    def test_read_leaves_out_what_it_cannot_read(self):
        (self.folder / "l.txt").write_bytes(b"S\xe9l\xe9ka")
        done = self.run_program("read", "l.txt", "t.txt", status=6)
        self.assertIn("left out: l.txt:1:2: is not UTF-8", done.err)
        self.assertIn("t.txt: A report\n", done.out)

    def documents(self, *arguments, status=0, **options):
        done = self.run_program("read", *arguments, "--format", "json", status=status, **options)
        return {d["id"]: d for d in json.loads(done.out)}, done.err

    def test_read_a_folder_of_many_kinds(self):
        folder = self.folder / "texts"
        (folder / "deep").mkdir(parents=True)
        (folder / "a.txt").write_text("A title\n\nWords.\n")
        (folder / "deep" / "b.md").write_text("---\ntitle: B\nauthor: Jane Doe\n---\nWords.\n")
        (folder / "c.jsonl").write_text('{"id": "x", "title": "C", "text": "Words."}\n')
        (folder / "d.html").write_text("<!DOCTYPE html><html><body><h1>D</h1><p>Words of a page.</p></body></html>")
        (folder / "e.png").write_bytes(b"\x89PNG")
        (folder / "mentions.jsonl").write_text('{"entry": "m23"}\n')
        (folder / "corpus.json").write_text('{"default": {"language": "en"}, "texts": {"a.txt": {"title": "Given"}}}')
        texts, err = self.documents("texts")
        self.assertEqual({name: text["title"] for name, text in texts.items()},
                         {"a.txt": "Given", "c.jsonl/x": "C", "d.html": "D", "deep/b.md": "B"})
        self.assertIn("skipped 2 files of other kinds (.jsonl 1, .png 1)", err)
        self.assertEqual(list(self.documents("texts/**/*.md")[0]), ["deep/b.md"])
        texts, _ = self.documents("--files-from", "-", stdin=b"texts/a.txt\ntexts/deep\n")
        self.assertEqual(list(texts), ["texts/a.txt", "texts/deep/b.md"])

    def test_build_keeps_what_was_converted(self):
        (self.folder / "u.txt").write_bytes("M23 in Séléka".encode("utf-16"))
        (self.folder / "l.txt").write_bytes("M23 in Séléka".encode("latin-1"))
        self.run_program("build", "-O", "o.xml", "u.txt", "l.txt", "t.txt", "-o", "g.json", "--keep-text", "kept/k",
                         "--encoding", "latin1")
        documents = {d["id"]: d for d in json.loads((self.folder / "g.json").read_text())["graph"]["documents"]}
        self.assertNotIn("original", documents["t.txt"])
        for name, charset in (("u.txt", "utf-16le"), ("l.txt", "iso-8859-1")):
            document = documents[name]
            original = (self.folder / name).read_bytes()
            text = (self.folder / "kept" / "k" / (name + ".txt")).read_bytes()
            self.assertEqual(text.decode(), "M23 in Séléka")
            self.assertEqual(document["original"], {"sha256": hashlib.sha256(original).hexdigest(), "bytes": len(original),
                                                    "media_type": "text/plain; charset=" + charset})
            self.assertEqual(document["text"], {"sha256": hashlib.sha256(text).hexdigest(), "bytes": len(text)})
            self.assertTrue(document["converter"].startswith("ICU "))
        self.assertEqual(self.names(), ["g.json", "kept", "l.txt", "o.xml", "t.txt", "u.txt"])
        self.run_program("export", "g.json", "-o", "again.json")
        self.assertEqual((self.folder / "again.json").read_bytes(), (self.folder / "g.json").read_bytes())

    def test_metadata_reaches_the_graph(self):
        (self.folder / "corpus.json").write_text(
            '{"texts": {"t.txt": {"title": "T", "authors": ["A", "B"], "date": "2015-06", "language": "en", "source": "u"}}}')
        self.build()
        document = json.loads((self.folder / "g.json").read_text())["graph"]["documents"][0]
        self.assertEqual([document[name] for name in ("title", "authors", "date", "language", "source")],
                         ["T", ["A", "B"], "2015-06", "en", "u"])
        self.run_program("export", "g.json", "-o", "again.json")
        self.assertEqual((self.folder / "again.json").read_bytes(), (self.folder / "g.json").read_bytes())

    def test_works_that_texts_cite(self):
        (self.folder / "p.xml").write_text(
            '<ontology><kind id="person" label="Person" plural="Persons"/>'
            '<entry id="lind" kind="person"><label>Ada Lind</label></entry></ontology>')
        (self.folder / "w.md").write_text(
            "# A\n\nIt is so.[^1]\n\n[^1]: Lind, A. (2014) ‘Salt & sand’, Slow Studies 7 (4): 1–7.\n", encoding="utf-8")
        self.run_program("build", "-O", "p.xml", "w.md", "-o", "w.json")
        rows = self.rows("links", "w.json", "--from", "person", "--to", "work", "--relation", "authored")
        self.assertEqual([(r["source"], r["target"], r["quote"]) for r in rows],
                         [("lind", "work:lind-2014-salt-and-sand", "Lind, A")])
        page = self.run_program("show", "w.json", "work:lind-2014-salt-and-sand").out
        self.assertIn("container: Slow Studies\n", page)
        self.assertIn("Cited by 1 passage\n  w.md:5-18 (body)\n", page)
        bib = self.run_program("export", "w.json", "-o", "-", "--format", "bibtex").out
        self.assertIn("@article{lind-2014-salt-and-sand,\n  author = {Lind, A.},\n  title = {{Salt \\& sand}},\n", bib)
        self.run_program("export", "w.json", "-o", "w.csl.json")
        (work,) = json.loads((self.folder / "w.csl.json").read_text(encoding="utf-8"))
        self.assertEqual((work["type"], work["page"]), ("article-journal", "1–7"))
        self.run_program("export", "w.json", "-o", "w.bib", "--view", "concepts", status=2)
        concepts = self.run_program("export", "w.json", "-o", "-", "--format", "dot", "--view", "concepts").out
        self.assertNotIn("work:", concepts)
        whole = self.run_program("export", "w.json", "-o", "-", "--format", "dot").out
        self.assertIn("cites:structure", whole)

    def test_export_and_map(self):
        self.build()
        self.run_program("export", "g.json", "-o", "g.dot")
        self.assertIn("digraph", (self.folder / "g.dot").read_text())
        for name in ("m.svg", "m.png", "m.pdf", "m.dot"):
            self.run_program("map", "g.json", "-o", name)
        self.assertEqual((self.folder / "m.png").read_bytes()[:4], b"\x89PNG")
        self.assertEqual((self.folder / "m.pdf").read_bytes()[:5], b"%PDF-")
        text = "".join(xml.etree.ElementTree.parse(self.folder / "m.svg").getroot().itertext())
        self.assertIn("MONUSCO", text)

    def test_our_own_ontology_and_briefings(self):
        done = self.run_program("check", SOURCE / "ontology")
        self.assertEqual(done.out, "")
        self.run_program("build", "-O", SOURCE / "ontology", SOURCE / "examples" / "briefings", "-o", "b.json")
        rows = self.rows("links", "b.json", "--from", "mission", "--to", "armed-group")
        self.assertIn(("monusco", "m23"), {(r["source"], r["target"]) for r in rows})


if __name__ == "__main__":
    main()
