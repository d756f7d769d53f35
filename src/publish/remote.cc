#include "publish/remote.h"

#include "base/diagnostics.h"
#include "base/text.h"

namespace offprint {

std::string RemoteAddress(const Git& git, const std::string& remote) {
  const GitResult result = git.Run({"remote", "get-url", "--", remote});
  return result.good() ? std::string(Trim(result.out)) : std::string();
}

std::string AskRemote(const Git& git, const std::string& remote,
                      const std::string& ref) {
  const GitResult result = git.RunInSight({"ls-remote", "--", remote, ref});
  if (!result.good()) {
    throw EnvironmentError("the remote \"" + remote +
                           "\" does not answer (git says why above); nothing "
                           "was built or committed");
  }
  for (const std::string_view line : Split(result.out, '\n')) {
    const size_t tab = line.find('\t');
    if (tab != std::string_view::npos && line.substr(tab + 1) == ref) {
      return std::string(line.substr(0, tab));
    }
  }
  return {};
}

void Push(const Git& git, const std::string& remote, const std::string& ref,
          const std::string& commit, const std::string& expected) {
  const GitResult result =
      git.RunInSight({"push", "--porcelain", "--no-follow-tags",
                      "--force-with-lease=" + ref + ":" + expected, "--",
                      remote, commit + ":" + ref});
  if (result.good()) return;
  if (result.out.find("(stale info)") != std::string::npos) {
    throw EnvironmentError(
        "the branch moved on \"" + remote +
        "\" while the site was being published, so it was not pushed; \"git "
        "fetch " +
        remote + "\" brings what is there");
  }
  throw EnvironmentError("the site is committed, but \"git push\" failed: " +
                         std::string(Trim(result.out)));
}

std::string GitHubRepository(std::string_view address) {
  for (const std::string_view host :
       {"https://github.com/", "git@github.com:", "ssh://git@github.com/",
        "git://github.com/"}) {
    if (!address.starts_with(host)) continue;
    address.remove_prefix(host.size());
    if (address.ends_with('/')) address.remove_suffix(1);
    if (address.ends_with(".git")) address.remove_suffix(4);
    return std::string(address);
  }
  return {};
}

}  // namespace offprint
