# SPDX-License-Identifier: GPL-3.0-or-later
"""resources/systemd/smsauth.service: how much it gives away, and whether the program works with what is left. There need be
no running systemd: system calls, address families and memory are confined here as systemd would."""
import errno
import mmap
import os
import pathlib
import re
import shlex
import shutil
import socket
import subprocess
import sys

from program import PHONE, PROGRAM, ProgramTest, Server, main

UNIT = pathlib.Path(__file__).resolve().parents[2] / "resources/systemd/smsauth.service"
MOST_EXPOSURE = 2.0
NAMESPACES = 0x7E020080  # CLONE_NEWNS, …CGROUP, …UTS, …IPC, …USER, …PID, …NET, …TIME


def values(key):
    return re.findall(rf"^{key}=(.*)$", UNIT.read_text(), re.MULTILINE)


def call_group(name):
    """The system calls of a group such as @system-service."""
    calls = set()
    text = subprocess.run(["systemd-analyze", "syscall-filter", "--no-pager", name], check=True, capture_output=True, text=True).stdout
    for line in text.splitlines()[1:]:
        word = line.split("#")[0].strip()
        calls |= call_group(word) if word.startswith("@") else {word} if word else set()
    return calls


def allowed_calls():
    calls = set()
    for value in values("SystemCallFilter"):
        for word in value.lstrip("~").split():
            group = call_group(word) if word.startswith("@") else {word}
            calls = calls - group if value.startswith("~") else calls | group
    return calls


def confine():
    """This process, and what it executes, from here on."""
    import seccomp
    rules = seccomp.SyscallFilter(seccomp.ERRNO(errno.EPERM))
    special = {"mmap", "mprotect", "pkey_mprotect", "socket", "unshare", "setns", "clone", "clone3"}
    for call in allowed_calls() - special:
        if seccomp.resolve_syscall(seccomp.Arch.NATIVE, call) >= 0:
            rules.add_rule(seccomp.ALLOW, call)
    assert values("MemoryDenyWriteExecute") == ["yes"]
    both = mmap.PROT_WRITE | mmap.PROT_EXEC
    for protection in (0, mmap.PROT_WRITE, mmap.PROT_EXEC):
        rules.add_rule(seccomp.ALLOW, "mmap", seccomp.Arg(2, seccomp.MASKED_EQ, both, protection))
    for call in ("mprotect", "pkey_mprotect"):
        rules.add_rule(seccomp.ALLOW, call, seccomp.Arg(2, seccomp.MASKED_EQ, mmap.PROT_EXEC, 0))
    for family in values("RestrictAddressFamilies")[0].split():
        rules.add_rule(seccomp.ALLOW, "socket", seccomp.Arg(0, seccomp.EQ, int(getattr(socket, family))))
    assert values("RestrictNamespaces") == ["yes"]
    rules.add_rule(seccomp.ALLOW, "clone", seccomp.Arg(0, seccomp.MASKED_EQ, NAMESPACES, 0))
    rules.add_rule(seccomp.ERRNO(errno.ENOSYS), "clone3")  # hides its flags; the C library then takes clone
    rules.load()


class Unit(ProgramTest):
    def test_it_gives_little_away(self):
        report = subprocess.run(["systemd-analyze", "security", "--offline=true", "--no-pager", str(UNIT)],
                                capture_output=True, text=True)
        found = re.search(r"Overall exposure level for \S+: ([0-9.]+)", report.stdout)
        self.assertIsNotNone(found, report.stdout + report.stderr)
        print("exposure", found.group(1), file=sys.stderr)
        self.assertLessEqual(float(found.group(1)), MOST_EXPOSURE)

    def test_the_confinement_bites(self):
        """Else the next test would show nothing."""
        attempts = {
            "namespaces": "sys.exit(-7 * ctypes.CDLL(None).unshare(0x10000000))",
            "families": "socket.socket(socket.AF_VSOCK, socket.SOCK_STREAM)",
            "code": "mmap.mmap(-1, 4096, prot=mmap.PROT_READ | mmap.PROT_WRITE | mmap.PROT_EXEC)",
            "priority": "os.sched_setaffinity(0, {0})",
        }
        for name, attempt in attempts.items():
            with self.subTest(name):
                result = subprocess.run(
                    [sys.executable, "-B", __file__, "--confined", sys.executable, "-c",
                     f"import ctypes, mmap, os, socket, sys; {attempt}"], capture_output=True, text=True)
                self.assertNotEqual(result.returncode, 0)
                self.assertRegex(result.stderr + str(result.returncode), r"PermissionError|Errno 1\b|^7$")

    def test_the_program_works_within_it(self):
        credentials = self.home / "credentials"
        credentials.mkdir(mode=0o700)
        shutil.copy(self.passphrase_file(), credentials / "smsauth-passphrase")
        notifications = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        self.addCleanup(notifications.close)
        notifications.bind(str(self.home / "notify"))
        notifications.settimeout(30)
        self.env.update(CREDENTIALS_DIRECTORY=str(credentials), NOTIFY_SOCKET=str(self.home / "notify"))
        for value in values("Environment"):
            self.env.update(word.split("=", 1) for word in shlex.split(value))
        self.profile.mkdir(mode=0o700)

        confined = [sys.executable, "-B", __file__, "--confined"]
        check = subprocess.run([*confined, PROGRAM, "settings", "check", "--profile", str(self.profile)], env=self.env,
                               capture_output=True, text=True)
        self.assertEqual(check.returncode, 0, check.stderr)
        server = Server(self.home, self.profile, env=self.env, runner=confined)
        with server:
            self.assertIn(b"READY=1", notifications.recv(4096))
            filters = pathlib.Path(f"/proc/{server.process.pid}/status").read_text()
            self.assertRegex(filters, r"Seccomp:\s+2")
            message = self.sign_in_and_read(server)
            answer = server.verify(PHONE, message["code"])
            self.assertEqual(answer.status, 200)
            token = answer.json()["jwt_token"]
            self.assertEqual(server.request("POST", "/auth/change-phonenumber/", '{"new_phone_number":"+12025550103"}',
                                            {"Content-Type": "application/json", "Authorization": f"Bearer {token}"}).status, 200)
            self.assertEqual(server.request("GET", "/healthz").status, 200)
            self.assertEqual(server.request("GET", "/.well-known/jwks.json").status, 200)
            self.answer("clear-expired")
            self.answer("backup", str(self.home / "copy.db"))
            self.assertEqual(server.stop()[0], 0)
            self.assertIn(b"STOPPING=1", notifications.recv(4096))
        # A key from the sealed file, and a database that is there already.
        with Server(self.home, self.profile, env=self.env, runner=confined) as again:
            self.assertEqual(again.sign_in("+12025550102").status, 200)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--confined"]:
        confine()
        os.execv(sys.argv[2], sys.argv[2:])
    main()
