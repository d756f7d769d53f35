// The files of a theme in a source for Jekyll.
#ifndef OFFPRINT_RENDER_THEME_FILES_H_
#define OFFPRINT_RENDER_THEME_FILES_H_

#include <string>
#include <vector>

#include "base/diagnostics.h"
#include "output/output_sink.h"
#include "theme/theme.h"
#include "theme/theme_data.h"

namespace offprint {

// Writes what Jekyll needs of the theme's chain and the site's own files over
// it: layouts, includes, style sheets, assets and data. A file that cannot be
// read is an error.
void WriteThemeFiles(const Theme& theme, const std::vector<DataFile>& data,
                     OutputSink& sink, Diagnostics& diagnostics);

}  // namespace offprint

#endif  // OFFPRINT_RENDER_THEME_FILES_H_
