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

void Write(const Entry& entry, ByteWriter* out, std::string* texts) {
  out->Number(static_cast<uint64_t>(entry.line));
  out->Number(static_cast<uint64_t>(entry.id.kind));
  out->Text(entry.id.value);
  out->Number(static_cast<uint64_t>(entry.version));
  out->Text(entry.title);
  out->Text(entry.original_title);
  out->Text(entry.title_note);
  out->List(entry.authors, [&](std::string_view name) { out->Text(name); });
  out->Text(entry.topic);
  out->Text(entry.source);
  WriteDay(entry.day, out);
  WriteDay(entry.published, out);
  out->Number(entry.score ? 1 : 0);
  if (entry.score) out->Real(*entry.score);
  out->Text(entry.links.abs);
  out->Text(entry.links.pdf);
  out->Text(entry.links.html);
  out->Text(entry.links.code);
  out->List(entry.sections, [&](const Section& section) {
    out->Number(static_cast<uint64_t>(section.key));
    out->Number(section.text.size());
    texts->append(section.text);
  });
  out->Number(entry.code_in_text ? 1 : 0);
  out->Hash(HashOfWords(entry));
}

// Lists of papers show what entries begin with in any order, so that is kept in
// memory; sections are read where they lie, at the beginning of `texts`, which
// moves on behind them.
Entry ReadEntry(ByteReader* in, TextPool* pool, std::string_view* texts) {
  const auto text = [&] { return pool->Keep(in->Text()); };
  Entry entry;
  entry.line = static_cast<int>(in->Number());
  entry.id.kind = in->Enum(PaperId::Kind::kHash);
  entry.id.value = in->Text();
  entry.version = static_cast<int>(in->Number());
  entry.title = text();
  entry.original_title = text();
  entry.title_note = text();
  entry.authors = in->List(text);
  entry.topic = text();
  entry.source = text();
  entry.day = ReadDay(in);
  entry.published = ReadDay(in);
  if (in->Number() != 0) entry.score = in->Real();
  entry.links.abs = text();
  entry.links.pdf = text();
  entry.links.html = text();
  entry.links.code = text();
  entry.sections = in->List([&] {
    const SectionKey key = in->Enum(SectionKey::kResult);
    const uint64_t size = in->Number();
    if (size > texts->size()) in->Reject();
    const Section section{key, texts->substr(0, size)};
    texts->remove_prefix(section.text.size());
    return section;
  });
  entry.code_in_text = in->Number() != 0;
  entry.words = in->Hash();
  return entry;
}

}  // namespace

void Write(const Digest& digest, ByteWriter* out, std::string* texts) {
  out->Text(digest.source_file.name());
  out->Number(static_cast<uint64_t>(digest.dialect));
  WriteDay(digest.date, out);
  out->Text(digest.source);
  out->List(digest.meta, [&](const auto& item) {
    out->Text(item.first);
    out->Text(item.second);
  });
  out->List(digest.entries,
            [&](const Entry& entry) { Write(entry, out, texts); });
  out->List(digest.days, [&](Date day) { out->Day(day); });
}

Digest ReadDigestBytes(std::shared_ptr<const MappedFile> file,
                       std::string_view texts, ByteReader* in) {
  Digest digest;
  digest.file = std::move(file);
  digest.source_file = SourceFile::WithoutText(std::string(in->Text()));
  digest.dialect = in->Enum(Dialect::kGeneric);
  digest.date = ReadDay(in);
  const auto text = [&] { return digest.pool.Keep(in->Text()); };
  digest.source = text();
  digest.meta = in->List([&] {
    const std::string_view name = text();
    return std::pair(name, text());
  });
  digest.entries =
      in->List([&] { return ReadEntry(in, &digest.pool, &texts); });
  digest.days = in->List([&] { return in->Day(); });
  return digest;
}

}  // namespace offprint
