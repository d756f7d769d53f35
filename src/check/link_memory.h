// What was found of addresses elsewhere, kept between checks.
#ifndef OFFPRINT_CHECK_LINK_MEMORY_H_
#define OFFPRINT_CHECK_LINK_MEMORY_H_

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <map>
#include <string>

namespace offprint {

enum class LinkState {
  kGood,
  kBroken,   // it is not there
  kUnknown,  // nobody would say
  kNotAsked,
};

struct LinkVerdict {
  LinkState state = LinkState::kNotAsked;
  std::string reason = {};  // unless it is good, to stand behind a colon
};

// In one file, which another version of the program may not read. Not
// thread-safe.
class LinkMemory {
 public:
  // Reads the file; one that is damaged, or not there, is an empty memory.
  explicit LinkMemory(std::filesystem::path path);

  // What was found of the address within `age` before `now`, which counts in
  // seconds since 1970; null where that is unknown.
  const LinkVerdict* Find(const std::string& url, std::chrono::seconds age,
                          int64_t now) const;
  // Keeps a verdict that is good or broken.
  void Keep(const std::string& url, LinkVerdict verdict, int64_t now);

  // Writes all that is not older than a year, whole or not at all; false where
  // the folder, which is there, cannot be written.
  bool Save(int64_t now) const;

 private:
  struct Kept {
    LinkVerdict verdict;
    int64_t time = 0;  // of the answer
  };

  const std::filesystem::path path_;
  std::map<std::string, Kept> kept_;  // by address
};

}  // namespace offprint

#endif  // OFFPRINT_CHECK_LINK_MEMORY_H_
