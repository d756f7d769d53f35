// The title in a cell into which a language model wrote a translation.
#ifndef OFFPRINT_READERS_TRANSLATED_TITLE_H_
#define OFFPRINT_READERS_TRANSLATED_TITLE_H_

#include <string>
#include <string_view>

namespace offprint {

// A translator's cell, taken apart. The note is a slice of the cell.
struct TranslatedTitle {
  std::string title;      // white space collapsed, without "#" and "**"
  std::string_view note;  // trimmed; empty for a cell of one line
};

// The first line of the cell that is not blank is the title, or the next one
// where it only announces it ("以下是这段文字的中文翻译："); where there is
// more, the rest is the note.
TranslatedTitle ParseTranslatedTitle(std::string_view cell);

// Whether the model answered instead of translating ("请提供需要翻译的文本").
bool IsRefusal(std::string_view title);

}  // namespace offprint

#endif  // OFFPRINT_READERS_TRANSLATED_TITLE_H_
