// Needs no plug-in. Chinese, Japanese and Korean are indexed as pairs of
// neighbours, so that a phrase query finds any run of them wherever it stands;
// "single" fields are for a character by itself. Both sides of a field are
// analysed alike: with single characters between the pairs, as cjk_bigram can
// put them, words behind them would stand elsewhere in text and query. The
// built-in analyser "cjk" drops English stop words, which phrases are made of.
#include "engines/opensearch.h"

#include <cstddef>

#include "data/json.h"
#include "engines/document.h"

namespace offprint::engines {
namespace {

constexpr size_t kLongestId = 512;      // bytes
constexpr size_t kLongestTerm = 32766;  // bytes

// ignore_above counts characters, of at most four bytes.
constexpr std::string_view kIndex = R"({
  "settings": {
    "analysis": {
      "analyzer": {
        "papers": {
          "type": "custom",
          "tokenizer": "standard",
          "filter": ["cjk_width", "lowercase", "cjk_bigram"]
        },
        "singles": {
          "type": "custom",
          "tokenizer": "standard",
          "filter": ["cjk_width", "lowercase"]
        }
      },
      "normalizer": {
        "folded": {"type": "custom", "filter": ["cjk_width", "lowercase", "trim"]}
      }
    }
  },
  "mappings": {
    "dynamic": "strict",
    "properties": {
      "id": {"type": "keyword", "normalizer": "folded", "ignore_above": 8191},
      "url": {"type": "keyword", "index": false, "doc_values": false},
      "title": {
        "type": "text", "analyzer": "papers",
        "fields": {"single": {"type": "text", "analyzer": "singles", "index_options": "docs", "norms": false}}
      },
      "other_titles": {
        "type": "text", "analyzer": "papers",
        "fields": {"single": {"type": "text", "analyzer": "singles", "index_options": "docs", "norms": false}}
      },
      "authors": {
        "type": "text", "analyzer": "papers",
        "fields": {
          "single": {"type": "text", "analyzer": "singles", "index_options": "docs", "norms": false},
          "name": {"type": "keyword", "ignore_above": 8191}
        }
      },
      "topics": {
        "type": "keyword", "ignore_above": 8191,
        "fields": {"folded": {"type": "keyword", "normalizer": "folded", "ignore_above": 8191}}
      },
      "sources": {"type": "keyword", "normalizer": "folded", "ignore_above": 8191},
      "last_seen": {"type": "date", "format": "strict_date"},
      "published": {"type": "date", "format": "strict_date"},
      "days": {"type": "date", "format": "strict_date"},
      "years": {"type": "integer"},
      "score": {"type": "double"},
      "code": {"type": "boolean"},
      "texts": {
        "type": "text", "analyzer": "papers",
        "fields": {"single": {"type": "text", "analyzer": "singles", "index_options": "docs", "norms": false}}
      }
    }
  }
}
)";

}  // namespace

std::string_view OpenSearchIndex() { return kIndex; }

void AppendBulkLines(const Archive& archive, const search::Record& record,
                     std::string* out) {
  data::JsonWriter action(out);
  action.BeginObject().Key("index").BeginObject();
  action.Key("_id").String(ShortId(record.id, kLongestId));
  action.EndObject().EndObject();
  out->push_back('\n');
  data::JsonWriter document(out);
  document.BeginObject().Key("id").String(record.id);
  PutMembers(archive, record, kLongestTerm, &document);
  document.EndObject();
  out->push_back('\n');
}

}  // namespace offprint::engines
