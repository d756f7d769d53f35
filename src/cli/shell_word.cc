#include "cli/shell_word.h"

namespace offprint {

std::string ShellWord(const std::string& text) {
  if (text.find_first_of(" \t\n'\"\\$`*?[]();&|<>#~!") == std::string::npos) {
    return text;
  }
  std::string out = "'";
  for (const char c : text) out += c == '\'' ? "'\\''" : std::string(1, c);
  return out + "'";
}

}  // namespace offprint
