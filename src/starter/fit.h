// The settings that fit a pile of digests that is there already.
#ifndef OFFPRINT_STARTER_FIT_H_
#define OFFPRINT_STARTER_FIT_H_

#include <string>
#include <string_view>
#include <vector>

#include "config/site_config.h"
#include "model/digest.h"

namespace offprint {

// A pattern of MatchesGlob that matches this path alone.
std::string PatternOf(std::string_view path);

// "en" where fewer than one entry in ten has a Chinese character, else "zh-CN".
std::string LanguageOf(const std::vector<Digest>& digests);

// kPublished where most papers come from topic tables, which grow from day to
// day, and were published on more days than there are digests of.
DayDate DaysOf(const std::vector<Digest>& digests);

// Rules for the digests whose papers are read with no known dialect: one for a
// folder in which all are, else one a file. Digests were read without rules;
// the names of those outside of the site's folder begin with "/".
std::vector<DialectRule> DialectsOf(const std::vector<Digest>& digests);

// Patterns of the names in the folder of a new site that are not of the site:
// all but its digests, what it keeps by rule (site.yml, themes, names that
// begin with "." or "_") and what only sites have (CNAME, favicon.ico, assets),
// and the README.md that it is to have.
// `content` is the folder of digests as site.yml names it. Where that is the
// site's own (".") nothing else is part of the site, and a README.md that is
// there may be a digest; where the site lies in it, what a build makes is not
// read again.
std::vector<std::string> ExcludeOf(const std::vector<std::string>& names,
                                   std::string_view content);

}  // namespace offprint

#endif  // OFFPRINT_STARTER_FIT_H_
