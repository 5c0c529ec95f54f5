#!/usr/bin/python3
"""How files are written: whole or not at all, with the owner and mode of the file that they replace.

usage: saving.py [COMMAND] [unittest arguments], or the command in HHP_COMMAND.
"""
import collections
import contextlib
import ctypes
import errno
import fcntl
import json
import os
import resource
import shutil
import signal
import stat
import subprocess
import tempfile
import threading
import unittest

import run
from run import COMPLETE, TODAY, VOLLSMOSE, CommandTest, environment, small_plan

MESSY = json.dumps(small_plan(), indent=7)

# Every command that writes a file that may exist already, here "ud".
WRITERS = (("validate", "--format", "json=ud", VOLLSMOSE), ("cofinancing", "--format", "json=ud", VOLLSMOSE),
           ("rules", "--format", "json=ud"), ("explain", "HP401", "--format", "markdown=ud"),
           ("diff", "--format", "json=ud", VOLLSMOSE, COMPLETE), ("fmt", "--write", "ud"))

CHOWN, DAC_OVERRIDE, DAC_READ_SEARCH, FOWNER, FSETID = range(5)


def without(*capabilities):
    """For preexec_fn: the command runs without these capabilities of root (PR_CAPBSET_DROP)."""
    libc = ctypes.CDLL(None, use_errno=True)

    def drop():
        for capability in capabilities:
            if libc.prctl(24, capability, 0, 0, 0) != 0:
                raise OSError(ctypes.get_errno(), "prctl")
    return drop


@unittest.skipUnless(os.geteuid() == 0, "only root may give files away, so this needs root")
class Owners(CommandTest):
    OWNER, GROUP = 4321, 8765

    def owned(self, name, mode):
        path = self.write(name, MESSY)
        os.chown(path, self.OWNER, self.GROUP)
        os.chmod(path, mode)
        return path

    def identity(self, path):
        about = os.stat(path)
        return about.st_uid, about.st_gid, oct(stat.S_IMODE(about.st_mode))

    def test_owner_and_mode_stay(self):
        for mode in (0o4755, 0o2770, 0o640, 0o604):
            for arguments in WRITERS:
                with self.subTest(arguments=arguments, mode=oct(mode)):
                    path = self.owned("ud", mode)
                    self.assertIn(self.run_command(*arguments).code, (0, 1))
                    self.assertNotEqual(self.read("ud"), MESSY.encode())
                    self.assertEqual(self.identity(path), (self.OWNER, self.GROUP, oct(mode)))
        self.assertEqual(os.listdir(self.folder), ["ud"])

    def test_writing_does_not_clear_what_was_set(self):
        """For users other than root, the system clears set-id bits at each write."""
        for arguments in WRITERS:
            with self.subTest(arguments=arguments):
                path = self.owned("ud", 0o4755)
                self.assertIn(self.run_command(*arguments, preexec_fn=without(FSETID)).code, (0, 1))
                self.assertNotEqual(self.read("ud"), MESSY.encode())
                self.assertEqual(self.identity(path), (self.OWNER, self.GROUP, oct(0o4755)))

    def test_set_id_bits_go_where_the_owner_cannot_be_kept(self):
        """Nor does the group of root get the rights that the group of the file had."""
        for mode, kept in ((0o4755, 0o705), (0o6777, 0o707), (0o640, 0o600)):
            for arguments in WRITERS:
                with self.subTest(arguments=arguments, mode=oct(mode)):
                    path = self.owned("ud", mode)
                    self.assertIn(self.run_command(*arguments, preexec_fn=without(CHOWN)).code, (0, 1))
                    self.assertNotEqual(self.read("ud"), MESSY.encode())
                    self.assertEqual(self.identity(path), (0, 0, oct(kept)))

    def test_the_group_keeps_its_rights_where_only_the_owner_cannot_be_kept(self):
        """As for a user who is in the group of the file: the set-id bits go, the rights of the group stay."""
        def as_a_member():
            os.setgroups([self.GROUP])
            without(CHOWN)()

        for mode, kept in ((0o6770, 0o770), (0o664, 0o664)):
            for arguments in WRITERS:
                with self.subTest(arguments=arguments, mode=oct(mode)):
                    path = self.owned("ud", mode)
                    self.assertIn(self.run_command(*arguments, preexec_fn=as_a_member).code, (0, 1))
                    self.assertNotEqual(self.read("ud"), MESSY.encode())
                    self.assertEqual(self.identity(path), (0, self.GROUP, oct(kept)))



INTERFERE = os.environ.get("HHP_INTERFERE")

# What writes a file that exists, and what creates one; after each the content is the same in every run.
REPLACING = (("validate", "--today", TODAY, "--format", "json=ud", VOLLSMOSE), ("fmt", "--write", "ud"))
CREATING = (("validate", "--today", TODAY, "--format", "json=ud", VOLLSMOSE), ("init", "--output", "ud"))

# The system as it is, without files that have no name, without /proc, without hard links too.
SYSTEMS = ("", "tmpfile", "linkat", "tmpfile,link")

# How many calls there are at least, so that it is noticed if the preloaded library is not called.
FEWEST_CALLS = 4


# A call to interfere with: the command and whether its file exists, the contents before and after, what the system lacks, the
# number of the call, and the most bytes that one write takes.
class Case(collections.namedtuple("Case", "arguments exists before after call lacks at most")):
    def is_reserved(self):
        """Where there are no hard links, init creates an empty file before the rename, and replaces it."""
        return self.arguments[0] == "init" and self.call == "rename" and self.lacks == "tmpfile,link"


@unittest.skipUnless(INTERFERE, "nothing can be preloaded into this build")
class Interrupted(CommandTest):
    """The command is interrupted before each of the calls by which it writes."""

    interruptions = 0

    def setUp(self):
        super().setUp()
        if os.access("/dev/shm", os.W_OK):  # where syncing takes no time
            folder = tempfile.TemporaryDirectory(prefix="hhp-saving-", dir="/dev/shm")
            self.addCleanup(folder.cleanup)
            self.folder = folder.name
        self.log = self.folder + ".log"
        self.addCleanup(self.forget_log)

    @classmethod
    def tearDownClass(cls):
        print("\n%d interruptions" % cls.interruptions)

    def forget_log(self):
        if os.path.exists(self.log):
            os.unlink(self.log)

    def prepare(self, exists):
        for name in os.listdir(self.folder):
            os.unlink(self.path(name))
        if exists:
            self.write("ud", MESSY)

    def content(self):
        return self.read("ud") if os.path.exists(self.path("ud")) else None

    def wanted(self, arguments, exists):
        """The content before, and after an undisturbed run."""
        self.prepare(exists)
        before = self.content()
        self.assertIn(self.run_command(*arguments).code, (0, 1))
        self.assertNotEqual(self.content(), before)
        return before, self.content()

    def variables(self, **more):
        self.forget_log()
        return environment(LD_PRELOAD=INTERFERE, HHP_LOG=self.log,
                           **{"HHP_" + name.upper(): str(value) for name, value in more.items()})

    def calls(self):
        with open(self.log, encoding="ascii") as log:
            return log.read().split()

    def cases(self, systems=SYSTEMS):
        """Each place at which to interfere with a command on a system."""
        for arguments, exists in [(words, True) for words in REPLACING] + [(words, False) for words in CREATING]:
            before, after = self.wanted(arguments, exists)
            most = len(after) // 2 + 1
            for lacks in systems:
                self.prepare(exists)
                self.run_command(*arguments, env=self.variables(lacks=lacks, most=most))
                self.assertEqual(self.content(), after)
                self.assertEqual(os.listdir(self.folder), ["ud"])
                calls = self.calls()
                self.assertGreaterEqual(len(calls), FEWEST_CALLS, calls)
                places = [at for at, call in enumerate(calls) if call in ("link", "linkat", "rename")]
                self.assertTrue(places and calls.index("fsync") < places[0], "on the disk before it gets its name: %s" % calls)
                calls[places[-1]:] = ["fsync of the folder" if call == "fsync" else call for call in calls[places[-1]:]]
                self.assertIn("fsync of the folder", calls)  # without which the name may be lost
                for at, call in enumerate(calls, 1):
                    yield Case(arguments, exists, before, after, call, lacks, at, most)

    @contextlib.contextmanager
    def interrupting(self, case):
        Interrupted.interruptions += 1
        with self.subTest(arguments=case.arguments, exists=case.exists, lacks=case.lacks, at=case.at, call=case.call):
            self.prepare(case.exists)
            yield

    def interrupted(self, case, **how):
        return self.run_command(*case.arguments, env=self.variables(lacks=case.lacks, at=case.at, most=case.most, **how))

    def assert_nothing_left(self):
        self.assertEqual(os.listdir(self.folder), [] if self.content() is None else ["ud"])

    def test_signals_leave_nothing_behind(self):
        for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
            for case in self.cases(SYSTEMS if number == signal.SIGTERM else ("", "tmpfile")):
                with self.interrupting(case):
                    result = self.interrupted(case, signal=int(number))
                    self.assertEqual((result.code, result.out), (-number, ""))
                    self.assertIn(self.content(), (case.before, case.after))
                    self.assert_nothing_left()

    def test_what_a_killed_run_leaves_is_removed_by_the_next(self):
        for case in self.cases():
            with self.interrupting(case):
                result = self.interrupted(case, signal=int(signal.SIGKILL))
                self.assertEqual(result.code, -signal.SIGKILL)
                found = self.content()
                self.assertIn(found, (b"",) if case.is_reserved() else (case.before, case.after))
                if case.is_reserved():
                    self.assertEqual(stat.S_IMODE(os.stat(self.path("ud")).st_mode), 0o600)
                left = [name for name in os.listdir(self.folder) if name != "ud"]
                # Without a name before it is complete, there is something to leave only before it is renamed.
                self.assertIn(left, ([], [".ud.hhp-tmp1"]) if case.lacks != "" or case.call == "rename" else ([],))
                if found is None or case.arguments[0] != "init":
                    self.run_command(*case.arguments)
                    self.assertEqual(os.listdir(self.folder), ["ud"])
                    self.assertEqual(self.content(), case.after)

    def test_errors_leave_the_old_content_and_nothing_else(self):
        reasons = {errno.EDQUOT: "the disk quota is exceeded", errno.EIO: "the disk, or the connection to it, is failing"}
        for number, reason in reasons.items():
            for case in self.cases(SYSTEMS if number == errno.EDQUOT else ("", "tmpfile")):
                with self.interrupting(case):
                    result = self.interrupted(case, errno=number)
                    self.assertEqual(self.content(), case.before if result.code == 3 else case.after, result.err)
                    if case.call in ("write", "fchmod", "fsync", "rename"):
                        self.assertEqual((result.code, result.err), (3, "helhedsplan: cannot write ud: %s\n" % reason))
                    if case.call != "unlink":
                        self.assert_nothing_left()

    def test_an_error_of_closing_is_reported(self):
        """Such as a device at the other end of a network."""
        result = self.run_command("validate", "--format", "json=/dev/null", VOLLSMOSE, env=self.variables(close=errno.EIO))
        self.assertEqual((result.code, result.err),
                         (3, "helhedsplan: cannot write /dev/null: the disk, or the connection to it, is failing\n"))

    def opened(self, *arguments, **how):
        """The flags with which a command opens each file, by the path."""
        log = self.folder + ".opened"
        try:
            self.assertIn(self.run_command(*arguments, env=self.variables(opened=log, **how)).code, (0, 1))
            with open(log, encoding="utf-8") as lines:
                return {path: int(flags) for flags, path in (line.rstrip("\n").split(" ", 1) for line in lines)}
        finally:
            os.unlink(log)

    def test_how_files_are_opened(self):
        """None is handed on to a program that another thread of the caller starts; a terminal that is read does not become the
        caller's, and what may be in the place of a leftover is neither waited for nor followed."""
        for lacks in SYSTEMS:
            self.prepare(True)
            self.write(".ud.hhp-tmp1", "half")
            opened = self.opened("fmt", "--write", "ud", lacks=lacks)
            self.assertGreaterEqual(len(opened), 2, opened)
            for path, flags in opened.items():
                self.assertTrue(flags & os.O_CLOEXEC, path)
            self.assertTrue(opened["ud"] & os.O_NOCTTY)
        self.prepare(False)
        self.write(".ud.hhp-tmp1", "half")
        leftover = self.opened("init", "--output", "ud")[".ud.hhp-tmp1"]
        for flag in (os.O_CLOEXEC, os.O_NOCTTY, os.O_NOFOLLOW, os.O_NONBLOCK):
            self.assertTrue(leftover & flag, leftover)

    @contextlib.contextmanager
    def stopped(self, arguments, **where):
        """The command is stopped before a call; it continues, and ends, when the block does."""
        process = subprocess.Popen([run.COMMAND, *arguments], cwd=self.folder, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                                   stderr=subprocess.DEVNULL, env=self.variables(signal=int(signal.SIGSTOP), **where))
        try:
            self.assertTrue(os.WIFSTOPPED(os.waitpid(process.pid, os.WUNTRACED)[1]))
            yield process
        finally:
            process.send_signal(signal.SIGCONT)
            process.wait(60)

    def test_a_leftover_whose_name_another_writer_took(self):
        """One is about to lock the leftover; the next removes it, and a third has a file of its name."""
        self.write("ud", MESSY)
        self.write(".ud.hhp-tmp1", "half")
        rules = ("rules", "--format", "json=ud")
        self.run_command(*rules, env=self.variables(lacks="tmpfile"))
        rename = self.calls().index("rename") + 1 - self.calls().index("unlink") - 1  # less the lock and the removal
        self.write(".ud.hhp-tmp1", "half")
        with self.stopped(rules, lacks="tmpfile", at=1) as first:
            self.assertEqual(self.calls(), ["flock"])
            self.assertEqual(self.run_command("fmt", "--write", "ud").code, 1)
            self.assertEqual(self.run_command(*rules).code, 0)
            self.assertEqual(os.listdir(self.folder), ["ud"])
            with self.stopped(rules, lacks="tmpfile", at=rename) as third:
                self.assertEqual(self.calls()[-1], "rename")
                self.assertEqual(sorted(os.listdir(self.folder)), [".ud.hhp-tmp1", "ud"])
                first.send_signal(signal.SIGCONT)
                self.assertEqual(first.wait(60), 0)
            self.assertEqual(third.returncode, 0)
        self.assertEqual(os.listdir(self.folder), ["ud"])

    def test_a_file_that_is_removed_before_it_is_locked(self):
        """Another writer takes it for a leftover: the first one has to make another."""
        rules = ("rules", "--format", "json=ud")
        _, after = self.wanted(rules, True)
        self.prepare(True)
        self.run_command(*rules, env=self.variables(lacks="tmpfile"))
        lock = self.calls().index("create") + 2
        self.prepare(True)
        with self.stopped(rules, lacks="tmpfile", at=lock) as first:
            self.assertEqual(self.calls()[-1], "flock")
            os.unlink(self.path(".ud.hhp-tmp1"))
        self.assertEqual(first.returncode, 0)
        self.assertEqual(os.listdir(self.folder), ["ud"])
        self.assertEqual(self.content(), after)

    def test_a_file_that_another_writer_locked_is_closed_again(self):
        """There are only as many descriptors as writing needs at least: none is left for a second one."""
        rules = ("rules", "--format", "json=ud")
        _, after = self.wanted(rules, True)
        self.prepare(True)
        self.run_command(*rules, env=self.variables(lacks="tmpfile"))
        lock = self.calls().index("create") + 2

        def within(descriptors, **more):
            self.prepare(True)
            variables = self.variables(lacks="tmpfile", **more)
            del variables["HHP_LOG"]  # which needs one too
            limits = (descriptors, descriptors)
            return self.run_command(*rules, env=variables, preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_NOFILE, limits)).code

        least = next(descriptors for descriptors in range(4, 100) if within(descriptors) == 0)
        self.assertNotEqual(within(least - 1), 0)
        self.assertEqual(within(least, at=lock, errno=errno.EWOULDBLOCK), 0)
        self.assertEqual(self.content(), after)
        self.assertEqual(sorted(os.listdir(self.folder)), [".ud.hhp-tmp1", "ud"])

    def test_a_second_writer_in_the_middle_of_the_first(self):
        """Both succeed, and the content is that of the one that ends last; but init replaces nothing."""
        for case in self.cases(("", "tmpfile", "tmpfile,link")):
            with self.interrupting(case):
                with self.stopped(case.arguments, lacks=case.lacks, at=case.at, most=case.most) as first:
                    second = self.run_command("rules", "--format", "json=ud")
                    self.assertEqual((second.code, second.err), (0, ""))
                    whole = self.read("ud")
                    json.loads(whole)
                if case.arguments[0] == "init":
                    self.assertIn(first.returncode, (0, 3))
                    self.assertEqual(self.content(), case.after if case.is_reserved() else whole)
                else:
                    self.assertIn(first.returncode, (0, 1))
                    self.assertIn(self.content(), (whole, case.after))
                self.assertEqual(os.listdir(self.folder), ["ud"])


class AtOnce(CommandTest):
    def test_many_writers(self):
        """A reader finds one of the contents at any time, and each writer succeeds."""
        writers = [("validate", "--today", TODAY, "--fail-on", "never", "--format", "json=ud", VOLLSMOSE),
                   ("rules", "--format", "json=ud"), ("cofinancing", "--format", "json=ud", COMPLETE)]
        whole = []
        for arguments in writers:
            self.assertEqual(self.run_command(*arguments).code, 0)
            whole.append(self.read("ud"))
        results, seen = [], []

        def write(arguments):
            for _ in range(8):
                results.append(self.run_command(*arguments))

        threads = [threading.Thread(target=write, args=(arguments,)) for arguments in writers * 2]
        for thread in threads:
            thread.start()
        while any(thread.is_alive() for thread in threads):
            seen.append(self.read("ud"))
        for thread in threads:
            thread.join()
        self.assertEqual([(result.code, result.err) for result in results], [(0, "")] * (8 * len(threads)))
        self.assertEqual([content for content in seen if content not in whole], [])
        self.assertEqual(os.listdir(self.folder), ["ud"])

    def test_one_of_many_creates(self):
        for _ in range(5):
            started = [subprocess.Popen([run.COMMAND, "init", "--output", "ny.json"], cwd=self.folder, env=environment(),
                                        stderr=subprocess.PIPE) for _ in range(6)]
            errors = [process.communicate()[1].decode() for process in started]
            self.assertEqual(sorted(process.returncode for process in started), [0] + [3] * 5)
            self.assertEqual(errors.count("helhedsplan: cannot write ny.json: the file already exists\n"), 5)
            self.assertEqual(os.listdir(self.folder), ["ny.json"])
            self.assertEqual(self.run_command("fmt", "--check", "ny.json").code, 0)
            os.unlink(self.path("ny.json"))


def heed_signals():
    """nohup, and a shell that starts something in the background, ignore some of them."""
    for number in (signal.SIGINT, signal.SIGHUP):
        signal.signal(number, signal.SIG_DFL)


class Killed(CommandTest):
    """Without interference, after delays: a plan of 1 MB, as in a pipeline that is cancelled."""

    def test_a_large_plan(self):
        text = json.dumps(small_plan(vision="Æ" * 500000), indent=7)
        self.write("stor.json", text)
        self.assertEqual(self.run_command("fmt", "--write", "stor.json").code, 0)
        canonical = self.read("stor.json")
        for i in range(24):
            self.write("stor.json", text)
            number = (signal.SIGKILL, signal.SIGTERM, signal.SIGINT, signal.SIGHUP)[i % 4]
            process = subprocess.Popen([run.COMMAND, "fmt", "--write", "--quiet", "stor.json"], cwd=self.folder,
                                       preexec_fn=heed_signals)
            try:
                process.wait(0.002 * (i // 4 + 1))
            except subprocess.TimeoutExpired:
                process.send_signal(number)
            self.assertIn(process.wait(60), (0, -number))
            self.assertIn(self.read("stor.json"), (text.encode(), canonical))
            if number != signal.SIGKILL:
                self.assertEqual(os.listdir(self.folder), ["stor.json"])
            self.assertEqual(self.run_command("fmt", "--write", "stor.json").code, 0)


class Links(CommandTest):
    def test_a_chain_that_leads_to_nothing_yet(self):
        os.mkdir(self.path("mappe"))
        os.symlink("mappe/to", self.path("en"))
        os.symlink("../tre", self.path("mappe/to"))
        result = self.validate("--format", "json=en", COMPLETE)
        self.assertEqual((result.code, result.err), (0, ""))
        json.loads(self.read("tre"))
        self.assertTrue(os.path.islink(self.path("en")) and os.path.islink(self.path("mappe/to")))
        self.assertEqual(sorted(os.listdir(self.folder)), ["en", "mappe", "tre"])
        self.assertEqual(os.listdir(self.path("mappe")), ["to"])

    def test_init_does_not_follow_links(self):
        os.symlink("ikke", self.path("link.json"))
        result = self.run_command("init", "--output", "link.json")
        self.assertEqual((result.code, result.err), (3, "helhedsplan: cannot write link.json: the file already exists\n"))
        self.assertEqual(os.listdir(self.folder), ["link.json"])

    def test_circles_are_explained_in_danish(self):
        os.symlink("ud", self.path("ind"))
        os.symlink("ind", self.path("ud"))
        result = self.validate("--lang", "da", "--format", "json=ud", COMPLETE)
        self.assertEqual((result.code, result.err),
                         (3, "helhedsplan: kan ikke skrive ud: symbolske links henviser til hinanden i ring\n"))


class Descriptors(CommandTest):
    def test_a_file_that_the_shell_opened(self):
        """It is written at its place, as by a pipe, and not replaced."""
        script = 'exec 5>ud; printf "1\\n" >&5; "$0" rules --format json=/dev/fd/5 && printf "2\\n" >&5'
        done = subprocess.run(["/bin/sh", "-c", script, run.COMMAND], cwd=self.folder, env=environment(), check=False,
                              stderr=subprocess.PIPE)
        self.assertEqual((done.returncode, done.stderr), (0, b""))
        content = self.read("ud").decode()
        self.assertTrue(content.startswith("1\n{") and content.endswith("}\n2\n"))

    def test_the_file_of_standard_output(self):
        """What was and will be written there stays, by whatever name the file is called."""
        script = 'exec >ud; echo 1; "$0" rules --format json=ud && "$0" rules --format json=link && echo 2'
        os.symlink("ud", self.path("link"))
        done = subprocess.run(["/bin/sh", "-c", script, run.COMMAND], cwd=self.folder, env=environment(), check=False,
                              stderr=subprocess.PIPE)
        self.assertEqual((done.returncode, done.stderr), (0, b""))
        content = self.read("ud").decode()
        self.assertTrue(content.startswith("1\n{") and content.endswith("}\n2\n"))
        self.assertEqual(content.count('"helhedsplan-rules/1"'), 2)

    def test_a_closed_one(self):
        result = self.run_command("rules", "--format", "json=/dev/fd/55")
        self.assertEqual(result.code, 3)
        self.assertEqual(result.err, "helhedsplan: cannot write /dev/fd/55: is closed, or not open for writing\n")

    def test_a_pipe_that_does_not_block(self):
        reading, writing = os.pipe()
        fcntl.fcntl(writing, fcntl.F_SETFL, os.O_NONBLOCK)
        fcntl.fcntl(writing, fcntl.F_SETPIPE_SZ, 4096)
        process = subprocess.Popen([run.COMMAND, "rules", "--format", "json=/dev/fd/%d" % writing], pass_fds=[writing],
                                   env=environment())
        os.close(writing)
        with open(reading, "rb") as file:
            rules = json.loads(file.read())
        self.assertEqual(process.wait(60), 0)
        self.assertEqual(rules["format"], "helhedsplan-rules/1")


class Refused(CommandTest):
    def test_full_disk(self):
        """A file system of 64 KiB in memory, in separate namespaces where this is not root."""
        script = ('mount -t tmpfs -o size=64k none "$1" && cd "$1" && cp "$3" ud && "$2" fmt --write ud; echo "code $?"; '
                  '"$2" rules --format json=ny; echo "code $?"; head -c 24576 /dev/zero >fyld; "$2" init --output en; '
                  'echo "code $?"; rm fyld; cmp ud "$3"; ls -A')
        plan = self.write("plan.json", json.dumps(small_plan(vision="x" * 40000), indent=1))
        os.mkdir(self.path("disk"))
        done = subprocess.run(["unshare", "--user", "--map-root-user", "--mount", "sh", "-c", script, "sh", self.path("disk"),
                               run.COMMAND, plan], stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment(), check=False)
        if b"unshare" in done.stderr or b"mount" in done.stderr:
            self.skipTest("no file system can be mounted: " + done.stderr.decode().splitlines()[0])
        self.assertEqual(done.stdout.decode().split("\n"), ["code 3", "code 3", "code 3", "ud", ""], done.stderr)
        self.assertEqual(done.stderr.decode().splitlines(),
                         ["helhedsplan: cannot write %s: the disk is full" % name for name in ("ud", "ny", "en")])

    def test_quota(self):
        """A file system in a file, whose folder may have 300 KiB: Btrfs, since ext4 and XFS need a kernel with quotas."""
        if os.geteuid() != 0 or not shutil.which("mkfs.btrfs"):
            self.skipTest("needs root, and mkfs.btrfs of btrfs-progs")
        script = ('truncate -s 128M disk && mkfs.btrfs -q disk >made 2>&1 && mount -o loop disk mounted && '
                  'btrfs quota enable mounted && btrfs subvolume create mounted/own >>made && '
                  'btrfs qgroup limit 300K mounted/own || { echo "no quota" >&2; exit; }; '
                  'cd mounted/own && cp "$2" ud && sync && "$1" fmt --write ud; echo "code $?"; '
                  'head -c 80000 /dev/zero >fyld 2>/dev/null; sync; "$1" rules --format json=ny; echo "code $?"; '
                  '"$1" init --output en; echo "code $?"; rm fyld; cmp ud "$2"; ls -A')
        plan = self.write("plan.json", json.dumps(small_plan(vision="x" * 200000), indent=1))
        os.mkdir(self.path("mounted"))
        done = subprocess.run(["unshare", "--mount", "sh", "-c", script, "sh", run.COMMAND, plan], cwd=self.folder,
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment(), check=False)
        if b"unshare" in done.stderr or b"no quota" in done.stderr:
            self.skipTest("no file system with quotas can be mounted: " + done.stderr.decode().splitlines()[0])
        self.assertEqual(done.stdout.decode().split("\n"), ["code 3", "code 3", "code 3", "ud", ""], done.stderr)
        self.assertEqual(done.stderr.decode().splitlines(),
                         ["helhedsplan: cannot write %s: the disk quota is exceeded" % name for name in ("ud", "ny", "en")])

    def as_user(self, *arguments):
        """Without what root may do: then permissions hold."""
        drop = without(CHOWN, DAC_OVERRIDE, DAC_READ_SEARCH, FOWNER) if os.geteuid() == 0 else None
        return self.run_command(*arguments, preexec_fn=drop)

    def test_permissions(self):
        self.write("ud", MESSY)
        for mode, folder, why in ((0o400, 0o700, "write permission denied"), (0o600, 0o500, "no permission to write to its folder")):
            os.chmod(self.path("ud"), mode)
            os.chmod(self.folder, folder)
            for arguments in WRITERS:
                with self.subTest(arguments=arguments, mode=oct(mode)):
                    result = self.as_user(*arguments)
                    self.assertEqual((result.code, result.err), (3, "helhedsplan: cannot write ud: %s\n" % why))
            self.assertEqual(self.read("ud"), MESSY.encode())
            os.chmod(self.folder, 0o700)
            self.assertEqual(os.listdir(self.folder), ["ud"])
        os.chmod(self.folder, 0o500)
        result = self.as_user("init", "--output", "ny", "--lang", "da")
        os.chmod(self.folder, 0o700)
        self.assertEqual((result.code, result.err), (3, "helhedsplan: kan ikke skrive ny: ingen skriveadgang til mappen\n"))


if __name__ == "__main__":
    run.main()
