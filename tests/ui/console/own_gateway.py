# SPDX-License-Identifier: GPL-3.0-or-later
"""No keyring: the page Providers offers memory for this run, and the server starts. Then a gateway of one's own."""

import json
import os
import stat
import tempfile

from driver import Console, key, screenshot, wait_for

with tempfile.TemporaryDirectory() as folder:
    profile = os.path.join(folder, "profile")
    os.mkdir(profile, 0o700)
    settings = os.path.join(profile, "settings.json")
    with open(settings, "w") as file:
        json.dump({"SMS_AUTH_SECRETS": "keyring"}, file)
    with Console("--set", "SMS_AUTH_PORT=0", profile=profile) as console:
        console.find_text("The server did not start")
        key("ctrl+5")
        console.find("Keep in memory for this run")
        screenshot("1-no-keyring")
        console.press("Keep in memory for this run")
        console.find("Running")
        with open(settings) as file:
            assert json.load(file) == {"SMS_AUTH_SECRETS": "keyring"}, "that was for this run only"

        console.press("Add your own gateway")
        console.type("Title", "My own")
        screenshot("2-editor")
        console.press("Save")
        console.find_text("Saved. The gateway is in the list.")
        screenshot("3-saved")
        path = os.path.join(profile, "providers", "my-own.json")
        with open(path) as file:
            assert json.load(file)["title"] == "My own"
        assert stat.S_IMODE(os.lstat(path).st_mode) == 0o600

        console.press("Delete")
        console.press("Undo")
        wait_for(lambda: os.path.exists(path), "the file again")
        assert console.quit() == 0
