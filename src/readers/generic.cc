#include "readers/dialects.h"

namespace offprint {

void ReadGeneric(DigestBuilder&) {}

}  // namespace offprint
