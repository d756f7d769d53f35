// offprint publish
#include <cstdio>
#include <string>

#include "base/source_file.h"
#include "base/text.h"
#include "cli/aside.h"
#include "cli/command.h"
#include "cli/host_report.h"
#include "cli/publish_report.h"
#include "cli/report.h"
#include "cli/settings.h"
#include "publish/custom_domain.h"
#include "publish/remote.h"

namespace offprint {
namespace {

constexpr const char* kDomainFile = "CNAME";

BranchOptions BranchOptionsOf(const Options& options) {
  BranchOptions branch;
  branch.branch = options.publish.branch;
  branch.remote = options.publish.remote;
  if (options.publish.keep_history) branch.history = History::kKeep;
  if (options.force) branch.foreign = ForeignCommits::kReplace;
  branch.push = options.publish.push;
  return branch;
}

int Fail(const std::string& why) {
  std::fprintf(stderr, "offprint: %s; the branch is as it was\n", why.c_str());
  return kExitContentErrors;
}

// Builds the site and checks it; what is wrong is said in `diagnostics`.
void BuildAndCheck(const Options& options, const SiteConfig& config,
                   Publication* publication, Diagnostics& diagnostics) {
  publication->site = BuildAside(options, config, config.format, diagnostics);
  if (!publication->site.report.built) return;
  if (config.format == OutputFormat::kHtml) {
    publication->links =
        CheckLinksOf(publication->site, options, config, diagnostics).site;
  } else if (const auto checked =
                 CheckLinksAside(options, config, diagnostics)) {
    publication->links = checked->site;
  }
}

// Why the site is not fit to be published, or an empty text.
std::string Objection(const Options& options, const BuildReport& report,
                      size_t host_warnings, const Diagnostics& diagnostics) {
  if (diagnostics.errors() > 0) {
    return "because of the errors above the site is not published";
  }
  if (options.strict && diagnostics.warnings() > 0) {
    return "warnings fail a --strict run, so the site is not published";
  }
  if (!report.built) return "the site could not be built";
  if (options.strict && host_warnings > 0) {
    return "the site is near the limits of its host or beyond them, which "
           "fails a --strict run";
  }
  return {};
}

// Sees to the file with the site's own domain: one among the site's files
// stays; else it is made of `url`; and where that is not set, the one on the
// branch stays, which the host's page of settings put there.
void AddDomain(const Git& git, const SiteConfig& config, const SiteTree& before,
               Publication* publication, Diagnostics& diagnostics) {
  SiteTree& tree = publication->tree;
  const std::string domain = CustomDomain(config.url, config.baseurl);
  if (tree.contains(kDomainFile)) {
    const std::string own = ReadFile(publication->site.folder / kDomainFile);
    publication->domain = Trim(own);
    if (!domain.empty() && publication->domain != domain) {
      diagnostics.Warning({kDomainFile, 0, 0},
                          "says \"" + publication->domain +
                              "\", but the url of the settings is " +
                              config.url);
    }
  } else if (!domain.empty()) {
    publication->domain = domain;
    tree[kDomainFile] = IdOf(git, domain + "\n");
  } else if (config.url.empty() && before.contains(kDomainFile)) {
    tree[kDomainFile] = before.at(kDomainFile);
    publication->domain =
        Trim(git.Ask({"cat-file", "blob", before.at(kDomainFile)}));
  }
}

void CompareWithBranch(const Git& git, const SiteConfig& config,
                       Publication* publication, Diagnostics& diagnostics) {
  const SiteTree before = TreeOfCommit(git, publication->branch.base);
  publication->tree = TreeOfFolder(git, publication->site.folder);
  AddDomain(git, config, before, publication, diagnostics);
  publication->changes = Compare(before, publication->tree);
}

// The commit that the branch is to be at: a new one, or that which has the
// site already.
std::string Commit(const Git& git, const Options& options,
                   const Publication& publication) {
  const Branch& branch = publication.branch;
  const bool keeps = options.publish.keep_history;
  if (!branch.base.empty() && publication.changes.none() &&
      (keeps || IsOneOfOurs(git, branch.base))) {
    return branch.base;
  }
  const std::filesystem::path& folder = publication.site.folder;
  const bool has_domain = exists(folder / kDomainFile);
  SiteCommit commit;
  commit.before = branch.base;
  commit.changes = publication.changes;
  commit.bytes_of = [&](const std::string& path) {
    const bool is_made = path == kDomainFile && !has_domain;
    return is_made ? publication.domain + "\n" : ReadFile(folder / path);
  };
  if (keeps) commit.parent = branch.base;
  commit.message = CommitMessage(git);
  return Write(git, commit);
}

int Publish(const Options& options, const SiteConfig& config, const Git& git,
            Publication* publication, Diagnostics& diagnostics) {
  const PublishFlags& flags = options.publish;
  if (flags.dry_run) {
    if (!options.quiet) PrintDryRun(*publication, options);
    return kExitFine;
  }
  publication->commit = Commit(git, options, *publication);
  MoveBranch(git, publication->branch, publication->commit);
  if (!options.quiet) {
    PrintPublished(*publication, config, options, diagnostics);
    std::fflush(stdout);
  }
  const Branch& branch = publication->branch;
  if (flags.push && branch.remote != publication->commit) {
    Push(git, flags.remote, branch.ref, publication->commit, branch.remote);
  }
  if (!options.quiet) {
    std::printf("%s\n", NextStep(*publication, config, options,
                                 RemoteAddress(git, flags.remote))
                            .c_str());
  }
  return kExitFine;
}

}  // namespace

int RunPublish(const Options& options) {
  Diagnostics diagnostics;
  const SiteConfig config = LoadSettings(options, diagnostics);
  if (const auto code = RefuseSettings(
          options, diagnostics, "nothing was built; the branch is as it was")) {
    return *code;
  }
  const Git git(options.source);
  Publication publication;
  publication.branch = LookAtBranch(git, BranchOptionsOf(options));
  if (!options.publish.dry_run) CheckCommitter(git);
  BuildAndCheck(options, config, &publication, diagnostics);
  const BuildReport& report = publication.site.report;
  if (report.built) CompareWithBranch(git, config, &publication, diagnostics);
  PrintDiagnostics(diagnostics, DetailOf(options), stderr);
  const std::vector<std::string> warnings = HostWarnings(report.use, config);
  for (const std::string& line : warnings) {
    std::fprintf(stderr, "%s\n", line.c_str());
  }
  const std::string objection =
      Objection(options, report, warnings.size(), diagnostics);
  if (!objection.empty()) return Fail(objection);
  return Publish(options, config, git, &publication, diagnostics);
}

}  // namespace offprint
