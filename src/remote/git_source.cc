// A repository of digests: those of its newest commit, of which the ones that
// are here as they are there are not fetched again.
#include <set>
#include <string_view>
#include <utility>

#include "remote/digest_name.h"
#include "remote/digest_text.h"
#include "remote/git_address.h"
#include "remote/git_repository.h"
#include "remote/sources.h"

namespace offprint::remote {
namespace {

class GitSource final : public Source {
 public:
  GitSource(Visit& visit, const std::atomic<bool>& cancel)
      : visit_(visit), cancel_(cancel) {}

  void Begin(fetch::Fetcher& /*fetcher*/) override {}

  void End() override {
    if (cancel_) return;
    const RemoteSource& source = visit_.source();
    const std::string refusal =
        GitAddressProblem(source.address, visit_.options().http.reach);
    if (!refusal.empty()) return visit_.Fail(source.address, refusal);
    if (!visit_.BeginAsking(source.address)) return;
    GitRepository repository(std::filesystem::absolute(visit_.options().cache /
                                                       (source.name + ".git")),
                             source.address, cancel_);
    const std::string problem = TakeFrom(repository);
    visit_.EndAsking();
    if (!problem.empty() && !cancel_) visit_.Fail(source.address, problem);
  }

 private:
  // Why it is not done, or an empty text.
  std::string TakeFrom(GitRepository& repository) {
    const RemoteSource& source = visit_.source();
    std::string problem = repository.FetchCommit(source.branch);
    if (repository.reached()) ++visit_.counts().answered;
    if (!problem.empty()) return problem;
    std::vector<TreeFile> files;
    problem = repository.List(source.folder, &files);
    if (!problem.empty()) return problem;
    LeaveOutOthers(&files);
    if (files.empty()) {
      return "there are no digests (.md, .markdown, .txt) in its folder \"" +
             source.folder + "/\"; those that were fetched before stay";
    }
    MarkGone(files);
    std::erase_if(files, [&](const TreeFile& file) { return IsHere(file); });
    return repository.Read(files, [&](const TreeFile& file, std::string bytes) {
      TakeFile(repository.commit(), file, std::move(bytes));
    });
  }

  // What is no digest, and what may not become a file here.
  void LeaveOutOthers(std::vector<TreeFile>* files) {
    std::erase_if(*files, [&](const TreeFile& file) {
      const PathVerdict verdict = JudgePath(file.path);
      if (verdict == PathVerdict::kNoDigest) return true;
      if (verdict == PathVerdict::kUnfit) {
        visit_.Warn(file.path,
                    "it has a name that no file here may have, so it is left "
                    "out");
      } else if (!file.is_file) {
        visit_.Warn(file.path, "it is a link and no file, so it is left out");
      }
      return verdict == PathVerdict::kUnfit || !file.is_file;
    });
  }

  void MarkGone(const std::vector<TreeFile>& files) {
    std::set<std::string_view> there;
    for (const TreeFile& file : files) there.insert(file.path);
    std::vector<std::string> gone;
    for (const auto& [file, record] : visit_.folder().provenance().records()) {
      if (!there.contains(file)) gone.push_back(file);
    }
    for (const std::string& file : gone) visit_.MarkGone(file);
  }

  // Whether the file is here as it is there, or was edited here since.
  bool IsHere(const TreeFile& file) {
    const Record* known = visit_.folder().provenance().Find(file.path);
    const bool is_here = known != nullptr && known->blob == file.blob &&
                         known->gone.empty() && visit_.folder().Has(file.path);
    if (is_here) ++visit_.counts().same;
    return is_here;
  }

  void TakeFile(const std::string& commit, const TreeFile& file,
                std::string bytes) {
    if (cancel_) return;
    if (bytes.size() > kMostDigest) {
      return visit_.Fail(file.path, std::string("it is larger than ") +
                                        kMostDigestText +
                                        ", which no digest is");
    }
    Record record;
    record.file = file.path;
    record.url = visit_.source().address;
    record.commit = commit;
    record.blob = file.blob;
    visit_.Take(std::move(bytes), "", std::move(record));
  }

  Visit& visit_;
  const std::atomic<bool>& cancel_;
};

}  // namespace

std::unique_ptr<Source> MakeGitSource(Visit& visit,
                                      const std::atomic<bool>& cancel) {
  return std::make_unique<GitSource>(visit, cancel);
}

}  // namespace offprint::remote
