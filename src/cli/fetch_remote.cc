#include "cli/fetch_run.h"

namespace offprint {

FetchOutcome FetchRemote(FetchRun& /*run*/) { return {}; }

}  // namespace offprint
