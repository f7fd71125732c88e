// What commands write, and what the user is told of it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/files/atomic_file.h"
#include "cli/options/shared_arguments.h"

namespace harden::cli {

// What was written so far.
class WriteLog {
 public:
  // "wrote FILE", "rewrote FILE"
  void note(std::string_view what, const std::string& path);
  // Whole lines.
  void remark(const std::string& lines) { remarks_ += lines; }

  const std::vector<std::string>& written() const { return written_; }
  // "; written before that: A, B"
  std::string so_far() const;
  const std::string& remarks() const { return remarks_; }

 private:
  std::vector<std::string> written_;
  std::string remarks_;
};

// Runs what writes; an OutputError then names what was written before it.
template <typename Write>
void write_logged(const WriteLog& log, Write write) {
  try {
    write();
  } catch (const OutputError& error) {
    if (log.written().empty()) throw;
    throw OutputError(error, log.so_far());
  }
}

// To `-o FILE`, or to standard output. Throws OutputError.
void write_result(const OutputArguments& arguments, std::string_view text);

}  // namespace harden::cli
