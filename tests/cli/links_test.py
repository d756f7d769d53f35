#!/usr/bin/env python3
"""offprint check --links --external, with servers of this machine.

    OFFPRINT=build/dev/offprint tests/cli/links_test.py [Class.test…]
"""

import http.server
import os
import pty
import re
import signal
import socket
import subprocess
import threading
import time
import unittest

from cli_test import OFFPRINT, CliTest, offprint

PATIENCE = 30  # seconds

# Nothing of these tests leaves the machine.
HERE = {"https_proxy": "http://127.0.0.1:9", "http_proxy": "", "no_proxy": ""}


class Handler(http.server.BaseHTTPRequestHandler):
    """Answers by the path; what it hears is in server.heard."""

    def answer(self):
        server, name = self.server, self.path[1:]
        with server.lock:
            server.heard.append((self.command, self.path, time.monotonic()))
            server.agents.add(self.headers["User-Agent"])
            asked = sum(path == self.path for _, path, _ in server.heard)
        head = self.command == "HEAD"
        status = {"gone": 410, "down": 503, "forbidden": 403,
                  "no-head": 405 if head else 200,
                  "head-lies": 404 if head else 200,
                  "flaky": 503 if asked < 3 else 200,
                  "moved": 302}.get(name, 200 if name.startswith("ok") else 404)
        if name == "slow":
            server.release.wait(PATIENCE)
        if name == "drops-head" and head:
            return
        if name == "drops-head":
            status = 200
        self.send_response(status)
        if name == "moved":
            self.send_header("Location", "/ok-behind")
        self.send_header("Content-Length", "0")
        self.end_headers()

    do_GET = do_HEAD = answer

    def log_message(self, *_):
        pass


class LinksTest(CliTest):

    def setUp(self):
        super().setUp()
        # An archive without papers, which would link to other hosts.
        (self.site / "content/2026-01-23.md").unlink()
        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.heard, self.server.agents = [], set()
        self.server.lock, self.server.release = threading.Lock(), threading.Event()
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        self.addCleanup(self.stop)
        self.address = f"http://127.0.0.1:{self.server.server_address[1]}/"

    def stop(self):
        self.server.release.set()
        self.server.shutdown()
        self.server.server_close()

    def put_links(self, *names, page="about.md"):
        """A page of the site with links; names of the server or addresses."""
        urls = [name if "://" in name else self.address + name for name in names]
        self.put(page, "---\nlayout: page\n---\n" +
                 "\n".join(f'<a href="{url}">x</a>' for url in urls) + "\n")

    def arguments(self, *more):
        return ["check", "--links", "--external", "-s", str(self.site), *more]

    def check(self, *more):
        return offprint(*self.arguments("--allow-private-addresses", *more),
                        env=HERE)

    def heard(self):
        """The requests since the last call: ["HEAD /ok"]."""
        with self.server.lock:
            heard = [f"{method} {path}" for method, path, _ in self.server.heard]
            self.server.heard.clear()
        return heard


class Verdicts(LinksTest):

    def test_good_and_broken(self):
        self.put_links("ok", "gone", "missing", "moved")
        result = self.check()
        self.expect(result, 0)
        for name, status in ("gone", 410), ("missing", 404):
            self.assertRegex(
                result.out, rf'about\.html:\d+:4: warning: links to '
                rf'"{self.address}{name}", which leads nowhere: the server '
                rf"answers {status}\n")
        self.assertEqual(result.out.count("warning:"), 2, result)
        self.assertRegex(result.out,
                         r"outside addresses +4, of which 2 lead nowhere\n")
        self.expect(self.check("--strict"), 1)

    def test_get_where_head_is_not_answered(self):
        self.put_links("no-head", "head-lies", "drops-head", "forbidden")
        result = self.check()
        self.expect(result, 0, out="4, of which 1 could not be checked")
        self.assertNotIn("warning:", result.out)
        self.assertIn('forbidden", which could not be checked: the server '
                      "answers 403", result.out)
        heard = self.heard()
        for name in "no-head", "head-lies", "drops-head", "forbidden":
            self.assertIn(f"HEAD /{name}", heard)
            self.assertIn(f"GET /{name}", heard)

    def test_flaky_and_down(self):
        self.put_links("flaky", "down")
        result = self.check("--strict")
        self.expect(result, 0, out=f'note: links to "{self.address}down", which '
                    "could not be checked: the server answers 503 (3 tries)")
        self.assertNotIn("flaky", result.out)
        self.assertEqual(self.heard().count("HEAD /flaky"), 3)

    def test_slow(self):
        self.put_links("slow")
        begin = time.monotonic()
        self.expect(self.check("--timeout", "1"), 0,
                    out="could not be checked: the server is too slow")
        self.assertLess(time.monotonic() - begin, PATIENCE)

    def test_no_such_host(self):
        self.put_links("ok", "http://no-such-host.invalid/x", page="about.md")
        try:
            socket.getaddrinfo("no-such-host.invalid", 80)
        except socket.gaierror as error:
            silent = error.errno == socket.EAI_AGAIN
        self.expect(self.check(), 0,
                    out="could not be checked: no name server answers" if silent
                    else 'no-such-host.invalid/x", which leads nowhere: there '
                    "is no host of that name")

    def test_each_address_once(self):
        self.put_links("missing", "missing#a", "ok")
        self.put_links("missing", "missing#b", page="b.md")
        self.put_links("missing", page="c.md")
        result = self.check()
        self.expect(result, 0, out="answers 404; so do 2 other files\n")
        self.assertEqual(result.out.count("warning:"), 1, result)
        self.assertEqual(sorted(self.heard()),
                         ["GET /missing", "HEAD /missing", "HEAD /ok"])


class Manners(LinksTest):

    def test_a_host_is_not_pressed(self):
        self.put_links(*(f"ok{i}" for i in range(5)))
        self.expect(self.check(), 0)
        times = sorted(when for _, _, when in self.server.heard)
        self.assertEqual(len(times), 5)
        for before, after in zip(times, times[1:]):
            self.assertGreater(after - before, 0.4)

    def test_says_who_asks(self):
        self.put_links("ok")
        config = self.site / "site.yml"
        config.write_text(config.read_text() + "fetch: {contact: me@example.org}\n")
        self.check()
        (agent,) = self.server.agents
        self.assertRegex(agent, r"^offprint/[\d.]+ \(link check; me@example\.org; "
                         r"\+https://example\.org/\)$")

    def test_private_addresses_only_where_allowed(self):
        port = self.server.server_address[1]
        self.put_links("ok", f"http://localhost:{port}/ok",
                       f"http://[::1]:{port}/ok", "http://10.0.0.1/",
                       "http://169.254.169.254/latest/meta-data/")
        result = offprint(*self.arguments(), env=HERE)
        self.expect(result, 0, out="5, of which 5 could not be checked")
        self.assertIn("only with --allow-private-addresses", result.out)
        self.assertEqual(self.heard(), [])

    def test_asks_nobody_without_the_flag(self):
        self.put_links("ok", "missing")
        result = offprint("check", "--links", "-s", self.site, env=HERE)
        self.expect(result, 0)
        self.assertNotIn("outside", result.out)
        self.assertEqual(self.heard(), [])

    def test_flags_that_need_each_other(self):
        for flags in (["--external"], ["--links", "--timeout", "3"],
                      ["--links", "--external", "--timeout", "0"]):
            self.expect(offprint("check", "-s", self.site, *flags), 2,
                        err="--")


class Memory(LinksTest):

    def test_what_is_known_is_not_asked_again(self):
        self.put_links("ok", "missing", "down")
        self.check()
        self.heard()
        result = self.check()
        self.assertEqual(set(self.heard()), {"HEAD /down"})
        self.expect(result, 0, out="which leads nowhere: the server answers 404")
        self.assertIn("2 known from an earlier check", result.out)

    def test_until_it_is_old(self):
        self.put_links("ok")
        self.check()
        self.assertEqual(self.heard(), ["HEAD /ok"])
        self.check("--recheck-after", "0")
        self.assertEqual(self.heard(), ["HEAD /ok"])
        self.check()
        self.assertEqual(self.heard(), [])

    def test_clean_forgets(self):
        self.put_links("ok")
        self.check()
        self.heard()
        offprint("clean", "-s", self.site)
        self.check()
        self.assertEqual(self.heard(), ["HEAD /ok"])

    def test_a_damaged_memory_is_none(self):
        self.put_links("ok")
        self.check()
        self.heard()
        (self.site / ".offprint-cache/external-links").write_bytes(b"\0" * 99)
        self.expect(self.check(), 0)
        self.assertEqual(self.heard(), ["HEAD /ok"])


class Terminal(LinksTest):

    def start(self, **options):
        return subprocess.Popen(
            [OFFPRINT, *self.arguments("--allow-private-addresses")],
            env=os.environ | HERE, text=True, **options)

    def wait_for(self, request):
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            with self.server.lock:
                if any(f"{method} {path}" == request
                       for method, path, _ in self.server.heard):
                    return
            time.sleep(0.02)
        self.fail(f"{request} was not asked for")

    def test_ctrl_c_keeps_what_is_known(self):
        self.put_links("ok", "slow", "missing", "ok2")
        process = self.start(stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        self.wait_for("GET /missing")
        time.sleep(0.5)  # the answer is on its way
        begin = time.monotonic()
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=PATIENCE)
        self.assertLess(time.monotonic() - begin, 5)
        self.assertEqual((process.returncode, err), (130, ""), out)
        self.assertRegex(out, r"note: \d of 4 outside addresses were not asked, "
                         "as the check was stopped; the next one goes on")
        self.assertIn("which leads nowhere: the server answers 404", out)
        self.server.release.set()
        self.heard()
        self.expect(self.check(), 0, out="known from an earlier check")
        heard = self.heard()
        self.assertIn("HEAD /slow", heard)
        self.assertNotIn("HEAD /ok", heard)

    def test_progress(self):
        self.put_links("ok", "ok2")
        ours, theirs = pty.openpty()
        process = self.start(stdout=subprocess.PIPE, stderr=theirs)
        os.close(theirs)
        said = b""
        try:
            while part := os.read(ours, 65536):
                said += part
        except OSError:
            pass  # the other end is closed
        os.close(ours)
        out, _ = process.communicate(timeout=PATIENCE)
        self.assertEqual(process.returncode, 0)
        self.assertIn(b"asking outside addresses: 2 of 2 (100 %)", said)
        self.assertNotRegex(out, re.compile("[\r\x1b]"))


if __name__ == "__main__":
    unittest.main()
