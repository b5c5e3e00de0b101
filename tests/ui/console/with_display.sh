#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# with_display.sh COMMAND… : runs a command with a display, a window manager and a session bus that nobody else has,
# and an empty home. All of it is gone afterwards.
# SMSAUTH_SCREEN: its size; 1280x800 by default.
# Debian packages: xvfb xauth openbox dbus-x11 at-spi2-core gir1.2-atspi-2.0 python3-gi xdotool imagemagick xclip
set -eu
home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
mkdir -m 700 "$home/run"
export HOME="$home" XDG_RUNTIME_DIR="$home/run" XDG_DATA_HOME="$home/data" XDG_CONFIG_HOME="$home/config"
export QT_QPA_PLATFORM=xcb QT_LINUX_ACCESSIBILITY_ALWAYS_ON=1 LC_ALL=C.UTF-8
xvfb-run --auto-servernum --server-args="-screen 0 ${SMSAUTH_SCREEN:-1280x800}x24 -nolisten tcp" \
    dbus-run-session -- sh -c '
        openbox >/dev/null 2>&1 &
        manager=$!
        code=0
        "$@" || code=$?
        kill "$manager" 2>/dev/null || true
        exit "$code"' sh "$@"
