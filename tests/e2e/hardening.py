# SPDX-License-Identifier: GPL-3.0-or-later
"""What compiler, linker and the start of the program put between a fault and its use. SMSAUTH_SHIPPED=1: the programs are
what is shipped, which must not look for libraries anywhere else and has checked string functions."""
import os
import pathlib
import re
import resource
import signal
import subprocess
import sys

from program import PROGRAM, ProgramTest, Server, environment, main, wait_until

SHIPPED = bool(os.environ.get("SMSAUTH_SHIPPED"))
NOBODY = 65534


def readelf(*arguments):
    return subprocess.run(["readelf", "-W", *arguments], check=True, capture_output=True, text=True,
                          env={**os.environ, "LC_ALL": "C"}).stdout


def programs():
    console = pathlib.Path(PROGRAM).with_name("smsauth-console")
    return [PROGRAM] + ([str(console)] if SHIPPED and console.exists() else [])


class Binary(ProgramTest):
    def each(self, check):
        for program in programs():
            with self.subTest(program=program):
                check(program)

    def test_it_lies_at_another_address_each_time(self):
        def check(program):
            self.assertRegex(readelf("-h", program), r"Type:\s+DYN")
            self.assertRegex(readelf("-d", program), r"\(FLAGS_1\).*\bPIE\b")
            self.assertNotIn("TEXTREL", readelf("-d", program))
        self.each(check)

    def test_its_tables_are_closed_before_it_starts(self):
        def check(program):
            self.assertRegex(readelf("-l", program), r"GNU_RELRO")
            self.assertRegex(readelf("-d", program), r"\(FLAGS_1\).*\bNOW\b")
        self.each(check)

    def test_no_memory_is_writable_and_executable(self):
        def check(program):
            segments = readelf("-l", program)
            stack = re.search(r"GNU_STACK.*", segments)
            self.assertIsNotNone(stack)
            self.assertNotIn("E", stack.group().split()[-2])
            for line in re.findall(r"^\s+LOAD.*", segments, re.MULTILINE):
                flags = line.split("0x")[-2].split(" ", 1)[1]
                self.assertFalse("W" in flags and "E" in flags, line)
        self.each(check)

    def test_its_stack_is_guarded(self):
        self.each(lambda program: self.assertIn("__stack_chk_fail", readelf("--dyn-syms", program)))

    def test_what_is_shipped_checks_string_functions(self):
        if not SHIPPED:
            self.skipTest("needs an optimised build")
        self.each(lambda program: self.assertRegex(readelf("--dyn-syms", program), r" __\w+_chk@"))

    def test_it_takes_no_library_from_where_it_is_started(self):
        """An empty entry of the path of libraries is the current folder: whoever can write there would be let in."""
        def check(program):
            path = re.search(r"\((?:RPATH|RUNPATH)\).*\[(.*)\]", readelf("-d", program))
            if path and not SHIPPED:
                for folder in path.group(1).split(":"):
                    self.assertTrue(folder.startswith("/"), path.group())
            else:
                self.assertIsNone(path, path)
        self.each(check)


class Process(ProgramTest):
    def start(self):
        """As somebody who is not root, and as if a core of any size were welcome."""
        as_root = os.geteuid() == 0
        if as_root:
            os.chmod(self.home, 0o755)
        own = self.home / "own"
        own.mkdir(mode=0o700)
        if as_root:
            os.chown(own, NOBODY, NOBODY)
        self.folder = self.home / "cores"
        self.folder.mkdir()
        os.chmod(self.folder, 0o777)
        runner = [sys.executable, "-c",
                  "import os, resource, sys\n"
                  "resource.setrlimit(resource.RLIMIT_CORE, (resource.RLIM_INFINITY,) * 2)\n"
                  f"os.chdir({str(self.folder)!r})\n"
                  f"{f'os.setgroups([]); os.setgid({NOBODY}); os.setuid({NOBODY})' if as_root else ''}\n"
                  "os.execv(sys.argv[1], sys.argv[1:])"]
        return Server(self.home, own / "profile", env=environment(own), runner=runner)

    def crash(self, pid):
        """Whether the system says that it wrote a core."""
        os.kill(pid, signal.SIGSEGV)
        _, status = os.waitpid(pid, 0)
        self.assertTrue(os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGSEGV, status)
        return os.WCOREDUMP(status)

    def test_a_crash_leaves_no_memory_behind(self):
        server = self.start()
        pid = server.process.pid
        limits = pathlib.Path(f"/proc/{pid}/limits").read_text()
        self.assertRegex(limits, r"Max core file size\s+0\s+0\s")
        # The kernel gives what belongs to a process that must not be dumped, or traced by its own user, to root.
        self.assertNotEqual(os.stat(f"/proc/{pid}").st_uid, 0)
        self.assertEqual(os.stat(f"/proc/{pid}/mem").st_uid, 0)
        self.assertFalse(self.crash(pid))
        server.process.returncode = -signal.SIGSEGV
        server.process.stdout.close()
        server.log.close()
        self.assertEqual(list(self.folder.iterdir()), [])

    def test_this_check_would_see_a_core(self):
        """The same crash of a process that allows cores: where the system writes any, the check above is worth something."""
        sleeper = subprocess.Popen(["sleep", "60"], cwd=self.home, preexec_fn=lambda: resource.setrlimit(
            resource.RLIMIT_CORE, (resource.RLIM_INFINITY,) * 2))
        wait_until(lambda: os.readlink(f"/proc/{sleeper.pid}/exe").endswith(("sleep", "coreutils", "busybox")), "sleep runs")
        dumped = self.crash(sleeper.pid)
        sleeper.returncode = -signal.SIGSEGV
        pattern = pathlib.Path("/proc/sys/kernel/core_pattern").read_text()
        print(f"core_pattern {pattern.strip()!r}: a core of others is {'' if dumped else 'not '}written", file=sys.stderr)
        if pattern.strip() == "core":
            self.assertTrue(dumped)


if __name__ == "__main__":
    main()
