#include "cli/output/write_log.h"

#include <fmt/format.h>

#include "base/quote/visible_text.h"

namespace harden::cli {

void WriteLog::note(std::string_view what, const std::string& path) {
  written_.push_back(path);
  remarks_ += fmt::format("{} {}\n", what, visible(path));
}

std::string WriteLog::so_far() const {
  return fmt::format("; written before that: {}", fmt::join(written_, ", "));
}

}  // namespace harden::cli
