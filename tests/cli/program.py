# SPDX-License-Identifier: Apache-2.0
"""What the tests of the program share: running it, and folders that go away."""

import os
import pathlib
import subprocess
import sys
import tempfile
import unittest

PROGRAM = os.environ["CROSSROADS_PROGRAM"]
SOURCE = pathlib.Path(__file__).resolve().parent.parent.parent
SHARED = pathlib.Path(os.environ.get("CROSSROADS_SHARED", SOURCE.parent / "shared"))

ONTOLOGY = """<ontology id="small" version="1">
  <source id="s1" year="2013">A resolution</source>
  <kind id="mission" label="Mission" plural="Missions"/>
  <kind id="armed-group" label="Armed group" plural="Armed groups"/>
  <kind id="place" label="Place" plural="Places"/>
  <relation id="deployed-in" label="is deployed in" inverse="hosts" from="mission" to="place">
    <cue>in</cue>
  </relation>
  <relation id="operates-in" label="operates in" from="armed-group" to="place"><cue>in</cue></relation>
  <relation id="mandated-against" label="is mandated against" from="mission" to="armed-group"/>
  <entry id="monusco" kind="mission"><label>MONUSCO</label>
    <statement relation="mandated-against" to="m23" source="s1" locator="para. 1" since="2013"/>
  </entry>
  <entry id="unmiss" kind="mission"><label>UNMISS</label></entry>
  <entry id="m23" kind="armed-group"><label>M23</label><alias>March 23 Movement</alias></entry>
  <entry id="drc" kind="place"><label>Democratic Republic of the Congo</label><alias>DRC</alias></entry>
</ontology>
"""

TEXT = """A report

The mission MONUSCO in the DRC met the March 23
Movement. Later came M23 in DRC.

UNMISS was elsewhere, and M23 too.
"""


class ProgramTest(unittest.TestCase):
    """A test with a folder of its own that holds a small ontology and a text."""

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        (self.folder / "o.xml").write_text(ONTOLOGY, encoding="utf-8")
        (self.folder / "t.txt").write_text(TEXT, encoding="utf-8")

    def run_program(self, *arguments, stdin=None, status=0, **options):
        """Runs the program in the folder; fails where its exit status is another."""
        done = subprocess.run([PROGRAM, *map(str, arguments)], cwd=self.folder, input=stdin,
                              capture_output=True, timeout=120, check=False, **options)
        done.out = done.stdout.decode("utf-8")
        done.err = done.stderr.decode("utf-8")
        self.assertEqual(done.returncode, status, f"{arguments}\n{done.out}\n{done.err}")
        return done

    def build(self, *more, output="g.json"):
        self.run_program("build", "-O", "o.xml", "t.txt", "-o", output, *more)
        return self.folder / output

    def names(self):
        return sorted(path.name for path in self.folder.iterdir())

    def assert_one_error(self, done, text, hint=None):
        """One line that begins so, and at most one more, with what to do."""
        lines = done.err.splitlines()
        self.assertTrue(lines[0].startswith("crossroads: error: "), done.err)
        self.assertIn(text, lines[0])
        self.assertLessEqual(len(lines), 2, done.err)
        if hint is not None:
            self.assertEqual(lines[1], "crossroads: hint: " + hint)


def main():
    unittest.main(argv=[sys.argv[0], *sys.argv[1:]], verbosity=1)
