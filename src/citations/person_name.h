// The parts of an author's name, as citation formats want them.
#ifndef OFFPRINT_CITATIONS_PERSON_NAME_H_
#define OFFPRINT_CITATIONS_PERSON_NAME_H_

#include <string>
#include <string_view>

namespace offprint {

// "Guido van Rossum", "Martin Luther King Jr." and "Curie, Marie" in parts.
struct PersonName {
  std::string family;    // "Rossum"; of a name that is one whole: all of it
  std::string given;     // "Guido"
  std::string particle;  // "van"
  std::string suffix;    // "Jr."
};

// Reads a name of one line. A name is one whole, without given name, if it is a
// single word, if it has a letter from U+2E80 on (Chinese, Japanese and Korean
// names stay as they are), if its last word is that of a group
// ("ATLAS Collaboration", "Gemini Team") or one is "and" or "&".
PersonName ReadPersonName(std::string_view name);

// Whether the name stands for authors that are not named: "et al.", "others".
bool StandsForOthers(std::string_view name);

}  // namespace offprint

#endif  // OFFPRINT_CITATIONS_PERSON_NAME_H_
