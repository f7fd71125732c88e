#include "cli/run.h"

#include <algorithm>
#include <exception>
#include <memory>
#include <string>
#include <string_view>
#include <variant>

#include "base/process/process.h"
#include "cli/options/command_line.h"
#include "cli/output/console.h"
#include "cli/output/failure.h"

namespace harden::cli {

int run(int argc, const char* const* argv) {
  const bool no_color =
      std::any_of(argv, argv + argc,
                  [](std::string_view word) { return word == "--no-color"; });
  keep_child_status();
  try {
    const auto parsed = parse_command_line(argc, argv);
    if (const auto* text = std::get_if<std::string>(&parsed)) {
      print(*text);
      return done;
    }
    return std::get<std::unique_ptr<Command>>(parsed)->run();
  } catch (const std::exception& error) {
    report_failure(failure_text(error), no_color);
    return failed;
  }
}

}  // namespace harden::cli
