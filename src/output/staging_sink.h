#ifndef OFFPRINT_OUTPUT_STAGING_SINK_H_
#define OFFPRINT_OUTPUT_STAGING_SINK_H_

#include <filesystem>
#include <set>
#include <shared_mutex>
#include <string>
#include <string_view>

#include "base/unique_fd.h"
#include "output/output_folder.h"
#include "output/output_sink.h"

namespace offprint {

// What becomes of a file that is the same as in the old output.
enum class UnchangedFiles {
  kWrite,  // written anew, like any other
  kKeep,   // the old file itself goes into the new output, with its time
};

// Builds a folder aside and puts it in place at the end, so that a build that
// fails or is killed leaves the old output as it was. The staging folder lies
// beside the destination, on the same file system.
class StagingSink : public OutputSink {
 public:
  // Makes the staging folder, and removes those of killed builds. To be called
  // after CheckDestination, whose answer `foreign` is asked for once more when
  // the folder is put in place.
  StagingSink(const std::filesystem::path& destination, ForeignFolder foreign,
              UnchangedFiles unchanged = UnchangedFiles::kWrite);

  // Removes the staging folder unless it was put in place.
  ~StagingSink() override;

  StagingSink(const StagingSink&) = delete;
  StagingSink& operator=(const StagingSink&) = delete;

  void Write(std::string_view path, std::string_view bytes) override;

  // Puts the folder in place. Called once, after the last Write has returned;
  // nothing is written afterwards.
  void Commit();

 private:
  void MakeStaging();
  void RemoveStaging();
  void MakeFoldersOf(std::string_view path);
  // Links the old output's file of that name into the new one if it holds
  // these bytes.
  bool KeepOldFile(const std::string& name, std::string_view bytes);

  std::filesystem::path shown_;        // as the user calls the destination
  std::filesystem::path destination_;  // resolved
  std::filesystem::path staging_;      // empty once it is in place
  ForeignFolder foreign_;
  UniqueFd staging_fd_;
  UniqueFd old_fd_;  // of the old output, where its files may be kept
  std::shared_mutex folders_mutex_;
  std::set<std::string, std::less<>> folders_;  // made so far
};

}  // namespace offprint

#endif  // OFFPRINT_OUTPUT_STAGING_SINK_H_
