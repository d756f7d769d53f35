// Digests of others: "sources".
#include <algorithm>
#include <array>
#include <utility>

#include "base/slug.h"
#include "base/text.h"
#include "base/web_address.h"
#include "config/setting_member.h"
#include "config/setting_value.h"

namespace offprint {
namespace {

struct Kind {
  std::string_view key;
  RemoteKind kind;
};
constexpr std::array kKinds = {
    Kind{"url", RemoteKind::kUrl}, Kind{"feed", RemoteKind::kFeed},
    Kind{"dated", RemoteKind::kDated}, Kind{"git", RemoteKind::kGit}};

constexpr const char* kSecretProblem =
    "may not hold a name or password: what is fetched keeps a note of where it "
    "came from";

// "https://example.org/a" gives "example.org".
std::string_view AuthorityOf(std::string_view address) {
  const size_t begin = address.find("://");
  if (begin == std::string_view::npos) return {};
  const std::string_view rest = address.substr(begin + 3);
  return rest.substr(0, rest.find_first_of("/?#"));
}

bool HasSecret(std::string_view address) {
  return AuthorityOf(address).find('@') != std::string_view::npos;
}

std::string WebProblem(std::string_view address) {
  if (!IsWebAddress(address) || AuthorityOf(address).empty()) {
    return "should be like \"https://example.org/digest.md\", not " +
           InQuotes(address);
  }
  return HasSecret(address) ? kSecretProblem : "";
}

bool IsPlain(std::string_view text) {
  return !text.empty() && !text.starts_with('-') &&
         std::ranges::none_of(
             text, [](unsigned char c) { return c <= 0x20 || c == 0x7F; });
}

std::string GitProblem(std::string_view address) {
  // "ext::…" runs a program; other helpers are as foreign.
  const size_t helper = address.find("::");
  const bool runs_helper =
      helper != std::string_view::npos && helper < address.find('/');
  if (!IsPlain(address) || runs_helper) {
    return "should be like \"https://github.com/NAME/REPOSITORY\", not " +
           InQuotes(address);
  }
  const bool is_web = StartsWithIgnoreCase(address, "http");
  return is_web && HasSecret(address) ? kSecretProblem : "";
}

std::string AddressProblem(RemoteKind kind, std::string_view address) {
  if (kind == RemoteKind::kGit) return GitProblem(address);
  const std::string problem = WebProblem(address);
  return problem.empty() && kind == RemoteKind::kDated ? DatedProblem(address)
                                                       : problem;
}

// By the rules of git-check-ref-format(1), a little narrower.
bool IsBranchName(std::string_view name) {
  return IsPlain(name) && !name.starts_with('/') && !name.ends_with('/') &&
         !name.ends_with('.') && !name.ends_with(".lock") &&
         name.find("..") == std::string_view::npos &&
         name.find("//") == std::string_view::npos &&
         name.find("/.") == std::string_view::npos &&
         name.find("@{") == std::string_view::npos &&
         name.find_first_of("~^:?*[\\") == std::string_view::npos;
}

bool IsFolderInside(std::string_view folder) {
  return std::ranges::none_of(Split(folder, '/'), [](std::string_view part) {
    return part.empty() || part == "." || part == "..";
  });
}

// Reads one source.
class SourceReader {
 public:
  explicit SourceReader(const SettingValue& mapping)
      : mapping_(mapping), members_(*mapping.value.AsObject()) {}

  // False where it is reported that it cannot be used.
  bool Read(RemoteSource* source) {
    source->place = mapping_.where;
    if (!ReadName(source) || !ReadAddress(source)) return false;
    WarnOfOthers(mapping_, KeysOf(source->kind));
    source->title = source->name;
    source->link = HomeOf(*source);
    bool good = ReadIfThere("title", [&](const SettingValue& value) {
      SetName(value, &source->title);
      return true;
    });
    good &= ReadIfThere("link", [&](const SettingValue& value) {
      return ReadLink(value, source);
    });
    good &= ReadDay("from", &source->from) && ReadDay("to", &source->to);
    good &= ReadIfThere("folder", [&](const SettingValue& value) {
      return ReadFolder(value, source);
    });
    good &= ReadIfThere("branch", [&](const SettingValue& value) {
      return ReadBranch(value, source);
    });
    return good;
  }

 private:
  static std::vector<std::string_view> KeysOf(RemoteKind kind) {
    std::vector<std::string_view> keys = {"name", "title", "link"};
    for (const Kind& known : kKinds) {
      if (known.kind == kind) keys.push_back(known.key);
    }
    if (kind == RemoteKind::kDated) keys.insert(keys.end(), {"from", "to"});
    if (kind == RemoteKind::kGit) keys.insert(keys.end(), {"folder", "branch"});
    return keys;
  }

  // Where readers are sent to when nobody says: to the address, or to the host
  // of addresses with dates.
  static std::string HomeOf(const RemoteSource& source) {
    if (!source.address.starts_with("https://")) return {};
    if (source.kind != RemoteKind::kDated) return source.address;
    return "https://" + std::string(AuthorityOf(source.address)) + "/";
  }

  bool ReadName(RemoteSource* source) {
    const std::string* name = MemberText(mapping_, "name");
    if (name == nullptr) return false;
    const std::string slug = MakeSlug(*name).value;
    if (*name != slug) {
      Refuse(Member("name"),
             "names a folder, so it should be small letters, digits and \"-\", "
             "as in " +
                 InQuotes(slug) + ", not " + InQuotes(*name));
      return false;
    }
    source->name = *name;
    return true;
  }

  bool ReadAddress(RemoteSource* source) {
    const Kind* found = nullptr;
    for (const Kind& kind : kKinds) {
      if (members_.Find(kind.key) == nullptr) continue;
      if (found != nullptr) {
        Refuse(mapping_, "has both " + InQuotes(found->key) + " and " +
                             InQuotes(kind.key) + "; leave one of them");
        return false;
      }
      found = &kind;
    }
    if (found == nullptr) {
      Refuse(mapping_, "lacks \"url\", \"feed\", \"dated\" or \"git\"");
      return false;
    }
    const SettingValue value = Member(found->key);
    const std::string* address = TextOf(value);
    if (address == nullptr) return false;
    const std::string problem = AddressProblem(found->kind, *address);
    if (!problem.empty()) Refuse(value, problem);
    source->kind = found->kind;
    source->address = *address;
    return problem.empty();
  }

  static bool ReadLink(const SettingValue& value, RemoteSource* source) {
    const std::string* link = TextOf(value);
    if (link == nullptr) return false;
    if (!link->starts_with("https://") || !WebProblem(*link).empty()) {
      Refuse(value,
             "should be like \"https://example.org\", not " + InQuotes(*link));
      return false;
    }
    source->link = *link;
    return true;
  }

  bool ReadDay(std::string_view key, std::optional<Date>* day) const {
    return ReadIfThere(key, [&](const SettingValue& value) {
      const std::string* text = TextOf(value);
      if (text == nullptr) return false;
      *day = ParseDate(*text);
      if (!*day) {
        Refuse(value,
               "should be a day like 2026-01-23, not " + InQuotes(*text));
      }
      return day->has_value();
    });
  }

  static bool ReadFolder(const SettingValue& value, RemoteSource* source) {
    const std::string* folder = TextOf(value);
    if (folder == nullptr) return false;
    std::string_view inside = *folder;
    if (inside.ends_with('/')) inside.remove_suffix(1);
    if (!IsFolderInside(inside)) {
      Refuse(value,
             "should be a folder of the repository like \"papers/zh\", "
             "not " +
                 InQuotes(*folder));
      return false;
    }
    source->folder = inside;
    return true;
  }

  static bool ReadBranch(const SettingValue& value, RemoteSource* source) {
    const std::string* branch = TextOf(value);
    if (branch == nullptr) return false;
    if (!IsBranchName(*branch)) {
      Refuse(value, "should be the name of a branch, not " + InQuotes(*branch));
      return false;
    }
    source->branch = *branch;
    return true;
  }

  SettingValue Member(std::string_view key) const {
    return InnerValue(mapping_, *members_.Find(key), key);
  }

  template <typename Read>
  bool ReadIfThere(std::string_view key, Read read) const {
    return members_.Find(key) == nullptr || read(Member(key));
  }

  const SettingValue& mapping_;
  const data::Object& members_;
};

}  // namespace

void SetSources(const SettingValue& value, std::vector<RemoteSource>* sources) {
  const data::Array* list = value.value.AsArray();
  if (list == nullptr) return RefuseType(value, "a list");
  std::vector<RemoteSource> given;
  for (const data::Value& item : *list) {
    const SettingValue mapping = InnerValue(value, item, value.name);
    if (MappingOf(mapping) == nullptr) continue;
    RemoteSource source;
    if (!SourceReader(mapping).Read(&source)) continue;
    if (std::ranges::find(given, source.name, &RemoteSource::name) !=
        given.end()) {
      Refuse(mapping, "has two sources of the name " + InQuotes(source.name));
      continue;
    }
    given.push_back(std::move(source));
  }
  *sources = std::move(given);
}

}  // namespace offprint
