# SPDX-License-Identifier: Apache-2.0
"""The whole way on a real report, which is not ours to ship: run where it is."""

import json
import unittest

from program import SHARED, SOURCE, ProgramTest, main

REPORT = SHARED / "corpus" / "un-peace-operations-at-a-crossroads.txt"

LINKED = {("monusco", "m23"), ("monusco", "fdlr"), ("minusma", "aqim"), ("minusca", "seleka"),
          ("minusca", "anti-balaka"), ("amisom", "al-shabaab"), ("mjtf", "boko-haram")}
APART = {(mission, "boko-haram") for mission in ("monusco", "minusma", "minusca", "amisom")}


@unittest.skipUnless(REPORT.exists(), f"{REPORT} is not here")
class Compendium(ProgramTest):
    def setUp(self):
        super().setUp()
        self.source = REPORT.read_bytes()
        self.run_program("build", "-O", SOURCE / "ontology", REPORT, "-o", "g.json")

    def links(self, *more):
        done = self.run_program("links", "g.json", "--from", "mission", "--to", "armed-group",
                                "--format", "json", *more)
        return json.loads(done.out)

    def test_two_runs_give_the_same_bytes(self):
        self.run_program("build", "-O", SOURCE / "ontology", REPORT, "-o", "h.json")
        self.assertEqual((self.folder / "g.json").read_bytes(), (self.folder / "h.json").read_bytes())

    def test_missions_and_armed_groups(self):
        rows = self.links()
        by_pair = {}
        for row in rows:
            by_pair.setdefault((row["source"], row["target"]), []).append(row)
        self.assertLessEqual(LINKED, set(by_pair))
        self.assertFalse(APART & set(by_pair))
        for pair in LINKED:
            origins = {row["origin"] for row in by_pair[pair]}
            self.assertIn("curated", origins, pair)
            # The report itself shows each of them: the mission in a place, the group in that place.
            quotes = [row["quote"] for row in by_pair[pair] if row["origin"] in ("stated", "composed")]
            self.assertGreaterEqual(sum(quote is not None for quote in quotes), 2, pair)
        self.assertEqual({pair for pair in LINKED if any(r["origin"] == "stated" for r in by_pair[pair])},
                         {("mjtf", "boko-haram")})

    def test_each_link_says_who_says_so(self):
        for row in self.links("--co-mentioned"):
            if row["quote"] is None:
                self.assertTrue(row["sources"], row)
            else:
                self.assertEqual(self.source[row["start"]:row["end"]].decode(), row["quote"])

    def test_co_mentions_are_no_more_than_that(self):
        origins = {(r["source"], r["target"]): r["origin"] for r in self.links("--co-mentioned")
                   if (r["source"], r["target"]) in APART}
        self.assertEqual(set(origins.values()), {"co-mentioned"})

    def test_every_mention_is_the_bytes_at_its_place(self):
        done = self.run_program("link", "-O", SOURCE / "ontology", REPORT)
        mentions = [json.loads(line) for line in done.out.splitlines()]
        self.assertGreater(len(mentions), 800)
        for mention in mentions:
            self.assertEqual(self.source[mention["start"]:mention["end"]].decode(), mention["surface"])

    def test_references_leave_no_run_of_eight_words(self):
        self.run_program("build", "-O", SOURCE / "ontology", REPORT, "-o", "r.json", "--evidence", "reference")
        graph = json.loads((self.folder / "r.json").read_text(encoding="utf-8"))
        # Entries, sources, locators and reasons are the ontology's own words; titles may stand.
        passages = [n for n in graph["nodes"] if n["kind"] == "passage"]
        edges = [{k: v for k, v in e.items() if k not in ("reason", "locator")} for e in graph["edges"]]
        left = json.dumps([passages, edges], ensure_ascii=False)
        self.assertFalse(any("text" in passage for passage in passages))
        for item in graph["edges"]:
            for evidence in item.get("evidence", []):
                self.assertNotIn("cue", evidence)
        words = self.source.decode().split()
        runs = {" ".join(words[i:i + 8]) for i in range(len(words) - 7)}
        self.assertFalse([run for run in runs if run in left])


if __name__ == "__main__":
    main()
