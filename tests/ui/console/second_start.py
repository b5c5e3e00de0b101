# SPDX-License-Identifier: GPL-3.0-or-later
"""A second start on a profile names the owner, touches nothing and ends with 3; commands reach the first."""

import json
import os
import subprocess

from driver import Console, key, screenshot, wait_for, walk

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

    with Console(*options, profile=first.profile) as second:
        second.find_text("This profile is open already")
        wait_for(lambda: any(str(first.process.pid) in node.get_name() for node in walk(second.root)),
                 "the number of the owner's process")
        screenshot("refused")
        key("Return")
        assert second.process.wait(15) == 3
    assert first.process.poll() is None, "the first one ended"
    assert first.quit() == 0
