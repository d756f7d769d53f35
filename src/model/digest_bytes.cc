#include "model/digest_bytes.h"

#include <optional>
#include <string>
#include <utility>

namespace offprint {
namespace {

void WriteDay(const std::optional<Date>& day, ByteWriter* out) {
  out->Number(day ? 1 : 0);
  if (day) out->Day(*day);
}

std::optional<Date> ReadDay(ByteReader* in) {
  if (in->Number() == 0) return std::nullopt;
  return in->Day();
}

// The texts of a digest, each kind one after the other. `words` (titles,
// topics, links) are kept in memory, as lists of papers show them in any order;
// `lines` (authors, excerpts) and sections are read where they lie, mostly in
// theirs.
struct Texts {
  std::string words;
  std::string lines;
  std::string sections;
};

// What is left of them to be read.
struct Slices {
  std::string_view words;
  std::string_view lines;
  std::string_view sections;
};

void Put(std::string_view text, std::string* texts, ByteWriter* out) {
  out->Number(text.size());
  texts->append(text);
}

std::string_view Take(std::string_view* texts, ByteReader* in) {
  const uint64_t size = in->Number();
  if (size > texts->size()) in->Reject();
  const std::string_view text = texts->substr(0, size);
  texts->remove_prefix(text.size());
  return text;
}

void Write(const Entry& entry, ByteWriter* out, Texts* texts) {
  const auto word = [&](std::string_view text) {
    Put(text, &texts->words, out);
  };
  const auto line = [&](std::string_view text) {
    Put(text, &texts->lines, out);
  };
  out->Number(static_cast<uint64_t>(entry.line));
  out->Number(static_cast<uint64_t>(entry.id.kind));
  out->Text(entry.id.value);
  out->Number(static_cast<uint64_t>(entry.version));
  word(entry.title);
  word(entry.original_title);
  word(entry.title_note);
  word(entry.topic);
  word(entry.source);
  WriteDay(entry.day, out);
  WriteDay(entry.published, out);
  out->Number(entry.score ? 1 : 0);
  if (entry.score) out->Real(*entry.score);
  line(entry.authors.lines());
  word(entry.links.abs);
  word(entry.links.pdf);
  word(entry.links.html);
  word(entry.links.code);
  line(entry.excerpt);
  out->List(entry.sections, [&](const Section& section) {
    out->Number(static_cast<uint64_t>(section.key));
    Put(section.text, &texts->sections, out);
  });
  out->Number(entry.code_in_text ? 1 : 0);
  out->Hash(HashOfWords(entry));
}

Entry ReadEntry(ByteReader* in, Slices* texts) {
  const auto word = [&] { return Take(&texts->words, in); };
  const auto line = [&] { return Take(&texts->lines, in); };
  Entry entry;
  entry.line = static_cast<int>(in->Number());
  entry.id.kind = in->Enum(PaperId::Kind::kHash);
  entry.id.value = in->Text();
  entry.version = static_cast<int>(in->Number());
  entry.title = word();
  entry.original_title = word();
  entry.title_note = word();
  entry.topic = word();
  entry.source = word();
  entry.day = ReadDay(in);
  entry.published = ReadDay(in);
  if (in->Number() != 0) entry.score = in->Real();
  entry.authors = NameList(line());
  entry.links.abs = word();
  entry.links.pdf = word();
  entry.links.html = word();
  entry.links.code = word();
  entry.excerpt = line();
  entry.sections = in->List([&] {
    const SectionKey key = in->Enum(SectionKey::kResult);
    return Section{key, Take(&texts->sections, in)};
  });
  entry.code_in_text = in->Number() != 0;
  entry.words = in->Hash();
  return entry;
}

}  // namespace

void Write(const Digest& digest, ByteWriter* out, std::string* texts) {
  ByteWriter items;
  Texts parts;
  const auto word = [&](std::string_view text) {
    Put(text, &parts.words, &items);
  };
  items.Number(static_cast<uint64_t>(digest.dialect));
  WriteDay(digest.date, &items);
  word(digest.source);
  items.List(digest.meta, [&](const auto& item) {
    word(item.first);
    word(item.second);
  });
  items.List(digest.entries,
             [&](const Entry& entry) { Write(entry, &items, &parts); });
  items.List(digest.days, [&](Date day) { items.Day(day); });
  out->Text(digest.source_file.name());
  out->Text(parts.words);
  out->Number(parts.lines.size());
  out->Append(items);
  texts->append(parts.lines).append(parts.sections);
}

Digest ReadDigestBytes(std::shared_ptr<const MappedFile> file,
                       std::string_view texts, ByteReader* in) {
  Digest digest;
  digest.file = std::move(file);
  digest.source_file = SourceFile::WithoutText(std::string(in->Text()));
  Slices parts;
  parts.words = digest.pool.Keep(in->Text());
  const uint64_t lines = in->Number();
  if (lines > texts.size()) in->Reject();
  parts.lines = texts.substr(0, lines);
  parts.sections = texts.substr(parts.lines.size());
  digest.dialect = in->Enum(Dialect::kGeneric);
  digest.date = ReadDay(in);
  const auto word = [&] { return Take(&parts.words, in); };
  digest.source = word();
  digest.meta = in->List([&] {
    const std::string_view name = word();
    return std::pair(name, word());
  });
  digest.entries = in->List([&] { return ReadEntry(in, &parts); });
  digest.days = in->List([&] { return in->Day(); });
  if (!parts.words.empty() || !parts.lines.empty() || !parts.sections.empty()) {
    in->Reject();
  }
  return digest;
}

}  // namespace offprint
