// Chinese and English sentences about papers that nobody wrote.
#ifndef OFFPRINT_BENCH_SENTENCES_H_
#define OFFPRINT_BENCH_SENTENCES_H_

#include <cstddef>
#include <string>

#include "random.h"

namespace offprint::bench {

// "KoraNet": a name for a method.
std::string MethodName(Random* random);

std::string ChineseTitle(const std::string& method, Random* random);
std::string EnglishTitle(const std::string& method, Random* random);

// Whole sentences of at least that many characters in all.
std::string ChineseText(const std::string& method, size_t characters,
                        Random* random);
std::string EnglishText(const std::string& method, size_t characters,
                        Random* random);

// The name of the person at that place of a pool, always the same one.
std::string PersonName(size_t number);

}  // namespace offprint::bench

#endif  // OFFPRINT_BENCH_SENTENCES_H_
