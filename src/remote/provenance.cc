#include "remote/provenance.h"

#include <array>
#include <fstream>
#include <system_error>
#include <utility>
#include <vector>

#include "base/replace_file.h"
#include "base/source_file.h"
#include "base/text.h"
#include "data/json.h"
#include "data/json_parser.h"
#include "remote/digest_name.h"

namespace offprint::remote {
namespace {

struct Field {
  std::string_view key;
  std::string Record::*member;
};

constexpr std::array kFields = {Field{"file", &Record::file},
                                Field{"url", &Record::url},
                                Field{"fetched", &Record::fetched},
                                Field{"xxh3", &Record::hash},
                                Field{"etag", &Record::etag},
                                Field{"last_modified", &Record::last_modified},
                                Field{"updated", &Record::updated},
                                Field{"commit", &Record::commit},
                                Field{"blob", &Record::blob},
                                Field{"gone", &Record::gone}};

std::string LineOf(const Record& record) {
  std::string line;
  data::JsonWriter json(&line);
  json.BeginObject();
  for (const Field& field : kFields) {
    const std::string& text = record.*field.member;
    // Validators may hold any bytes.
    if (!text.empty()) json.Key(field.key).String(RepairUtf8(text));
  }
  json.EndObject();
  return line + "\n";
}

// A record without a file where the line is none.
Record ParseLine(std::string_view line) {
  Record record;
  Diagnostics ignored;
  const data::Value value = data::ParseJson(line, "", ignored);
  const data::Object* object = value.AsObject();
  if (object == nullptr) return record;
  for (const Field& field : kFields) {
    const data::Value* member = object->Find(field.key);
    const std::string* text = member != nullptr ? member->AsString() : nullptr;
    if (text != nullptr) record.*field.member = *text;
  }
  return record;
}

}  // namespace

Provenance::Provenance(const std::filesystem::path& folder,
                       Diagnostics& diagnostics)
    : path_(folder / kProvenanceName) {
  std::error_code error;
  if (!std::filesystem::exists(path_, error)) return;
  const std::string text = ReadFile(path_);
  const std::vector<std::string_view> lines = Split(text, '\n');
  for (size_t i = 0; i < lines.size(); ++i) {
    if (Trim(lines[i]).empty()) continue;
    Record record = ParseLine(lines[i]);
    const bool is_cut_off = i + 1 == lines.size();
    if (is_cut_off) is_cut_off_ = true;
    if (JudgePath(record.file) == PathVerdict::kTaken) {
      files_by_url_[record.url] = record.file;
      records_[record.file] = std::move(record);
    } else if (!is_cut_off) {
      diagnostics.Warning(
          {path_.generic_string(), static_cast<int>(i) + 1, 0},
          "this line tells of no digest, so it is left out; take it away, or "
          "take the file back as it was committed last");
    }
  }
}

const Record* Provenance::Find(std::string_view file) const {
  const auto found = records_.find(file);
  return found == records_.end() ? nullptr : &found->second;
}

const Record* Provenance::FindUrl(std::string_view url) const {
  const auto found = files_by_url_.find(url);
  return found == files_by_url_.end() ? nullptr : Find(found->second);
}

void Provenance::Set(Record record) {
  if (is_cut_off_) Sort();  // else two lines become one
  std::ofstream out(path_, std::ios::binary | std::ios::app);
  out << LineOf(record);
  out.close();
  if (out.fail()) {
    throw EnvironmentError("cannot write " + path_.string() +
                           "; is the disk full, or the file not yours?");
  }
  files_by_url_[record.url] = record.file;
  records_[record.file] = std::move(record);
  is_sorted_ = false;
}

void Provenance::Sort() {
  if (is_sorted_ && !is_cut_off_) return;
  std::string text;
  for (const auto& [file, record] : records_) text += LineOf(record);
  ReplaceFile(path_, text);
  is_sorted_ = true;
  is_cut_off_ = false;
}

}  // namespace offprint::remote
