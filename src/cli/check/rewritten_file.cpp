#include "cli/check/rewritten_file.h"

#include <unistd.h>

#include <cstddef>
#include <optional>
#include <utility>

#include "base/files/atomic_file.h"
#include "base/files/clean_path.h"
#include "base/quote/visible_text.h"
#include "cli/output/console.h"
#include "cli/search/companion_ignore.h"
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

RewrittenFile::RewrittenFile(Rewrite rewrite, const std::vector<NewFile>& files)
    : rewrite_(std::move(rewrite)),
      needed_(files),
      files_(files, rewrite_.context) {}

void RewrittenFile::write(std::string_view before, std::string_view text,
                          WriteLog& log) const {
  files_.write([&](const std::string& path) { log.note("wrote", path); });
  if (rewrite_.output.empty()) return write_ignore(log);
  const bool in_place = rewrite_.output == rewrite_.input;
  if (in_place && before == text) return;
  const std::string losses = write_file(rewrite_.output, text);
  log.note(in_place ? "rewrote" : "wrote", rewrite_.output);
  log.remark(visible_lines(losses));
  write_ignore(log);
}

void RewrittenFile::write_ignore(WriteLog& log) const {
  const std::string dockerfile = rewrite_.input == "-" ? "" : rewrite_.input;
  log.remark(visible_lines(
      write_ignore_file({dockerfile, rewrite_.output, rewrite_.context,
                         rewrite_.comments, rewrite_.bundle},
                        needed_)));
}

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
