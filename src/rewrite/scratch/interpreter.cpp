#include "rewrite/scratch/interpreter.h"

#include <string_view>

#include "base/text/paths.h"

namespace harden {
namespace {

constexpr std::size_t largest_program = std::size_t{1} << 20;
constexpr std::string_view blanks = " \t";

// Of `/usr/bin/env -S python3 -u`.
std::string named_by(std::string_view line) {
  std::string name;
  while (true) {
    const std::size_t begin = line.find_first_not_of(blanks);
    if (begin == std::string_view::npos) return name;
    line.remove_prefix(begin);
    const std::string_view word = line.substr(0, line.find_first_of(blanks));
    line.remove_prefix(word.size());
    if (word.starts_with('-')) continue;
    name = base_name(word);
    if (name != "env") return name;
  }
}

}  // namespace

std::string interpreter_of(const std::string& program, const CopiedFile& file,
                           const BuildContext* context) {
  std::string text = file.text;
  if (!file.context_path.empty() && context != nullptr) {
    text = context->read(file.context_path, largest_program).value_or("");
  }
  if (!text.starts_with("#!")) return std::string(base_name(program));
  return named_by(
      std::string_view(text).substr(2, text.find_first_of("\r\n") - 2));
}

}  // namespace harden
