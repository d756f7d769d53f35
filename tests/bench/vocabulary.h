// The words and the patterns of sentences. In a pattern "@" and a letter stand
// for a word: N V A T of the Chinese lists (noun, verb, adjective, task), n v a
// t of the English ones, D a data set, M the method's name, P a percentage, K a
// number, F a formula.
#ifndef OFFPRINT_BENCH_VOCABULARY_H_
#define OFFPRINT_BENCH_VOCABULARY_H_

#include <span>
#include <string_view>

namespace offprint::bench {

using Words = std::span<const std::string_view>;

// The list for the letter of a slot; empty for M, P and K, which are made.
Words WordsOf(char slot);

Words ChineseSentences();
Words EnglishSentences();
Words ChineseTitles();
Words EnglishTitles();
Words Syllables();
Words NameEndings();
Words FamilyNames();
Words GivenNames();

}  // namespace offprint::bench

#endif  // OFFPRINT_BENCH_VOCABULARY_H_
