#include "cli/questions.h"

#include <unistd.h>

#include <cstdio>
#include <iostream>

#include "base/text.h"

namespace offprint {

bool CanAsk() {
  return isatty(STDIN_FILENO) != 0 && isatty(STDOUT_FILENO) != 0;
}

std::string Ask(
    const std::string& question, const std::string& preset,
    const std::function<std::string(const std::string& answer)>& take) {
  std::string line;
  while (true) {
    std::printf("%s [%s]: ", question.c_str(), preset.c_str());
    std::fflush(stdout);
    const bool is_end = !std::getline(std::cin, line);
    if (is_end) std::printf("\n");
    std::string answer(Trim(line));
    if (is_end || answer.empty()) return preset;
    const std::string problem = take(answer);
    if (problem.empty()) return answer;
    std::printf("  %s\n", problem.c_str());
  }
}

}  // namespace offprint
