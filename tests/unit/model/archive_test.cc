#include "model/archive.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "model/paper_authors.h"
#include "model/paper_title.h"

namespace offprint {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

Digest MakeDigest(const std::string& name, Date date,
                  std::vector<Entry> entries) {
  Diagnostics diagnostics;
  Digest digest;
  digest.source_file = SourceFile(name, "", diagnostics);
  digest.date = date;
  digest.days = {date};
  digest.entries = std::move(entries);
  return digest;
}

Entry MakeEntry(std::string id, std::string_view title,
                std::string_view topic = "") {
  Entry entry;
  entry.id = {PaperId::Kind::kArxiv, std::move(id)};
  entry.title = title;
  entry.topic = topic;
  return entry;
}

Archive Build(std::vector<Digest> digests, ArchiveOptions options = {}) {
  return BuildArchive(std::move(digests), options);
}

std::vector<Digest> List(Digest a, Digest b) {
  std::vector<Digest> digests;
  digests.push_back(std::move(a));
  digests.push_back(std::move(b));
  return digests;
}

constexpr Date kMonday = {2026, 1, 5};
constexpr Date kThursday = {2026, 1, 8};

TEST(ArchiveTest, OnePaperOverDaysVersionsAndTopics) {
  Entry first = MakeEntry("1706.03762", "Attention", "cs.CL");
  first.version = 1;
  Entry second = MakeEntry("1706.03762", "Attention", "cs.LG");
  second.version = 2;
  const Archive archive = Build(List(MakeDigest("b.md", kThursday, {second}),
                                     MakeDigest("a.md", kMonday, {first})));
  ASSERT_EQ(archive.papers.size(), 1U);
  const Paper& paper = archive.papers[0];
  EXPECT_THAT(paper.versions, ElementsAre(1, 2));
  EXPECT_THAT(paper.days, ElementsAre(0U, 1U));
  EXPECT_EQ(paper.topics.size(), 2U);
  ASSERT_EQ(paper.entries.size(), 2U);
  EXPECT_EQ(archive.entries[paper.entries[0]].entry->version, 2);
  EXPECT_EQ(archive.counts.other_version, 1U);
}

TEST(ArchiveTest, TheSameEntryInAnotherFileOfTheDayIsKeptOnce) {
  const Entry entry = MakeEntry("1706.03762", "Attention");
  const Archive archive =
      Build(List(MakeDigest("2026-01-05-arxiv.md", kMonday, {entry}),
                 MakeDigest("2026-01-05.md", kMonday, {entry})));
  ASSERT_EQ(archive.entries.size(), 1U);
  EXPECT_EQ(archive.entries[0].repeats, 1U);
  EXPECT_EQ(archive.entries[0].digest->source_file.name(),
            "2026-01-05-arxiv.md");
  EXPECT_EQ(archive.counts.entries, 2U);
  EXPECT_EQ(archive.counts.same_entry, 1U);
}

TEST(ArchiveTest, OtherWordsOnTheSameDayAreBothKept) {
  const Archive archive = Build(
      List(MakeDigest("a.md", kMonday, {MakeEntry("1706.03762", "One title")}),
           MakeDigest("b.md", kMonday, {MakeEntry("1706.03762", "Other")})));
  EXPECT_EQ(archive.entries.size(), 2U);
  EXPECT_EQ(archive.counts.other_digest, 1U);
}

TEST(ArchiveTest, AnEntryWithoutIdIsKnownByItsLinkOrTitle) {
  Entry linked;
  linked.title = "A";
  linked.links.abs = "https://example.org/a";
  Entry same_link = linked;
  same_link.title = "B";
  Entry titled;
  titled.title = "A";
  const Archive archive =
      Build(List(MakeDigest("a.md", kMonday, {linked, titled}),
                 MakeDigest("b.md", kMonday, {same_link})));
  EXPECT_EQ(archive.papers.size(), 2U);
}

TEST(ArchiveTest, AliasesMergeTopics) {
  ArchiveOptions options;
  options.topic_aliases["Multimodal"] = "多模态";
  const Archive archive = BuildArchive(
      List(MakeDigest("a.md", kMonday, {MakeEntry("1", "A", "Multimodal")}),
           MakeDigest("b.md", kMonday, {MakeEntry("2", "B", "多模态")})),
      options);
  ASSERT_EQ(archive.topics.size(), 1U);
  EXPECT_EQ(archive.topics[0].name, "多模态");
  EXPECT_EQ(archive.topics[0].slug.value, "多模态");
  EXPECT_EQ(archive.topics[0].papers.size(), 2U);
}

TEST(ArchiveTest, TopicsThatShareASlugKeepApartAndOlderKeepsIts) {
  const Archive archive =
      Build(List(MakeDigest("a.md", kMonday, {MakeEntry("1", "A", "C++")}),
                 MakeDigest("b.md", kThursday, {MakeEntry("2", "B", "C")})));
  ASSERT_EQ(archive.topics.size(), 2U);
  EXPECT_EQ(archive.topics[0].name, "C");
  EXPECT_THAT(archive.topics[0].slug.value, ::testing::StartsWith("c-"));
  EXPECT_EQ(archive.topics[1].slug.value, "c");
}

// More papers than are settled at once, in an order that is none, with names
// that begin alike.
TEST(ArchiveTest, IsTheSameOnAnyNumberOfThreads) {
  constexpr int kPapers = 20'000;
  const auto build = [](size_t jobs) {
    Digest digest = MakeDigest("a.md", kMonday, {});
    for (int i = 0; i < kPapers; ++i) {
      const std::string number = std::to_string(i * 7919 % kPapers + 10'000);
      Entry entry = MakeEntry("2601." + number, digest.pool.Keep("T" + number));
      entry.authors = NameList(digest.pool.Keep("Somebody of a Long Name " +
                                                number + "\nAnn\nAnn Lee"));
      digest.entries.push_back(std::move(entry));
    }
    std::vector<Digest> digests;
    digests.push_back(std::move(digest));
    ArchiveOptions options;
    options.jobs = jobs;
    return Build(std::move(digests), options);
  };
  const Archive one = build(1);
  const Archive three = build(3);
  ASSERT_EQ(one.papers.size(), size_t{kPapers});
  ASSERT_EQ(one.authors.size(), size_t{kPapers} + 2);
  EXPECT_TRUE(std::ranges::is_sorted(one.authors, {}, &Author::name));
  EXPECT_TRUE(std::ranges::is_sorted(
      one.papers, {}, [](const Paper& paper) { return paper.id.value; }));
  for (size_t i = 0; i < one.papers.size(); ++i) {
    const Paper& paper = one.papers[i];
    EXPECT_EQ(paper.title.substr(1), paper.id.value.substr(5));
    EXPECT_EQ(one.authors[paper.authors.at(0)].name.substr(24),
              paper.title.substr(1));
    EXPECT_EQ(one.entries[paper.entries.at(0)].paper, i);
    ASSERT_EQ(paper.id, three.papers[i].id);
    ASSERT_EQ(paper.authors, three.papers[i].authors);
  }
  for (size_t i = 0; i < one.authors.size(); ++i) {
    ASSERT_EQ(one.authors[i].slug, three.authors[i].slug);
    ASSERT_EQ(one.authors[i].papers, three.authors[i].papers);
  }
}

// The first sixteen bytes of names are compared apart from the rest.
TEST(ArchiveTest, AuthorsAreOrderedByAllBytesOfTheirNames) {
  using std::string_literals::operator""s;
  const std::string names =
      "Alexander Grigorov\nAlexander Grigoriev\nAlexander Grigor\n"
      "Alexander Grigor\0\nLi\0\nLi\nLi\0\0\n李\nZ"s;
  Entry entry = MakeEntry("1706.03762", "Attention");
  entry.authors = NameList(names);
  const Archive archive = Build(List(MakeDigest("a.md", kMonday, {entry}),
                                     MakeDigest("b.md", kThursday, {})));
  std::vector<std::string> ordered;
  for (const Author& author : archive.authors) {
    ordered.emplace_back(author.name);
  }
  EXPECT_THAT(ordered, ElementsAre("Alexander Grigor", "Alexander Grigor\0"s,
                                   "Alexander Grigoriev", "Alexander Grigorov",
                                   "Li", "Li\0"s, "Li\0\0"s, "Z", "李"));
}

TEST(ArchiveTest, AuthorsAreUnitedLongestListFirst) {
  Entry brief = MakeEntry("1", "A");
  brief.authors = NameList("Vaswani\nSomebody Else");
  Entry full = MakeEntry("1", "A", "cs.CL");
  full.authors = NameList("Noam Shazeer\nVaswani\nNiki Parmar");
  const Archive archive = Build(List(MakeDigest("a.md", kMonday, {brief}),
                                     MakeDigest("b.md", kMonday, {full})));
  std::vector<std::string_view> names;
  for (const AuthorIndex author : archive.papers[0].authors) {
    names.push_back(archive.authors[author].name);
  }
  EXPECT_THAT(names, ElementsAre("Noam Shazeer", "Vaswani", "Niki Parmar",
                                 "Somebody Else"));
}

TEST(ArchiveTest, TheOrderOfTheDigestsDoesNotMatter) {
  const auto digests = [] {
    return List(
        MakeDigest("a.md", kMonday,
                   {MakeEntry("1", "A", "x"), MakeEntry("2", "B", "y")}),
        MakeDigest("b.md", kThursday,
                   {MakeEntry("2", "Bb", "x"), MakeEntry("3", "C", "z")}));
  };
  const Archive one = Build(digests());
  std::vector<Digest> reversed = digests();
  std::reverse(reversed.begin(), reversed.end());
  const Archive other = Build(std::move(reversed));
  ASSERT_EQ(one.papers.size(), other.papers.size());
  for (size_t i = 0; i < one.papers.size(); ++i) {
    EXPECT_EQ(one.papers[i].id, other.papers[i].id);
    EXPECT_EQ(one.papers[i].title, other.papers[i].title);
    EXPECT_EQ(one.papers[i].topics, other.papers[i].topics);
  }
}

TEST(ArchiveTest, DaysWithoutADigestAreFound) {
  const Archive archive =
      Build(List(MakeDigest("a.md", kMonday, {}),
                 MakeDigest("b.md", kThursday, {MakeEntry("1", "A")})));
  EXPECT_THAT(archive.counts.missing_days,
              ElementsAre(Date{2026, 1, 6}, Date{2026, 1, 7}));
  EXPECT_EQ(archive.days.size(), 2U);
  EXPECT_EQ(archive.days[0].papers, 0U);
}

TEST(ArchiveTest, DaysMayFollowThePublicationDates) {
  Entry entry = MakeEntry("1", "A");
  entry.published = kMonday;
  ArchiveOptions options;
  options.day_rule = DayRule::kPublished;
  std::vector<Digest> digests;
  digests.push_back(MakeDigest("a.md", kThursday, {entry}));
  const Archive archive = BuildArchive(std::move(digests), options);
  ASSERT_EQ(archive.days.size(), 1U);
  EXPECT_EQ(archive.days[0].date, kMonday);
}

TEST(PaperTitleTest, TheMostFrequentTitleWins) {
  const Entry a = MakeEntry("1", "注意力");
  const Entry b = MakeEntry("1", "注意力就是一切");
  const TitleChoice choice = ChooseTitle({&a, &b, &b}, nullptr);
  EXPECT_EQ(choice.title, "注意力就是一切");
  EXPECT_EQ(choice.original_title, "");
}

TEST(PaperTitleTest, AnUntranslatedTitleIsKeptAsTheOriginal) {
  const Entry a = MakeEntry("1", "注意力");
  const Entry b = MakeEntry("1", "Attention");
  EXPECT_EQ(ChooseTitle({&a, &b}, nullptr).title, "注意力");
  EXPECT_EQ(ChooseTitle({&a, &b}, nullptr).original_title, "Attention");
}

TEST(PaperTitleTest, WithoutAnyTitleTheOriginalStandsIn) {
  Entry entry = MakeEntry("1", "");
  entry.original_title = "Attention";
  EXPECT_EQ(ChooseTitle({&entry}, nullptr).title, "Attention");
  EXPECT_EQ(ChooseTitle({&entry}, nullptr).original_title, "");
}

Metadata MetadataOf(std::string id, std::string title,
                    std::vector<MetadataAuthor> authors = {}) {
  Metadata metadata;
  metadata.id = {PaperId::Kind::kArxiv, std::move(id)};
  metadata.title = std::move(title);
  metadata.authors = std::move(authors);
  return metadata;
}

Archive BuildWith(Entry entry, Metadata metadata) {
  std::vector<Digest> digests;
  digests.push_back(MakeDigest("a.md", {2026, 1, 1}, {std::move(entry)}));
  auto list = std::make_shared<const std::vector<Metadata>>(
      std::vector<Metadata>{std::move(metadata)});
  return BuildArchive(std::move(digests), {}, {list});
}

std::vector<std::string_view> NamesOf(const Archive& archive) {
  std::vector<std::string_view> names;
  for (const AuthorIndex author : archive.papers.at(0).authors) {
    names.push_back(archive.authors[author].name);
  }
  return names;
}

TEST(MetadataTest, AddsTheOriginalTitleToATranslation) {
  const Archive archive = BuildWith(MakeEntry("2601.00001", "注意力"),
                                    MetadataOf("2601.00001", "Attention"));
  EXPECT_EQ(archive.papers[0].title, "注意力");
  EXPECT_EQ(archive.papers[0].original_title, "Attention");
  EXPECT_EQ(archive.papers[0].metadata->title, "Attention");
}

TEST(MetadataTest, LeavesTheDigestsOwnWords) {
  Entry entry = MakeEntry("2601.00001", "注意力");
  entry.original_title = "The digest's";
  entry.published = Date{2025, 1, 1};
  Metadata metadata = MetadataOf("2601.00001", "Attention");
  metadata.published = Date{2024, 1, 1};
  const Archive archive = BuildWith(entry, metadata);
  EXPECT_EQ(archive.papers[0].original_title, "The digest's");
  EXPECT_EQ(archive.papers[0].published, (Date{2025, 1, 1}));
  EXPECT_EQ(BuildWith(MakeEntry("2601.00001", "attention!"), metadata)
                .papers[0]
                .original_title,
            "");
}

TEST(MetadataTest, StandsInForATitleAndADateThatNoDigestGives) {
  Metadata metadata = MetadataOf("2601.00001", "Attention");
  metadata.published = Date{2024, 1, 1};
  const Archive archive = BuildWith(MakeEntry("2601.00001", ""), metadata);
  EXPECT_EQ(archive.papers[0].title, "Attention");
  EXPECT_EQ(archive.papers[0].published, (Date{2024, 1, 1}));
}

TEST(MetadataTest, MakesNoPapers) {
  const Archive archive =
      BuildWith(MakeEntry("2601.00001", "A"), MetadataOf("2601.00002", "B"));
  EXPECT_EQ(archive.papers.size(), 1U);
  EXPECT_EQ(archive.papers[0].metadata, nullptr);
}

TEST(MetadataTest, CompletesAListThatIsCut) {
  const Metadata metadata = MetadataOf(
      "2601.00001", "A", {{"Ada Alpha", {}}, {"Bob Beta", {}}, {"Cem", {}}});
  using Names = std::vector<std::string_view>;
  const auto names_with = [&](std::string_view names) {
    Entry entry = MakeEntry("2601.00001", "A");
    entry.authors = NameList(names);
    const Archive archive = BuildWith(entry, metadata);
    return NamesOf(archive) == Names{"Ada Alpha", "Bob Beta", "Cem"};
  };
  EXPECT_TRUE(names_with(""));
  EXPECT_TRUE(names_with("Ada Alpha"));
  EXPECT_TRUE(names_with("A. Alpha et al."));
  EXPECT_TRUE(names_with("Alpha, Ada\net al."));
  EXPECT_FALSE(names_with("Eva Alpha"));
  EXPECT_FALSE(names_with("Ada Alpha\nB. Beta\nCem"));
}

TEST(MetadataTest, NamesNobodyTwice) {
  const Archive archive =
      BuildWith(MakeEntry("2601.00001", "A"),
                MetadataOf("2601.00001", "A", {{"Wei", {}}, {"Wei", {}}}));
  EXPECT_THAT(NamesOf(archive), ElementsAre("Wei"));
}

TEST(MayBeSamePersonTest, GoesByFamilyAndGivenNameOrItsFirstLetter) {
  EXPECT_TRUE(MayBeSamePerson("Ada Lovelace", "Lovelace, A."));
  EXPECT_TRUE(MayBeSamePerson("Łukasz Kaiser", "Lukasz Kaiser"));
  EXPECT_TRUE(MayBeSamePerson("A.B. Lovelace", "Ada Lovelace"));
  EXPECT_TRUE(MayBeSamePerson("张三", "张三"));
  EXPECT_FALSE(MayBeSamePerson("张三", "李四"));
  EXPECT_FALSE(MayBeSamePerson("Ada Lovelace", "Eva Lovelace"));
  EXPECT_FALSE(MayBeSamePerson("", ","));
}

}  // namespace
}  // namespace offprint
