#include "render/metadata_drop.h"

#include <array>

#include "render/drop_context.h"

namespace offprint {
namespace {

liquid::Value TextsValue(const std::vector<std::string>& texts,
                         liquid::Arena& arena) {
  return NewArray(texts, arena, [](const std::string& text) {
    return liquid::Value(std::string_view(text));
  });
}

liquid::Value CreditValue(const MetadataAuthor& author, liquid::Arena& arena) {
  static constexpr std::string_view kNames[] = {"name", "affiliations"};
  return NewObject(
      kNames,
      {std::string_view(author.name), TextsValue(author.affiliations, arena)},
      arena);
}

class MetadataDrop final : public liquid::Drop {
 public:
  explicit MetadataDrop(const Metadata& metadata) : metadata_(metadata) {}

  liquid::Value Find(const liquid::Key& key,
                     liquid::Arena& arena) const override {
    switch (kFields.IndexOf(key)) {
      case 0:
        return std::string_view(metadata_.title);
      case 1:
        return TextOrNil(metadata_.abstract);
      case 2:
        return NewArray(metadata_.authors, arena,
                        [&](const MetadataAuthor& author) {
                          return CreditValue(author, arena);
                        });
      case 3:
        return TextsValue(metadata_.categories, arena);
      case 4:
        return TextOrNil(metadata_.comment);
      case 5:
        return TextOrNil(metadata_.journal_ref);
      case 6:
        return TextOrNil(metadata_.doi);
      case 7:
        return metadata_.version > 0 ? liquid::Value(metadata_.version)
                                     : liquid::Value();
      case 8:
        return DateValue(metadata_.published, arena);
      case 9:
        return DateValue(metadata_.updated, arena);
      case 10:
        return metadata_.withdrawn;
      default:
        return {};
    }
  }
  std::span<const std::string_view> Keys() const override {
    return kFields.names();
  }

 private:
  static constexpr liquid::FieldTable<11> kFields{
      std::to_array<std::string_view>({"title", "abstract", "authors",
                                       "categories", "comment", "journal_ref",
                                       "doi", "version", "published", "updated",
                                       "withdrawn"})};
  const Metadata& metadata_;
};

}  // namespace

liquid::Value MetadataValue(const Metadata* metadata, liquid::Arena& arena) {
  if (metadata == nullptr) return {};
  return arena.New<MetadataDrop>(*metadata);
}

}  // namespace offprint
