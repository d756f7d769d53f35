#include "cli/fetch_run.h"

namespace offprint {

FetchOutcome FetchPapers(FetchRun& /*run*/) { return {}; }

}  // namespace offprint
