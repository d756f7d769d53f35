#ifndef OFFPRINT_PUBLISH_CUSTOM_DOMAIN_H_
#define OFFPRINT_PUBLISH_CUSTOM_DOMAIN_H_

#include <string>
#include <string_view>

namespace offprint {

// The domain that GitHub Pages is to serve a site at, where its address is one
// of the owner's own: "papers.example.org". Empty for addresses below
// github.io, for hosts without a name (localhost, 127.0.0.1:4000), and for a
// site below a path: a domain of a repository's own has the site at its root,
// so that one belongs to another repository.
std::string CustomDomain(std::string_view url, std::string_view baseurl);

}  // namespace offprint

#endif  // OFFPRINT_PUBLISH_CUSTOM_DOMAIN_H_
