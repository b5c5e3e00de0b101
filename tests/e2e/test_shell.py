# SPDX-License-Identifier: GPL-3.0-or-later
"""The program as a shell, a service manager and a pipe see it: descriptors, signals, devices, words of the command line."""
import contextlib
import json
import os
import re
import signal
import stat
import subprocess
import time

from program import PHONE, PROGRAM, ProgramTest, main, wait_until


def fill(descriptor):
    """Until nothing more goes in."""
    os.set_blocking(descriptor, False)
    with contextlib.suppress(BlockingIOError):
        while True:
            os.write(descriptor, b"x" * 512)
    os.set_blocking(descriptor, True)


def drain(descriptor):
    """What lies in it now."""
    os.set_blocking(descriptor, False)
    found = b""
    with contextlib.suppress(BlockingIOError):
        while chunk := os.read(descriptor, 65536):
            found += chunk
    return found


class ShellTest(ProgramTest):
    def command(self, *words):
        return [PROGRAM, *words, "--profile", str(self.profile)]

    def start(self, *words, **options):
        process = subprocess.Popen(self.command(*words), env=self.env, **options)
        self.addCleanup(process.wait)
        self.addCleanup(process.kill)
        return process

    def start_server(self, **options):
        server = self.start("serve", "--set", "SMS_AUTH_PORT=0", stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                            **options)
        self.addCleanup(server.stdout.close)
        self.assertIn(b"listening", server.stdout.readline())
        return server

    def assert_ends(self, process, code=0, within=6.0):
        begin = time.monotonic()
        process.send_signal(signal.SIGTERM)
        try:
            self.assertEqual(process.wait(within), code)
        except subprocess.TimeoutExpired:
            self.fail(f"does not end within {within} s")
        return time.monotonic() - begin

    def owner_lines(self):
        return (self.profile / "owner.lock").read_text().splitlines()


class ClosedDescriptors(ShellTest):
    def test_a_server_serves_without_any(self):
        server = subprocess.Popen(["/bin/sh", "-c", 'exec "$@" <&- >&- 2>&-', "sh",
                                   *self.command("serve", "--set", "SMS_AUTH_PORT=0")], env=self.env)
        self.addCleanup(server.wait)
        self.addCleanup(server.kill)
        wait_until(lambda: server.poll() is not None or self.smsauth("status").returncode == 0, "it answers")
        self.assertIsNone(server.poll(), "it ended by itself")
        self.assertEqual(self.answer("status")["state"], "running")
        for descriptor in range(3):
            self.assertEqual(os.readlink(f"/proc/{server.pid}/fd/{descriptor}"), "/dev/null")
        self.assertEqual(len(self.owner_lines()), 2)
        self.assert_ends(server)

    def test_no_answer_goes_into_a_file_of_the_profile(self):
        with self.serve():
            pass
        for closed, code in (("<&- >&-", 1), (">&-", 1), ("<&-", 0), ("2>&-", 0), ("<&- 2>&-", 0)):
            with self.subTest(closed=closed):
                result = subprocess.run(["/bin/sh", "-c", f'exec "$@" {closed}', "sh", *self.command("secret", "list")],
                                        env=self.env, capture_output=True, text=True)
                self.assertEqual(result.returncode, code, result.stderr)
                if code:
                    self.assertIn("could not be written", result.stderr)
                for path in self.files():
                    self.assertNotIn(b"NAME", path.read_bytes(), path.name)
                    self.assertNotIn(b"No secrets", path.read_bytes(), path.name)


class StandardError(ShellTest):
    def test_a_reader_that_left_ends_nothing(self):
        server = self.start_server(stderr=subprocess.PIPE)
        server.stderr.close()
        self.answer("send-test", "--to", PHONE)
        took = self.assert_ends(server)
        self.assertLess(took, 5)

    def test_a_pipe_that_nobody_reads_holds_nobody_up(self):
        reading, writing = os.pipe()
        self.addCleanup(os.close, reading)
        self.addCleanup(os.close, writing)
        fill(writing)
        server = self.start_server(stderr=writing)
        for _ in range(3):
            self.assertEqual(json.loads(self.smsauth("status", "--json", timeout=10).stdout)["state"], "running")
        took = self.assert_ends(server)
        self.assertLess(took, 5)

    def test_what_was_dropped_is_counted(self):
        reading, writing = os.pipe()
        self.addCleanup(os.close, reading)
        fill(writing)
        server = self.start_server(stderr=writing)
        os.close(writing)
        # The answer comes behind the warnings of the start: the one thread has tried to write them.
        self.answer("status")
        self.answer("status")
        self.assertNotIn(b"smsauth", drain(reading))
        self.assert_ends(server)
        self.assertRegex(drain(reading), rb"warning smsauth\.server lines of this log that were dropped.*: \d+\n")


class Overrides(ShellTest):
    COMMANDS = (["status"], ["codes", "list"], ["codes", "wait", "--phone", PHONE, "--timeout", "0"], ["log"],
                ["clear-expired"], ["settings", "show"], ["secret", "list"],
                ["flow", "run", "--n", "1"], ["log", "--export", "csv", "--out", "/nowhere/log.csv"])
    WRONG = ("SMS_AUTH_PROVIDER_PASSWORD=hunter2", "BOGUS=1", "SMS_AUTH_CODE_LEN=99")

    def check(self):
        for words in self.COMMANDS:
            for setting in self.WRONG:
                with self.subTest(words=words, setting=setting):
                    result = self.smsauth(*words, settings=[setting])
                    self.assertEqual((result.returncode, result.stdout), (2, ""), result.stderr)
                    self.assertIn(setting.split("=")[0], result.stderr)
                    self.assertNotIn("hunter2", result.stderr)

    def test_are_refused_with_a_server(self):
        with self.serve():
            self.check()

    def test_are_refused_without_a_server(self):
        with self.serve():
            pass
        self.check()


class Signals(ShellTest):
    def test_nohup_is_obeyed(self):
        server = self.start_server(stderr=subprocess.DEVNULL,
                                   preexec_fn=lambda: signal.signal(signal.SIGHUP, signal.SIG_IGN))
        with open(f"/proc/{server.pid}/status") as status:
            ignored = int(re.search(r"SigIgn:\s+(\w+)", status.read()).group(1), 16)
        self.assertTrue(ignored >> (signal.SIGHUP - 1) & 1, "SIGHUP is not ignored any more")
        server.send_signal(signal.SIGHUP)
        self.assertEqual(self.answer("status")["state"], "running")
        self.assert_ends(server)

    def test_a_hang_up_ends_it_otherwise(self):
        server = self.start_server(stderr=subprocess.DEVNULL)
        server.send_signal(signal.SIGHUP)
        self.assertEqual(server.wait(6), 0)


class WhoDidIt(ShellTest):
    def deeds(self, settings=()):
        self.answer("clear-expired", settings=settings)
        self.answer("secret", "set", "twilio.password", stdin="hunter2\n", settings=settings)
        self.answer("faults", "set", "--phone", PHONE, "--outcome", "expired", settings=settings)
        self.answer("secret", "delete", "twilio.password", settings=settings)

    def check(self, settings=()):
        wanted = {"codes.cleared", "secret.stored", "secret.removed", "fault.set"}
        rows = self.answer("audit", "list", settings=settings)["rows"]
        actors = {row["action"]: row["actor"] for row in rows}
        self.assertLessEqual(wanted, set(actors))
        self.assertEqual({action: actors[action] for action in wanted}, dict.fromkeys(wanted, "command line"))
        return actors

    def test_is_said_with_a_server(self):
        with self.serve(*self.file_secrets()):
            self.deeds()
            self.answer("send-test", "--to", PHONE)
            self.answer("backup", str(self.home / "copy.db"))
            actors = self.check()
            self.assertEqual((actors["test.sent"], actors["database.backed_up"]), ("command line", "command line"))
            self.assertEqual(actors["audit.chain_started"], "server")
            self.assertTrue(self.answer("audit", "verify")["sound"])

    def test_is_said_without_a_server(self):
        settings = self.file_secrets()
        with self.serve(*settings):
            pass
        self.deeds(settings)
        self.check(settings)


class Words(ShellTest):
    def test_a_word_must_be_utf8(self):
        for words in ([b"status", b"--profile", b"bad\xff"], [b"log", b"--profile=bad\xfe"], [b"st\xffatus"],
                      [b"serve", b"--profile", b"bad", b"--set", b"SMS_AUTH_MESSAGE=\xc3 {code}"]):
            with self.subTest(words=words):
                result = subprocess.run([PROGRAM.encode(), *words], env=self.env, cwd=self.home, capture_output=True,
                                        timeout=30)
                self.assertEqual((result.returncode, result.stdout), (2, b""), result.stderr)
                self.assertRegex(result.stderr, rb"^smsauth: word [0-9]+ of the command line is not UTF-8 text")
        self.assertEqual([each.name for each in self.home.iterdir()], [])

    def test_other_letters_are_words(self):
        self.profile = self.home / "Профиль \ufffd"
        with self.serve():
            self.assertEqual(self.answer("status")["profile"], str(self.profile))

    def test_help_for_nothing_is_bad_input(self):
        for words in (["help", "nope"], ["nope", "--help"], ["--help", "nope"], ["help", "codes", "nope"],
                      ["codes", "nope", "--help"]):
            with self.subTest(words=words):
                result = self.smsauth(*words)
                self.assertEqual((result.returncode, result.stdout), (2, ""), result.stderr)
                self.assertIn("unknown command", result.stderr)


class Devices(ShellTest):
    def setUp(self):
        super().setUp()
        self.pipe = self.home / "pipe"
        os.mkfifo(self.pipe)

    def open_reader(self):
        reader = os.open(self.pipe, os.O_RDWR | os.O_NONBLOCK)
        self.addCleanup(os.close, reader)
        return reader

    def test_a_report_goes_into_a_pipe(self):
        reader = self.open_reader()
        with self.serve():
            result = self.smsauth("flow", "run", "--n", "2", "--junit", str(self.pipe))
            self.assertEqual(result.returncode, 0, result.stderr)
        self.assertTrue(stat.S_ISFIFO(os.stat(self.pipe).st_mode), "a file is in its place")
        self.assertIn(b"<testsuite", drain(reader))

    def test_a_device_stays_one(self):
        device = self.home / "null"
        try:
            os.mknod(device, 0o666 | stat.S_IFCHR, os.makedev(1, 3))
            with open(device, "wb"):
                pass
        except OSError:
            device = None  # only root may make one, and not everywhere: then the pipe alone shows it
        if device:
            with self.serve():
                result = self.smsauth("flow", "run", "--n", "1", "--junit", str(device))
                self.assertEqual(result.returncode, 0, result.stderr)
            self.assertTrue(stat.S_ISCHR(os.stat(device).st_mode))

    def export(self):
        return self.start("log", "--export", "csv", "--out", str(self.pipe), stdin=subprocess.DEVNULL,
                          stdout=subprocess.PIPE, stderr=subprocess.PIPE)

    def test_an_export_that_nobody_takes_ends_when_told_to(self):
        with self.serve():
            export = self.export()
            # It waits in open(2) of the pipe: nothing else tells that it came so far.
            wait_until(lambda: self.waits_for(export, "wait_for_partner", "openat"), "it waits for a reader")
            self.assert_ends(export, code=1)
            self.assertIn(b"the export was ended", export.stderr.read())
            export.stdout.close()
            export.stderr.close()

    def test_an_export_into_a_full_pipe_ends_when_told_to(self):
        reader = self.open_reader()
        fill(reader)
        with self.serve():
            export = self.export()
            wait_until(lambda: self.waits_for(export, "pipe_write", "write"), "it waits for room")
            self.assert_ends(export, code=1)
            export.stdout.close()
            export.stderr.close()

    @staticmethod
    def waits_for(process, place, call):
        """Whether a thread of it sleeps there in the kernel; its system call where the place is not shown."""
        numbers = {"openat": ("257", "56"), "write": ("1", "64")}[call]
        for task in os.listdir(f"/proc/{process.pid}/task"):
            folder = f"/proc/{process.pid}/task/{task}"
            with contextlib.suppress(OSError):
                with open(f"{folder}/syscall") as syscall:
                    if syscall.read().split()[0] in numbers:
                        return True
            with contextlib.suppress(OSError):
                with open(f"{folder}/wchan") as where:
                    if place in where.read():
                        return True
        return False


if __name__ == "__main__":
    main()
