// The repository that a branch is pushed to.
#ifndef OFFPRINT_PUBLISH_REMOTE_H_
#define OFFPRINT_PUBLISH_REMOTE_H_

#include <string>
#include <string_view>

#include "git/git.h"

namespace offprint {

// The address of a remote that the repository knows by that name, or an empty
// text.
std::string RemoteAddress(const Git& git, const std::string& remote);

// The commit that a remote has a branch at, asked over the network; empty
// where there is no such branch there. An EnvironmentError where it does not
// answer.
std::string AskRemote(const Git& git, const std::string& remote,
                      const std::string& ref);

// Puts the branch there at the commit, provided that it is still at
// `expected`; an EnvironmentError says why it is not done.
void Push(const Git& git, const std::string& remote, const std::string& ref,
          const std::string& commit, const std::string& expected);

// "owner/name" of an address of GitHub, in any of git's forms; empty for
// others.
std::string GitHubRepository(std::string_view address);

}  // namespace offprint

#endif  // OFFPRINT_PUBLISH_REMOTE_H_
