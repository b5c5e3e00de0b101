# SPDX-License-Identifier: GPL-3.0-or-later
"""A gateway on loopback that keeps what it is given, and its description for the program."""
import collections
import http.server
import json
import threading

DESCRIPTION = {
    "format": "sms-http/1",
    "title": "Stub",
    "vars": {"base": {"default": ""}, "password": {"label": "Token", "secret": True}},
    "send": {"method": "POST", "url": "{base}/send", "auth": {"bearer": "{password}"},
             "json": {"to": "{to}", "text": "{text}", "id": "{id}"}},
    "reply": {"sent": {"status": [200]}, "id": "/id", "error": "/error"},
}


class Gateway:
    def __init__(self):
        self.received = collections.defaultdict(list)  # number → [(our id, text)]
        self.authorizations = set()
        self.lock = threading.Lock()
        gateway = self

        class Handler(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_POST(self):
                message = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
                with gateway.lock:
                    gateway.received[message["to"]].append((message["id"], message["text"]))
                    gateway.authorizations.add(self.headers["Authorization"])
                body = json.dumps({"id": "gw-" + message["id"]}).encode()
                self.send_response(200)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_):
                pass

        class QuietServer(http.server.ThreadingHTTPServer):
            daemon_threads = True
            request_queue_size = 128

            def handle_error(self, request, client_address):
                pass  # a client that was killed while it sent

        self.server = QuietServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_address[1]}"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def numbers(self):
        with self.lock:
            return set(self.received)

    def counts(self):
        with self.lock:
            return {number: len(entries) for number, entries in self.received.items()}

    def close(self):
        self.server.shutdown()
        self.server.server_close()

    def describe(self, profile):
        """Puts the description where the program looks for a user's own gateways, under the id "stub"."""
        folder = profile / "providers"
        folder.mkdir(parents=True, mode=0o700)
        profile.chmod(0o700)
        description = json.loads(json.dumps(DESCRIPTION))
        description["vars"]["base"]["default"] = self.url
        path = folder / "stub.json"
        path.write_text(json.dumps(description))
        path.chmod(0o600)
