#include "citations/person_name.h"

#include <gtest/gtest.h>

namespace offprint {
namespace {

// "particle|family|suffix|given".
std::string Parts(std::string_view text) {
  const PersonName name = ReadPersonName(text);
  return name.particle + '|' + name.family + '|' + name.suffix + '|' +
         name.given;
}

TEST(PersonNameTest, TheLastWordIsTheFamily) {
  EXPECT_EQ(Parts("Ashish Vaswani"), "|Vaswani||Ashish");
  EXPECT_EQ(Parts("Aidan N. Gomez"), "|Gomez||Aidan N.");
  EXPECT_EQ(Parts("bell hooks"), "|hooks||bell");
}

TEST(PersonNameTest, SmallWordsAreAParticle) {
  EXPECT_EQ(Parts("Guido van Rossum"), "van|Rossum||Guido");
  EXPECT_EQ(Parts("Ana de la Cruz Lopez"), "de la|Cruz Lopez||Ana");
  EXPECT_EQ(Parts("van Rossum, Guido"), "van|Rossum||Guido");
}

TEST(PersonNameTest, SuffixesAreNoFamily) {
  EXPECT_EQ(Parts("Martin Luther King Jr."), "|King|Jr.|Martin Luther");
  EXPECT_EQ(Parts("Martin King, Jr."), "|King|Jr.|Martin");
  EXPECT_EQ(Parts("King, Jr., Martin"), "|King|Jr.|Martin");
  EXPECT_EQ(Parts("Ada II"), "|II||Ada");
}

TEST(PersonNameTest, SomeNamesAreOneWhole) {
  for (const std::string_view name :
       {"张三", "李 四", "김 철수", "OpenAI", "ATLAS Collaboration",
        "Gemini Team", "Health and Human", "Health, Human & Co", "A, B, C",
        "King,", ", Martin", ",", ""}) {
    EXPECT_EQ(Parts(name), "|" + std::string(name) + "||");
  }
}

TEST(PersonNameTest, OthersAreNobody) {
  EXPECT_TRUE(StandsForOthers("et al."));
  EXPECT_TRUE(StandsForOthers("等"));
  EXPECT_FALSE(StandsForOthers("Al Other"));
}

}  // namespace
}  // namespace offprint
