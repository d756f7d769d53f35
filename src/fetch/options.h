// The limits within which servers are asked.
#ifndef OFFPRINT_FETCH_OPTIONS_H_
#define OFFPRINT_FETCH_OPTIONS_H_

#include <chrono>
#include <cstddef>
#include <functional>
#include <map>
#include <string>

#include "fetch/proxies.h"
#include "fetch/retry.h"
#include "fetch/schedule.h"

namespace offprint::fetch {

// Which machines may be asked.
enum class Reach {
  kPublic,    // those of the public internet; see IsPublicAddress()
  kAnywhere,  // this machine and private networks too
};

struct FetchOptions {
  // Who asks and where to complain, as "offprint/1.0 (+https://…)": servers
  // block programs that hide. Never empty, and of one line.
  std::string user_agent;
  Pace pace;
  std::chrono::milliseconds connect_timeout{15'000};
  // Of one try, from the name's look-up to the last byte.
  std::chrono::milliseconds timeout{60'000};
  // A transfer that brings fewer bytes a second for so long is given up; so is
  // one of which nothing has come yet, as from who thinks before he speaks.
  size_t low_speed = 100;
  std::chrono::seconds low_speed_time{20};
  size_t most_body = size_t{32} << 20;  // bytes, decompressed
  int most_redirects = 5;               // 0: a redirect is a failure
  Reach reach = Reach::kPublic;
  RetryPolicy retry;
  // With a proxy, whether a name leads to a private network is the proxy's to
  // judge; names and numbers that say so themselves are refused here.
  Proxies proxies = ProxiesOfEnvironment();
  // Certificates to trust (a PEM file) in place of the system's; empty: those.
  std::string ca_file;
  // Addresses of hosts that are not looked up: {"a.example:80", "192.0.2.1"}.
  // They are judged by `reach` as those that name servers tell.
  std::map<std::string, std::string> known_hosts;
};

}  // namespace offprint::fetch

#endif  // OFFPRINT_FETCH_OPTIONS_H_
