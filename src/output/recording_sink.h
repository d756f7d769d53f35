#ifndef OFFPRINT_OUTPUT_RECORDING_SINK_H_
#define OFFPRINT_OUTPUT_RECORDING_SINK_H_

#include <cstdint>
#include <deque>
#include <map>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "output/ledger.h"
#include "output/output_sink.h"

namespace offprint {

// Keeps the ledger of what passes through. Given the ledger of the output as it
// stands, it hands on only what differs from that.
class RecordingSink final : public OutputSink {
 public:
  // `before` is empty where all is to be written. Where it does not `keep`,
  // files are compared by their content alone. Both outlive this.
  RecordingSink(const Ledger& before, bool keeps, OutputSink& sink)
      : before_(before),
        keeps_(keeps),
        sink_(sink),
        kept_(before.files().size()) {}

  void Write(std::string_view path, std::string_view bytes) override;
  bool CanKeep(std::string_view path, const Hash128& made_of) const override;
  bool Keep(std::string_view path, const Hash128& made_of) override;
  bool KeepBelow(std::string_view prefix) override;

  // What the output is to hold, when nobody writes any more. A file that was
  // kept and then written is the one written; a path that was written twice is
  // an EnvironmentError.
  struct Result {
    Ledger ledger;
    // Slices of the ledger's paths: those that were handed on, sorted, and the
    // others.
    std::vector<std::string_view> written;
    std::vector<std::string_view> same;
    std::vector<std::string> stale;  // paths that are in `before` alone
  };
  Result Finish();

 private:
  struct Record {
    LedgerFile file;
    bool is_same = false;  // as before
  };
  void SortRecords();

  const Ledger& before_;
  const bool keeps_;
  OutputSink& sink_;
  // Whether a file of `before_` is kept; nobody else has the same file in hand.
  std::vector<uint8_t> kept_;
  std::mutex mutex_;
  TextPool paths_;
  std::deque<Record> records_;  // of what was written
  // What the next Write of a path is made of.
  std::map<std::string, Hash128, std::less<>> made_of_;
};

}  // namespace offprint

#endif  // OFFPRINT_OUTPUT_RECORDING_SINK_H_
