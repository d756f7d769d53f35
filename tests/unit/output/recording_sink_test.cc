#include "output/recording_sink.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "base/diagnostics.h"
#include "output/memory_sink.h"

namespace offprint {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

constexpr Hash128 kParts = {1, 2};
constexpr Hash128 kOtherParts = {3, 4};

// The ledger of a build that wrote these two.
Ledger Before() {
  MemorySink memory;
  const Ledger none;
  RecordingSink sink(none, true, memory);
  EXPECT_FALSE(sink.Keep("a/page.html", kParts));
  sink.Write("a/page.html", "page");
  sink.Write("b.txt", "text");
  return sink.Finish().ledger;
}

TEST(RecordingSinkTest, OfNothingAllIsWritten) {
  MemorySink memory;
  const Ledger none;
  RecordingSink sink(none, true, memory);
  sink.Write("b.txt", "text");
  sink.Write("a.txt", "");
  const RecordingSink::Result result = sink.Finish();
  EXPECT_THAT(result.written, ElementsAre("a.txt", "b.txt"));
  EXPECT_THAT(result.stale, IsEmpty());
  EXPECT_EQ(result.ledger.Find("b.txt")->size, 4U);
}

TEST(RecordingSinkTest, WhatIsMadeOfTheSameIsKept) {
  const Ledger before = Before();
  MemorySink memory;
  RecordingSink sink(before, true, memory);
  EXPECT_TRUE(sink.Keep("a/page.html", kParts));
  EXPECT_FALSE(sink.Keep("b.txt", kParts));
  sink.Write("b.txt", "text");
  const RecordingSink::Result result = sink.Finish();
  EXPECT_THAT(memory.files(), IsEmpty());
  EXPECT_THAT(result.same, ElementsAre("a/page.html", "b.txt"));
  EXPECT_EQ(result.ledger.Id(), before.Id());
  EXPECT_EQ(result.ledger.Find("b.txt")->made_of, kParts);
}

TEST(RecordingSinkTest, WhatDiffersIsHandedOnAndWhatIsGoneIsStale) {
  const Ledger before = Before();
  MemorySink memory;
  RecordingSink sink(before, true, memory);
  EXPECT_FALSE(sink.Keep("a/page.html", kOtherParts));
  sink.Write("a/page.html", "another page");
  const RecordingSink::Result result = sink.Finish();
  EXPECT_THAT(result.written, ElementsAre("a/page.html"));
  EXPECT_THAT(result.stale, ElementsAre("b.txt"));
  EXPECT_EQ(memory.files().at("a/page.html"), "another page");
  EXPECT_NE(result.ledger.Id(), before.Id());
}

TEST(RecordingSinkTest, WithoutKeepingContentsAreComparedAlone) {
  const Ledger before = Before();
  MemorySink memory;
  RecordingSink sink(before, false, memory);
  EXPECT_FALSE(sink.Keep("a/page.html", kParts));
  EXPECT_FALSE(sink.KeepBelow("a/"));
  sink.Write("a/page.html", "page");
  EXPECT_THAT(sink.Finish().same, ElementsAre("a/page.html"));
}

TEST(RecordingSinkTest, AFolderIsKeptWhole) {
  const Ledger before = Before();
  MemorySink memory;
  RecordingSink sink(before, true, memory);
  EXPECT_FALSE(sink.KeepBelow("c/"));
  EXPECT_TRUE(sink.KeepBelow("a/"));
  EXPECT_THAT(sink.Finish().stale, ElementsAre("b.txt"));
}

TEST(RecordingSinkTest, AFileThatIsKeptMayBeWrittenAllTheSame) {
  const Ledger before = Before();
  MemorySink memory;
  RecordingSink sink(before, true, memory);
  EXPECT_TRUE(sink.Keep("a/page.html", kParts));
  sink.Write("a/page.html", "another page");
  const RecordingSink::Result result = sink.Finish();
  EXPECT_THAT(result.written, ElementsAre("a/page.html"));
  EXPECT_EQ(result.ledger.Find("a/page.html")->made_of, kParts);
}

TEST(RecordingSinkTest, AFileThatIsWrittenTwiceIsAnError) {
  const Ledger before = Before();
  MemorySink memory;
  RecordingSink sink(before, true, memory);
  sink.Write("b.txt", "text");
  sink.Write("b.txt", "text");
  EXPECT_THROW(sink.Finish(), EnvironmentError);
}

TEST(LedgerTest, IsReadAsItWasWritten) {
  const Ledger before = Before();
  ByteWriter out;
  before.Write(&out);
  ByteReader in(out.bytes());
  const Ledger after = Ledger::Read(&in);
  EXPECT_TRUE(in.good() && in.at_end());
  EXPECT_EQ(after.Id(), before.Id());
  EXPECT_EQ(after.Find("a/page.html")->made_of, kParts);
  EXPECT_EQ(after.Find("a/pag"), nullptr);
}

}  // namespace
}  // namespace offprint
