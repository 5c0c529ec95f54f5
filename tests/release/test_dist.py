"""The source tarball (tools/dist): the same commit gives the same bytes, it has what git tracks, and it builds, checks the published
plan and passes its unit tests without git and without a network. The Debian source package. Exit code 77: this is no clone.

usage: test_dist.py CMAKE CTEST"""

import os
import shutil
import subprocess
import sys
import tarfile
import tempfile
import unittest
from pathlib import Path

SOURCE = Path(os.environ.get("HHP_SOURCE_DIR", Path(__file__).resolve().parents[2]))
SKIPPED = 77
# What the tarball is built with; a cache of compiled files changes no result.
KEPT = ("PATH", "HOME", "CMAKE_C_COMPILER_LAUNCHER", "CCACHE_DIR")
CMAKE, CTEST = "cmake", "ctest"
DEBIAN = "/usr/sbin:/usr/bin:/sbin:/bin"


def output(*command, **more):
    return subprocess.run([*map(str, command)], check=True, capture_output=True, text=True, **more).stdout


def commit():
    """The last one, or one that has what is not committed yet."""
    if not output("git", "--no-optional-locks", "status", "--porcelain", "--untracked-files=no", cwd=SOURCE):
        return "HEAD"  # and nothing is written: others may read the index meanwhile
    changed = output("git", "-c", "user.name=dist", "-c", "user.email=dist", "stash", "create", cwd=SOURCE).strip()
    return changed or "HEAD"


def without_network():
    """The beginning of a command that has no network, or None."""
    for words in (["unshare", "--net"], ["unshare", "--map-root-user", "--net"]):
        if shutil.which("unshare") and subprocess.run([*words, "true"], capture_output=True, check=False).returncode == 0:
            return words
    return None


class Tarball(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = Path(tempfile.mkdtemp(prefix="hhp-dist-"))
        cls.addClassCleanup(shutil.rmtree, cls.folder)
        cls.commit = commit()
        cls.file = Path(output(SOURCE / "tools/dist", "-c", cls.commit, cls.folder / "first").strip())
        cls.name = cls.file.name.removesuffix(".tar.gz")

    def test_the_same_commit_gives_the_same_bytes(self):
        other = output("sh", "-c", 'umask 077; exec "$@"', "sh", SOURCE / "tools/dist", "-c", self.commit, self.folder / "second",
                       env={**os.environ, "TZ": "Asia/Tokyo", "LC_ALL": "C"}).strip()
        self.assertEqual(self.file.read_bytes(), Path(other).read_bytes())

    def test_it_has_what_git_tracks(self):
        with tarfile.open(self.file) as archive:
            members = archive.getmembers()
        self.assertEqual(self.name, f"libhelhedsplan-{os.environ['HHP_VERSION']}")
        files = {member.name.partition("/")[2] for member in members if not member.isdir()}
        tracked = output("git", "ls-tree", "-r", "-z", "--name-only", self.commit, cwd=SOURCE).split("\0")[:-1]
        self.assertEqual(files, set(tracked))
        for member in members:
            self.assertTrue(member.name == self.name or member.name.startswith(f"{self.name}/"), member.name)
            self.assertEqual((member.uid, member.gid, member.mode & 0o022), (0, 0, 0), member.name)

    def test_it_builds_without_git_and_network(self):
        apart = without_network()
        if apart is None:
            self.skipTest("unshare makes no namespace without a network here")
        (self.folder / "unpacked").mkdir()
        output("tar", "-xzf", self.file, "-C", self.folder / "unpacked")
        root = self.folder / "unpacked" / self.name
        environment = {name: os.environ[name] for name in KEPT if name in os.environ}

        def run(*command):
            done = subprocess.run([*apart, *map(str, command)], cwd=root, env=environment, text=True, stdin=subprocess.DEVNULL,
                                  stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
            self.assertEqual(done.returncode, 0, done.stdout[-4000:])
            return done.stdout

        self.assertIn("23.91 %", run("make", "demo"))
        run(CMAKE, "-S", ".", "-B", "build/tests", "-G", "Ninja", "-DCMAKE_BUILD_TYPE=Debug", "-DCMAKE_C_FLAGS_DEBUG=-O0",
            "-DHHP_BUILD_PYTHON=OFF", "-DHHP_BUILD_EXAMPLES=OFF", "-DHHP_BUILD_SQLITE=OFF", "-DHHP_BUILD_POSTGRESQL=OFF")
        run(CMAKE, "--build", "build/tests", "-j2")
        said = run(CTEST, "--test-dir", "build/tests", "-L", "^unit$", "-LE", "long", "-j2")
        self.assertRegex(said, r"100% tests passed, 0 tests failed out of [5-9]\d")
        self.assertFalse((root / ".git").exists())


class Debian(unittest.TestCase):
    """The sources of the Debian packages (tools/deb -s)."""

    @unittest.skipUnless(all(shutil.which(tool, path=DEBIAN) for tool in ("pg_buildext", "dh", "dpkg-buildpackage")),
                         "the tools of Debian are not installed")
    def test_the_umask_makes_no_difference(self):
        with tempfile.TemporaryDirectory(prefix="hhp-deb-") as name:
            made = []
            for umask in ("022", "077"):
                folder = Path(name) / umask
                output("sh", "-c", f'umask {umask}; exec "$@"', "sh", SOURCE / "tools/deb", "-s", folder)
                made.append({path.name: path.read_bytes() for path in folder.iterdir() if path.suffix in (".gz", ".xz", ".dsc")})
        self.assertEqual(len(made[0]), 3, made[0].keys())  # .orig.tar.gz, .debian.tar.xz, .dsc
        self.assertEqual(made[0].keys(), made[1].keys())
        self.assertEqual([file for file in made[0] if made[0][file] != made[1][file]], [])


class AnotherVersion(unittest.TestCase):
    def test_the_name_is_of_the_commit(self):
        with tempfile.TemporaryDirectory(prefix="hhp-dist-") as name:
            root = Path(name) / "tree"
            (root / "tools").mkdir(parents=True)
            for file in ("tools/dist", "tools/version", "CMakeLists.txt"):
                shutil.copy(SOURCE / file, root / file)
            git = ("git", "-C", root, "-c", "user.name=dist", "-c", "user.email=dist")
            output(*git, "init", "--quiet")
            output(*git, "add", ".")
            output(*git, "commit", "--quiet", "--message=first")
            lists = (root / "CMakeLists.txt").read_text("utf-8")
            version = os.environ["HHP_VERSION"]
            (root / "CMakeLists.txt").write_text(lists.replace(f"VERSION {version}\n", "VERSION 77.8.9\n", 1), "utf-8")
            for words in ((), ("-c", "HEAD")):
                file = Path(output(root / "tools/dist", *words, Path(name) / "out").strip())
                self.assertEqual(file.name, f"libhelhedsplan-{version}.tar.gz")
                with tarfile.open(file) as archive:
                    self.assertEqual({member.name.partition("/")[0] for member in archive}, {f"libhelhedsplan-{version}"})
            (root / "CMakeLists.txt").write_text("", "utf-8")
            output(*git, "commit", "--quiet", "--all", "--message=none")
            done = subprocess.run([root / "tools/dist", Path(name) / "none"], capture_output=True, text=True, check=False)
            self.assertEqual((done.returncode, done.stderr), (1, "dist: no version in CMakeLists.txt of HEAD\n"))


if __name__ == "__main__":
    if not (SOURCE / ".git").exists():
        print("skipped: this is no clone of the repository")
        sys.exit(SKIPPED)
    CMAKE, CTEST = sys.argv[1:3]
    unittest.main(argv=sys.argv[:1])
