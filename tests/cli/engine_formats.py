"""What OpenSearch and Meilisearch take, as their documentation has it.

Each check raises AssertionError. Sources:
  OpenSearch    docs.opensearch.org: "Bulk API", "Create index", "Mapping
                parameters", "Normalizers" (the filters that these take: Elastic's
                page of that name), "CJK bigram"; the schemas _core.bulk and
                _common.mapping of opensearch-api-specification
  Meilisearch   meilisearch.com/docs: "Settings", "Known limitations", "Ranking
                rules", "Primary key"
"""

import json
import re

MOST_REQUEST = 100_000_000  # bytes, of both engines' defaults
DATE = re.compile(r"\d{4}-\d\d-\d\d")

TEXT_PARAMETERS = {"analyzer", "search_analyzer", "search_quote_analyzer",
                   "fields", "index", "index_options", "store", "norms"}
KEYWORD_PARAMETERS = {"ignore_above", "normalizer", "doc_values", "index",
                      "fields", "store"}
NUMBER_PARAMETERS = {"doc_values", "index", "store", "coerce"}
PARAMETERS = {
    "text": TEXT_PARAMETERS, "keyword": KEYWORD_PARAMETERS,
    "date": {"format", "doc_values", "index", "store"},
    "integer": NUMBER_PARAMETERS, "double": NUMBER_PARAMETERS,
    "boolean": {"doc_values", "index", "store"},
}
TOKEN_FILTERS = {"cjk_width", "cjk_bigram", "lowercase", "trim"}  # built in
NORMALIZER_FILTERS = {
    "arabic_normalization", "asciifolding", "bengali_normalization", "cjk_width",
    "decimal_digit", "elision", "german_normalization", "hindi_normalization",
    "indic_normalization", "lowercase", "persian_normalization",
    "scandinavian_folding", "serbian_normalization", "sorani_normalization",
    "trim", "uppercase"}

RANKING_RULES = {"words", "typo", "proximity", "attribute", "sort", "exactness"}
SETTINGS = {
    "displayedAttributes", "searchableAttributes", "filterableAttributes",
    "sortableAttributes", "rankingRules", "stopWords", "nonSeparatorTokens",
    "separatorTokens", "dictionary", "synonyms", "distinctAttribute",
    "proximityPrecision", "typoTolerance", "faceting", "pagination", "embedders",
    "searchCutoffMs", "localizedAttributes", "facetSearch", "prefixSearch"}


def lines_of(data):
    """The objects of newline-delimited JSON, the last line ended too."""
    assert len(data) < MOST_REQUEST
    assert data.endswith(b"\n")
    lines = [json.loads(line) for line in data[:-1].split(b"\n")]
    assert all(isinstance(line, dict) for line in lines)
    return lines


def values_of(value):
    return value if isinstance(value, list) else [value]


def check_analysis(analysis):
    assert set(analysis) == {"analyzer", "normalizer"}
    for one in analysis["analyzer"].values():
        assert set(one) == {"type", "tokenizer", "filter"}
        assert (one["type"], one["tokenizer"]) == ("custom", "standard")
        assert set(one["filter"]) <= TOKEN_FILTERS
    for one in analysis["normalizer"].values():
        assert set(one) == {"type", "filter"} and one["type"] == "custom"
        assert set(one["filter"]) <= NORMALIZER_FILTERS


def check_field(field, analysis):
    parameters = set(field) - {"type"}
    assert parameters <= PARAMETERS[field["type"]], field
    for name in ("analyzer", "search_analyzer"):
        assert field.get(name, "standard") in {"standard", *analysis["analyzer"]}
    assert field.get("index_options", "docs") in {"docs", "freqs", "positions",
                                                  "offsets"}
    if "normalizer" in field:
        assert field["normalizer"] in analysis["normalizer"]
    # A term has at most 32,766 bytes; ignore_above counts characters.
    if field["type"] == "keyword" and field.get("index", True):
        assert field["ignore_above"] * 4 <= 32766
    if field["type"] == "date":
        assert field["format"] == "strict_date"
    for inner in field.get("fields", {}).values():
        check_field(inner, analysis)


def check_opensearch_index(index):
    """The body of PUT /index; returns its fields."""
    assert set(index) == {"settings", "mappings"}
    analysis = index["settings"]["analysis"]
    check_analysis(analysis)
    assert set(index["mappings"]) == {"dynamic", "properties"}
    assert index["mappings"]["dynamic"] == "strict"
    for field in index["mappings"]["properties"].values():
        check_field(field, analysis)
    return index["mappings"]["properties"]


def check_value(value, kind):
    if kind in ("text", "keyword"):
        assert isinstance(value, str)
    elif kind == "date":
        assert DATE.fullmatch(value)
    elif kind == "boolean":
        assert isinstance(value, bool)
    else:
        assert isinstance(value, int if kind == "integer" else float)


def check_opensearch_documents(data, fields):
    """The body of POST /index/_bulk; returns its documents by _id."""
    lines = lines_of(data)
    assert len(lines) % 2 == 0
    documents = {}
    for action, document in zip(lines[::2], lines[1::2]):
        assert set(action) == {"index"} and set(action["index"]) == {"_id"}
        name = action["index"]["_id"]
        assert 0 < len(name.encode()) <= 512
        assert name not in documents
        documents[name] = document
        for key, value in document.items():
            for one in values_of(value):
                check_value(one, fields[key]["type"])
    return documents


def check_meilisearch_settings(settings):
    """The body of PATCH /indexes/…/settings; returns the attributes named."""
    assert set(settings) <= SETTINGS
    named = set()
    for key in ("searchableAttributes", "filterableAttributes",
                "sortableAttributes"):
        assert len(set(settings[key])) == len(settings[key])
        named |= set(settings[key])
    for rule in settings["rankingRules"]:
        attribute, _, order = rule.partition(":")
        assert rule in RANKING_RULES or order in ("asc", "desc")
        if order:
            named.add(attribute)
    for one in settings["localizedAttributes"]:
        assert set(one) == {"attributePatterns", "locales"}
        assert all(re.fullmatch("[a-z]{3}", name) for name in one["locales"])
    assert set(settings["faceting"]) <= {"maxValuesPerFacet",
                                         "sortFacetValuesBy"}
    assert set(settings["faceting"]["sortFacetValuesBy"].values()) <= {
        "alpha", "count"}
    assert set(settings["pagination"]) == {"maxTotalHits"}
    assert set(settings["typoTolerance"]) <= {
        "enabled", "minWordSizeForTypos", "disableOnWords",
        "disableOnAttributes", "disableOnNumbers"}
    return named


def check_meilisearch_documents(data, settings):
    """The body of POST /indexes/…/documents; returns its documents by id."""
    documents = {}
    for document in lines_of(data):
        assert re.fullmatch("[A-Za-z0-9_-]{1,511}", document["id"])
        assert document["id"] not in documents
        documents[document["id"]] = document
        for key in settings["filterableAttributes"]:
            for value in values_of(document.get(key, [])):
                assert isinstance(value, (str, int, float))
                if isinstance(value, str):
                    assert len(value.encode()) <= 468
                else:
                    assert abs(value) <= 2 ** 53
        for key in settings["sortableAttributes"]:
            assert isinstance(document.get(key, 0), (str, int, float))
    return documents
