# SPDX-License-Identifier: GPL-3.0-or-later
"""Drives the real console from outside: it sees what a screen reader sees and presses what a person presses."""

import json
import os
import signal
import subprocess
import sys
import tempfile
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

Atspi.init()
Atspi.set_timeout(5000, 15000)

State = Atspi.StateType
POLL = 0.03


def wait_for(condition, what, timeout=20):
    """The first true answer of condition(). Objects die while they are looked at; then it is asked again."""
    deadline = time.monotonic() + timeout
    while True:
        try:
            found = condition()
            if found:
                return found
        except GLib.Error:
            pass
        if time.monotonic() > deadline:
            raise AssertionError("not within %s s: %s" % (timeout, what))
        time.sleep(POLL)


def children(node):
    for index in range(node.get_child_count()):
        child = node.get_child_at_index(index)
        if child is not None:
            yield child


def has(node, state):
    node.clear_cache()
    return node.get_state_set().contains(state)


def on_screen(node):
    """It and what it holds, as far as it is on screen. The pages behind are not even asked."""
    for child in children(node):
        if has(child, State.SHOWING):
            yield child
            yield from on_screen(child)


class Console:
    """One running smsauth-console on a profile of its own (or a given one)."""

    def __init__(self, *arguments, profile=None):
        self.folder = None if profile else tempfile.TemporaryDirectory()
        self.profile = profile or os.path.join(self.folder.name, "profile")
        self.started = time.monotonic()
        self.process = subprocess.Popen([program(), "--profile", self.profile, *arguments])

    def __enter__(self):
        self.root = wait_for(self._application, "the application")
        return self

    def __exit__(self, kind, value, trace):
        if kind is not None:
            screenshot("failed")
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGKILL)
            self.process.wait()
        if self.folder:
            self.folder.cleanup()

    def _application(self):
        if self.process.poll() is not None:
            raise AssertionError("the console ended with %s" % self.process.returncode)
        for node in children(Atspi.get_desktop(0)):
            if node.get_process_id() == self.process.pid:
                return node
        return None

    def find(self, name, timeout=20):
        """What is on screen under this accessible name."""
        return wait_for(
            lambda: next((n for n in on_screen(self.root) if n.get_name() == name), None),
            "“%s” on screen" % name,
            timeout,
        )

    def find_text(self, start, timeout=20):
        """The first text on screen that begins so."""
        return wait_for(
            lambda: next((n.get_name() for n in on_screen(self.root) if n.get_name().startswith(start)), None),
            "a text on screen beginning with “%s”" % start,
            timeout,
        )

    def has_text(self, text):
        return any(n.get_name() == text for n in on_screen(self.root))

    def count(self, name, role):
        """How many of this kind are on screen under this name."""
        return sum(n.get_name() == name and n.get_role_name() == role for n in on_screen(self.root))

    def go_to(self, page):
        """Chooses a page in the sidebar."""
        item = next(n for n in children(self.find("Pages")) if n.get_name() == page)
        assert item.do_action(0)
        self.wait_title(page)

    def number_of(self, page):
        """Its place in the sidebar, from 1 on: Ctrl and its last digit lead there."""
        return [n.get_name() for n in children(self.find("Pages"))].index(page) + 1

    def wait_title(self, page):
        """The window says which page is on screen."""
        self.find_text("%s – SMS Auth Console" % page)

    def fill_in(self, name, text):
        """Goes to a field and types there, in place of what it says."""
        assert Atspi.Component.grab_focus(self.find(name))
        self.wait_focus(name)
        key("ctrl+a")
        self.type(name, text)

    def tab_to(self, name, most=80):
        """Presses Tab until the control of this name has the focus."""
        way = [self.focused()]
        while len(way) < most:
            if name in way[-1]:
                return
            key("Tab")
            way.append(wait_for(lambda: self.focused() != way[-1] and self.focused(), "the next focus"))
        raise AssertionError("Tab does not lead to “%s”, but along %s" % (name, way))

    def focused(self):
        """The names of what has the focus: the control, and what it lies in."""
        return [n.get_name() for n in on_screen(self.root) if has(n, State.FOCUSED)]

    def wait_focus(self, name, timeout=20):
        """A window and a list say that they have the focus, too: so it is looked for by name."""
        wait_for(
            lambda: any(n.get_name() == name and has(n, State.FOCUSED) for n in on_screen(self.root)),
            "the focus on “%s”" % name,
            timeout,
        )

    def press(self, name):
        node = self.find(name)
        for index in range(node.get_n_actions()):
            if node.get_action_name(index) == "Press":
                assert node.do_action(index)
                return
        raise AssertionError("“%s” cannot be pressed" % name)

    def type(self, name, text):
        """Into the field of this name, which gets the focus by itself; returns when all of it has arrived."""
        self.wait_focus(name)
        subprocess.check_call(["xdotool", "type", "--clearmodifiers", text])
        field = next(n for n in on_screen(self.root) if n.get_name() == name and has(n, State.FOCUSED))
        wait_for(lambda: Atspi.Text.get_character_count(field) == len(text), "what was typed into “%s”" % name)

    def saved_setting(self, name):
        """As it stands in the profile; None while it is not there."""
        file = os.path.join(self.profile, "settings.json")
        if not os.path.exists(file):
            return None
        with open(file) as settings:
            return json.load(settings).get(name)

    def quit(self, timeout=15):
        key("ctrl+q")
        return self.process.wait(timeout)


def key(combination):
    subprocess.check_call(["xdotool", "key", "--clearmodifiers", combination])


def clipboard():
    return subprocess.run(["xclip", "-selection", "clipboard", "-o"], capture_output=True, text=True).stdout


def program():
    return os.environ["SMSAUTH_CONSOLE"]


def screenshot(name):
    """Into the folder of the build; named after the test."""
    test = os.path.splitext(os.path.basename(sys.argv[0]))[0]
    folder = os.environ["SMSAUTH_SCREENSHOTS"]
    os.makedirs(folder, exist_ok=True)
    subprocess.call(["import", "-window", "root", os.path.join(folder, "%s-%s.png" % (test, name))])
