# SPDX-License-Identifier: GPL-3.0-or-later
"""A second start on a profile raises the first window, touches nothing and ends with 0; commands reach the first."""

import json
import os
import subprocess

from driver import Console, key, program, screenshot, wait_for


def active_process():
    answer = subprocess.run(["xdotool", "getactivewindow", "getwindowpid"], capture_output=True, text=True)
    return int(answer.stdout) if answer.returncode == 0 else None


options = ("--set", "SMS_AUTH_PORT=0", "--set", "SMS_AUTH_SECRETS=memory")
with Console(*options) as first:
    first.find("Running")
    first.wait_focus("Send me a code")
    key("Return")
    code = first.find_text("Your auth code: ").removeprefix("Your auth code: ")

    listed = subprocess.run(
        [os.environ["SMSAUTH"], "codes", "list", "--json", "--profile", first.profile],
        capture_output=True, text=True, timeout=30)
    assert listed.returncode == 0, "codes list ended with %d" % listed.returncode
    assert [row["code"] for row in json.loads(listed.stdout)["codes"]] == [code], "the command sees other codes"

    subprocess.check_call(["xdotool", "getactivewindow", "windowminimize"])
    wait_for(lambda: active_process() != first.process.pid, "a minimised window")
    second = subprocess.run(
        [program(), "--profile", first.profile, *options], capture_output=True, text=True, timeout=30)
    assert second.returncode == 0, "the second start ended with %d" % second.returncode
    assert "open already" in second.stdout, "it does not say so: " + second.stdout
    wait_for(lambda: active_process() == first.process.pid, "the first window in front")
    screenshot("raised")
    assert first.process.poll() is None, "the first one ended"

    assert first.quit() == 0

    # A server without a window keeps its profile, too, but there is nothing to raise.
    server = subprocess.Popen(
        [os.environ["SMSAUTH"], "serve", "--profile", first.profile, *options], stdout=subprocess.PIPE, text=True)
    try:
        assert "listening" in server.stdout.readline()
        with Console(*options, profile=first.profile) as second:
            second.find_text("This profile is open already")
            screenshot("refused")
            key("Return")
            assert second.process.wait(15) == 3
    finally:
        server.terminate()
        assert server.wait(15) == 0
