# SPDX-License-Identifier: GPL-3.0-or-later
"""A gateway on loopback that keeps what it is given and answers as it is told, and its description for the program."""
import collections
import functools
import json
import re
import socket
import ssl
import struct
import threading
import time
import zlib

DESCRIPTION = {
    "format": "sms-http/1",
    "title": "Stub",
    "vars": {"base": {"default": ""}, "password": {"label": "Token", "secret": True}},
    "send": {"method": "POST", "url": "{base}/send", "auth": {"bearer": "{password}"},
             "json": {"to": "{to}", "text": "{text}", "id": "{id}"}},
    "reply": {"sent": {"status": [200]}, "id": "/id", "error": "/error"},
}

Received = collections.namedtuple("Received", "at number id text line headers body")


def reply(status, body=b"", headers=(), length=None):
    """The bytes of an answer; `length` may lie."""
    lines = [f"HTTP/1.1 {status} Stub", f"Content-Length: {len(body) if length is None else length}", *headers]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + body


# Modes: each answers one request on a connection and says whether that connection goes on.

def ok(gateway, connection, message):
    connection.sendall(reply(200, json.dumps({"id": "gw-" + message.id}).encode(), ["Content-Type: application/json"]))
    return True


def status(number, body=b'{"error":"no"}', headers=()):
    def answer(gateway, connection, message):
        connection.sendall(reply(number, body, ["Content-Type: application/json", *headers]))
        return True
    return answer


def after(first, then, times=1):
    """The first `times` requests of every message are answered one way, the others another way."""
    def answer(gateway, connection, message):
        with gateway.lock:
            count = sum(each.id == message.id for each in gateway.requests)
        return (first if count <= times else then)(gateway, connection, message)
    return answer


def slow(seconds):
    def answer(gateway, connection, message):
        gateway.ended.wait(seconds)
        return ok(gateway, connection, message)
    return answer


def hang(gateway, connection, message):
    gateway.ended.wait(120)
    return False


def drip(gateway, connection, message):
    for byte in reply(200, b'{"id":"dripped"}'):
        if gateway.ended.wait(0.5):
            break
        connection.sendall(bytes([byte]))
    return False


def endless(gateway, connection, message):
    connection.sendall(b"HTTP/1.1 200 Stub\r\nContent-Type: application/json\r\n\r\n")
    while not gateway.ended.is_set():
        connection.sendall(b"x" * 65536)
        gateway.endless_bytes += 65536
    return False


@functools.cache
def packed_bomb():
    """128 MB of zeros."""
    packer = zlib.compressobj(1, zlib.DEFLATED, 31)
    packed = packer.compress(b'{"id":"')
    for _ in range(128):
        packed += packer.compress(b"0" * (1 << 20))
    return packed + packer.compress(b'"}') + packer.flush()


def bomb(gateway, connection, message):
    connection.sendall(reply(200, packed_bomb(), ["Content-Type: application/json", "Content-Encoding: gzip"]))
    return True


def redirect(target):
    return status(302, b"", [f"Location: {target}"])


def reset(gateway, connection, message):
    connection.sendall(reply(200, b'{"id":"half', length=100))
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    return False


def close_at_once(gateway, connection, message):
    return False


def words(body):
    def answer(gateway, connection, message):
        connection.sendall(body)
        return False
    return answer


class Gateway:
    """`mode` answers every request; `tls` is an ssl.SSLContext, or None for plain http."""

    def __init__(self, tls=None, mode=ok, host="127.0.0.1"):
        self.mode, self.tls = mode, tls
        self.requests = []
        self.handshakes_refused = 0
        self.connections = 0
        self.endless_bytes = 0
        self.lock = threading.Lock()
        self.ended = threading.Event()
        self.listener = socket.create_server((host, 0), backlog=256)
        self.port = self.listener.getsockname()[1]
        self.url = f"http{'s' if tls else ''}://{host}:{self.port}"
        threading.Thread(target=self.accept, daemon=True).start()

    def accept(self):
        while True:
            try:
                connection, _ = self.listener.accept()
            except OSError:
                return
            connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            with self.lock:
                self.connections += 1
            threading.Thread(target=self.serve, args=(connection,), daemon=True).start()

    def serve(self, connection):
        try:
            self.converse(connection)
        finally:
            with self.lock:
                self.connections -= 1

    def converse(self, connection):
        try:
            if self.tls:
                connection = self.tls.wrap_socket(connection, server_side=True)
        except (OSError, ssl.SSLError):
            with self.lock:
                self.handshakes_refused += 1
            connection.close()
            return
        with connection, connection.makefile("rb") as stream:
            try:
                while message := self.read(stream):
                    if not self.mode(self, connection, message):
                        break
            except (OSError, ValueError):
                pass  # a client that was killed, or has had enough

    def read(self, stream):
        line = stream.readline()
        if not line:
            return None
        headers = {}
        while (header := stream.readline()) not in (b"\r\n", b""):
            key, value = header.decode("latin-1").split(":", 1)
            headers[key.lower()] = value.strip(" \t\r\n")
        length = int(headers.get("content-length", 0))
        body = stream.read(length)
        if len(body) < length:
            return None  # who was sending it was killed
        fields = json.loads(body) if body[:1] == b"{" else {}
        message = Received(time.time(), fields.get("to"), fields.get("id", ""), fields.get("text", ""),
                           line.decode("latin-1").strip(), headers, body)
        with self.lock:
            self.requests.append(message)
        return message

    @property
    def received(self):
        """number → [(our id, text)]"""
        entries = collections.defaultdict(list)
        with self.lock:
            for each in self.requests:
                entries[each.number].append((each.id, each.text))
        return entries

    @property
    def authorizations(self):
        with self.lock:
            return {each.headers.get("authorization") for each in self.requests}

    def numbers(self):
        return set(self.received)

    def counts(self):
        return {number: len(entries) for number, entries in self.received.items()}

    def code(self, number):
        """The newest code that reached this number, or None."""
        with self.lock:
            for each in reversed(self.requests):
                if each.number == number:
                    return re.search(r"\d{4,}", each.text).group()
        return None

    def finish_reading(self):
        """Waits until all that a client which has gone had sent is read. Ours is the last connection in the queue."""
        with socket.create_connection(self.listener.getsockname()) as connection:
            connection.shutdown(socket.SHUT_WR)
            connection.recv(1)
        while self.connections:
            time.sleep(0.005)

    def close(self):
        self.ended.set()
        try:
            self.listener.shutdown(socket.SHUT_RDWR)
        except OSError:
            pass
        self.listener.close()

    def describe(self, profile, **changes):
        """Puts the description where the program looks for a user's own gateways, under the id "stub"."""
        folder = profile / "providers"
        folder.mkdir(parents=True, mode=0o700, exist_ok=True)
        profile.chmod(0o700)
        description = json.loads(json.dumps(DESCRIPTION))
        description["vars"]["base"]["default"] = self.url
        description.update(changes)
        path = folder / "stub.json"
        path.write_text(json.dumps(description))
        path.chmod(0o600)
