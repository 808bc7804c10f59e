# SPDX-License-Identifier: Apache-2.0
"""A bibliography comes in as sources, and no file of a curator's is lost."""

import json
import shutil
import unittest
import xml.etree.ElementTree

from program import ProgramTest, main

BIBTEX = r"""
@article{Lind:2014,
  author = {Lind, Ada and M{\"u}ller, J\"org},
  title = {Can South Sudan be {S}table? Salt \& Sand <now>},
  journal = {Slow Studies}, year = 2014,
  url = {https://x.example.org/a_b?c=d&e}, unknown = {field}
}
@techreport{un-2000, title = {{On the Valley}}, author = {{United Nations}}, number = {A/55/305},
  institution = {United Nations}, year = {2000}}
"""


def csl(*works):
    return json.dumps([{"id": key, "title": title} for key, title in works])


class Import(ProgramTest):
    def sources(self, path):
        root = xml.etree.ElementTree.parse(self.folder / path).getroot()
        return {s.get("id"): (s.text, s.get("year"), s.get("url")) for s in root}

    def write(self, name, text):
        (self.folder / name).write_text(text, encoding="utf-8")

    @unittest.skipUnless(shutil.which("pandoc"), "there is no pandoc")
    def test_bibtex(self):
        self.write("w.bib", BIBTEX)
        done = self.run_program("import", "w.bib", "-o", "s.xml")
        self.assertEqual(done.err, "crossroads: s.xml: 2 sources\n")
        self.assertEqual(self.sources("s.xml"), {
            "lind-2014": ("Ada Lind and Jörg Müller, Can South Sudan be Stable? Salt & Sand <now> (Slow Studies)",
                          "2014", "https://x.example.org/a_b?c=d&e"),
            "un-2000": ("United Nations, On the Valley (A/55/305)", "2000", None)})
        for files in (["s.xml"], ["o.xml", "s.xml"]):
            self.assertEqual(self.run_program("check", *files).out, "")
        piped = self.run_program("import", "-", "--format", "bibtex", "-o", "-", stdin=BIBTEX.encode())
        self.assertEqual(piped.out, (self.folder / "s.xml").read_text(encoding="utf-8"))

    @unittest.skipUnless(shutil.which("pandoc"), "there is no pandoc")
    def test_broken_bibtex(self):
        self.write("w.bib", "@article{x,\n title = {a")
        done = self.run_program("import", "w.bib", "-o", "s.xml", status=3)
        self.assert_one_error(done, "w.bib: pandoc can't read it as BibTeX: Error at (line ")
        self.write("w.bib", "% nothing\n")
        self.assert_one_error(self.run_program("import", "w.bib", "-o", "s.xml", status=3),
                              "w.bib: it holds no work that can be a source")
        self.assertNotIn("s.xml", self.names())

    def test_pandoc_is_missing(self):
        self.write("w.bib", BIBTEX)
        done = self.run_program("import", "w.bib", "-o", "s.xml", status=3, env={"PATH": "/nonexistent"})
        self.assertIn("pandoc", done.err)
        self.assertEqual(len(done.err.splitlines()), 2)
        # CSL-JSON needs no other program.
        self.write("w.json", csl(("a", "A")))
        self.run_program("import", "w.json", "-o", "s.xml", env={"PATH": "/nonexistent"})

    def test_works_left_out(self):
        self.write("w.csl.json", csl(("a", "A"), ("a", "B"), ("b", ""), ("c", "C\x1b[31m & <d>")))
        done = self.run_program("import", "w.csl.json", "-o", "s.xml", status=6)
        self.assertEqual(done.err, "crossroads: left out: w.csl.json: 'a' is there before, as another work\n"
                                   "crossroads: left out: w.csl.json: 'b' has neither title nor author\n"
                                   "crossroads: s.xml: 2 sources\n")
        self.assertEqual(self.sources("s.xml"), {"a": ("A", None, None), "c": ("C [31m & <d>", None, None)})

    def test_no_file_is_lost(self):
        self.write("w.json", csl(("a", "A")))
        before = (self.folder / "o.xml").read_bytes()
        done = self.run_program("import", "w.json", "-o", "o.xml", status=2)
        self.assert_one_error(done, "o.xml: is there already", "name another file with -o, or say --replace")
        self.assertEqual((self.folder / "o.xml").read_bytes(), before)
        self.run_program("import", "w.json", "-o", "o.xml", "--replace")
        self.assertEqual(self.sources("o.xml"), {"a": ("A", None, None)})
        # Not even so is the input, by whatever name.
        (self.folder / "link.json").symlink_to("w.json")
        for name in ("w.json", "./w.json", "link.json"):
            done = self.run_program("import", "w.json", "-o", name, "--replace", status=2)
            self.assert_one_error(done, "is the input, and would be overwritten")
        self.assertEqual((self.folder / "w.json").read_text(), csl(("a", "A")))
        # What fails leaves the old file.
        self.write("w.json", "[]")
        self.run_program("import", "w.json", "-o", "o.xml", "--replace", status=3)
        self.assertEqual(self.sources("o.xml"), {"a": ("A", None, None)})

    def test_faults(self):
        self.write("w.json", "{}")
        self.write("w.txt", "")
        for arguments, status, error in (
                (("w.json", "-o", "s.xml"), 3, "w.json: is no CSL-JSON"),
                (("w.txt", "-o", "s.xml"), 2, "w.txt: its ending names no format"),
                (("-", "-o", "s.xml"), 2, "-: its ending names no format"),
                (("none.json", "-o", "s.xml"), 3, "none.json: "),
                (("w.json",), 2, "--output is required"),
                (("w.json", "-o", "."), 3, "w.json: is no CSL-JSON")):
            self.assert_one_error(self.run_program("import", *arguments, status=status), error)
        self.write("w.json", csl(("a", "A")))
        self.assert_one_error(self.run_program("import", "w.json", "-o", ".", status=4), ".: ")
        self.assert_one_error(self.run_program("import", "w.json", "-o", "no/s.xml", status=4), "no/s.xml: ")


main()
