"""arXiv, bioRxiv, medRxiv and a resolver of DOIs on this machine, with their quirks."""

import html
import http.server
import json
import random
import threading
import time
import urllib.parse

FEED = """<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
  <title type="html">ArXiv Query</title>
  <id>http://arxiv.org/api/x</id>
  <opensearch:totalResults xmlns:opensearch="http://a9.com/-/spec/opensearch/1.1/">{}</opensearch:totalResults>
  <opensearch:startIndex xmlns:opensearch="http://a9.com/-/spec/opensearch/1.1/">0</opensearch:startIndex>
{}</feed>
"""
ERROR = """  <entry>
    <id>http://arxiv.org/api/errors#incorrect_id_format_for_{0}</id>
    <title>Error</title>
    <summary>incorrect id format for {0}</summary>
  </entry>
"""
PAGE = "<!DOCTYPE html><html><body><h1>Down for maintenance</h1></body></html>"


def paper(number, **more):
    return {"title": f"An original title {number}",
            "authors": [("Ada Alpha", "Somewhere"), ("Bob Beta", ""), ("Cem Gamma", "")],
            "abstract": f"The original abstract {number}.", "categories": ["cs.CL", "math.PR"],
            "comment": "12 pages", "journal_ref": "", "doi": "", "version": 2, **more}


def entry(id_, item):
    text = html.escape
    authors = "".join(
        f"<author><name>{text(name)}</name>" +
        (f"<arxiv:affiliation>{text(place)}</arxiv:affiliation>" if place else "") + "</author>"
        for name, place in item["authors"])
    more = "".join(f"<arxiv:{key}>{text(item[key])}</arxiv:{key}>"
                   for key in ("comment", "journal_ref", "doi") if item[key])
    categories = "".join(f'<category term="{text(name)}" scheme="http://arxiv.org/schemas/atom"/>'
                         for name in item["categories"])
    return (f'  <entry xmlns:arxiv="http://arxiv.org/schemas/atom">'
            f'<id>http://arxiv.org/abs/{id_}v{item["version"]}</id>'
            f"<updated>2026-01-20T18:00:00Z</updated><published>2026-01-05T18:59:59Z</published>"
            f'<title>{text(item["title"])}</title><summary>{text(item["abstract"])}</summary>'
            f"{authors}{more}{categories}"
            f'<arxiv:primary_category term="{text(item["categories"][0])}"/></entry>\n')


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        services = self.server.services
        url = urllib.parse.urlsplit(self.path)
        with services.lock:
            services.heard.append(self.path)
            services.agents.add(self.headers["User-Agent"])
            fault = services.fault_of(self.path)
        if services.delay:
            time.sleep(services.delay)
        if fault == "drop":
            self.close_connection = True
            return None
        if fault == "busy":
            return self.send(503, "busy", {"Retry-After": "0"})
        if fault == "page":
            return self.send(200, PAGE, {"Content-Type": "text/html"})
        if url.path == "/api/query":
            return self.arxiv(urllib.parse.parse_qs(url.query), fault)
        if url.path.startswith("/details/"):
            return self.biorxiv(url.path.split("/", 3))
        if url.path.startswith("/registry/"):
            return self.csl(urllib.parse.unquote(url.path[len("/registry/"):]))
        return self.send(302, "", {"Location": "/registry" + self.path})

    def arxiv(self, query, fault):
        services = self.server.services
        ids = query["id_list"][0].split(",")
        assert int(query["max_results"][0]) == len(ids) <= 100, query
        for id_ in ids:
            if id_ in services.bad_ids:
                return self.send(400 if len(ids) > 1 else 200, FEED.format(1, ERROR.format(id_)))
        if fault == "empty":
            return self.send(200, FEED.format(0, ""))
        entries = [entry(id_, services.papers[id_]) for id_ in ids if id_ in services.papers]
        entries += [entry(id_, paper(0, title="Nobody asked")) for id_ in services.strangers]
        text = FEED.format(len(entries), "".join(entries))
        if services.latin1:
            return self.send(200, text.replace("UTF-8", "ISO-8859-1").encode("latin-1"))
        return self.send(200, text, {"Content-Type": "application/atom+xml; charset=ISO-8859-1"})

    def biorxiv(self, parts):
        server, doi = parts[2], urllib.parse.unquote(parts[3]).removesuffix("/na/json")
        versions = self.server.services.preprints.get((server, doi), [])
        status = "ok" if versions else "no posts found"
        return self.send(200, json.dumps({"messages": [{"status": status}],
                                          "collection": versions}))

    def csl(self, doi):
        item = self.server.services.works.get(doi)
        if item is None:
            return self.send(404, PAGE)
        if "application/vnd.citationstyles.csl+json" not in self.headers["Accept"]:
            return self.send(200, PAGE)
        return self.send(200, json.dumps(item))

    def send(self, status, body, headers=()):
        data = body if isinstance(body, bytes) else body.encode()
        self.send_response(status)
        for name, value in dict(headers).items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(data)))
        try:
            self.end_headers()
            self.wfile.write(data)
        except ConnectionError:  # a run that was killed
            self.close_connection = True

    def log_message(self, *_):
        pass


class Services:
    """Serves until close(); what it hears is in `heard`."""

    def __init__(self):
        self.papers, self.preprints, self.works = {}, {}, {}
        self.bad_ids, self.strangers = set(), []
        self.latin1, self.delay = False, 0
        self.faults, self.chance = {}, random.Random(7)
        self.script = []  # faults of the next requests
        self.lock, self.heard, self.agents = threading.Lock(), [], set()
        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.services = self
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        self.url = f"http://127.0.0.1:{self.server.server_port}"

    def fault_of(self, _path):
        if self.script:
            return self.script.pop(0)
        for fault, share in self.faults.items():
            if self.chance.random() < share:
                return fault
        return None

    def settings(self):
        return (f"fetch:\n  interval: 0\n  arxiv_api: {self.url}/api/query\n"
                f"  biorxiv_api: {self.url}\n  doi: {self.url}\n")

    def close(self):
        self.server.shutdown()
        self.server.server_close()
