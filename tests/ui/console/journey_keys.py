# SPDX-License-Identifier: GPL-3.0-or-later
"""The same way by the keyboard alone: nothing here clicks, and nothing is pressed but by its key."""

from driver import Console, key, screenshot, wait_for

OPTIONS = ("--set", "SMS_AUTH_PORT=0", "--set", "SMS_AUTH_SECRETS=memory", "--set", "SMS_TIMELIFE=2")

with Console(*OPTIONS) as console:
    console.find("Running")
    key("ctrl+3")
    console.wait_title("Try it")
    key("ctrl+Return")
    console.find_text("200 OK")
    key("ctrl+shift+Return")
    console.find("Signature checked, valid")
    key("ctrl+Return")
    console.find("Live codes 1")

    key("ctrl+4")
    console.wait_title("Send log")
    wait_for(lambda: console.count("Delivered", "table cell") == 2, "two delivered messages")
    key("ctrl+f")
    console.type("Filter the send log", "status:failed")
    wait_for(lambda: console.count("Delivered", "table cell") == 0, "nothing that failed")
    key("Escape")

    key("ctrl+%d" % console.number_of("Cleanup"))
    console.wait_title("Cleanup")
    console.find("Clear 1 expired code")
    console.tab_to("Clear 1 expired code")
    key("space")
    console.find("Undo")
    key("ctrl+z")
    console.find("Clear 1 expired code")
    screenshot("1-undone")

    key("ctrl+comma")
    console.wait_title("Settings")
    key("ctrl+f")
    console.type("Find a setting", "message")
    console.tab_to("SMS_AUTH_MESSAGE")
    key("ctrl+a")
    console.type("SMS_AUTH_MESSAGE", "Sign in with {code}")
    console.tab_to("Apply")
    screenshot("2-settings")
    key("space")
    wait_for(lambda: console.saved_setting("SMS_AUTH_MESSAGE") == "Sign in with {code}", "the saved text")

    key("ctrl+k")
    console.type("Words of an action", "Keyboard")
    key("Return")
    console.find("Keyboard shortcuts")
    key("Escape")

    key("F5")
    console.find("Stopped")
    key("F5")
    console.find("Running")
    key("ctrl+q")
    assert console.process.wait(15) == 0
