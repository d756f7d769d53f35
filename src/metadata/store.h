// The metadata of a site on the disk, as who fetches it needs it.
#ifndef OFFPRINT_METADATA_STORE_H_
#define OFFPRINT_METADATA_STORE_H_

#include <filesystem>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>

#include "base/date.h"
#include "base/diagnostics.h"
#include "metadata/file.h"

namespace offprint {

// Of papers that are there it holds the ids alone; the texts of a file are read
// when a paper is put into it, and held while more go there.
class MetadataStore {
 public:
  // Reads the files (*.jsonl) of the folder, which need not be there; messages
  // call it `name`. Lines that cannot be read are errors in `diagnostics`, and
  // stay. A folder or file that cannot be read is an EnvironmentError.
  MetadataStore(std::filesystem::path folder, const std::string& name,
                Diagnostics& diagnostics);

  bool Knows(const PaperId& id) const { return known_.contains(id.value); }
  // The day on which the services said that they do not know the paper.
  std::optional<Date> UnknownSince(const PaperId& id) const;

  void Put(const Metadata& metadata);
  void PutUnknown(const PaperId& id, Date today);
  // Writes what was put since the last time: each file whole or not at all. A
  // disk that does not take it is an EnvironmentError.
  void Save();

 private:
  // The texts of the file that the paper's line belongs into.
  MetadataFile& FileOf(const PaperId& id);

  const std::filesystem::path folder_;
  std::map<std::string, MetadataFile> files_;            // in memory, by name
  std::unordered_map<std::string, std::string> places_;  // of papers, by id
  std::set<std::string> known_;
  std::unordered_map<std::string, Date> unknown_;
  std::set<std::string> changed_;  // names of files
};

}  // namespace offprint

#endif  // OFFPRINT_METADATA_STORE_H_
