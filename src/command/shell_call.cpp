#include "command/shell_call.h"

#include <algorithm>

namespace harden {

std::optional<std::size_t> ShellCall::line() const {
  return takes_line && behind < size ? std::optional(behind) : std::nullopt;
}

std::optional<std::size_t> ShellCall::file() const {
  const bool has_file = !takes_line && !reads_input && behind < size;
  return has_file ? std::optional(behind) : std::nullopt;
}

ShellCall shell_call(const CommandWords& words) {
  ShellCall call;
  call.size = words.size();
  std::size_t& at = call.behind;
  for (; at < words.size(); ++at) {
    const CommandWord it = words[at];
    const std::string_view word = it.text;
    if (!it.known || it.any_number) {
      call.known = false;
      return call;
    }
    // `-` alone ends them, as `--` does.
    if (word == "--" || word == "-") {
      ++at;
      break;
    }
    if (word.size() < 2 || (word[0] != '-' && word[0] != '+')) break;
    if (word.starts_with("--")) {
      const bool other_file = word == "--rcfile" || word == "--init-file";
      if (other_file) ++at;
      call.known &= !other_file;
      call.is_login |= word == "--login";
      continue;
    }
    // `+c` as well: bash 5.2, dash 0.5.12 and busybox 1.35 take a line behind
    // it.
    call.takes_line |= word.find('c') != word.npos;
    call.reads_input |= word.find('s') != word.npos;
    call.only_checks |= word[0] == '-' && word.find('n') != word.npos;
    call.is_login |= word.find_first_of("li") != word.npos;
    // `-o pipefail` takes a word.
    if (word.find_first_of("oO") != word.npos) ++at;
  }
  at = std::min(at, words.size());
  return call;
}

}  // namespace harden
