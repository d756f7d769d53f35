#include "build/program_id.h"

#include <elf.h>
#include <link.h>

#include <cstddef>
#include <string>
#include <string_view>

#include "base/source_file.h"

namespace offprint {
namespace {

// Each part of a note is filled up to four bytes.
size_t Padded(size_t size) { return (size + 3) & ~size_t{3}; }

std::string_view BuildIdIn(const char* notes, size_t size) {
  size_t at = 0;
  while (at + sizeof(ElfW(Nhdr)) <= size) {
    const auto* note = reinterpret_cast<const ElfW(Nhdr)*>(notes + at);
    at += sizeof(*note) + Padded(note->n_namesz);
    if (note->n_type == NT_GNU_BUILD_ID) return {notes + at, note->n_descsz};
    at += Padded(note->n_descsz);
  }
  return {};
}

// The first object is the program itself; it alone is looked at.
int LookAtProgram(dl_phdr_info* info, size_t /*size*/, void* found) {
  for (size_t i = 0; i < info->dlpi_phnum; ++i) {
    const ElfW(Phdr)& part = info->dlpi_phdr[i];
    if (part.p_type != PT_NOTE) continue;
    // The linker's own header says where; there is no pointer to begin with.
    const auto* notes = reinterpret_cast<const char*>(  // NOLINT
        info->dlpi_addr + part.p_vaddr);
    const std::string_view id = BuildIdIn(notes, part.p_memsz);
    if (!id.empty()) *static_cast<std::string_view*>(found) = id;
  }
  return 1;
}

}  // namespace

Hash128 ProgramId() {
  std::string_view id;
  dl_iterate_phdr(LookAtProgram, &id);
  return HashOf(id.empty() ? ReadFile("/proc/self/exe") : std::string(id));
}

}  // namespace offprint
