#include "cli/options/version.h"

namespace harden::cli {

const std::string_view version = HARDEN_VERSION;

std::string version_line() { return "harden " HARDEN_VERSION "\n"; }

std::string license_text() {
  return version_line() +
         "Copyright 2026 The harden authors\n"
         "Licensed under the Apache License, Version 2.0: "
         "http://www.apache.org/licenses/LICENSE-2.0\n\n"
         "The program holds code of these libraries:\n" +
         std::string(library_licenses) +
         "\nPackages of harden have all terms in share/doc/harden/copyright.\n";
}

}  // namespace harden::cli
