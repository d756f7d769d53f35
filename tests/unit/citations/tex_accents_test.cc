#include "citations/tex_accents.h"

#include <gtest/gtest.h>

namespace offprint {
namespace {

TEST(TexAccentsTest, AccentsBecomeLetters) {
  EXPECT_EQ(WithoutTexAccents(R"(Schr\"odinger)"), "Schrödinger");
  EXPECT_EQ(WithoutTexAccents(R"(Jos\'{e} Mu{\~n}oz)"), "José Muñoz");
  EXPECT_EQ(WithoutTexAccents(R"(Bo\v{z}i\'{c} \c{C}elik {\H{o}})"),
            "Božić Çelik ő");
  EXPECT_EQ(WithoutTexAccents(R"(Mart\'{\i}nez V\'\i a)"), "Martínez Ví a");
}

TEST(TexAccentsTest, LettersThatAreCommands) {
  EXPECT_EQ(WithoutTexAccents(R"(S\o rensen, {\L}ukasz, Stra\ss{}e, \AA)"),
            "Sørensen, Łukasz, Straße, Å");
}

TEST(TexAccentsTest, EscapedCharactersAreThemselves) {
  EXPECT_EQ(WithoutTexAccents(R"(R\&D 5\% \#1 a\_b \$5)"), "R&D 5% #1 a_b $5");
}

TEST(TexAccentsTest, AllElseStays) {
  for (const std::string_view text :
       {R"(\input{x})", R"(\over)", R"(a\)", R"(\")", R"(\"{ab})", R"(\"{a)",
        R"(\vc)", R"({BERT})", R"($x\_1 \hat{\imath}$)", R"(\"中)", ""}) {
    EXPECT_EQ(WithoutTexAccents(text), text);
  }
}

}  // namespace
}  // namespace offprint
