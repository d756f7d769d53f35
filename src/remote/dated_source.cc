// A digest a day, at an address with its date.
//
// The newest days are asked for in each run, as they may still come or change.
// An older day is asked for until its digest is here, or until the server has
// said that there is none; what it said is kept in the cache, where it may be
// lost: then it is asked once more.
#include <algorithm>
#include <set>
#include <system_error>

#include "base/replace_file.h"
#include "base/source_file.h"
#include "base/text.h"
#include "remote/digest_name.h"
#include "remote/sources.h"

namespace offprint::remote {
namespace {

constexpr int kNewDays = 7;

// Days of which the server said that there is no digest, under the pattern of
// addresses that it was asked with.
class MissingDays {
 public:
  MissingDays(std::filesystem::path path, std::string_view pattern)
      : path_(std::move(path)), pattern_(pattern) {
    std::error_code error;
    if (!std::filesystem::is_regular_file(path_, error)) return;
    const std::string text = ReadFile(path_);
    const std::vector<std::string_view> lines = Split(text, '\n');
    if (lines[0] != pattern_) return;
    for (const std::string_view line : lines) {
      if (const auto day = ParseDate(line)) days_.insert(*day);
    }
  }

  bool Has(Date day) const { return days_.contains(day); }
  void Add(Date day) { changed_ |= days_.insert(day).second; }

  void Save() const {
    if (!changed_) return;
    std::string text = pattern_ + "\n";
    for (const Date day : days_) text += FormatDate(day) + "\n";
    std::filesystem::create_directories(path_.parent_path());
    ReplaceFile(path_, text);
  }

 private:
  const std::filesystem::path path_;
  const std::string pattern_;
  std::set<Date> days_;
  bool changed_ = false;
};

class DatedSource final : public Source {
 public:
  explicit DatedSource(Visit& visit)
      : visit_(visit),
        missing_(visit.options().cache / (visit.source().name + ".missing"),
                 visit.source().address) {}

  void Begin(fetch::Fetcher& fetcher) override {
    const RemoteSource& source = visit_.source();
    const int today = DaysSinceEpoch(visit_.options().today);
    const int first_new = today - kNewDays + 1;
    const int from = source.from ? DaysSinceEpoch(*source.from) : first_new;
    const int to =
        source.to ? std::min(DaysSinceEpoch(*source.to), today) : today;
    // The newest first: who stops the run has those.
    for (int day = to; day >= from; --day) {
      Want(fetcher, DateFromDays(day), day >= first_new);
    }
  }

  void End() override { missing_.Save(); }

 private:
  void Want(fetch::Fetcher& fetcher, Date day, bool is_new) {
    Wanted wanted;
    wanted.url = AddressOn(visit_.source().address, day);
    wanted.file = FileOf(wanted.url, day);
    if (!is_new && (missing_.Has(day) || visit_.folder().Has(wanted.file))) {
      return;
    }
    wanted.absent = [this, day, is_new] {
      if (!is_new) missing_.Add(day);
    };
    visit_.Ask(fetcher, std::move(wanted));
  }

  static std::string FileOf(const std::string& url, Date day) {
    const std::string name = DigestNameOf(url, day);
    return FormatDate(day) + name.substr(name.rfind('.'));
  }

  Visit& visit_;
  MissingDays missing_;
};

}  // namespace

std::unique_ptr<Source> MakeDatedSource(Visit& visit) {
  return std::make_unique<DatedSource>(visit);
}

}  // namespace offprint::remote
