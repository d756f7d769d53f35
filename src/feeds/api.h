// The archive as JSON, for programs and agents.
//
//   /api/index.json        what there is: {"api": 1, "title", "description",
//                          "url", "papers", "entries" (counts),
//                          "latest" (address),
//                          "pages": [address of each page of papers],
//                          "days": [{"date", "url", "api", "papers"}], newest
//                          first,
//                          "topics": [{"name", "url", "feed", "papers"}]}
//   /api/papers/1.json …   500 papers a page, those seen first first, so that
//                          new ones only ever come at the end: {"page", "next",
//                          "papers": [paper]}
//   /api/days/2026-01-23.json
//                          one day in digest order: {"date", "url", "papers",
//                          "previous", "next", "entries": [entry]}; there are
//                          none, and no addresses of them, where the settings
//                          say "api: {days: false}"
//   /api/latest.json       the same of the newest day; "date" is null where
//                          there is none
//
//   paper: {"id", "kind" ("arxiv", "doi", "hash"), "title", "original_title",
//           "url", "authors": [name], "topics": [name], "versions": [number],
//           "days": [date], "published", "score",
//           "links": {"abs", "pdf", "html", "code"}, "entries" (count),
//           "metadata"}
//   metadata: {"title", "authors": [{"name", "affiliations": [text]}],
//           "categories": [text], "comment", "journal_ref", "doi", "version",
//           "published", "updated" (dates), "withdrawn"}, as services say
//   entry: {"id", "kind", "version", "title", "original_title", "title_note",
//           "url", "authors", "topic", "source", "published", "score", "links",
//           "sections": {"abstract": Markdown as in the digest, …},
//           "digest": {"name", "dialect"}, "repeats"}
//
// Addresses have the site's host where `url` is set; "previous" and "next" are
// addresses of JSON. What is not known is null.
#ifndef OFFPRINT_FEEDS_API_H_
#define OFFPRINT_FEEDS_API_H_

#include <cstddef>

#include "output/output_sink.h"
#include "pages/content_hashes.h"
#include "pages/site.h"

namespace offprint {

// Writes all of it on `jobs` threads, but for what the sink can keep; a thread
// has one file in memory at a time.
void WriteApi(const Site& site, const ContentHashes& hashes, size_t jobs,
              OutputSink& sink);

}  // namespace offprint

#endif  // OFFPRINT_FEEDS_API_H_
