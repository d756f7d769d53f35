#include "cli/fetch_run.h"

namespace offprint {

FetchOutcome FetchMetadata(FetchRun& /*run*/) { return {}; }

}  // namespace offprint
