# SPDX-License-Identifier: Apache-2.0
"""What is installed can be used, and does not tell where it was built.

Usage: install_test.py CMAKE SOURCE BUILD CONFIGURATION, where BUILD is up to date.
"""
import os
import pathlib
import subprocess
import sys
import tempfile
import unittest

CMAKE = sys.argv[1]
SOURCE, BUILD = (pathlib.Path(argument).resolve() for argument in sys.argv[2:4])
CONFIGURATION = sys.argv[4]
FILES = [
    "bin/crossroads", "include/crossroads/ontology/load.hpp", "share/bash-completion/completions/crossroads",
    "share/crossroads/ontology/missions.xml", "share/doc/crossroads/LICENSE",
    "share/doc/crossroads/LICENSE.words", "share/doc/crossroads/README.md",
    "share/fish/vendor_completions.d/crossroads.fish", "share/man/man1/crossroads.1",
    "share/zsh/site-functions/_crossroads"]


def run(*arguments):
    done = subprocess.run(list(map(str, arguments)), stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                          timeout=280, check=False, encoding="utf-8")
    if done.returncode != 0:
        raise AssertionError(f"{arguments}: {done.returncode}\n{done.stdout}")
    return done.stdout


class Install(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        scratch = tempfile.TemporaryDirectory()
        cls.addClassCleanup(scratch.cleanup)
        cls.scratch = pathlib.Path(scratch.name)
        cls.prefix = cls.scratch / "prefix"
        run(CMAKE, "--install", BUILD, "--prefix", cls.prefix, "--config", CONFIGURATION)

    def test_files(self):
        files = {str(path.relative_to(self.prefix)) for path in self.prefix.rglob("*")}
        self.assertEqual([name for name in FILES if name not in files], [])

    def test_the_program_runs(self):
        program = self.prefix / "bin/crossroads"
        self.assertRegex(run(program, "--version"), r"^crossroads \d+\.\d+\.\d+\n$")
        self.assertIn(" 0 errors", run(program, "check", self.prefix / "share/crossroads/ontology"))

    def test_no_file_names_the_folders_it_was_made_in(self):
        for path in filter(pathlib.Path.is_file, self.prefix.rglob("*")):
            # Debug information names sources, for debuggers.
            if CONFIGURATION == "Debug" and (path.suffix == ".a" or path.parent.name == "bin"):
                continue
            data = path.read_bytes()
            for folder in (SOURCE, BUILD, self.prefix):
                self.assertNotIn(os.fsencode(folder), data, path)

    def test_find_package(self):
        build = self.scratch / "consumer"
        run(CMAKE, "-S", SOURCE / "tests/install", "-B", build, f"-DCMAKE_PREFIX_PATH={self.prefix}",
            f"-DCMAKE_BUILD_TYPE={CONFIGURATION}")
        run(CMAKE, "--build", build)
        version = run(self.prefix / "bin/crossroads", "--version").split()[1]
        self.assertIn(f'set(PACKAGE_VERSION "{version}")',
                      next(self.prefix.rglob("crossroadsConfigVersion.cmake")).read_text())
        self.assertEqual(run(build / "consumer", self.prefix / "share/crossroads/ontology"),
                         f"{version} monusco fib\n")

    def test_add_subdirectory(self):
        """Configures as a part of another project, and brings neither tests nor rules to install."""
        build = self.scratch / "subdirectory"
        run(CMAKE, "-S", SOURCE / "tests/install", "-B", build, f"-DADD_SUBDIRECTORY={SOURCE}")
        self.assertFalse((build / "crossroads/tests").exists())
        run(CMAKE, "--install", build / "crossroads", "--prefix", self.scratch / "nothing")
        self.assertFalse((self.scratch / "nothing").exists())


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
