#include "cli/output/write_log.h"

#include <fmt/format.h>

#include "base/files/atomic_file.h"
#include "base/quote/visible_text.h"
#include "cli/output/console.h"

namespace harden::cli {

void WriteLog::note(std::string_view what, const std::string& path) {
  written_.push_back(path);
  remarks_ += fmt::format("{} {}\n", what, visible(path));
}

std::string WriteLog::so_far() const {
  return fmt::format("; written before that: {}", fmt::join(written_, ", "));
}

void write_result(const OutputArguments& arguments, std::string_view text) {
  if (arguments.writes_to_stdout()) return print(text);
  print_error(visible_lines(write_file(arguments.output, text)));
}

}  // namespace harden::cli
