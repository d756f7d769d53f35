#include "sentences.h"

#include <string_view>

#include "vocabulary.h"

namespace offprint::bench {
namespace {

std::string Percentage(Random* random) {
  return std::to_string(1 + random->Below(60)) + "." +
         std::to_string(random->Below(10)) + "%";
}

std::string FillSlot(char slot, const std::string& method, Random* random) {
  switch (slot) {
    case 'M':
      return method;
    case 'P':
      return Percentage(random);
    case 'K':
      return std::to_string(2 + random->Below(90));
    default:
      return std::string(random->Pick(WordsOf(slot)));
  }
}

std::string Fill(std::string_view pattern, const std::string& method,
                 Random* random) {
  std::string text;
  for (size_t at = 0; at < pattern.size(); ++at) {
    if (pattern[at] == '@') {
      text += FillSlot(pattern[++at], method, random);
    } else {
      text += pattern[at];
    }
  }
  return text;
}

size_t CountCharacters(std::string_view text) {
  size_t count = 0;
  for (const char c : text) {
    if ((static_cast<unsigned char>(c) & 0xc0) != 0x80) ++count;
  }
  return count;
}

// Titles are English headings: most words begin with a capital.
void CapitaliseWords(std::string* title) {
  bool begins = true;
  for (char& c : *title) {
    if (begins && c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    begins = c == ' ' || c == '-';
  }
}

// Patterns in an order of its own for each text, none twice in a row. Works
// because the numbers of patterns are prime.
class PatternWalk {
 public:
  PatternWalk(Words patterns, Random* random)
      : patterns_(patterns),
        at_(random->Below(patterns.size())),
        step_(1 + random->Below(patterns.size() - 1)) {}

  std::string_view Next() {
    at_ = (at_ + step_) % patterns_.size();
    return patterns_[at_];
  }

 private:
  Words patterns_;
  size_t at_;
  size_t step_;
};

}  // namespace

std::string MethodName(Random* random) {
  std::string name(random->Pick(Syllables()));
  std::string second(random->Pick(Syllables()));
  second[0] = static_cast<char>(second[0] - 'A' + 'a');
  return name + second + std::string(random->Pick(NameEndings()));
}

std::string ChineseTitle(const std::string& method, Random* random) {
  return Fill(random->Pick(ChineseTitles()), method, random);
}

std::string EnglishTitle(const std::string& method, Random* random) {
  std::string title = Fill(random->Pick(EnglishTitles()), method, random);
  CapitaliseWords(&title);
  return title;
}

std::string ChineseText(const std::string& method, size_t characters,
                        Random* random) {
  PatternWalk patterns(ChineseSentences(), random);
  std::string text;
  for (size_t count = 0; count < characters;) {
    const std::string sentence = Fill(patterns.Next(), method, random);
    count += CountCharacters(sentence);
    text += sentence;
  }
  return text;
}

std::string EnglishText(const std::string& method, size_t characters,
                        Random* random) {
  PatternWalk patterns(EnglishSentences(), random);
  std::string text;
  while (text.size() < characters) {
    if (!text.empty()) text += ' ';
    text += Fill(patterns.Next(), method, random);
  }
  return text;
}

std::string PersonName(size_t number) {
  const Words family = FamilyNames();
  const Words given = GivenNames();
  const size_t rest = number / (family.size() * given.size());
  std::string name(given[number / family.size() % given.size()]);
  if (rest > 0) {
    name += ' ';
    name += static_cast<char>('A' + (rest - 1) % 26);
    name += '.';
    if (rest > 26) {
      name += ' ';
      name += Syllables()[rest / 26 % Syllables().size()];
    }
  }
  return name + ' ' + std::string(family[number % family.size()]);
}

}  // namespace offprint::bench
