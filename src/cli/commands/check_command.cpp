#include <algorithm>

#include "cli/check/check_run.h"
#include "cli/commands/commands.h"

namespace harden::cli {
namespace {

void require_sense(const Arguments& arguments) {
  const auto& files = arguments.files;
  const bool reads_input =
      std::find(files.begin(), files.end(), "-") != files.end();
  if (!arguments.stdin_filename.empty() && !reads_input) {
    throw UsageError(
        "`--stdin-filename` names standard input; give `-` as the file");
  }
}

}  // namespace

int run_check(const Arguments& arguments) {
  require_sense(arguments);
  return check_files(arguments, check_file);
}

}  // namespace harden::cli
