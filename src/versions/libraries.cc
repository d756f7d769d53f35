#include "versions/libraries.h"

#include <brotli/decode.h>
#include <cmark-gfm.h>
#include <cmark-gfm_version.h>
#include <curl/curl.h>
#include <microhttpd.h>
#include <mimalloc.h>
#include <sass/base.h>
#include <sass/version.h>
#include <utf8proc.h>
#include <xxhash.h>
#include <zlib.h>
#include <zstd.h>

#include <CLI/Version.hpp>
#include <pugixml.hpp>

namespace offprint {
namespace {

std::string Dotted(unsigned major, unsigned minor, unsigned patch) {
  return std::to_string(major) + "." + std::to_string(minor) + "." +
         std::to_string(patch);
}

// brotli/decode.h: twelve bits a part.
std::string BrotliVersion(unsigned number) {
  return Dotted(number >> 24U, number >> 12U & 0xFFFU, number & 0xFFFU);
}

// xxhash.h: two decimal digits a part.
std::string XxhashVersion(unsigned number) {
  return Dotted(number / 10000, number / 100 % 100, number % 100);
}

// microhttpd.h: "0x01093001 = 1.9.30-1", two digits a part.
std::string MicrohttpdVersion(unsigned number) {
  const auto part = [number](unsigned shift) {
    const unsigned digits = number >> shift & 0xFFU;
    return (digits >> 4U) * 10 + (digits & 0xFU);
  };
  return Dotted(part(24), part(16), part(8));
}

// pugixml.hpp: major * 1000 + minor * 10 + patch.
std::string PugixmlVersion(unsigned number) {
  return Dotted(number / 1000, number / 10 % 100, number % 10);
}

}  // namespace

std::vector<Library> Libraries() {
  return {
      {"brotli", BROTLI_VERSION, BrotliVersion(BrotliDecoderVersion())},
      {"cli11", CLI11_VERSION, ""},
      {"cmark-gfm", CMARK_GFM_VERSION_STRING, cmark_version_string()},
      {"date", DATE_VERSION, ""},
      {"libcurl", LIBCURL_VERSION, curl_version_info(CURLVERSION_NOW)->version},
      {"libmicrohttpd", MicrohttpdVersion(MHD_VERSION), MHD_get_version()},
      {"libsass", LIBSASS_VERSION, libsass_version()},
      {"mimalloc",
       Dotted(MI_MALLOC_VERSION / 100, MI_MALLOC_VERSION / 10 % 10,
              MI_MALLOC_VERSION % 10),
       ""},
      {"pugixml", PugixmlVersion(PUGIXML_VERSION), ""},
      {"utf8proc",
       Dotted(UTF8PROC_VERSION_MAJOR, UTF8PROC_VERSION_MINOR,
              UTF8PROC_VERSION_PATCH),
       utf8proc_version()},
      {"xxhash", XxhashVersion(XXH_VERSION_NUMBER),
       XxhashVersion(XXH_versionNumber())},
      {"yaml-cpp", YAML_CPP_VERSION, ""},
      {"zlib", ZLIB_VERSION, zlibVersion()},
      {"zstd", ZSTD_VERSION_STRING, ZSTD_versionString()},
  };
}

std::string FormatLibraries(const std::vector<Library>& libraries) {
  std::string text;
  for (const Library& library : libraries) {
    text += library.name + " " + library.built;
    if (!library.running.empty() && library.running != library.built) {
      text += ", running with " + library.running;
    }
    text += "\n";
  }
  return text;
}

}  // namespace offprint
