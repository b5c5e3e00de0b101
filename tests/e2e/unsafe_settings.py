# SPDX-License-Identifier: GPL-3.0-or-later
"""Combinations that would leave a server open: refused before anything listens, with the setting and the rule; one change
makes each of them good."""
import json

from certificates import Authority
from program import ProgramTest, main
from sizes import result, size


class Unsafe(ProgramTest):
    def setUp(self):
        super().setUp()
        authority = Authority(self.home / "ca")
        certificate, key = authority.issue()
        _, other_key = authority.issue("other")
        self.tls = [f"SMS_AUTH_TLS_CERT={certificate}", f"SMS_AUTH_TLS_KEY={key}"]
        self.wrong_pair = [f"SMS_AUTH_TLS_CERT={certificate}", f"SMS_AUTH_TLS_KEY={other_key}"]
        self.file = self.file_secrets()

    def combinations(self):
        """name: (the setting that is named, settings, what makes them good; None: nothing of the kind)"""
        everywhere, private = "SMS_AUTH_HOST=0.0.0.0", "SMS_AUTH_HOST=192.168.1.10"
        proxies, plain = "SMS_AUTH_TRUSTED_PROXIES=127.0.0.1", "SMS_AUTH_NETWORK_PLAIN=true"
        live = [*self.file, "SMS_AUTH_PROVIDER=http"]
        debug_phone = "SMS_AUTH_DEBUG_PHONE_NUMBER=+12025550101"
        url = "SMS_AUTH_PROVIDER_URL="
        return {
            "all addresses without TLS": ("SMS_AUTH_HOST", [everywhere], [everywhere, *self.tls]),
            "all addresses of IPv6 without TLS": ("SMS_AUTH_HOST", ["SMS_AUTH_HOST=::"], ["SMS_AUTH_HOST=::", *self.tls]),
            "a private address without TLS": ("SMS_AUTH_HOST", [private], [private, plain]),
            "a public address, plain": ("SMS_AUTH_HOST", ["SMS_AUTH_HOST=198.51.100.7", plain],
                                        ["SMS_AUTH_HOST=198.51.100.7", *self.tls]),
            "all addresses, plain": ("SMS_AUTH_HOST", [everywhere, plain], [private, plain]),
            "live, plain": ("SMS_AUTH_NETWORK_PLAIN", [*live, private, plain], [*live, private, *self.tls]),
            "debug codes for the network": ("SMS_DEBUG", [everywhere, *self.tls, "SMS_DEBUG=true"], ["SMS_DEBUG=true"]),
            "debug codes through a proxy": ("SMS_DEBUG", [proxies, "SMS_DEBUG=true"], [proxies]),
            "debug codes on a private address": ("SMS_DEBUG", [private, plain, "SMS_DEBUG=true"], [private, plain]),
            "a debug number for the network": ("SMS_AUTH_DEBUG_PHONE_NUMBER", [everywhere, *self.tls, debug_phone], [debug_phone]),
            "a debug number through a proxy": ("SMS_AUTH_DEBUG_PHONE_NUMBER", [proxies, debug_phone], [proxies]),
            "a certificate without its key": ("SMS_AUTH_TLS_KEY", self.tls[:1], self.tls),
            "a key without its certificate": ("SMS_AUTH_TLS_CERT", self.tls[1:], self.tls),
            "a key of another certificate": ("SMS_AUTH_TLS", self.wrong_pair, self.tls),
            "a public gateway over http": ("SMS_AUTH_PROVIDER_URL", [*live, url + "http://198.51.100.7/"],
                                           [*live, url + "https://198.51.100.7/"]),
            "a public gateway over http, private ones allowed": (
                "SMS_AUTH_PROVIDER_URL", [*live, url + "http://198.51.100.7/", "SMS_AUTH_GATEWAY_PRIVATE=true"],
                [*live, url + "http://192.168.1.10/", "SMS_AUTH_GATEWAY_PRIVATE=true"]),
            "a private gateway over http without leave": ("SMS_AUTH_PROVIDER_URL", [*live, url + "http://192.168.1.10/"],
                                                          [*live, url + "https://192.168.1.10/"]),
            "a gateway with a password in its address": ("SMS_AUTH_PROVIDER_URL", [*live, url + "https://user:canary@sms.example/"],
                                                         [*live, url + "https://sms.example/"]),
            "a gateway by file": ("SMS_AUTH_PROVIDER_URL", [*live, url + "file:///etc/passwd"], live),
            "no such gateway": ("SMS_AUTH_PROVIDER", [*self.file, "SMS_AUTH_PROVIDER=../../evil"], live),
            "everybody is a proxy": ("SMS_AUTH_TRUSTED_PROXIES", ["SMS_AUTH_TRUSTED_PROXIES=*"], [proxies]),
            "every page may call": ("SMS_AUTH_CORS_ORIGINS", ["SMS_AUTH_CORS_ORIGINS=*"],
                                    ["SMS_AUTH_CORS_ORIGINS=https://example.com"]),
            "pages without a host may call": ("SMS_AUTH_CORS_ORIGINS", ["SMS_AUTH_CORS_ORIGINS=null"], []),
            "any name is ours": ("SMS_AUTH_ALLOWED_HOSTS", ["SMS_AUTH_ALLOWED_HOSTS=*"], ["SMS_AUTH_ALLOWED_HOSTS=sms.example"]),
            "a code of 3 digits": ("SMS_AUTH_CODE_LEN", ["SMS_AUTH_CODE_LEN=3"], ["SMS_AUTH_CODE_LEN=4"]),
            "a code for an hour": ("SMS_TIMELIFE", ["SMS_TIMELIFE=3600"], ["SMS_TIMELIFE=600"]),
            "tries without end": ("SMS_AUTH_MAX_TRIES", ["SMS_AUTH_MAX_TRIES=1000"], ["SMS_AUTH_MAX_TRIES=100"]),
            "a limit of none": ("SMS_AUTH_LIMIT_PHONE", ["SMS_AUTH_LIMIT_PHONE=0/1h"], ["SMS_AUTH_LIMIT_PHONE=1/1h"]),
            "a message without its code": ("SMS_AUTH_MESSAGE", ["SMS_AUTH_MESSAGE=Hello"], ["SMS_AUTH_MESSAGE=Hello {code}"]),
            "tokens without a signature": ("SMS_AUTH_TOKEN_ALGORITHM", ["SMS_AUTH_TOKEN_ALGORITHM=none"],
                                           ["SMS_AUTH_TOKEN_ALGORITHM=HS256"]),
            "sign-ins under the sandbox": ("SMS_AUTH_PATH", ["SMS_AUTH_PATH=sandbox/"], ["SMS_AUTH_PATH=api/"]),
            "the number as the id of a user": ("SMS_USER_FIELD", ["SMS_USER_FIELD=id"], ["SMS_USER_FIELD=username"]),
        }

    def test_each_is_refused_and_one_change_makes_it_good(self):
        combinations = self.combinations()
        for name, (key, bad, good) in combinations.items():
            with self.subTest(combination=name):
                for command in (["serve"], ["settings", "check"]):
                    refused = self.smsauth(*command, settings=["SMS_AUTH_PORT=0", *bad], timeout=20)
                    self.assertEqual((refused.returncode, refused.stdout), (2, ""), refused.stderr)
                    self.assertEqual(refused.stderr.count("\n"), 1, refused.stderr)
                    self.assertIn(key, refused.stderr)
                    self.assertNotIn("canary", refused.stderr)
                self.assertFalse((self.profile / "smsauth.db").exists(), "nothing was begun")
                accepted = self.smsauth("settings", "check", settings=good)
                self.assertEqual(accepted.returncode, 0, accepted.stderr)
        result("unsafe combinations of settings", str(len(combinations)), "refused by name; each has a good neighbour")

    def test_a_start_that_fails_ends(self):
        """However soon it fails: the program does not stay behind without a server."""
        count = size("starts that fail")
        for _ in range(count):
            failed = self.smsauth("serve", settings=["SMS_AUTH_PORT=0", "SMS_AUTH_DATABASE=/proc/nonexistent/x.db"], timeout=20)
            self.assertEqual((failed.returncode, failed.stdout), (1, ""), failed.stderr)
        result("starts that fail", str(count), "ended with a reason each")

    def test_whatever_they_come_from(self):
        self.profile.mkdir(mode=0o700)
        (self.profile / "settings.json").write_text(json.dumps({"SMS_DEBUG": True}))
        self.env["SMS_AUTH_TRUSTED_PROXIES"] = "127.0.0.1"
        refused = self.smsauth("serve", settings=["SMS_AUTH_PORT=0"], timeout=20)
        self.assertEqual((refused.returncode, refused.stdout), (2, ""))
        self.assertIn("SMS_DEBUG", refused.stderr)

    def test_a_running_server_refuses_them_too(self):
        """The weakest source may change under it; the next start says so, and the old settings are not half applied."""
        with self.serve("SMS_AUTH_SECRETS=memory") as server:
            (self.profile / "settings.json").write_text(json.dumps({"SMS_AUTH_HOST": "0.0.0.0"}))
            self.assertEqual(server.request("GET", "/healthz").status, 200)
        refused = self.smsauth("serve", settings=["SMS_AUTH_PORT=0"], timeout=20)
        self.assertEqual((refused.returncode, refused.stdout), (2, ""))

    def test_the_sandbox_is_for_this_machine_alone(self):
        hidden = [{"X-Forwarded-For": "127.0.0.1"}, {"Forwarded": "for=127.0.0.1"}, {"Via": "1.1 x"}, {"X-Real-IP": "127.0.0.1"}]
        with self.serve("SMS_AUTH_SECRETS=memory") as server:
            self.assertEqual(server.request("GET", "/sandbox/messages").status, 200)
            for headers in hidden:
                self.assertEqual(server.request("GET", "/sandbox/messages", headers=headers).status, 404)
        # Whoever comes from the address of a declared proxy may be anybody, whatever its headers say.
        with self.serve("SMS_AUTH_SECRETS=memory", "SMS_AUTH_TRUSTED_PROXIES=127.0.0.1") as server:
            for headers in [{}, *hidden]:
                for method, path in (("GET", "/sandbox/messages"), ("GET", "/sandbox/messages/wait?timeout=1"),
                                     ("POST", "/sandbox/reset?phone=%2B12025550101")):
                    self.assertEqual(server.request(method, path, headers=headers).status, 404)
        with self.serve(*self.file, "SMS_AUTH_PROVIDER=http", "SMS_AUTH_PROVIDER_URL=https://192.0.2.1/") as server:
            self.assertEqual(server.request("GET", "/sandbox/messages").status, 404)


if __name__ == "__main__":
    main()
