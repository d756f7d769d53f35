#include "model/digest_bytes.h"

#include <optional>
#include <string>
#include <utility>

namespace offprint {
namespace {

void WriteDate(Date date, ByteWriter* out) {
  out->Number(static_cast<uint64_t>(DaysSinceEpoch(date)));
}

Date ReadDate(ByteReader* in) {
  return DateFromDays(static_cast<int>(in->Number()));
}

template <typename T, typename WriteValue>
void WriteOptional(const std::optional<T>& value, WriteValue write,
                   ByteWriter* out) {
  out->Number(value ? 1 : 0);
  if (value) write(*value, out);
}

template <typename Read>
auto ReadOptional(Read read, ByteReader* in) {
  using Value = std::optional<decltype(read(in))>;
  return in->Number() != 0 ? Value(read(in)) : Value();
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
  WriteOptional(entry.day, WriteDate, out);
  WriteOptional(entry.published, WriteDate, out);
  WriteOptional(
      entry.score, [](double score, ByteWriter* to) { to->Real(score); }, out);
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
  entry.id.kind = static_cast<PaperId::Kind>(in->Number());
  entry.id.value = in->Text();
  entry.version = static_cast<int>(in->Number());
  entry.title = text();
  entry.original_title = text();
  entry.title_note = text();
  entry.authors = in->List(text);
  entry.topic = text();
  entry.source = text();
  entry.day = ReadOptional(ReadDate, in);
  entry.published = ReadOptional(ReadDate, in);
  entry.score = ReadOptional([](ByteReader* from) { return from->Real(); }, in);
  entry.links.abs = text();
  entry.links.pdf = text();
  entry.links.html = text();
  entry.links.code = text();
  entry.sections = in->List([&] {
    const auto key = static_cast<SectionKey>(in->Number());
    const Section section{key, texts->substr(0, in->Number())};
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
  WriteOptional(digest.date, WriteDate, out);
  out->Text(digest.source);
  out->List(digest.meta, [&](const auto& item) {
    out->Text(item.first);
    out->Text(item.second);
  });
  out->List(digest.entries,
            [&](const Entry& entry) { Write(entry, out, texts); });
  out->List(digest.days, [&](Date day) { WriteDate(day, out); });
}

Digest ReadDigestBytes(std::shared_ptr<const MappedFile> file,
                       std::string_view texts, ByteReader* in) {
  Digest digest;
  digest.file = std::move(file);
  digest.source_file = SourceFile::WithoutText(std::string(in->Text()));
  digest.dialect = static_cast<Dialect>(in->Number());
  digest.date = ReadOptional(ReadDate, in);
  const auto text = [&] { return digest.pool.Keep(in->Text()); };
  digest.source = text();
  digest.meta = in->List([&] {
    const std::string_view name = text();
    return std::pair(name, text());
  });
  digest.entries =
      in->List([&] { return ReadEntry(in, &digest.pool, &texts); });
  digest.days = in->List([&] { return ReadDate(in); });
  return digest;
}

}  // namespace offprint
