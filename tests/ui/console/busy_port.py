# SPDX-License-Identifier: GPL-3.0-or-later
"""The port is taken: the lamp says Failed within a second of the start, and one press uses a free one."""

import socket

from driver import Console, screenshot

with socket.create_server(("127.0.0.1", 0)) as taken:
    port = taken.getsockname()[1]
    with Console("--set", "SMS_AUTH_PORT=%d" % port, "--set", "SMS_AUTH_SECRETS=memory") as console:
        console.find("Failed")
        words = console.find_text("The server did not start")
        assert str(port) in words, "the port is not named: " + words
        screenshot("failed-start")
        console.press("Use a free port")
        console.find("Running")
        address = console.find_text("http://127.0.0.1:")
        assert not address.endswith(":%d" % port), "it claims to use the taken port"
        assert console.quit() == 0
