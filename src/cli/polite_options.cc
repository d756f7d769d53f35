#include "cli/polite_options.h"

#include <algorithm>
#include <chrono>
#include <string>

#include "base/web_address.h"

namespace offprint {
namespace {

// https://info.arxiv.org/help/api/tou.html: one request every three seconds,
// for all of its hosts together.
constexpr std::chrono::seconds kArxivInterval(3);

std::string UserAgent(const SiteConfig& config, std::string_view purpose) {
  std::string about;
  const auto add = [&](std::string_view part) {
    if (!about.empty()) about += "; ";
    about += part;
  };
  if (!purpose.empty()) add(purpose);
  if (!config.fetch.contact.empty()) add(config.fetch.contact);
  const std::string site = config.url + config.baseurl + "/";
  if (IsWebAddress(site)) add("+" + site);
  const std::string agent = "offprint/" OFFPRINT_VERSION;
  return about.empty() ? agent : agent + " (" + about + ")";
}

}  // namespace

bool IsArxivHost(std::string_view host) {
  return host == "arxiv.org" || host.ends_with(".arxiv.org");
}

fetch::FetchOptions PoliteOptions(const SiteConfig& config,
                                  std::string_view purpose) {
  fetch::FetchOptions options;
  options.user_agent = UserAgent(config, purpose);
  const std::chrono::seconds interval(config.fetch.interval);
  options.pace.hosts["arxiv.org"] = {1, std::max(kArxivInterval, interval)};
  return options;
}

}  // namespace offprint
