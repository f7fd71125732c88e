#include "cli/check/rewritten_file.h"

#include <utility>

#include "base/files/atomic_file.h"
#include "base/quote/visible_text.h"
#include "cli/search/companion_ignore.h"

namespace harden::cli {

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

}  // namespace harden::cli
