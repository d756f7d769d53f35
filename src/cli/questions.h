// A dialogue on the terminal.
#ifndef OFFPRINT_CLI_QUESTIONS_H_
#define OFFPRINT_CLI_QUESTIONS_H_

#include <functional>
#include <string>

namespace offprint {

// Whether somebody is there to answer: both standard input and output are
// terminals.
bool CanAsk();

// Asks until an answer is taken, and returns it. `take` returns what is wrong
// with an answer, or an empty text. An empty answer and the end of the input
// stand for `preset`, which is taken as it is.
std::string Ask(
    const std::string& question, const std::string& preset,
    const std::function<std::string(const std::string& answer)>& take);

}  // namespace offprint

#endif  // OFFPRINT_CLI_QUESTIONS_H_
