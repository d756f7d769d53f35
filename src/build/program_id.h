#ifndef OFFPRINT_BUILD_PROGRAM_ID_H_
#define OFFPRINT_BUILD_PROGRAM_ID_H_

#include "base/hash.h"

namespace offprint {

// What tells this program from any other build of it: the build id that the
// linker made (a note of ELF), else its bytes.
Hash128 ProgramId();

}  // namespace offprint

#endif  // OFFPRINT_BUILD_PROGRAM_ID_H_
