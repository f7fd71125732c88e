#include "cli/output/write_result.h"

#include "base/files/atomic_file.h"
#include "base/quote/visible_text.h"
#include "cli/output/console.h"

namespace harden::cli {

void write_result(const OutputArguments& arguments, std::string_view text) {
  if (arguments.writes_to_stdout()) return print(text);
  print_error(visible_lines(write_file(arguments.output, text)));
}

}  // namespace harden::cli
