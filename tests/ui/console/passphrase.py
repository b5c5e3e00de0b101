# SPDX-License-Identifier: GPL-3.0-or-later
"""Secrets in a sealed file: the console asks for the passphrase, says when it is wrong, and can be told to leave it."""

from driver import Console, key, screenshot

options = ("--set", "SMS_AUTH_PORT=0", "--set", "SMS_AUTH_SECRETS=file")
with Console(*options) as first:
    first.type("New passphrase", "open sesame")
    screenshot("first")
    key("Tab")
    first.type("Passphrase again", "open sesame")
    key("Return")
    first.find("Running")
    assert first.quit() == 0

    with Console(*options, profile=first.profile) as again:
        again.type("Passphrase", "open barley")
        key("Return")
        again.find_text("This is not the passphrase")
        screenshot("wrong")
        again.press("Leave the secrets locked")
        again.find_text("The server stays stopped")
        screenshot("left")
        again.press("Enter the passphrase")
        again.type("Passphrase", "open sesame")
        key("Return")
        again.find("Running")
        assert again.quit() == 0
