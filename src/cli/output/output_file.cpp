#include "cli/output/output_file.h"

#include "base/files/atomic_file.h"
#include "base/quote/visible_text.h"
#include "cli/output/console.h"

namespace harden::cli {

void write_output(const Arguments& arguments, std::string_view text) {
  if (writes_to_stdout(arguments)) return print(text);
  const std::string losses = write_file(arguments.output, text);
  if (!arguments.quiet) print_error(visible_lines(losses));
}

}  // namespace harden::cli
