"""A PostgreSQL server that belongs to a test: in a folder of its own, reached by a Unix socket only, with the extension
installed beside a copy of the server's programs. Nothing outside the folder is changed.

The server finds its files relative to its own program: a copy of that under DESTDIR therefore finds the extension that
`cmake --install --component postgresql` puts there, among links to everything else.
"""

import os
import pwd
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from common import BUILD, SKIPPED

ADMIN = "tester"


def pg_config(option):
    return subprocess.run([os.environ["HHP_PG_CONFIG"], option], stdout=subprocess.PIPE, text=True, check=True).stdout.strip()


def skip(reason):
    print(f"skipped: {reason}")
    sys.exit(SKIPPED)


def user_of_server():
    """The user to run the server as, which refuses to run as root; None for the current one."""
    if os.getuid() != 0:
        return None
    for name in ("postgres", "nobody"):
        try:
            pwd.getpwnam(name)
        except KeyError:
            continue
        if subprocess.run(["true"], user=name).returncode == 0:
            return name
    skip("this is root, and there is neither a user postgres nor nobody")


class Server:
    """A context manager: starts the server, and stops it."""

    def __init__(self, folder, *settings):
        self.user = user_of_server()
        self.folder = Path(folder).resolve()
        self.settings = settings
        self.process = self.log = None

    def run(self, *command, **changes):
        words = [str(word) for word in command]
        done = subprocess.run(words, user=self.user, env=self.environment(), text=True, cwd="/", stdout=subprocess.PIPE,
                              stderr=subprocess.STDOUT, **changes)
        if done.returncode != 0:
            raise RuntimeError(f"{' '.join(words)}\n{done.stdout}")
        return done.stdout

    def environment(self):
        """Without the variables of psql."""
        kept = {name: text for name, text in os.environ.items() if not name.startswith("PG")}
        return {**kept, "LC_ALL": "C.UTF-8", "HOME": "/"}

    def place(self):
        """The work folder, and one whose path is short enough for a socket. The server may have another user, who cannot
        reach every folder."""
        self.short = Path(tempfile.mkdtemp(prefix="hhp-pg-"))
        shutil.rmtree(self.folder, ignore_errors=True)
        self.folder.mkdir(parents=True)
        self.root = self.folder
        if self.user and subprocess.run(["test", "-x", self.folder], user=self.user).returncode != 0:
            self.root = self.short / "root"
            self.root.mkdir()
        self.data, self.socket = self.root / "data", self.short / "s"
        self.socket.mkdir()
        self.data.mkdir(mode=0o700)
        if self.user:
            account = pwd.getpwnam(self.user)
            for path in (self.short, self.socket, self.data):
                os.chown(path, account.pw_uid, account.pw_gid)

    def stage(self):
        subprocess.run([os.environ["HHP_CMAKE"], "--install", BUILD, "--component", "postgresql"], check=True,
                       env={**os.environ, "DESTDIR": str(self.root)}, stdout=subprocess.DEVNULL)
        staged = {option: self.root / pg_config(option).lstrip("/") for option in ("--bindir", "--sharedir", "--pkglibdir")}
        self.bin = staged["--bindir"]
        self.bin.mkdir(parents=True, exist_ok=True)
        for program in ("postgres", "initdb"):
            shutil.copy2(Path(pg_config("--bindir")) / program, self.bin)
        for installed, there in ((staged[option], Path(pg_config(option))) for option in ("--sharedir", "--pkglibdir")):
            self.link(there, installed)
        self.link(Path(pg_config("--sharedir")) / "extension", staged["--sharedir"] / "extension")

    @staticmethod
    def link(source, target):
        """Links to all in a folder that is not in the other yet."""
        for path in source.iterdir():
            if not (target / path.name).exists():
                (target / path.name).symlink_to(path)

    def __enter__(self):
        self.root = Path("/")
        self.place()
        try:
            self.stage()
            self.run(self.bin / "initdb", "-D", self.data, "-U", ADMIN, "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync",
                     "--no-instructions")
            self.start()
        except BaseException:
            self.__exit__()
            raise
        return self

    def start(self):
        self.log = open(self.folder / "server.log", "w")  # noqa: SIM115
        options = ["listen_addresses=", f"unix_socket_directories={self.socket}", "fsync=off", "shared_buffers=32MB",
                   "max_wal_size=2GB", *self.settings]  # fmt: skip
        words = [word for option in options for word in ("-c", option)]
        self.process = subprocess.Popen([str(self.bin / "postgres"), "-D", str(self.data), *words], user=self.user, cwd="/",
                                        env=self.environment(), stdout=self.log, stderr=self.log)
        for _ in range(300):
            if self.psql("SELECT 1", check=False).returncode == 0:
                return
            if self.process.poll() is not None:
                break
            time.sleep(0.1)
        raise RuntimeError("the server does not start:\n" + (self.folder / "server.log").read_text())

    def __exit__(self, *_):
        if self.process and self.process.poll() is None:
            self.process.send_signal(signal.SIGINT)  # a fast shutdown
            try:
                self.process.wait(30)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()
        if self.log:
            self.log.close()
        shutil.rmtree(self.short, ignore_errors=True)
        if self.root == self.folder:
            shutil.rmtree(self.data, ignore_errors=True)

    def words(self, database):
        return ["psql", "-X", "-q", "-v", "ON_ERROR_STOP=1", "-h", str(self.socket), "-U", ADMIN, "-d", database]

    def psql(self, sql, *options, database="postgres", check=True):
        """Runs statements in a session of their own. Unaligned rows without headings, unless there are options."""
        options = options or ("-A", "-t")
        done = subprocess.run([*self.words(database), *options], input=sql, env=self.environment(), text=True, encoding="utf-8",
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        if check and done.returncode != 0:
            raise RuntimeError(f"{sql[:500]}\n{done.stderr}")
        return done


class Session:
    """A session that stays open, and the process of the server that serves it."""

    def __init__(self, server, database="postgres"):
        self.process = subprocess.Popen([*server.words(database), "-A", "-t", "-v", "ON_ERROR_STOP=0"], env=server.environment(),
                                        text=True, encoding="utf-8", stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                        stderr=subprocess.STDOUT)
        self.user = server.user
        self.pid = int(self.run("SELECT pg_backend_pid()"))

    def run(self, sql):
        self.process.stdin.write(sql + ";\n\\echo =end=\n")
        self.process.stdin.flush()
        lines = []
        for line in self.process.stdout:
            if line == "=end=\n":
                return "".join(lines).strip()
            lines.append(line)
        raise RuntimeError("the session ended: " + "".join(lines))

    def memory(self, name="VmRSS"):
        """Of the server's process, in bytes."""
        for line in Path(f"/proc/{self.pid}/status").read_text().splitlines():
            if line.startswith(name + ":"):
                return int(line.split()[1]) * 1024
        raise KeyError(name)

    def limit_memory(self, size):
        """What the server's process may allocate, in bytes; -1: without limit."""
        subprocess.run(["prlimit", f"--pid={self.pid}", f"--as={'unlimited' if size < 0 else size}:unlimited"], check=True,
                       user=self.user)

    def close(self):
        self.process.stdin.close()
        self.process.stdout.close()
        self.process.wait()
