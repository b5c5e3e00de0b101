# SPDX-License-Identifier: GPL-3.0-or-later
"""Clients that leave, flood or dawdle: the server lives, its memory stays, others are served."""
import contextlib
import socket
import struct
import threading
import time

from program import SANITIZED, ProgramTest, main, wait_until
from sizes import FULL, result, size

ABORTS = size("aborted exchanges")
BODY = 1 << 30
SLOW_CLIENTS = 300
# An instrumented program keeps freed memory for a while.
GROWTH_KB = 400_000 if SANITIZED else 48_000
SIGN_IN = (b"POST /auth/sign-in/ HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
           b"Content-Length: 32\r\n\r\n" + b'{"phone_number": "+12025550101"}')


class Abuse(ProgramTest):
    @contextlib.contextmanager
    def server_with_flat_memory(self):
        with self.serve("SMS_AUTH_SECRETS=memory") as server:
            self.assertEqual(server.request("GET", "/healthz").status, 200)
            before = server.resident_kb()
            yield server
            self.assertIsNone(server.process.poll(), "the server lives")
            self.assertEqual(server.request("GET", "/healthz").status, 200)
            self.growth = server.resident_kb() - before
            print(f"memory grew by {self.growth} kB from {before} kB")
            self.assertLess(self.growth, GROWTH_KB)

    def connect(self, server):
        connection = socket.create_connection(("127.0.0.1", server.port), timeout=30)
        self.addCleanup(connection.close)
        return connection

    def abort_requests(self, server, count):
        reset = struct.pack("ii", 1, 0)  # linger on, 0 s: close() resets the connection
        for number in range(count):
            connection = socket.create_connection(("127.0.0.1", server.port), timeout=60)
            # Every length from nothing to a whole request and a beginning of the next.
            connection.sendall((SIGN_IN + SIGN_IN)[:number % (len(SIGN_IN) + 20)])
            if number % 3:
                connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, reset)
            connection.close()

    def test_requests_that_are_aborted(self):
        with self.server_with_flat_memory() as server:
            self.abort_requests(server, ABORTS)
            self.assertNotIn(b"device not open", server.log_text(), "a line in the log for each")
        result("aborted exchanges", str(ABORTS), f"alive, memory +{self.growth} kB")

    if FULL:
        def test_requests_that_are_aborted_under_valgrind(self):
            count = size("aborted exchanges under valgrind")
            valgrind = ["valgrind", "--quiet", "--error-exitcode=99", "--leak-check=full", "--errors-for-leak-kinds=definite",
                        "--show-leak-kinds=definite"]
            self.env["QT_ENABLE_REGEXP_JIT"] = "0"  # valgrind cannot see what its machine code initialises
            with self.serve("SMS_AUTH_SECRETS=memory", runner=valgrind) as server:
                self.abort_requests(server, count)
                wait_until(lambda: server.request("GET", "/healthz", timeout=120).status == 200, "it still answers", 120)
                code, _ = server.stop(timeout=120)
                found = [line for line in server.log_text().decode(errors="replace").splitlines() if line.startswith("==")]
                self.assertEqual(found, [], "\n".join(found[:60]))
                self.assertIn(code, (0, 1))  # 1: it took longer than a stop may take
                self.assertNotIn(b"device not open", server.log_text())
            result("aborted exchanges under valgrind", str(count),
                   "no invalid access" + (", nothing lost" if code == 0 else ""))

    def test_waits_that_are_aborted(self):
        request = b"GET /sandbox/messages/wait?phone=%2B12025550101&timeout=60 HTTP/1.1\r\nHost: localhost\r\n\r\n"
        with self.server_with_flat_memory() as server:
            for _ in range(1000):
                with socket.create_connection(("127.0.0.1", server.port), timeout=30) as connection:
                    connection.sendall(request)

    def test_a_body_of_a_gigabyte(self):
        with self.server_with_flat_memory() as server:
            connection = self.connect(server)
            connection.sendall(b"POST /auth/sign-in/ HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                               b"Content-Length: %d\r\n\r\n" % BODY)
            self.assertIn(b" 413 ", self.flood(connection, b"x" * 65536, BODY))

    def test_headers_without_end(self):
        with self.server_with_flat_memory() as server:
            connection = self.connect(server)
            connection.sendall(b"GET /healthz HTTP/1.1\r\nHost: localhost\r\n")
            self.assertIn(b" 431 ", self.flood(connection, b"X-Filler: " + b"y" * 1000 + b"\r\n", BODY))

    def test_a_request_line_without_end(self):
        with self.server_with_flat_memory() as server:
            connection = self.connect(server)
            connection.sendall(b"GET /")
            self.assertIn(b" 414 ", self.flood(connection, b"z" * 4096, BODY))

    def flood(self, connection, chunk, most):
        """Sends until the server has had enough; its answer."""
        answer = bytearray()

        def read():
            try:
                while data := connection.recv(65536):
                    answer.extend(data)
            except OSError:
                pass

        reader = threading.Thread(target=read, daemon=True)
        reader.start()
        sent = 0
        try:
            while sent < most and reader.is_alive():
                sent += connection.send(chunk)
        except OSError:
            pass
        reader.join(30)
        self.assertLess(sent, most, "the server ends it long before")
        return bytes(answer)

    def test_slow_clients_do_not_hold_up_good_ones(self):
        with self.server_with_flat_memory() as server:
            slow = [self.connect(server) for _ in range(SLOW_CLIENTS)]
            dripping = threading.Event()

            def drip():
                position = 0
                while not dripping.wait(0.5):
                    for connection in slow:
                        try:
                            connection.send(SIGN_IN[position:position + 1])
                        except OSError:
                            pass  # it was sent away, as it should be
                    position += 1

            for connection in slow:
                connection.sendall(b"P")
            thread = threading.Thread(target=drip, daemon=True)
            thread.start()
            slowest = 0.0
            begin = time.monotonic()
            while time.monotonic() - begin < 5:
                start = time.monotonic()
                self.assertEqual(server.request("GET", "/healthz").status, 200)
                slowest = max(slowest, time.monotonic() - start)
            dripping.set()
            thread.join()
            print(f"slowest good answer beside {SLOW_CLIENTS} slow clients: {slowest * 1000:.0f} ms")
            self.assertLess(slowest, 5.0 if SANITIZED else 1.0)

    def test_more_connections_than_descriptors(self):
        with self.server_with_flat_memory() as server:
            many = []
            try:
                for _ in range(900):
                    many.append(socket.create_connection(("127.0.0.1", server.port), timeout=5))
            except OSError:
                pass  # refused: just as good
            for connection in many:
                connection.close()
            wait_until(lambda: server.request("GET", "/healthz").status == 200, "it serves again")


if __name__ == "__main__":
    main()
