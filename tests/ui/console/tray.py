# SPDX-License-Identifier: GPL-3.0-or-later
"""With a tray the window can go away while the server goes on; a second start or the tray brings it back."""

import subprocess
import urllib.request

from driver import Console, key, program, screenshot, wait_for


def is_visible(console):
    return bool(subprocess.run(["xdotool", "search", "--all", "--onlyvisible", "--pid", str(console.process.pid),
                                "--name", "SIMULATED"], capture_output=True, text=True).stdout.split())


def has_tray():
    return bool(subprocess.run(["xdotool", "search", "--name", "panel"], capture_output=True, text=True).stdout)


options = ("--set", "SMS_AUTH_PORT=0", "--set", "SMS_AUTH_SECRETS=memory")
tray = subprocess.Popen(["trayer", "--edge", "bottom", "--align", "right"])
try:
    wait_for(has_tray, "the tray")
    with Console(*options) as console:
        console.find("Running")
        server = console.find_text("http://127.0.0.1:")
        wait_for(lambda: is_visible(console), "the window")
        key("alt+F4")
        console.press("Keep in the tray")
        wait_for(lambda: not is_visible(console), "a hidden window")
        screenshot("hidden")
        assert console.process.poll() is None, "it has ended"
        with urllib.request.urlopen(server + "/healthz", timeout=10) as answer:
            assert answer.status == 200
        second = subprocess.run([program(), "--profile", console.profile, *options], timeout=30)
        assert second.returncode == 0
        wait_for(lambda: is_visible(console), "the window again")
        console.find("Running")
        key("alt+F4")
        console.press("Stop and quit")
        assert console.process.wait(15) == 0
finally:
    tray.terminate()
    tray.wait(10)
