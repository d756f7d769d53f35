#!/usr/bin/env python3
"""offprint fetch remote, with a server of this machine and real git.

    OFFPRINT=build/dev/offprint tests/cli/fetch_remote_test.py [Class.test…]
"""

import datetime
import gzip
import http.server
import json
import os
import signal
import socket
import subprocess
import threading
import time
import unittest

from cli_test import DIGEST, OFFPRINT, CliTest, offprint, tree

PATIENCE = 30  # seconds

# Nothing of these tests leaves the machine, and git is no user's.
HERE = {"https_proxy": "http://127.0.0.1:9", "http_proxy": "", "no_proxy": "",
        "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1",
        "LC_ALL": "C.UTF-8"}
TODAY = datetime.datetime.now(datetime.timezone.utc).date()


def day(back):
    """The day so many days ago."""
    return str(TODAY - datetime.timedelta(days=back))


def digest_of(date, paper="2601.00001"):
    return DIGEST.replace("2026-01-23", date).replace("2601.00001", paper)


class Handler(http.server.BaseHTTPRequestHandler):
    """Answers what server.answers has under the path: bytes, a text, a status,
    or a function that answers itself."""

    def do_GET(self):
        server = self.server
        with server.lock:
            server.heard.append(self.path)
        answer = server.answers.get(self.path, 404)
        if callable(answer):
            return answer(self)
        if isinstance(answer, int):
            return self.say(answer, b"")
        body = answer.encode() if isinstance(answer, str) else answer
        etag = f'"{hash(body)}"'
        if self.headers["If-None-Match"] == etag:
            return self.say(304, b"", ETag=etag)
        return self.say(200, body, ETag=etag, Content_Type="text/markdown")

    def say(self, status, body, length=None, **headers):
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("Content-Length", str(len(body) if length is None else length))
        self.end_headers()
        try:
            self.wfile.write(body)
        except OSError:
            pass

    def log_message(self, *_):
        pass


class RemoteTest(CliTest):

    def setUp(self):
        super().setUp()
        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.heard, self.server.answers = [], {}
        self.server.lock = threading.Lock()
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        self.addCleanup(self.stop)
        self.address = f"http://127.0.0.1:{self.server.server_address[1]}"
        self.answers = self.server.answers
        self.folder = self.site / "content/remote/friend"

    def stop(self):
        self.server.shutdown()
        self.server.server_close()

    def sources(self, *sources, more=""):
        """site.yml with these mappings; {"url": "/a"} is of the server."""
        lines = ["title: Cups", "url: https://example.org", "format: html", "sources:"]
        for source in sources:
            named = {"name": "friend"} | source
            for i, (key, value) in enumerate(named.items()):
                if value.startswith("/") and key in ("url", "feed", "dated"):
                    value = self.address + value
                lines.append(("  - " if i == 0 else "    ") + f"{key}: {json.dumps(value)}")
        self.put("site.yml", "\n".join(lines) + "\n" + more)

    def fetch(self, *more, allow=True, env=None):
        flags = ["--allow-private-addresses"] if allow else []
        return offprint("fetch", "remote", "-s", self.site, *flags, *more, env=HERE | (env or {}))

    def heard(self):
        """The paths since the last call."""
        with self.server.lock:
            heard = list(self.server.heard)
            self.server.heard.clear()
        return heard

    def files(self):
        """{name: text} of the source's folder but for the provenance."""
        if not self.folder.exists():
            return {}
        return {name: text.decode() for name, text in tree(self.folder).items()
                if name != "_provenance.jsonl"}

    def records(self):
        lines = (self.folder / "_provenance.jsonl").read_text().splitlines()
        records = [json.loads(line) for line in lines]
        self.assertEqual([one["file"] for one in records], sorted(one["file"] for one in records))
        return {one["file"]: one for one in records}

    def expect_refusal(self, words, code=1):
        result = self.fetch()
        self.expect(result, code, out=words)
        self.assertRegex(result.out, r'site\.yml:\d+:\d+: error: source "friend": ')
        self.assertEqual(self.files(), {})
        return result


class Urls(RemoteTest):

    def setUp(self):
        super().setUp()
        self.sources({"url": "/digests/2026-01-24.md"})
        self.path = "/digests/2026-01-24.md"
        self.answers[self.path] = digest_of("2026-01-24")

    def test_brings_a_digest_and_where_it_came_from(self):
        self.expect(self.fetch(), 0, out="friend: 1 new\n")
        self.assertEqual(self.files(), {"2026-01-24.md": digest_of("2026-01-24")})
        record = self.records()["2026-01-24.md"]
        self.assertEqual(record["url"], self.address + self.path)
        self.assertRegex(record["fetched"], r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$")
        self.assertRegex(record["xxh3"], r"^[0-9a-f]{32}$")
        self.assertTrue(record["etag"])

    def test_asks_again_only_whether_it_changed(self):
        self.fetch()
        before = tree(self.folder)
        self.expect(self.fetch(), 0, out="friend: 0 new, 1 as before\n")
        self.assertEqual(tree(self.folder), before)
        self.assertEqual(self.heard(), [self.path] * 2)

    def test_same_bytes_under_a_new_tag_change_nothing(self):
        count = iter(range(9))
        self.answers[self.path] = lambda h: h.say(200, b"# One\n", ETag=f'"{next(count)}"')
        self.fetch()
        before = tree(self.folder)
        self.expect(self.fetch(), 0, out="0 new, 1 as before")
        self.assertEqual(tree(self.folder), before)

    def test_takes_changes(self):
        self.fetch()
        self.answers[self.path] = digest_of("2026-01-24", "2601.00009")
        self.expect(self.fetch(), 0, out="friend: 0 new, 1 changed\n")
        self.assertIn("2601.00009", self.files()["2026-01-24.md"])

    def test_never_writes_over_an_edit(self):
        self.fetch()
        (self.folder / "2026-01-24.md").write_text("# Mine\n")
        result = self.fetch()
        self.expect(result, 0)
        self.assertNotIn("warning:", result.out)
        self.answers[self.path] = "# Theirs\n"
        for _ in range(2):
            self.expect(self.fetch(), 0, out="it changed there, and was edited here")
            self.assertEqual(self.files(), {"2026-01-24.md": "# Mine\n"})
        (self.folder / "2026-01-24.md").unlink()
        self.expect(self.fetch(), 0, out="friend: 1 new\n")
        self.assertEqual(self.files(), {"2026-01-24.md": "# Theirs\n"})

    def test_never_writes_over_a_file_of_the_keeper(self):
        self.put("content/remote/friend/2026-01-24.md", "# Mine\n")
        self.expect(self.fetch(), 0, out="was not fetched, so it stays")
        self.assertEqual(self.files(), {"2026-01-24.md": "# Mine\n"})

    def test_never_writes_through_a_link(self):
        self.fetch()
        victim = self.temp / "victim"
        (self.folder / "2026-01-24.md").rename(victim)
        (self.folder / "2026-01-24.md").symlink_to(victim)
        self.answers[self.path] = "# Theirs\n"
        self.expect(self.fetch(), 0, out="edited here")
        self.assertEqual(victim.read_text(), digest_of("2026-01-24"))

    def test_keeps_what_is_gone_and_says_so_once(self):
        self.fetch()
        for status in (404, 410):
            self.answers[self.path] = status
            result = self.fetch()
            self.expect(result, 0)
            self.assertEqual("is not there any more" in result.out, status == 404, result)
        self.assertEqual(len(self.files()), 1)
        self.assertIn("gone", self.records()["2026-01-24.md"])
        self.answers[self.path] = digest_of("2026-01-24")
        self.expect(self.fetch(), 0, out="1 as before")
        self.assertNotIn("gone", self.records()["2026-01-24.md"])

    def test_never_there_fails(self):
        self.answers.clear()
        self.expect_refusal("the server answers 404")

    def test_dry_run_asks_nobody(self):
        self.expect(self.fetch("--dry-run"), 0,
                    out=f"friend: would ask for {self.address}{self.path}\n")
        self.assertEqual((self.heard(), self.folder.exists()), ([], False))

    def test_offline_asks_nobody(self):
        self.expect(self.fetch("--offline"), 0, out="--offline")
        self.assertEqual(self.heard(), [])

    def test_without_sources_it_says_how_to_name_some(self):
        self.put("site.yml", "title: Cups\n")
        self.expect(self.fetch(), 0, out='site.yml: warning: "sources" names no digests')

    def test_a_line_of_the_provenance_that_was_cut_off(self):
        self.fetch()
        with open(self.folder / "_provenance.jsonl", "a") as file:
            file.write('{"file":"x.md","ur')
        result = self.fetch()
        self.expect(result, 0)
        self.assertNotIn("warning:", result.out)
        self.answers[self.path] = "# Theirs\n"
        self.fetch()
        self.assertEqual(list(self.records()), ["2026-01-24.md"])

    def test_a_line_of_the_provenance_that_is_none(self):
        self.fetch()
        file = self.folder / "_provenance.jsonl"
        file.write_text('{"file":"../../x.md","url":"u"}\n' + file.read_text())
        self.expect(self.fetch(), 0, out="_provenance.jsonl:1: warning: this line tells of no digest")

    def test_full_disk(self):
        (self.site / "content/remote").mkdir()
        (self.site / "content/remote/friend").write_text("a file")
        self.expect(self.fetch(), 1, out="take it away")

    def test_quiet(self):
        result = self.fetch("--quiet")
        self.expect(result, 0)
        self.assertEqual(result.out + result.err, "")


class ExitCodes(RemoteTest):

    def test_partial_failure_keeps_what_came(self):
        self.sources({"url": "/2026-01-24.md"}, {"name": "other", "url": "/2026-01-25.md"})
        self.answers |= {"/2026-01-24.md": digest_of("2026-01-24"), "/2026-01-25.md": 403}
        self.expect(self.fetch(), 1, out="the server answers 403")
        self.assertEqual(list(self.files()), ["2026-01-24.md"])

    def test_nobody_there(self):
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        self.sources({"url": f"http://127.0.0.1:{port}/2026-01-24.md"})
        env = {"OFFPRINT_FETCH_CONTACT": "ada@example.org"}
        self.expect(self.fetch(env=env), 2, out="error: source")
        self.assertEqual(self.files(), {})


class Bodies(RemoteTest):
    """What is no digest is refused; what was there stays."""

    def setUp(self):
        super().setUp()
        self.sources({"url": "/2026-01-24.md"})

    def answer(self, body, content_type="text/plain", **headers):
        self.answers["/2026-01-24.md"] = lambda handler: handler.say(
            200, body, Content_Type=content_type, **headers)

    def test_html(self):
        self.answer(b"<h1>Sign in</h1>", "text/html; charset=utf-8")
        self.expect_refusal("the server says that it is text/html")
        self.answer(b"\n <!-- x -->\n<!DOCTYPE html><p>Not found")
        self.expect_refusal("it is a page of HTML or XML")

    def test_good_digest_is_not_replaced_by_html_or_nothing(self):
        self.answer(digest_of("2026-01-24").encode())
        self.fetch()
        for body in b"<html>", b"", b" \n":
            self.answer(body)
            self.expect(self.fetch(), 1)
            self.assertEqual(self.files(), {"2026-01-24.md": digest_of("2026-01-24")})

    def test_binary(self):
        self.answer(b"PK\x03\x04\x00\x00")
        self.expect_refusal("it holds binary data")
        self.answer(b"\x89PNG", "image/png")
        self.expect_refusal("image/png")

    def test_charsets_are_decoded(self):
        text = "# 每日论文 2026-01-24\n"
        for charset, mark in ("gb2312", b""), ("GB18030", b""), ("big5", b""), \
                ("utf-8", b"\xef\xbb\xbf"), ("x", b"\xff\xfe"):
            with self.subTest(charset):
                shown = text.replace("论", "論") if charset == "big5" else text
                codec = "utf-16-le" if charset == "x" else charset
                self.answer(mark + shown.encode(codec), f'text/plain; charset="{charset}"')
                self.expect(self.fetch(), 0)
                self.assertEqual(self.files(), {"2026-01-24.md": shown})

    def test_wrong_charsets(self):
        self.answer("# 每日".encode("gb18030"))
        self.expect_refusal("it is no UTF-8 at byte 5")
        self.answer(b"\xff\xff", "text/plain; charset=big5")
        self.expect_refusal("it is no big5 at byte 1")
        self.answer(b"# a", "text/plain; charset=klingon")
        self.expect_refusal("no set of characters known here")
        self.answer(b"# a", "text/plain; charset=utf-8//TRANSLIT")
        self.expect_refusal("a set of characters that is none")

    def test_too_large(self):
        self.answer(b"# a\n" * (3 << 20))
        self.expect_refusal("more than 8 MiB")

    def test_endless(self):
        def endless(handler):
            handler.send_response(200)
            handler.end_headers()
            try:
                while True:
                    handler.wfile.write(b"# more\n" * 10000)
            except OSError:
                pass
        self.answers["/2026-01-24.md"] = endless
        begin = time.monotonic()
        self.expect_refusal("more than 8 MiB")
        self.assertLess(time.monotonic() - begin, PATIENCE)

    def test_gzip(self):
        packed = gzip.compress(digest_of("2026-01-24").encode())
        self.answer(packed[:-9], Content_Encoding="gzip")
        self.expect_refusal("error: source")
        self.answer(gzip.compress(b"# a\n" * (8 << 20)), Content_Encoding="gzip")
        self.expect_refusal("error: source")
        self.answer(packed, Content_Encoding="gzip")
        self.expect(self.fetch(), 0)

    def test_redirects(self):
        def to(place):
            self.answers["/2026-01-24.md"] = lambda h: h.say(302, b"", Location=place)
        to("/2026-01-24.md")
        self.expect_refusal("it leads on and on")
        to("file:///etc/passwd")
        self.expect_refusal("error: source")
        to("/there.md")
        self.answers["/there.md"] = digest_of("2026-01-24")
        self.expect(self.fetch(), 0)
        self.assertEqual(list(self.files()), ["2026-01-24.md"])

    def test_this_machine_is_not_asked(self):
        self.answer(b"# a\n")
        result = self.fetch(allow=False)
        self.assertIn(result.code, (1, 2), result)
        self.assertIn("--allow-private-addresses", result.out)
        self.assertEqual(self.heard(), [])


class Dated(RemoteTest):

    def test_new_days_and_those_that_failed(self):
        self.sources({"dated": "/{year}/{month}{day}.md"})

        def path(back):
            date = day(back)
            return f"/{date[:4]}/{date[5:7]}{date[8:]}.md"
        self.answers[path(0)] = digest_of(day(0))
        self.answers[path(2)] = 403
        self.expect(self.fetch(), 1, out="friend: 1 new, 1 failed\n")
        self.assertEqual(self.heard(), [path(back) for back in range(7)])
        self.answers |= {path(1): digest_of(day(1)), path(2): digest_of(day(2))}
        self.expect(self.fetch(), 0, out="friend: 2 new, 1 as before\n")
        self.assertEqual(sorted(self.files()), sorted(f"{day(back)}.md" for back in range(3)))

    def test_old_days_are_asked_for_until_it_is_known(self):
        self.sources({"dated": "/{date}.txt", "from": day(12), "to": day(5)})
        self.answers |= {f"/{day(12)}.txt": digest_of(day(12)), f"/{day(11)}.txt": 403}
        self.expect(self.fetch(), 1)
        self.assertEqual(self.heard(), [f"/{day(back)}.txt" for back in range(5, 13)])
        self.assertEqual(list(self.files()), [f"{day(12)}.txt"])
        self.answers[f"/{day(11)}.txt"] = digest_of(day(11))
        self.expect(self.fetch(), 0, out="friend: 1 new\n")
        self.assertEqual(self.heard(), [f"/{day(back)}.txt" for back in (5, 6, 11)])
        self.fetch()
        self.assertEqual(self.heard(), [f"/{day(back)}.txt" for back in (5, 6)])

    def test_other_addresses_are_asked_anew(self):
        self.sources({"dated": "/{date}.md", "from": day(8), "to": day(8)})
        self.fetch()
        self.fetch()
        self.sources({"dated": "/b/{date}.md", "from": day(8), "to": day(8)})
        self.fetch()
        self.assertEqual(self.heard(), [f"/{day(8)}.md", f"/b/{day(8)}.md"])

    def test_killed_run_keeps_what_came(self):
        self.sources({"dated": "/{date}.md"})
        self.answers |= {f"/{day(back)}.md": digest_of(day(back)) for back in range(7)}
        release, reached = threading.Event(), threading.Event()
        self.addCleanup(release.set)

        def slow(handler):
            reached.set()
            release.wait(PATIENCE)
        self.answers[f"/{day(4)}.md"] = slow
        for sent in signal.SIGINT, signal.SIGKILL:
            reached.clear()
            with subprocess.Popen([OFFPRINT, "fetch", "remote", "-s", self.site,
                                   "--allow-private-addresses"], env=os.environ | HERE,
                                  stdout=subprocess.PIPE) as run:
                self.assertTrue(reached.wait(PATIENCE))
                end = time.monotonic() + PATIENCE
                while len(self.files()) < 4 and time.monotonic() < end:
                    time.sleep(0.02)
                run.send_signal(sent)
                run.wait(PATIENCE)
            self.assertEqual(run.returncode, 130 if sent == signal.SIGINT else -signal.SIGKILL)
            self.assertGreaterEqual(len(self.files()), 4)
        self.answers[f"/{day(4)}.md"] = digest_of(day(4))
        self.expect(self.fetch(), 0)
        self.assertEqual(sorted(self.files()), sorted(f"{day(back)}.md" for back in range(7)))
        self.assertEqual(len(self.records()), 7)


ATOM = """<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom"><title>T</title>{}</feed>"""
ENTRY = ('<entry><id>{id}</id><updated>{updated}</updated>'
         '<link href="{href}" type="{type}"/></entry>')


def entry(href, updated="2026-01-24T00:00:00Z", kind="text/markdown"):
    return ENTRY.format(id=href, href=href, updated=updated, type=kind)


class Feeds(RemoteTest):

    def setUp(self):
        super().setUp()
        self.sources({"feed": "/feed.xml"})

    def feed(self, *entries, form=ATOM):
        self.answers["/feed.xml"] = form.format("".join(entries))

    def test_atom(self):
        self.answers |= {"/a.md": digest_of("2026-01-24"), "/2026/b.md": digest_of("2026-01-25"),
                         "/post.html": "no"}
        self.feed(entry("/a.md"), entry("2026/b.md", "2026-01-25T00:00:00Z", ""),
                  entry("/post.html", kind="text/html"))
        result = self.fetch()
        self.expect(result, 0, out="friend: 2 new\n")
        self.assertIn("that lead to no Markdown and hold none: 1", result.out)
        self.assertEqual(sorted(self.files()), ["2026-01-24-a.md", "2026-01-25-b.md"])

    def test_asks_for_entries_that_are_new_or_updated(self):
        self.answers |= {"/a.md": "# A\n", "/b.md": "# B\n"}
        self.feed(entry("/a.md"))
        self.fetch()
        self.heard()
        self.feed(entry("/b.md"), entry("/a.md"))
        self.expect(self.fetch(), 0, out="friend: 1 new, 1 as before\n")
        self.assertEqual(self.heard(), ["/feed.xml", "/b.md"])
        self.answers["/a.md"] = "# A2\n"
        self.feed(entry("/a.md", "2026-02-01T00:00:00Z"))
        self.expect(self.fetch(), 0, out="friend: 0 new, 1 changed\n")
        self.assertEqual(self.files(), {"2026-01-24-a.md": "# A2\n", "2026-01-24-b.md": "# B\n"})

    def test_entries_that_hold_their_digest(self):
        self.feed("<entry><id>tag:a</id><updated>2026-01-24T00:00:00Z</updated>"
                  "<content type='text'># One\n<![CDATA[<b>&x;]]></content></entry>",
                  "<entry><id>tag:b</id><content type='html'># Not me</content></entry>")
        self.expect(self.fetch(), 0, out="friend: 1 new\n")
        (name, text), = self.files().items()
        self.assertRegex(name, r"^2026-01-24-.*\.md$")
        self.assertEqual(text, "# One\n<b>&x;")
        self.expect(self.fetch(), 0, out="friend: 0 new, 1 as before\n")

    def test_rss(self):
        self.answers["/a.md"] = "# A\n"
        self.feed("<item><link>/a.md</link><pubDate>Sat, 24 Jan 2026 08:00:00 GMT</pubDate></item>",
                  "<item><guid>g</guid><description># Held\n</description></item>",
                  form='<rss version="2.0"><channel>{}</channel></rss>')
        self.expect(self.fetch(), 0, out="friend: 2 new\n")
        self.assertIn("2026-01-24-a.md", self.files())

    def test_hostile_addresses(self):
        self.answers |= {"/..%2f..%2fevil.md": "# 1\n", "/%2e%2e%5cx.md": "# 2\n",
                         "/_drafts.md": "# 3\n", "/.hidden.md": "# 4\n", "/x/site.yml.md": "# 5\n",
                         "/y/a.md": "# 6\n", "/z/a.md": "# 7\n", "/%00%0a.md": "# 8\n"}
        self.feed(*(entry(path) for path in self.answers if path != "/feed.xml"),
                  entry("file:///etc/passwd"), entry("javascript:alert(1)"),
                  entry("http://127.0.0.1:1/no.md"), entry("//[bad/x.md"))
        before = set(tree(self.site))
        result = self.fetch()
        self.expect(result, 1, out="friend: ")
        new = set(tree(self.site)) - before
        for name in new:
            self.assertRegex(name, r"^(content/remote/friend/[\w][\w.-]*|\.offprint-cache/.*)$")
        self.assertEqual(sorted(text for text in self.files().values()),
                         [f"# {i}\n" for i in range(1, 9)])
        self.expect(self.fetch(), 1, out="0 new, 8 as before")

    def test_xml_bombs(self):
        bomb = ('<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">' +
                "".join(f'<!ENTITY {chr(98 + i)} "{("&" + chr(97 + i) + ";") * 10}">'
                        for i in range(12)) +
                '<!ENTITY e SYSTEM "file:///etc/passwd">]>')
        self.answers["/a.md"] = "# A\n"
        self.feed("<entry><id>1</id><content type='text'># &m;&e;</content></entry>",
                  entry("/a.md"), form=bomb + "<feed>{}</feed>")
        begin = time.monotonic()
        self.expect(self.fetch(), 0, out="friend: 2 new\n")
        self.assertLess(time.monotonic() - begin, PATIENCE)
        self.assertIn("# &m;&e;", self.files().values())
        self.feed("<a>" * 1000000)
        self.expect(self.fetch(), 1, out="it is no XML")

    def test_what_is_no_feed(self):
        for answer, words in (("<html></html>", "no feed in Atom or RSS"), ("", "no XML"),
                              (500, "the server answers 5"), ("{}", "no XML")):
            self.answers["/feed.xml"] = 404 if answer == 500 else answer
            self.expect_refusal(words.replace("5", "404"))

    def test_not_more_than_some(self):
        self.feed(*(f"<entry><id>{i}</id><content># {i}</content></entry>" for i in range(300)))
        self.expect(self.fetch(), 0, out="only its first 200 entries are read")
        self.assertEqual(len(self.files()), 200)


class Git(RemoteTest):

    def setUp(self):
        super().setUp()
        self.repository = self.temp / "theirs"
        self.git("init", "-q", "-b", "main", self.repository, cwd=self.temp)
        self.git("config", "uploadpack.allowFilter", "true")
        self.commit({"2026-01-24.md": digest_of("2026-01-24"), "b/2026-01-25.markdown": "# B\n",
                     "script.sh": "touch pwned", "_draft.md": "# D\n"})
        self.sources({"git": f"file://{self.repository}"})

    def git(self, *arguments, cwd=None, data=None):
        done = subprocess.run(
            ["git", "-c", "user.name=A", "-c", "user.email=a@example.org",
             *map(str, arguments)], cwd=cwd or self.repository, check=True, input=data,
            capture_output=True, env=os.environ | HERE)
        return done.stdout.decode().strip()

    def commit(self, files):
        for name, text in files.items():
            path = self.repository / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text)
        self.git("add", "-A")
        self.git("commit", "-qm", "More")

    def tree_of(self, *entries):
        """The id of a tree of (mode, kind, id, name), however strange."""
        data = b"".join(f"{mode} {name}".encode("utf-8", "surrogateescape") + b"\0" +
                        bytes.fromhex(blob) for mode, blob, name in entries)
        return self.git("hash-object", "-t", "tree", "-w", "--stdin", "--literally", data=data)

    def test_takes_digests_and_nothing_else(self):
        self.expect(self.fetch(), 0, out="friend: 2 new\n")
        self.assertEqual(sorted(self.files()), ["2026-01-24.md", "b/2026-01-25.markdown"])
        record = self.records()["2026-01-24.md"]
        self.assertEqual(record["commit"], self.git("rev-parse", "HEAD"))
        self.assertEqual(record["blob"], self.git("rev-parse", "HEAD:2026-01-24.md"))
        self.assertFalse((self.site / ".offprint-cache/remote/friend.git").exists())

    def test_without_partial_clone(self):
        self.git("config", "uploadpack.allowFilter", "false")
        self.expect(self.fetch(), 0, out="friend: 2 new\n")

    def test_changes_and_removals(self):
        self.fetch()
        before = tree(self.folder)
        self.expect(self.fetch(), 0, out="friend: 0 new, 2 as before\n")
        self.assertEqual(tree(self.folder), before)
        (self.repository / "b/2026-01-25.markdown").unlink()
        self.commit({"2026-01-24.md": "# Changed\n", "2026-01-26.md": "# C\n"})
        self.expect(self.fetch(), 0, out="friend: 1 new, 1 changed, 1 gone from there\n")
        self.assertEqual(self.files(), {"2026-01-24.md": "# Changed\n", "2026-01-26.md": "# C\n",
                                        "b/2026-01-25.markdown": "# B\n"})

    def test_edits_stay(self):
        self.fetch()
        (self.folder / "2026-01-24.md").write_text("# Mine\n")
        self.commit({"2026-01-24.md": "# Changed\n"})
        self.expect(self.fetch(), 0, out="edited here")
        self.assertEqual(self.files()["2026-01-24.md"], "# Mine\n")

    def test_folder_and_branch(self):
        self.git("checkout", "-qb", "other")
        self.commit({"b/2026-01-27.md": "# O\n"})
        self.git("checkout", "-q", "main")
        self.sources({"git": f"file://{self.repository}", "folder": "b", "branch": "other"})
        self.expect(self.fetch(), 0)
        self.assertEqual(sorted(self.files()), ["2026-01-25.markdown", "2026-01-27.md"])
        for wrong, words in (({"folder": "none"}, 'no digests (.md, .markdown, .txt) in its folder "none/"'),
                             ({"branch": "none"}, 'it has no branch "none"')):
            self.sources({"git": f"file://{self.repository}"} | wrong)
            self.expect(self.fetch(), 1, out=words)
            self.assertEqual(len(self.files()), 2)

    def test_hostile_trees(self):
        blob = self.git("hash-object", "-w", "--stdin", data=b"# Evil\n")
        link = self.git("hash-object", "-w", "--stdin", data=b"/etc/passwd")
        inner = self.tree_of(("100644", blob, "site.md"))
        names = ("a\\b.md", "c\nd.md", "\udcff.md", "e" * 300 + ".md")
        top = self.tree_of(
            ("40000", inner, ".."), ("40000", inner, "."), ("40000", inner, ".git"),
            *(("100644", blob, name) for name in names), ("120000", link, "link.md"),
            ("160000", "1" * 40, "module.md"), ("100755", blob, "good.md"))
        commit = self.git("commit-tree", top, "-m", "Evil")
        self.git("update-ref", "refs/heads/main", commit)
        before = set(tree(self.site))
        result = self.fetch()
        self.expect(result, 0, out="friend: 1 new\n")
        self.assertIn('"link.md": it is a link', result.out)
        self.assertIn("c\\nd.md", result.out)
        self.assertEqual(self.files(), {"good.md": "# Evil\n"})
        caches = {f".offprint-cache/{name}"
                  for name in (".gitignore", "CACHEDIR.TAG", "fetch.lock")}
        self.assertEqual(set(tree(self.site)) - before - caches,
                         {"content/remote/friend/good.md",
                          "content/remote/friend/_provenance.jsonl"})

    def test_a_file_becomes_a_folder(self):
        self.fetch()
        (self.repository / "2026-01-24.md").unlink()
        self.commit({"2026-01-24.md/x.md": "# X\n", "2026-01-26.md": "# C\n"})
        self.expect(self.fetch(), 1, out="take it away")
        self.assertIn("2026-01-26.md", self.files())

    def test_hooks_and_settings_of_others_do_not_run(self):
        hooks = self.temp / "hooks"
        hooks.mkdir()
        for name in ("post-checkout", "reference-transaction", "post-merge"):
            (hooks / name).write_text(f"#!/bin/sh\ntouch {self.temp}/pwned\n")
            (hooks / name).chmod(0o755)
        config = self.temp / "gitconfig"
        config.write_text(f'[core]\nhooksPath = {hooks}\n[url "ext::touch {self.temp}/pwned"]\n'
                          f"insteadOf = file://\n[protocol]\nallow = always\n")
        env = {"GIT_CONFIG_GLOBAL": str(config), "GIT_DIR": str(self.temp / "elsewhere"),
               "GIT_TEMPLATE_DIR": str(self.temp), "GIT_CONFIG_COUNT": "1",
               "GIT_CONFIG_KEY_0": "core.hooksPath", "GIT_CONFIG_VALUE_0": str(hooks)}
        self.expect(self.fetch(env=env), 0, out="friend: 2 new\n")
        self.assertFalse((self.temp / "pwned").exists())

    def test_transports(self):
        self.expect(self.fetch(allow=False), 1, out="only with --allow-private-addresses")
        for address in ("http://127.0.0.1:9/x", "ssh://localhost/x", "git@10.0.0.1:x",
                        "https://[::1]/x", str(self.repository)):
            self.sources({"git": address})
            self.expect(self.fetch(allow=False), 1, out="only with --allow-private-addresses")
        for address in ("git://127.0.0.1/x", "../theirs"):
            self.sources({"git": address})
            self.expect(self.fetch(), 1, out="it is no address of a repository")
        for address in (f"ext::touch {self.temp}/pwned", "fd::17", "-x", "https://a:b@example.org/x"):
            self.sources({"git": address})
            self.expect(self.fetch(), 1, err='site.yml:6:10: error: "git" ')
        self.assertFalse((self.temp / "pwned").exists())

    def test_nobody_there(self):
        self.sources({"git": f"file://{self.temp}/none"})
        self.expect(self.fetch(), 2, out="git: ")

    REFS = "/x/info/refs?service=git-upload-pack"

    def test_moved_repository(self):
        self.sources({"git": self.address + "/x"})
        self.answers[self.REFS] = lambda h: h.say(
            301, b"", Location=f"{self.address}/y/info/refs?service=git-upload-pack")
        self.expect(self.fetch(), 2, out="the repository has moved; write its new address")
        self.assertEqual(self.heard(), [self.REFS])

    def test_stops_while_git_waits(self):
        self.sources({"git": self.address + "/x"})
        release, reached = threading.Event(), threading.Event()
        self.addCleanup(release.set)

        def slow(_):
            reached.set()
            release.wait(PATIENCE)
        self.answers[self.REFS] = slow
        with subprocess.Popen([OFFPRINT, "fetch", "remote", "-s", self.site,
                               "--allow-private-addresses"], env=os.environ | HERE,
                              stdout=subprocess.PIPE, text=True) as run:
            self.assertTrue(reached.wait(PATIENCE))
            begin = time.monotonic()
            run.send_signal(signal.SIGTERM)
            out = run.communicate(timeout=PATIENCE)[0]
        self.assertLess(time.monotonic() - begin, PATIENCE / 2)
        self.assertEqual((run.returncode, out), (130, "friend: 0 new\n"))
        self.assertFalse((self.site / ".offprint-cache/remote/friend.git").exists())

    def test_leftovers_of_a_killed_run(self):
        left = self.site / ".offprint-cache/remote/friend.git"
        left.mkdir(parents=True)
        (left / "shallow.lock").touch()
        (left / "HEAD").write_text("no head")
        self.expect(self.fetch(), 0, out="friend: 2 new\n")

    def test_no_git(self):
        empty = self.temp / "empty"
        empty.mkdir()
        self.expect(self.fetch(env={"PATH": str(empty)}), 2, err='no program "git"')


class Sites(RemoteTest):
    """What becomes of digests of others in a build."""

    def build_page(self, name):
        self.expect(self.build("--destination", self.temp / "out"), 0)
        return (self.temp / "out" / name / "index.html").read_text()

    def test_pages_name_the_source(self):
        self.answers["/2026-01-24.md"] = digest_of("2026-01-24")
        for theme in "default", "table":
            with self.subTest(theme):
                self.sources({"url": "/2026-01-24.md", "title": "A <b>Friend</b>",
                              "link": "https://friend.example/?a=\"b&c"}, more=f"theme: {theme}\n")
                self.fetch()
                link = ('<a href="https://friend.example/?a=&quot;b&amp;c">'
                        "A &lt;b&gt;Friend&lt;/b&gt;</a>")
                self.assertIn(link, self.build_page("days/2026-01-24"))
                self.assertIn(link, self.build_page("papers/2601.00001"))
                self.assertNotIn("friend.example", self.build_page("days/2026-01-23"))
        self.sources({"url": "/2026-01-24.md"})
        self.assertIn("<span>friend</span>", self.build_page("days/2026-01-24"))
        self.assertNotIn("friend.example", self.build_page("days/2026-01-24"))

    def test_digests_of_others_are_no_pages(self):
        self.answers["/about.md"] = ("---\nlayout: page\npermalink: /evil/\n"
                                     "---\n{% include x %}{{ site.title }}<script>\n")
        self.sources({"url": "/about.md"}, more="pages: [/content/remote, about.md]\n")
        self.expect(self.fetch(), 0)
        self.expect(self.build("--destination", self.temp / "out"), 0)
        self.assertEqual([name for name in tree(self.temp / "out") if "evil" in name], [])

    def test_drafts_are_left_out(self):
        self.answers["/a.md"] = "---\ndraft: true\n---\n" + digest_of("2026-01-24")
        self.sources({"url": "/a.md"})
        self.fetch()
        self.expect(self.build("--destination", self.temp / "out"), 0)
        self.assertFalse((self.temp / "out/days/2026-01-24").exists())


class Settings(RemoteTest):

    def test_mistakes_are_told_where_they_stand(self):
        for source, words in (
                ({"url": "/a", "feed": "/b"}, '"sources" has both "url" and "feed"'),
                ({"name": "A b", "url": "/a"}, 'as in "a-b", not "A b"'),
                ({"name": "..", "url": "/a"}, '"name" names a folder'),
                ({}, 'lacks "url", "feed", "dated" or "git"'),
                ({"url": "file:///etc/passwd"}, '"url" should be like'),
                ({"url": "https://a:b@example.org/x.md"}, "may not hold a name or password"),
                ({"dated": "/x.md"}, '"dated" should hold {date}'),
                ({"dated": "/{date}{hour}.md"}, "no other"),
                ({"dated": "/{date}.md", "from": "soon"}, '"from" should be a day'),
                ({"git": "https://example.org/x", "folder": "../x"}, '"folder" should be'),
                ({"git": "https://example.org/x", "branch": "a..b"}, '"branch" should be'),
                ({"url": "/a", "link": "http://example.org"}, '"link" should be like')):
            self.sources(source)
            result = self.fetch()
            self.expect(result, 1, err=words)
            self.assertRegex(result.err, r"site\.yml:\d+:\d+: error: ")
        self.sources({"url": "/a"}, {"url": "/b"})
        self.expect(self.fetch(), 1, err='two sources of the name "friend"')
        self.assertEqual(self.heard(), [])


if __name__ == "__main__":
    unittest.main()
