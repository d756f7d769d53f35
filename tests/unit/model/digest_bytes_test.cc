#include "model/digest_bytes.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace offprint {
namespace {

using ::testing::ElementsAre;
using ::testing::Pair;
using ::testing::SizeIs;

Digest MakeDigest() {
  Digest digest;
  digest.source_file = SourceFile::WithoutText("content/a.md");
  digest.dialect = Dialect::kEnhancedList;
  digest.date = Date{2026, 1, 23};
  digest.source = "arxiv";
  digest.meta = {{"model", "一个模型"}, {"tokens", "12"}};
  digest.days = {{2026, 1, 23}, {1969, 12, 31}};
  Entry entry;
  entry.line = 7;
  entry.id = {PaperId::Kind::kArxiv, "1706.03762"};
  entry.version = 5;
  entry.title = "注意力就是一切";
  entry.original_title = "Attention Is All You Need";
  entry.title_note = "译名";
  entry.authors = NameList("Ashish Vaswani\nNoam Shazeer");
  entry.topic = "序列模型";
  entry.source = "arxiv";
  entry.day = Date{2026, 1, 23};
  entry.published = Date{2017, 6, 12};
  entry.score = 9.25;
  entry.links = {"a", "p", "h", "c"};
  entry.sections = {{SectionKey::kReason, "奠基之作"},
                    {SectionKey::kTldr, "Transformer."}};
  entry.excerpt = "Transformer";
  entry.code_in_text = true;
  digest.entries.push_back(std::move(entry));
  digest.entries.emplace_back();
  return digest;
}

// What Write gives of a digest.
struct Written {
  explicit Written(const Digest& digest) {
    ByteWriter out;
    Write(digest, &out, &texts);
    bytes = out.bytes();
  }

  std::string bytes;
  std::string texts;
};

TEST(DigestBytes, AreReadAsTheyWereWritten) {
  const Digest original = MakeDigest();
  const Written written(original);
  EXPECT_EQ(written.texts,
            "Ashish Vaswani\nNoam ShazeerTransformer"
            "奠基之作Transformer.");
  ByteReader in(written.bytes);
  const Digest digest = ReadDigestBytes(nullptr, written.texts, &in);
  EXPECT_TRUE(in.good() && in.at_end());
  EXPECT_EQ(digest.source_file.name(), "content/a.md");
  EXPECT_EQ(digest.dialect, Dialect::kEnhancedList);
  EXPECT_EQ(digest.date, (Date{2026, 1, 23}));
  EXPECT_EQ(digest.source, "arxiv");
  EXPECT_THAT(digest.meta,
              ElementsAre(Pair("model", "一个模型"), Pair("tokens", "12")));
  EXPECT_THAT(digest.days, ElementsAre(Date{2026, 1, 23}, Date{1969, 12, 31}));
  ASSERT_THAT(digest.entries, SizeIs(2));
  const Entry& entry = digest.entries[0];
  EXPECT_EQ(entry.line, 7);
  EXPECT_EQ(entry.id, (PaperId{PaperId::Kind::kArxiv, "1706.03762"}));
  EXPECT_EQ(entry.version, 5);
  EXPECT_EQ(entry.title, "注意力就是一切");
  EXPECT_EQ(entry.original_title, "Attention Is All You Need");
  EXPECT_EQ(entry.title_note, "译名");
  EXPECT_THAT(entry.authors, ElementsAre("Ashish Vaswani", "Noam Shazeer"));
  EXPECT_EQ(entry.topic, "序列模型");
  EXPECT_EQ(entry.source, "arxiv");
  EXPECT_EQ(entry.day, (Date{2026, 1, 23}));
  EXPECT_EQ(entry.published, (Date{2017, 6, 12}));
  EXPECT_EQ(entry.score, 9.25);
  const Links& links = entry.links;
  EXPECT_THAT(std::vector({links.abs, links.pdf, links.html, links.code}),
              ElementsAre("a", "p", "h", "c"));
  ASSERT_THAT(entry.sections, SizeIs(2));
  EXPECT_EQ(entry.sections[1].key, SectionKey::kTldr);
  EXPECT_EQ(entry.sections[1].text, "Transformer.");
  EXPECT_EQ(entry.excerpt, "Transformer");
  EXPECT_TRUE(entry.code_in_text);
  EXPECT_EQ(entry.words, HashOfWords(original.entries[0]));
  EXPECT_EQ(digest.entries[1].words, HashOfWords(original.entries[1]));
  EXPECT_EQ(Written(digest).bytes, written.bytes);
  EXPECT_EQ(Written(digest).texts, written.texts);
}

TEST(DigestBytes, WhatIsCutOffIsOfNoUse) {
  const Written written(MakeDigest());
  for (size_t size = 0; size < written.bytes.size(); ++size) {
    ByteReader in(std::string_view(written.bytes).substr(0, size));
    ReadDigestBytes(nullptr, written.texts, &in);
    EXPECT_FALSE(in.good()) << size;
  }
}

TEST(DigestBytes, OtherTextsThanWereWrittenAreOfNoUse) {
  const Written written(MakeDigest());
  const auto is_good = [&](const std::string& texts) {
    ByteReader in(written.bytes);
    ReadDigestBytes(nullptr, texts, &in);
    return in.good();
  };
  EXPECT_TRUE(is_good(written.texts));
  EXPECT_FALSE(is_good(written.texts + "x"));
  for (size_t size = 0; size < written.texts.size(); ++size) {
    EXPECT_FALSE(is_good(written.texts.substr(0, size))) << size;
  }
}

// Each of these is something that a page shows.
TEST(HashOfWords, IsOfAllWords) {
  const Entry entry = std::move(MakeDigest().entries[0]);
  const auto differs = [&](auto change) {
    Entry other = entry;
    change(other);
    return HashOfWords(other) != HashOfWords(entry);
  };
  EXPECT_FALSE(differs([](Entry&) {}));
  EXPECT_TRUE(differs([](Entry& e) { e.version = 6; }));
  EXPECT_TRUE(differs([](Entry& e) { e.title = "x"; }));
  EXPECT_TRUE(differs([](Entry& e) { e.original_title = "x"; }));
  EXPECT_TRUE(differs([](Entry& e) { e.title_note = "x"; }));
  EXPECT_TRUE(
      differs([](Entry& e) { e.authors = NameList("Ashish Vaswani"); }));
  EXPECT_TRUE(differs([](Entry& e) { e.source = "x"; }));
  EXPECT_TRUE(differs([](Entry& e) { e.published.reset(); }));
  EXPECT_TRUE(differs([](Entry& e) { e.score = 9; }));
  EXPECT_TRUE(differs([](Entry& e) { e.links.code = "x"; }));
  EXPECT_TRUE(differs([](Entry& e) { e.sections[0].text = "x"; }));
  EXPECT_TRUE(differs([](Entry& e) { e.sections[0].key = SectionKey::kTask; }));
}

}  // namespace
}  // namespace offprint
