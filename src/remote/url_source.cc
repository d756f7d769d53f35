// A digest at an address of its own.
#include "remote/digest_name.h"
#include "remote/sources.h"

namespace offprint::remote {
namespace {

class UrlSource final : public Source {
 public:
  explicit UrlSource(Visit& visit) : visit_(visit) {}

  void Begin(fetch::Fetcher& fetcher) override {
    const std::string& url = visit_.source().address;
    visit_.Ask(fetcher, {DigestNameOf(url, {}), url, ""});
  }

 private:
  Visit& visit_;
};

}  // namespace

std::unique_ptr<Source> MakeUrlSource(Visit& visit) {
  return std::make_unique<UrlSource>(visit);
}

}  // namespace offprint::remote
