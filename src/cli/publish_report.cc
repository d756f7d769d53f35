#include "cli/publish_report.h"

#include <algorithm>
#include <cstdio>
#include <vector>

#include "cli/host_report.h"
#include "cli/report.h"
#include "cli/shell_word.h"
#include "publish/remote.h"

namespace offprint {
namespace {

void PrintPaths(const char* what, const std::vector<std::string>& paths,
                size_t most) {
  for (size_t i = 0; i < std::min(paths.size(), most); ++i) {
    std::printf("  %-8s %s\n", what, paths[i].c_str());
  }
  if (paths.size() <= most) return;
  std::printf("  %-8s … and %s more (--verbose lists them)\n", what,
              WithCommas(paths.size() - most).c_str());
}

std::string SummaryOf(const SiteChanges& changes) {
  if (changes.none()) return "no change";
  return WithCommas(changes.added.size()) + " added, " +
         WithCommas(changes.changed.size()) + " changed, " +
         WithCommas(changes.removed.size()) + " removed";
}

std::string SummaryOfCommit(const Publication& publication,
                            const Options& options) {
  const std::string id = publication.commit.substr(0, 10);
  if (publication.commit == publication.branch.base) {
    return id + ", which has this very site already";
  }
  if (!options.publish.keep_history || publication.branch.base.empty()) {
    return id + ", a commit without history";
  }
  return id + ", on top of " + publication.branch.base.substr(0, 10);
}

// "git", in the site's folder.
std::string GitIn(const std::filesystem::path& source) {
  return source == "." ? "git" : "git -C " + ShellWord(source.string());
}

std::string PushCommand(const Publication& publication,
                        const Options& options) {
  const Branch& branch = publication.branch;
  std::string command = GitIn(options.source) + " push ";
  if (!options.publish.keep_history && !branch.remote.empty()) {
    command += "--force-with-lease=" + branch.name + ":" +
               branch.remote.substr(0, 10) + " ";
  }
  return command + options.publish.remote + " " + branch.name;
}

std::string AfterPush(const Publication& publication, const SiteConfig& config,
                      const std::string& address) {
  const Branch& branch = publication.branch;
  if (branch.remote == publication.commit) {
    return "The remote has this commit already: nothing was pushed.";
  }
  std::string pushed = "Pushed to " + address + ".";
  const std::string repository = GitHubRepository(address);
  if (branch.remote.empty() && !repository.empty()) {
    return pushed + "\nNext, once: open https://github.com/" + repository +
           "/settings/pages and choose \"Deploy from a branch\", " +
           branch.name + ", / (root).";
  }
  if (config.url.empty() || repository.empty()) return pushed;
  return pushed + "\nIn a minute or two it is at " + config.url +
         config.baseurl + "/";
}

}  // namespace

void PrintDryRun(const Publication& publication, const Options& options) {
  const size_t most = options.verbose ? SIZE_MAX : 20;
  const SiteChanges& changes = publication.changes;
  const char* branch = publication.branch.name.c_str();
  if (changes.none()) {
    std::printf("Nothing would change on the branch %s\n", branch);
    return;
  }
  std::printf("This would change on the branch %s:\n", branch);
  PrintPaths("added", changes.added, most);
  PrintPaths("changed", changes.changed, most);
  PrintPaths("removed", changes.removed, most);
  std::printf("%s. Nothing was committed, as --dry-run asks.\n",
              SummaryOf(changes).c_str());
}

void PrintPublished(const Publication& publication, const SiteConfig& config,
                    const Options& options, const Diagnostics& diagnostics) {
  const BuildReport& report = publication.site.report;
  std::printf("The site is on the branch %s (%s)\n",
              publication.branch.name.c_str(),
              config.format == OutputFormat::kHtml ? "html" : "jekyll");
  Table table;
  table.Add("commit", SummaryOfCommit(publication, options));
  table.Add("files", SummaryOf(publication.changes));
  if (!publication.domain.empty()) table.Add("CNAME", publication.domain);
  if (publication.links) table.Add("links", SummaryOf(*publication.links));
  table.Add("site", WithCommas(report.files) + " files, " +
                        FormatBytes(report.use.bytes));
  table.Add("GitHub Pages", SummaryOf(report.use));
  table.Add("found", SummaryOf(diagnostics));
  std::fputs(table.Format().c_str(), stdout);
}

std::string NextStep(const Publication& publication, const SiteConfig& config,
                     const Options& options, const std::string& address) {
  if (options.publish.push) return AfterPush(publication, config, address);
  if (address.empty()) {
    return "Nothing is pushed. Next: " + GitIn(options.source) +
           " remote add " + options.publish.remote +
           " ADDRESS, then offprint publish --push";
  }
  if (publication.branch.remote == publication.commit) {
    return "It is what \"" + options.publish.remote +
           "\" had when it was last fetched: there is nothing to push.";
  }
  return "Nothing is pushed yet. Next:\n  " + PushCommand(publication, options);
}

}  // namespace offprint
