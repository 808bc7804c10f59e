# SPDX-License-Identifier: Apache-2.0
"""What texts name and an ontology lacks: found, decided on line by line, and kept beside the ontology."""

import json
import shutil

from program import ProgramTest, main

TEXT = """A report

The mission MONUSCO met the Council of River Pilots (CRP) in the DRC. Later CRP met the March 23
Movement, and the Movement of 23 March (M23) met CRP.

Osterby was glad. They saw Osterby and the Harbour Guild, and the Harbour Guild saw Osterby.
"""


class Suggest(ProgramTest):
    def setUp(self):
        super().setUp()
        (self.folder / "onto").mkdir()
        shutil.move(self.folder / "o.xml", self.folder / "onto" / "o.xml")
        (self.folder / "t.txt").write_text(TEXT, encoding="utf-8")

    def rows(self, *more, ontology="onto"):
        done = self.run_program("suggest", "-O", ontology, "t.txt", "--format", "json", *more)
        return json.loads(done.out)

    def forms(self, *more, **options):
        return {(row["what"], row["form"]) for row in self.rows(*more, **options)}

    def read(self, path):
        return (self.folder / path).read_text(encoding="utf-8")

    def write(self, path, text):
        (self.folder / path).write_text(text, encoding="utf-8")

    def decide(self, **decisions):
        """Writes suggestions.tsv with a decision, and a kind if one is named, for each form."""
        self.run_program("suggest", "-O", "onto", "t.txt", "-o", "s.tsv")
        lines = []
        for line in self.read("s.tsv").splitlines():
            fields = line.split("\t")
            if len(fields) > 5 and fields[2].replace(" ", "_") in decisions:
                fields[0], *kind = decisions[fields[2].replace(" ", "_")].split()
                fields[5] = kind[0] if kind else fields[5]
            lines.append("\t".join(fields) + "\n")
        self.write("s.tsv", "".join(lines))

    def test_rows(self):
        rows = self.rows()
        found = {row["form"]: row for row in rows}
        pilots = found["Council of River Pilots"]
        self.assertEqual((pilots["what"], pilots["short"], pilots["entry"], pilots["mentions"], pilots["documents"]),
                         ("entry", "CRP", "council-of-river-pilots", 3, 1))
        guild = found["Harbour Guild"]
        self.assertEqual(TEXT.encode()[guild["start"]:guild["end"]], b"Harbour Guild")
        self.assertEqual(guild["seen"], "t.txt:6")
        self.assertEqual(guild["quote"],
                         "They saw Osterby and the Harbour Guild, and the Harbour Guild saw Osterby.")
        self.assertEqual([row["form"] for row in self.rows("--limit", "1")], [rows[0]["form"]])
        self.assertIn(("entry", "Osterby"), self.forms())
        self.assertNotIn(("entry", "Osterby"), self.forms("--min-count", "4"))
        self.assertEqual(self.forms("--what", "person,flood"), set())
        for form in ("csv", "tsv", "table"):
            out = self.run_program("suggest", "-O", "onto", "t.txt", "--format", form).out
            self.assertIn("Harbour Guild", out)

    def test_decisions_are_kept(self):
        before = self.read("onto/o.xml")
        self.decide(Council_of_River_Pilots="accept armed-group", Osterby="accept place", Harbour_Guild="skip")
        done = self.run_program("suggest", "--apply", "s.tsv", "-O", "onto")
        self.assertIn("accepted 3 names: onto/accepted.xml", done.err)
        self.assertIn("skipped 1 name: onto/skipped.txt", done.err)
        self.assertEqual(self.run_program("check", "onto").out, "")
        self.assertEqual(self.read("onto/o.xml"), before)
        accepted = self.read("onto/accepted.xml")
        self.assertIn('<entry id="council-of-river-pilots" kind="armed-group">\n'
                      '    <label source="text-t-txt" locator="line 3">Council of River Pilots</label>\n'
                      '    <alias source="text-t-txt" locator="line 3">CRP</alias>\n', accepted)
        self.assertFalse(self.forms() & {("entry", "Council of River Pilots"), ("entry", "Osterby"),
                                         ("entry", "Harbour Guild")})
        linked = self.run_program("link", "-O", "onto", "t.txt").out
        self.assertEqual(sum(json.loads(line)["entry"] == "osterby" for line in linked.splitlines()), 3)
        # Once more changes nothing.
        self.run_program("suggest", "--apply", "s.tsv", "-O", "onto")
        self.assertEqual(self.read("onto/accepted.xml"), accepted)
        # More is added, and what a person wrote there stays.
        mine = accepted.replace("</ontology>", "  <!-- mine -->\n</ontology>")
        self.write("onto/accepted.xml", mine)
        self.write("u.tsv", "decision\twhat\tform\tentry\naccept\talias\tOsterbyen\tosterby\n")
        self.run_program("suggest", "--apply", "u.tsv", "-O", "onto")
        self.assertEqual(self.read("onto/accepted.xml"),
                         mine.replace('Osterby</label>\n', 'Osterby</label>\n    <alias>Osterbyen</alias>\n'))

    def test_bans(self):
        self.write("u.tsv", "decision\twhat\tform\tentry\nban\tflood\tM23\tm23\nban\tentry\tNobody\tnobody\n")
        done = self.run_program("suggest", "--apply", "u.tsv", "-O", "onto")
        self.assertIn("banned 1 name: onto/banned.txt", done.err)
        self.assertIn("1 ban of names that the ontology does not have", done.err)
        self.assertTrue(self.read("onto/banned.txt").endswith("\nM23\tm23\n"))
        self.assertEqual(self.run_program("check", "onto").out, "")
        linked = self.run_program("link", "-O", "onto", "t.txt").out
        self.assertNotIn('"surface":"M23"', linked)
        self.assertIn('"surface":"March 23', linked)
        # A ban of nothing is told.
        self.write("onto/banned.txt", "M24\nM23\tm32\n")
        done = self.run_program("check", "onto", "--format", "tsv")
        self.assertEqual([line.split("\t")[:4] for line in done.out.splitlines()[1:]],
                         [["warning", "idle-ban", "onto/banned.txt", "1"],
                          ["warning", "idle-ban", "onto/banned.txt", "2"]])
        self.assertIn("did you mean 'M23'?", done.out)
        self.write("onto/banned.txt", "\tm23\n")
        done = self.run_program("check", "onto", status=1)
        self.assertIn("onto/banned.txt:1:1: error: a line names a form", done.out)

    def test_files_beside_one_file(self):
        self.write("onto/other.xml", "<ontology><entry id='x' kind='place'><label>X</label></entry></ontology>")
        self.write("u.tsv", "decision\twhat\tform\tentry\tkind\naccept\tentry\tOsterby\tosterby\tplace\n"
                            "accept\talias\tBig X\tx\t\nban\tflood\tDRC\tdrc\t\n")
        self.run_program("suggest", "--apply", "u.tsv", "-O", "onto/o.xml", "-O", "onto/other.xml")
        # What was decided goes with a file that is named alone; what is of other files is left out.
        linked = self.run_program("link", "-O", "onto/o.xml", "t.txt").out
        self.assertIn('"entry":"osterby"', linked)
        self.assertNotIn('"surface":"DRC"', linked)
        self.run_program("check", "onto/o.xml", "onto/accepted.xml", "onto/other.xml")
        # A list of bans may be named.
        self.write("mine.txt", "MONUSCO\n")
        linked = self.run_program("link", "-O", "onto", "-O", "mine.txt", "t.txt").out
        self.assertNotIn("MONUSCO", [json.loads(line)["surface"] for line in linked.splitlines()])

    def test_faults(self):
        self.decide(Council_of_River_Pilots="accept", Osterby="accept place", Harbour_Guild="acept")
        done = self.run_program("suggest", "--apply", "s.tsv", "-O", "onto", status=3)
        self.assertIn("error: 'acept' is no decision", done.err)
        self.assertEqual(sorted(p.name for p in (self.folder / "onto").iterdir()), ["o.xml"])
        self.decide_again = self.read("s.tsv")
        done = self.run_program("suggest", "-O", "onto", "t.txt", "-o", "s.tsv", status=2)
        self.assert_one_error(done, "s.tsv: is there already")
        self.assertEqual(self.read("s.tsv"), self.decide_again)
        self.write("s.tsv", self.decide_again.replace("acept\t", "?\t"))
        done = self.run_program("suggest", "--apply", "s.tsv", "-O", "onto", status=3)
        self.assertRegex(done.err, r"s\.tsv:\d+:1: error: 'Council of River Pilots' needs a kind to be accepted")
        self.assertNotIn("accepted.xml", [p.name for p in (self.folder / "onto").iterdir()])
        for arguments, status, error in (
                (("--apply", "s.tsv", "t.txt"), 2, "--apply takes no texts"),
                (("--apply", "none.tsv"), 3, "none.tsv: "),
                ((), 2, "no text is named"),
                (("t.txt", "-o", "t.txt"), 2, "t.txt: "),
                (("t.txt", "--what", "thing"), 2, "thing")):
            self.assert_one_error(self.run_program("suggest", "-O", "onto", *arguments, status=status), error)
        self.write("onto/accepted.xml", "<ontology")
        self.write("u.tsv", "decision\twhat\tform\tentry\naccept\talias\tX\tm23\n")
        self.run_program("suggest", "--apply", "u.tsv", "-O", "onto", status=3)
        self.assertEqual(self.read("onto/accepted.xml"), "<ontology")

    def test_a_list_that_could_not_be_read_is_not_written(self):
        self.write("u.tsv", "decision\twhat\tform\tentry\nskip\talias\tFoo\tFoo Bar\n")
        done = self.run_program("suggest", "--apply", "u.tsv", "-O", "onto", status=3)
        self.assertIn("nothing was written", done.err)
        self.assertFalse((self.folder / "onto/skipped.txt").exists())
        self.write("u.tsv", "decision\twhat\tform\tentry\n"
                            "accept\talias\tThe Rebels\tm23\nban\talias\tThe Rebels\tm23\n")
        done = self.run_program("suggest", "--apply", "u.tsv", "-O", "onto", status=3)
        self.assertIn("'The Rebels' is accepted by a line above", done.err)
        self.assertFalse((self.folder / "onto/accepted.xml").exists())

    def test_the_same_for_any_order(self):
        (self.folder / "u.txt").write_text("We met the Harbour Guild in Osterby.\n", encoding="utf-8")
        first = self.run_program("suggest", "-O", "onto", "t.txt", "u.txt", "-o", "-").out
        self.assertEqual(self.run_program("suggest", "-O", "onto", "u.txt", "t.txt", "-o", "-").out, first)


main()
