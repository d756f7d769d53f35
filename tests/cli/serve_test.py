#!/usr/bin/env python3
"""The preview from outside: over real sockets, with files that change.

    OFFPRINT=build/dev/offprint tests/cli/serve_test.py [Class.test…]
"""

import contextlib
import json
import os
import pathlib
import re
import resource
import signal
import socket
import subprocess
import tempfile
import time
import unittest
import unittest.mock
import urllib.error
import urllib.request

from cli_test import DIGEST, OFFPRINT

PATIENCE = 20  # seconds


class Preview:
    """A running `offprint serve` and its site."""

    def __init__(self, site, *arguments):
        self.site = site
        self.process = subprocess.Popen(
            [OFFPRINT, "serve", "--source", site, *arguments],
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        self.said = []
        while not (found := re.search(r"http://([\d.]+):(\d+)(/\S*)", "".join(self.said))):
            line = self.process.stdout.readline()
            if not line:
                raise AssertionError(self.process.communicate())
            self.said.append(line)
        self.address, self.host, self.port = found[0], found[1], int(found[2])

    def stop(self):
        self.process.send_signal(signal.SIGTERM)
        out, err = self.process.communicate(timeout=PATIENCE)
        return self.process.returncode, out, err

    def get(self, path="", **headers):
        request = urllib.request.Request(self.address + path, headers=headers)
        try:
            with urllib.request.urlopen(request, timeout=PATIENCE) as answer:
                return answer.status, answer.read()
        except urllib.error.HTTPError as error:
            return error.code, error.read()

    def connect(self):
        return socket.create_connection((self.host, self.port), PATIENCE)

    def send(self, raw):
        """What comes back for these bytes until the server closes or is silent."""
        with self.connect() as connection:
            connection.sendall(raw)
            connection.settimeout(1)
            answer = b""
            with contextlib.suppress(TimeoutError, ConnectionResetError):
                while got := connection.recv(65536):
                    answer += got
            return answer


class Events:
    """The events of a preview, as a page hears them."""

    def __init__(self, preview):
        self.connection = preview.connect()
        self.connection.settimeout(PATIENCE)
        self.connection.sendall(b"GET /.offprint-live HTTP/1.1\r\nHost: localhost\r\n\r\n")
        self.lines = self.connection.makefile(encoding="utf-8")

    def next(self, wanted):
        """The data of the next event of that name."""
        name, data = None, []
        for line in self.lines:
            line = line.rstrip("\r\n")
            if line.startswith("event: "):
                name, data = line[7:], []
            elif line.startswith("data: "):
                data.append(line[6:])
            elif not line and name == wanted:
                return "\n".join(data)
        raise AssertionError("the events have ended")

    def close(self):
        self.lines.close()
        self.connection.close()


class ServeTest(unittest.TestCase):

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.site = pathlib.Path(folder.name)
        self.put("site.yml", "title: T\nurl: https://example.org\nbaseurl: /x\n")
        self.put("content/2026-01-23.md", DIGEST)

    def put(self, path, text):
        file = self.site / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)
        return file

    def start(self, *arguments):
        preview = Preview(self.site, *arguments)
        self.addCleanup(self.end, preview)
        return preview

    @staticmethod
    def end(preview):
        if preview.process.poll() is None:
            preview.process.kill()
        preview.process.communicate()

    def listen(self, preview):
        events = Events(preview)
        self.addCleanup(events.close)
        events.next("site")
        return events


class Pages(ServeTest):

    def test_the_site_is_html_under_its_base(self):
        preview = self.start()
        self.assertTrue(preview.address.endswith("/x/"))
        status, page = preview.get("days/2026-01-23/")
        self.assertEqual(status, 200)
        self.assertIn(b"A Paper of Cups", page)
        self.assertIn(b"EventSource", page)
        self.assertEqual(preview.get("nope")[0], 404)
        self.assertFalse((self.site / "public").exists())

    def test_it_ends_when_it_is_told_to(self):
        preview = self.start()
        self.listen(preview)
        began = time.monotonic()
        code, _, err = preview.stop()
        self.assertEqual((code, err), (0, ""))
        self.assertLess(time.monotonic() - began, 5)

    def test_a_port_that_is_taken(self):
        first = self.start()
        second = self.start()
        self.assertNotEqual(first.port, second.port)
        third = subprocess.run([OFFPRINT, "serve", "--source", self.site,
                                "--port", str(first.port)],
                               check=False, capture_output=True, text=True)
        self.assertEqual(third.returncode, 2)
        self.assertIn("choose another --port", third.stderr)

    def test_addresses_to_listen_on(self):
        preview = self.start("--host", "localhost")
        self.assertEqual(preview.get("")[0], 200)
        self.assertEqual(preview.stop()[2], "")
        for host, problem in (("192.0.2.1", "--host is an address of this machine"),
                              ("example.org", "is no IP address to listen on")):
            refused = subprocess.run([OFFPRINT, "serve", "--source", self.site, "--host", host],
                                     check=False, capture_output=True, text=True)
            self.assertEqual(refused.returncode, 2)
            self.assertIn(problem, refused.stderr)

    def test_opens_in_the_browser(self):
        with tempfile.TemporaryDirectory() as folder:
            program = pathlib.Path(folder) / "xdg-open"
            program.write_text('#!/bin/sh\nprintf "%s" "$*" > "$0.new"; mv "$0.new" "$0.said"\n')
            program.chmod(0o755)
            with unittest.mock.patch.dict(os.environ, PATH=f"{folder}:{os.environ['PATH']}"):
                preview = self.start("--open")
            said = pathlib.Path(f"{program}.said")
            deadline = time.monotonic() + PATIENCE
            while not said.exists():
                self.assertLess(time.monotonic(), deadline)
                time.sleep(0.05)
            self.assertEqual(said.read_text(), f"http://127.0.0.1:{preview.port}/x/")

    def test_beyond_this_machine_only_with_a_warning(self):
        preview = self.start("--host", "0.0.0.0")
        self.assertEqual(preview.get("")[0], 200)
        self.assertIn("can read the preview", preview.stop()[2])


class Attacks(ServeTest):

    def test_nothing_outside_the_site_is_served(self):
        self.put("secret.md~", "secret")
        preview = self.start()
        for path in ("/x/../site.yml", "/x/%2e%2e/site.yml", "/x/..%2f..%2fsite.yml",
                     "/x/%252e%252e/site.yml", "/x//etc/passwd", "/x/%00", "/x/a%00.html",
                     "/etc/passwd", "//etc/passwd", "/x/.offprint", "/x/..\\site.yml",
                     "http://evil.example/x/", "*"):
            answer = preview.send(f"GET {path} HTTP/1.1\r\nHost: localhost\r\n"
                                  "Connection: close\r\n\r\n".encode())
            self.assertNotIn(b" 200 ", answer.split(b"\r\n")[0], path)
            self.assertNotIn(b"title: T", answer, path)
        self.assertEqual(preview.get("")[0], 200)

    def test_what_is_no_http_is_refused(self):
        preview = self.start()
        for raw in (b"\x00" * 100, b"GET\r\n\r\n", b"GET / HTTP/9.9\r\n\r\n",
                    b"POST /x/ HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\n\r\nhello",
                    b"BREW /x/ HTTP/1.1\r\nHost: localhost\r\n\r\n",
                    b"GET /" + b"a" * 100_000 + b" HTTP/1.1\r\nHost: localhost\r\n\r\n",
                    b"GET /x/ HTTP/1.1\r\n" + b"X: y\r\n" * 20_000 + b"\r\n"):
            self.assertNotIn(b" 200 ", preview.send(raw).split(b"\r\n")[0], raw[:40])
        self.assertEqual(preview.get("")[0], 200)

    def test_other_hosts_are_not_ours(self):
        preview = self.start()
        self.assertEqual(preview.get("", Host="evil.example")[0], 403)
        self.assertEqual(preview.get("", Host="evil.example:4000")[0], 403)
        self.assertEqual(preview.get("", Host=f"localhost:{preview.port}")[0], 200)

    def test_slow_clients_hold_up_nobody(self):
        preview = self.start()
        with contextlib.ExitStack() as stack:
            for _ in range(200):
                slow = stack.enter_context(preview.connect())
                slow.sendall(b"GET /x/ HT")
            began = time.monotonic()
            self.assertEqual(preview.get("")[0], 200)
            self.assertLess(time.monotonic() - began, 2)

    def test_ten_thousand_requests_at_once(self):
        soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
        wanted = min(10_000, hard - 200)
        resource.setrlimit(resource.RLIMIT_NOFILE, (min(hard, wanted + 100), hard))
        self.addCleanup(resource.setrlimit, resource.RLIMIT_NOFILE, (soft, hard))
        preview = self.start()
        with contextlib.ExitStack() as stack:
            connections = [stack.enter_context(preview.connect()) for _ in range(wanted)]
            for connection in connections:
                connection.sendall(b"GET /x/robots.txt HTTP/1.1\r\nHost: localhost\r\n\r\n")
            answered = sum(b" 200 " in connection.recv(64) for connection in connections)
        self.assertEqual(answered, wanted)


class Changes(ServeTest):

    def change(self, preview, events, edit, path, text):
        """Makes the edit, waits for the news, and finds the text in the page."""
        edit()
        news = json.loads(events.next("change"))
        self.assertIn(text.encode(), preview.get(path)[1])
        return news

    def test_a_digest(self):
        preview = self.start()
        events = self.listen(preview)
        news = self.change(
            preview, events,
            lambda: self.put("content/2026-01-23.md", DIGEST.replace("Cups", "Mugs")),
            "days/2026-01-23/", "A Paper of Mugs")
        self.assertEqual(news["day"], "/x/days/2026-01-23/")
        self.assertIn("/x/papers/2601.00001/", news["paths"])
        self.assertNotIn("/x/archive/", news["paths"])
        self.assertFalse(news["all"])

    def test_the_search_follows(self):
        preview = self.start()
        events = self.listen(preview)
        before = preview.get("search/index.json")[1]
        self.change(
            preview, events,
            lambda: self.put("content/2026-01-23.md", DIGEST.replace("Cups", "Mugs")),
            "days/2026-01-23/", "A Paper of Mugs")
        self.assertEqual(preview.get("search/index.json")[1], before)
        self.assertEqual(json.loads(events.next("change"))["paths"], [])
        self.assertNotEqual(preview.get("search/index.json")[1], before)

    def test_ways_of_editors(self):
        preview = self.start()
        events = self.listen(preview)

        def by_rename():
            fresh = self.put("content/.x.swp", DIGEST.replace("Cups", "Mugs"))
            fresh.rename(self.site / "content/2026-01-23.md")

        def in_halves():
            text = DIGEST.replace("Cups", "Jars").encode()
            with (self.site / "content/2026-01-23.md").open("wb", buffering=0) as file:
                file.write(text[:300])
                time.sleep(0.2)
                file.write(text[300:])

        self.change(preview, events, by_rename, "days/2026-01-23/", "A Paper of Mugs")
        self.change(preview, events, in_halves, "days/2026-01-23/", "A Paper of Jars")

    def test_a_burst_of_files_and_a_folder_that_goes(self):
        preview = self.start()

        def burst():
            for i in range(500):
                self.put(f"content/more/{i}.md", DIGEST.replace("2601.", f"{1000 + i}."))

        def remove():
            for file in sorted((self.site / "content/more").iterdir()):
                file.unlink()
            (self.site / "content/more").rmdir()

        # A machine with other work may pause in the midst of it: what counts is
        # that few builds are enough, and that all is there in the end.
        burst()
        self.wait_for(preview, "papers/1499.00001/", 200)
        self.wait_for(preview, "papers/1000.00001/", 200)
        remove()
        self.wait_for(preview, "papers/1499.00001/", 404)
        self.wait_for(preview, "papers/1000.00001/", 404)
        self.assertLess(preview.stop()[1].count("Built"), 30)

    def wait_for(self, preview, path, status):
        deadline = time.monotonic() + PATIENCE
        while preview.get(path)[0] != status:
            self.assertLess(time.monotonic(), deadline, path)
            time.sleep(0.05)

    def test_settings_and_style(self):
        preview = self.start()
        events = self.listen(preview)
        self.change(preview, events, lambda: self.put(
            "site.yml", "title: Other\nurl: https://example.org\nbaseurl: /x\n"), "", "Other")
        news = self.change(preview, events,
                           lambda: self.put("assets/offprint.css", "body{color:red}"),
                           "assets/offprint.css", "color:red")
        self.assertEqual(news["paths"], ["/x/assets/offprint.css"])

    def test_digests_elsewhere_that_settings_turn_to(self):
        for arguments in ((), ("--poll",)):
            with self.subTest(arguments), tempfile.TemporaryDirectory() as elsewhere:
                digest = pathlib.Path(elsewhere) / "2026-01-24.md"
                digest.write_text(DIGEST.replace("-23", "-24"))
                self.put("site.yml", "title: T\nurl: https://example.org\nbaseurl: /x\n")
                preview = self.start(*arguments)
                events = self.listen(preview)
                self.change(preview, events, lambda: self.put(
                    "site.yml", f"baseurl: /x\ncontent: {elsewhere}\n"),
                    "days/2026-01-24/", "A Paper of Cups")
                self.change(preview, events, lambda: digest.write_text(
                    DIGEST.replace("-23", "-24").replace("Cups", "Mugs")),
                    "days/2026-01-24/", "A Paper of Mugs")
                self.end(preview)

    def test_an_error_is_told_and_the_page_stays(self):
        preview = self.start()
        events = self.listen(preview)
        broken = self.put("_bodies/day.html", "one\n{% if %}")
        problem = events.next("problem")
        while not problem:
            problem = events.next("problem")
        self.assertIn("_bodies/day.html:2:", problem)
        self.assertIn("{% if %}", problem)
        self.assertIn(b"A Paper of Cups", preview.get("days/2026-01-23/")[1])
        broken.unlink()
        self.assertEqual(events.next("problem"), "")

    def test_a_site_that_is_broken_from_the_start(self):
        self.put("site.yml", "title: [")
        preview = self.start()
        status, page = preview.get("")
        self.assertEqual(status, 503)
        self.assertIn(b"EventSource", page)
        events = Events(preview)
        self.addCleanup(events.close)
        self.assertIn("site.yml:1", events.next("problem"))
        self.put("site.yml", "title: T\n")
        events.next("site")
        self.assertEqual(preview.get("")[0], 200)

    def test_by_polling(self):
        preview = self.start("--poll")
        events = self.listen(preview)
        self.change(preview, events,
                    lambda: self.put("content/2026-01-23.md", DIGEST.replace("Cups", "Mugs")),
                    "days/2026-01-23/", "A Paper of Mugs")


if __name__ == "__main__":
    os.chdir("/")
    unittest.main()
