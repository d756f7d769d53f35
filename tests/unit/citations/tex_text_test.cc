#include "citations/tex_text.h"

#include <gtest/gtest.h>

namespace offprint {
namespace {

TEST(TexTextTest, SpecialCharactersAreEscaped) {
  EXPECT_EQ(TexText(R"(R&D 5% $3 #1 a_b ~x ^y \z)"),
            R"(R\&D 5\% \$3 \#1 a\_b \textasciitilde{}x \textasciicircum{}y )"
            R"(\textbackslash{}z)");
}

TEST(TexTextTest, BracesPairForBibtex) {
  EXPECT_EQ(TexText("a {b} c"), R"(a \{b\} c)");
  EXPECT_EQ(TexText("a } b {"), R"(a \textbraceright{} b \textbraceleft{})");
}

TEST(TexTextTest, NoCommandStays) {
  EXPECT_EQ(TexText(R"(\input{x})"), R"(\textbackslash{}input\{x\})");
  EXPECT_EQ(TexText("\\"), R"(\textbackslash{})");
}

TEST(TexTextTest, OtherLettersStayInUtf8) {
  EXPECT_EQ(TexText("José 张三 – 😀"), "José 张三 – 😀");
}

TEST(TexTitleTest, CapitalsWithinWordsAreProtected) {
  EXPECT_EQ(TexTitle("BERT: Pre-training of Deep Transformers for 3D LLMs"),
            "{BERT}: Pre-training of Deep Transformers for {3D} {LLMs}");
  EXPECT_EQ(TexTitle("A Study of Q-learning, GPT-4 and Llama3"),
            "A Study of {Q}-learning, {GPT}-4 and {Llama3}");
  EXPECT_EQ(TexTitle("基于LLM的方法"), "基于{LLM}的方法");
}

TEST(TexTitleTest, NamesInASentenceAreProtected) {
  EXPECT_EQ(TexTitle("Deep learning with Gaussian processes: The limits"),
            "Deep learning with {Gaussian} processes: The limits");
  EXPECT_EQ(TexTitle("Attention Is All You Need"), "Attention Is All You Need");
}

TEST(TexTitleTest, MathematicsStaysInBraces) {
  EXPECT_EQ(TexTitle(R"(On $L_2$ and $\mathbb{R}^{n}$)"),
            R"(On {$L_2$} and {$\mathbb{R}^{n}$})");
}

TEST(TexTitleTest, DollarsThatAreMoneyAreEscaped) {
  EXPECT_EQ(TexTitle("From $5 to $10"), R"(From \$5 to \$10)");
  EXPECT_EQ(TexTitle("all for $"), R"(all for \$)");
}

size_t Span(std::string_view text) { return MathSpan(text, 0); }

TEST(MathSpanTest, EndsAtTheNextDollar) {
  EXPECT_EQ(Span("$x$ y$"), 3U);
  EXPECT_EQ(Span(R"($\alpha\,\beta$)"), 15U);
  EXPECT_EQ(Span("$x$5"), 0U);
  EXPECT_EQ(Span("$ x$"), 0U);
  EXPECT_EQ(Span("$x $"), 0U);
  EXPECT_EQ(Span("$$"), 0U);
  EXPECT_EQ(Span("$x"), 0U);
}

TEST(MathSpanTest, HoldsNothingThatHarms) {
  EXPECT_EQ(Span(R"($\input{x}$)"), 0U);
  EXPECT_EQ(Span(R"($\def\x{\x}\x$)"), 0U);
  EXPECT_EQ(Span("$x^^5cinput y$"), 0U);
  EXPECT_EQ(Span("$x % y$"), 0U);
  EXPECT_EQ(Span("$a & b$"), 0U);
  EXPECT_EQ(Span(R"($\\x$)"), 0U);
  EXPECT_EQ(Span(R"($x\$)"), 0U);
}

TEST(MathSpanTest, HoldsBracesThatPair) {
  EXPECT_EQ(Span("$x_{a{b}}$"), 10U);
  EXPECT_EQ(Span("$x_{a$"), 0U);
  EXPECT_EQ(Span("$x}{$"), 0U);
  EXPECT_EQ(Span(R"($\{x\}$)"), 7U);
  EXPECT_EQ(Span(R"($\{x$)"), 0U);
}

}  // namespace
}  // namespace offprint
