#include "cli/options/version.h"

namespace harden::cli {

const std::string_view version = HARDEN_VERSION;

std::string version_line() { return "harden " HARDEN_VERSION "\n"; }

}  // namespace harden::cli
