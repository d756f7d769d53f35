"""A server that speaks arXiv's protocols and that of chat completions.

What it answers is set by the attributes of PapersServer; what it was asked is
in `heard`.
"""

import http.server
import json
import re
import threading
import time
import urllib.parse
from xml.sax.saxutils import escape


class Paper:
    def __init__(self, number, title=None, categories=("cs.CV",), abstract=None,
                 day="2026-01-05", id=None):
        self.id = id or f"2601.{number:05}"
        self.title = title or f"Paper {number}"
        self.abstract = abstract or f"We study the number {number}."
        self.categories, self.day = categories, day

    def atom(self):
        categories = "".join(f'<category term="{c}"/>' for c in self.categories)
        return f"""<entry><id>http://arxiv.org/abs/{self.id}v2</id>
<updated>{self.day}T18:00:00Z</updated><published>{self.day}T17:00:00Z</published>
<title>{escape(self.title)}</title><summary>{escape(self.abstract)}</summary>
<author><name>Ann Lee</name></author><author><name>Bo Wu</name></author>
<arxiv:primary_category xmlns:arxiv="http://arxiv.org/schemas/atom" term="{self.categories[0]}"/>
{categories}</entry>"""

    def oai(self):
        return f"""<record><header><identifier>oai:arXiv.org:{self.id}</identifier>
<datestamp>{self.day}</datestamp></header><metadata><arXiv xmlns="http://arxiv.org/OAI/arXiv/">
<id>{self.id}</id><created>{self.day}</created><authors><author><keyname>Lee</keyname>
<forenames>Ann</forenames></author></authors><title>{escape(self.title)}</title>
<categories>{" ".join(self.categories)}</categories><abstract>{escape(self.abstract)}</abstract>
</arXiv></metadata></record>"""

    def announcement(self, kind="new"):
        return f"""<entry><id>oai:arXiv.org:{self.id}v1</id><title>{escape(self.title)}</title>
<summary>arXiv:{self.id}v1 Announce Type: {kind}
Abstract: {escape(self.abstract)}</summary><category term="{self.categories[0]}"/>
<published>{self.day}T00:00:00-05:00</published>
<arxiv:announce_type>{kind}</arxiv:announce_type><dc:creator>Ann Lee, Bo Wu</dc:creator></entry>"""


ATOM = """<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xmlns:arxiv="http://arxiv.org/schemas/atom"
 xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:opensearch="http://a9.com/-/spec/opensearch/1.1/">
<opensearch:totalResults>{total}</opensearch:totalResults>
<opensearch:startIndex>{start}</opensearch:startIndex>
{entries}</feed>"""

OAI = """<?xml version="1.0" encoding="UTF-8"?>
<OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/">{inside}</OAI-PMH>"""


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        url = urllib.parse.urlsplit(self.path)
        query = dict(urllib.parse.parse_qsl(url.query))
        server = self.server
        with server.lock:
            server.heard.append(self.path)
            raw = server.raw.pop(0) if server.raw else None
        if raw:
            return self.answer(*raw)
        if url.path == "/api":
            return self.answer_api(query)
        if url.path == "/oai":
            return self.answer_oai(query)
        if url.path.startswith("/rss/"):
            entries = "".join(paper.announcement(kind)
                              for paper, kind in server.announced)
            return self.answer(200, ATOM.format(total=0, start=0, entries=entries))
        return self.answer(404, "no")

    def answer_api(self, query):
        server = self.server
        start, count = int(query["start"]), int(query["max_results"])
        first, last = re.search(r"\[(\d{8})0000 TO (\d{8})2359\]",
                                query["search_query"]).groups()
        found = [p for p in server.papers
                 if first <= p.day.replace("-", "") <= last]
        count = min(count, server.page)
        with server.lock:
            if server.empty_pages > 0 and start > 0:
                server.empty_pages -= 1
                return self.answer(200, ATOM.format(total=len(found), start=start,
                                                    entries=""))
            server.growth += server.grows
        # Totals that change from page to page, as arXiv's do.
        entries = "".join(p.atom() for p in found[start:start + count])
        return self.answer(200, ATOM.format(total=len(found) + server.growth,
                                            start=start, entries=entries))

    def answer_oai(self, query):
        server = self.server
        start = 0
        if token := query.get("resumptionToken"):
            with server.lock:
                if server.bad_tokens > 0:
                    server.bad_tokens -= 1
                    return self.answer(200, OAI.format(
                        inside='<error code="badResumptionToken">expired</error>'))
            set_, first, last, start = token.split("|")
        else:
            set_, first, last = query["set"], query["from"], query["until"]
        category = ".".join(set_.split(":")[1:])
        found = [p for p in server.papers
                 if category in p.categories and first <= p.day <= last]
        if not found:
            return self.answer(200, OAI.format(
                inside='<error code="noRecordsMatch">nothing</error>'))
        start = int(start)
        end = start + server.page
        token = "|".join([set_, first, last, str(end)]) if end < len(found) else ""
        return self.answer(200, OAI.format(
            inside="<ListRecords>" + "".join(p.oai() for p in found[start:end]) +
            f"<resumptionToken>{token}</resumptionToken></ListRecords>"))

    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        request = json.loads(body)
        server = self.server
        with server.lock:
            server.chats.append((self.path, dict(self.headers), request))
            number = len(server.chats)
        answer = server.chat(number, request)
        if answer == "cut off":
            return self.cut_off()
        if isinstance(answer, tuple):
            return self.answer(*answer)
        return self.answer(200, json.dumps({
            "choices": [{"message": {"role": "assistant", "content": answer},
                         "finish_reason": "stop"}],
            "usage": {"prompt_tokens": server.tokens - 20, "completion_tokens": 20,
                      "total_tokens": server.tokens}}))

    def cut_off(self):
        self.send_response(200)
        self.send_header("Content-Length", "100")
        self.end_headers()
        self.wfile.write(b'{"choices": [')
        self.close_connection = True

    def answer(self, status, body, headers=()):
        data = body.encode() if isinstance(body, str) else body
        self.send_response(status)
        for name, value in headers:
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        try:
            self.wfile.write(data)
        except ConnectionError:
            pass

    def log_message(self, *_):
        pass


class PapersServer(http.server.ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self):
        super().__init__(("127.0.0.1", 0), Handler)
        self.lock = threading.Lock()
        self.heard = []       # paths of GETs
        self.chats = []       # (path, headers, JSON) of POSTs
        self.raw = []         # (status, body[, headers]) to answer first
        self.papers = []
        self.announced = []   # (paper, kind)
        self.page = 1000      # entries of a page at the most
        self.empty_pages = 0  # to give for pages behind the first
        self.grows = 0        # of the total, with each page
        self.growth = 0
        self.bad_tokens = 0
        self.tokens = 120     # that a chat costs
        self.chat = lambda number, request: "{}"
        threading.Thread(target=self.serve_forever, daemon=True).start()

    @property
    def address(self):
        return f"http://127.0.0.1:{self.server_address[1]}"

    def stop(self):
        self.shutdown()
        self.server_close()


def slow(seconds, answer):
    time.sleep(seconds)
    return answer
