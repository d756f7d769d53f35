#include "base/progress.h"

namespace offprint {

void Progress::BeginStage(std::string_view, size_t) {}
void Progress::Expect(size_t) {}
void Progress::Advance() {}
void Progress::EndStage() {}

}  // namespace offprint
