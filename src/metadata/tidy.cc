#include "metadata/tidy.h"

#include <cstddef>

#include "base/text.h"

namespace offprint {
namespace {

constexpr size_t kMostTitle = 2'000;
constexpr size_t kMostAbstract = 20'000;
constexpr size_t kMostText = 1'000;
constexpr size_t kMostAuthors = 10'000;
constexpr size_t kMostOfAList = 50;

// Before a character that begins within the first `most` bytes and ends behind
// them.
void Cut(size_t most, std::string* text) {
  if (text->size() <= most) return;
  while (most > 0 && (static_cast<unsigned char>((*text)[most]) & 0xC0) == 0x80)
    --most;
  text->resize(most);
  *text += "…";
}

void TidyText(size_t most, std::string* text) {
  // Four bytes may become three of U+FFFD each: no more is looked at than may
  // stay, however long a hostile text is.
  constexpr size_t kSpare = 16;
  if (text->size() > most * kSpare) text->resize(most * kSpare);
  *text = OneLine(RepairUtf8(*text));
  Cut(most, text);
}

void TidyList(std::vector<std::string>* texts) {
  for (std::string& text : *texts) TidyText(kMostText, &text);
  std::erase(*texts, "");
  if (texts->size() > kMostOfAList) texts->resize(kMostOfAList);
}

}  // namespace

void Tidy(Metadata* metadata) {
  TidyText(kMostTitle, &metadata->title);
  TidyText(kMostAbstract, &metadata->abstract);
  if (metadata->authors.size() > kMostAuthors) {
    metadata->authors.resize(kMostAuthors);
  }
  for (MetadataAuthor& author : metadata->authors) {
    TidyText(kMostText, &author.name);
    TidyList(&author.affiliations);
  }
  std::erase_if(metadata->authors, [](const MetadataAuthor& author) {
    return author.name.empty();
  });
  TidyList(&metadata->categories);
  TidyText(kMostText, &metadata->comment);
  TidyText(kMostText, &metadata->journal_ref);
  const PaperId doi = IdFromText(metadata->doi).id;
  metadata->doi = doi.kind == PaperId::Kind::kDoi ? doi.value : std::string();
}

}  // namespace offprint
