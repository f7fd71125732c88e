#include "cli/output/console.h"

#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <string>

#include "base/files/atomic_file.h"
#include "base/files/descriptor.h"
#include "base/quote/visible_text.h"
#include "base/text/palette.h"

namespace harden::cli {

bool wants_colour(int descriptor, bool no_color) {
  if (no_color || isatty(descriptor) == 0) return false;
  const char* off = std::getenv("NO_COLOR");
  if (off != nullptr && *off != '\0') return false;
  const char* terminal = std::getenv("TERM");
  return terminal != nullptr && std::strcmp(terminal, "dumb") != 0;
}

void print(std::string_view text) {
  if (!write_all(STDOUT_FILENO, text)) {
    throw OutputError("standard output", std::string("cannot be written: ") +
                                             std::strerror(errno));
  }
}

void print_file(std::string_view bytes) {
  if (isatty(STDOUT_FILENO) != 0) {
    print(visible_lines(bytes));
  } else {
    print(bytes);
  }
}

void print_error(std::string_view text) {
  static_cast<void>(write_all(STDERR_FILENO, text));
}

void report_failure(std::string_view message, bool no_color) {
  const Palette palette(wants_colour(STDERR_FILENO, no_color));
  print_error(palette.bad("error:") + ' ' + visible(message) + '\n');
}

}  // namespace harden::cli
