#ifndef OFFPRINT_OUTPUT_STAGING_SINK_H_
#define OFFPRINT_OUTPUT_STAGING_SINK_H_

#include <atomic>
#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "base/unique_fd.h"
#include "output/output_folder.h"
#include "output/output_sink.h"

namespace offprint {

// Builds a folder aside and puts it in place at the end, all of it or what
// changed, so that a build that fails or is killed leaves the old output as it
// was. The staging folder lies beside the destination, on the same file system.
class StagingSink : public OutputSink {
 public:
  // Makes the staging folder, and removes those of killed builds. To be called
  // after CheckDestination, whose answer `foreign` is asked for once more when
  // the folder is put in place.
  StagingSink(const std::filesystem::path& destination, ForeignFolder foreign);

  // Removes the staging folder unless it was put in place.
  ~StagingSink() override;

  StagingSink(const StagingSink&) = delete;
  StagingSink& operator=(const StagingSink&) = delete;

  void Write(std::string_view path, std::string_view bytes) override;

  // How many files were written so far.
  size_t files() const { return files_; }

  // Takes over files that are `same` in the old output, with their times.
  void TakeOver(const std::vector<std::string_view>& same);

  // Puts the folder in the place of the old output; `site` is the hash of all
  // its files. Called once, after the last Write has returned; nothing is
  // written afterwards.
  void Commit(const Hash128& site = {});

  // Changes the old output instead, which is the site `before`: takes `stale`
  // files away and puts those that were `written` in place, one by one. Who is
  // cut off here leaves an output that is no finished site; so does this, until
  // Finish. An output that is not `before` is an EnvironmentError.
  void CommitChanges(const std::vector<std::string_view>& written,
                     const std::vector<std::string>& stale,
                     const Hash128& before);
  // Declares the changed output the site of that hash.
  void Finish(const Hash128& site);

 private:
  void MakeStaging();
  void RemoveStaging();
  void MakeFoldersOf(const std::string& path);
  // A new file; not valid, with errno set, where there can be none.
  UniqueFd Create(const std::string& path) const;
  void WriteMarker(int folder, std::string_view bytes);
  void MoveIntoPlace(const std::string& path);
  void TakeAway(const std::string& path);

  std::filesystem::path shown_;        // as the user calls the destination
  std::filesystem::path destination_;  // resolved
  std::filesystem::path staging_;      // empty once it is in place
  ForeignFolder foreign_;
  UniqueFd staging_fd_;
  UniqueFd old_fd_;  // of the output that is changed
  std::atomic<size_t> files_ = 0;
};

}  // namespace offprint

#endif  // OFFPRINT_OUTPUT_STAGING_SINK_H_
