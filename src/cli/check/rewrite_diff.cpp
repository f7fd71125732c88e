#include "cli/check/rewrite_diff.h"

#include <unistd.h>

#include <cstddef>
#include <optional>

#include "base/files/clean_path.h"
#include "base/quote/visible_text.h"
#include "cli/output/console.h"
#include "findings/report/unified_diff.h"

namespace harden::cli {
namespace {

std::string new_file_diff(const NewFile& file, const RewriteDiff& rewrite) {
  constexpr std::size_t largest = std::size_t{1} << 20;
  const auto before = rewrite.readable == nullptr
                          ? std::nullopt
                          : rewrite.readable->read(file.made_from, largest);
  return unified_diff(join_path(rewrite.context, file.made_from),
                      join_path(rewrite.context, file.path),
                      before.value_or(""), file.text);
}

}  // namespace

std::string rewrite_diff(const RewriteDiff& rewrite) {
  const SourceFile& before = rewrite.before;
  std::string diff = unified_diff(before.name(), rewrite.new_name,
                                  before.bytes(), rewrite.text);
  for (const NewFile& it : rewrite.files) diff += new_file_diff(it, rewrite);
  return diff;
}

void print_diff(const std::string& diff, bool no_color) {
  if (wants_colour(STDOUT_FILENO, no_color)) {
    print(colour_diff(visible_lines(diff)));
  } else {
    print_file(diff);
  }
}

}  // namespace harden::cli
