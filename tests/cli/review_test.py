# SPDX-License-Identifier: Apache-2.0
"""What is undecided is listed for a person, and what is linked, or is not, is explained."""

import json

from program import ProgramTest, main

ONTOLOGY = """<ontology>
  <entry id="minusma" kind="body"><label>MINUSMA</label></entry>
  <entry id="relief" kind="body"><label>Relief Council</label><alias shared="true" case="exact">RC</alias>
    <definition>It feeds refugees and repairs shelters.</definition></entry>
  <entry id="river" kind="body"><label>River Commission</label><alias shared="true" case="exact">RC</alias>
    <definition>It measures floods and dredges channels.</definition></entry>
</ontology>
"""


class Review(ProgramTest):
    def setUp(self):
        super().setUp()
        (self.folder / "rc.xml").write_text(ONTOLOGY)
        (self.folder / "a.txt").write_text("The RC met. “MINUSMA” went; minusma came.\n")
        (self.folder / "b.txt").write_text("The RC dredges its channels.\n")

    def test_review(self):
        done = self.run_program("link", "-O", "rc.xml", "a.txt", "b.txt", "--review", "open.jsonl")
        self.assertEqual([json.loads(line)["entry"] for line in done.out.splitlines()], ["minusma", "river"])
        self.assertIn("1 place left unlinked", done.err)
        self.assertNotIn("--review", done.err)
        rows = [json.loads(line) for line in (self.folder / "open.jsonl").read_text().splitlines()]
        self.assertEqual([(row["document"], row["state"], row["entry"]) for row in rows],
                         [("a.txt", "undecided", None), ("b.txt", "narrow", "river")])
        self.assertEqual((rows[0]["before"], rows[0]["quote"], rows[0]["occurrence"]), ("The ", "RC", 1))
        self.assertEqual([c["entry"] for c in rows[1]["candidates"]], ["river", "relief"])

    def test_without_review_there_is_a_hint(self):
        done = self.run_program("link", "-O", "rc.xml", "a.txt")
        self.assertIn("link --review FILE", done.err)

    def test_review_is_no_input_and_not_the_output(self):
        before = (self.folder / "a.txt").read_bytes()
        self.run_program("link", "-O", "rc.xml", "a.txt", "--review", "a.txt", status=2)
        self.assertEqual((self.folder / "a.txt").read_bytes(), before)
        self.run_program("link", "-O", "rc.xml", "a.txt", "-o", "x", "--review", "x", status=2)
        self.run_program("link", "-O", "rc.xml", "a.txt", "-o", "x", "--review", "./x", status=2)
        self.run_program("link", "-O", "rc.xml", "a.txt", "--review", "-", status=2)

    def test_explain(self):
        out = self.run_program("link", "-O", "rc.xml", "b.txt", "--explain").out
        why = json.loads(out)["why"]
        self.assertEqual((why["form"], why["likeness"]), ("RC", "as-written"))
        self.assertEqual(why["candidates"][0]["entry"], "river")
        self.assertEqual({r["kind"] for r in why["candidates"][0]["reasons"]}, {"word"})

    def test_why(self):
        def why(place, status=0):
            return self.run_program("link", "-O", "rc.xml", "a.txt", "b.txt", "--why", place, status=status)

        self.assertEqual(why("MINUSMA").out,
                         "a.txt:15-22: “MINUSMA” linked to minusma, form “MINUSMA” as written; decided: only-name\n")
        self.assertEqual(why("a.txt:32-39").out,
                         "a.txt:32-39: “minusma” not linked: the form “MINUSMA” of minusma counts only with its own"
                         " capitals\n")
        self.assertIn("b.txt:4-6: “RC” linked to river", why("RC").out)
        self.assertIn("a.txt:4-6: “RC” undecided", why("RC").out)
        self.assertIn("no text says so", why("Nobody", status=1).err)
        self.assertIn("has no such place", why("a.txt:32-3900", status=2).err)
        self.assertIn("has no such place", why("a.txt:13-22", status=2).err)
        self.assertIn("asks for nothing", why(" ", status=2).err)


if __name__ == "__main__":
    main()
