# SPDX-License-Identifier: GPL-3.0-or-later
"""A new user's first minute: start, press Enter, a code is on the phone; press Enter, there is a token."""

import os
import stat
import time

from driver import Console, clipboard, key, screenshot, wait_for

CODE_WITHIN = 5   # seconds from the press of the key
START_WITHIN = 60  # seconds from the start of the program

with Console("--set", "SMS_AUTH_PORT=0", "--set", "SMS_AUTH_SECRETS=memory") as console:
    console.find("Running")
    console.wait_focus("Send me a code")
    screenshot("1-started")

    pressed = time.monotonic()
    key("Return")
    text = console.find_text("Your auth code: ")
    arrived = time.monotonic()
    assert arrived - pressed < CODE_WITHIN, "the code took %.1f s" % (arrived - pressed)
    assert arrived - console.started < START_WITHIN, "from the start it took %.1f s" % (arrived - console.started)
    code = text.removeprefix("Your auth code: ")
    assert code.isdigit() and len(code) == 4, "that is no code"

    console.wait_focus("Verify")
    screenshot("2-code")
    key("Return")
    console.find("Signed in, token valid")
    console.wait_focus("Start over")
    console.find("Live codes 0")
    console.find("Sent 1 · Failed 0 today")
    screenshot("3-token")
    print("code %.2f s after the key, %.2f s after the start" % (arrived - pressed, arrived - console.started))

    # The token is lent to the clipboard, and taken back.
    console.press("Copy token")
    wait_for(lambda: clipboard().count(".") == 2, "the token on the clipboard")
    wait_for(lambda: clipboard() == "", "an empty clipboard", 15)

    # What it leaves behind is for this user alone.
    for folder, _, files in os.walk(console.profile):
        for name in files:
            mode = stat.S_IMODE(os.lstat(os.path.join(folder, name)).st_mode)
            assert mode & 0o077 == 0, "%s has mode %o" % (name, mode)

    assert console.quit() == 0
