// How far the work is, for whoever waits for it.
#ifndef OFFPRINT_BASE_PROGRESS_H_
#define OFFPRINT_BASE_PROGRESS_H_

#include <cstddef>
#include <string_view>

namespace offprint {

// Told of each stage and each finished item. Calls of Advance come from
// several threads at once, the others from one. This one stays silent.
class Progress {
 public:
  virtual ~Progress() = default;
  // A stage of `items` items begins ("reading digests").
  virtual void BeginStage(std::string_view name, size_t items);
  // The stage turns out to have so many more items.
  virtual void Expect(size_t more);
  // One more item of the stage is done.
  virtual void Advance();
  // The stage is over.
  virtual void EndStage();
};

}  // namespace offprint

#endif  // OFFPRINT_BASE_PROGRESS_H_
