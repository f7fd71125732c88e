#include "observe/evidence/strace_line.h"

#include "base/text/ascii.h"

namespace harden::evidence {
namespace {

constexpr std::size_t longest_name = 40;

bool is_name(char c) { return is_lower(c) || is_digit(c) || c == '_'; }

// What options put in front of a call: `[pid 7] `, `7 `, `7<name> `,
// `12:00:00.123456 `, `(+ 0.000123) `, `[00007f…] `, `[ 59] `, each of which
// fits one of few forms.
class StracePrefixes {
 public:
  explicit StracePrefixes(std::string_view line) : rest_(line) {}

  // What stands behind all of them; empty when it is none of these lines.
  std::string_view skip() {
    // More than these no combination of options prints.
    for (int i = 0; i < 8 && !rest_.empty(); ++i) {
      if (!skip_one()) return rest_;
      const std::size_t behind = rest_.find_first_not_of(' ');
      if (behind == rest_.npos || behind == 0) return {};
      rest_.remove_prefix(behind);
    }
    return {};
  }

 private:
  bool skip_one() {
    const char c = rest_.front();
    // Right-aligned numbers.
    if (c == ' ') return true;
    if (is_digit(c)) return skip_number();
    if (c == '[') return skip_bracket();
    if (c == '(') return skip_to(')');
    return false;
  }

  bool skip_number() {
    std::size_t at = 0;
    while (at < rest_.size() &&
           (is_digit(rest_[at]) || rest_[at] == '.' || rest_[at] == ':')) {
      ++at;
    }
    rest_.remove_prefix(at);
    skip_program();
    return true;
  }

  // The name of a process; strace escapes the brackets in it.
  void skip_program() {
    if (rest_.starts_with('<')) skip_to('>');
  }

  bool skip_bracket() {
    constexpr std::string_view pid = "[pid ";
    if (!rest_.starts_with(pid)) return skip_to(']');
    rest_.remove_prefix(pid.size());
    while (rest_.starts_with(' ')) rest_.remove_prefix(1);
    skip_number();
    return skip_to(']');
  }

  bool skip_to(char end) {
    const std::size_t at = rest_.find(end);
    rest_.remove_prefix(at == rest_.npos ? rest_.size() : at + 1);
    return true;
  }

  std::string_view rest_;
};

std::string_view name_at(std::string_view text) {
  std::size_t end = 0;
  while (end < text.size() && end <= longest_name && is_name(text[end])) ++end;
  return end > longest_name ? std::string_view() : text.substr(0, end);
}

// ` <0.000012>` of `-T`.
std::string_view without_duration(std::string_view line) {
  if (!line.ends_with('>')) return line;
  const std::size_t begin = line.rfind(" <");
  if (begin == line.npos) return line;
  const auto inner = line.substr(begin + 2, line.size() - begin - 3);
  const bool number = inner.find_first_not_of("0123456789.") == inner.npos;
  return number ? line.substr(0, begin) : line;
}

// An argument may say the same, but then its quote follows.
bool is_refused(std::string_view line) {
  const std::size_t begin = line.rfind("= -1 E");
  if (begin == line.npos || line.find('"', begin) != line.npos) return false;
  const std::string_view error = line.substr(begin + 5);
  return error.starts_with("ENOSYS (") || error.starts_with("EPERM (");
}

StraceCall::Outcome outcome_of(std::string_view line) {
  using Outcome = StraceCall::Outcome;
  if (line.ends_with("...>")) return Outcome::open;
  const std::string_view rest = without_duration(line);
  if (rest.ends_with("= ?")) return Outcome::open;
  if (!rest.ends_with(')')) return Outcome::returned;
  return is_refused(rest) ? Outcome::refused : Outcome::returned;
}

}  // namespace

std::optional<StraceCall> read_strace_line(std::string_view line) {
  const std::string_view call = StracePrefixes(line).skip();
  constexpr std::string_view resumed = "<... ";
  if (call.starts_with(resumed)) {
    const std::string_view name = name_at(call.substr(resumed.size()));
    const auto behind = call.substr(resumed.size() + name.size());
    if (name.empty() || !behind.starts_with(" resumed")) return std::nullopt;
    return StraceCall{name, outcome_of(line)};
  }
  const std::string_view name = name_at(call);
  const std::string_view behind = call.substr(name.size());
  if (name.empty() || !behind.starts_with('(')) return std::nullopt;
  const bool bare = behind.starts_with("()");
  return StraceCall{name, outcome_of(line),
                    bare && behind.find(" = ") == behind.npos};
}

bool tells_32_bit(std::string_view line) {
  if (line.starts_with("System")) {
    return line == "System call usage summary for 32 bit mode:";
  }
  constexpr std::string_view process = "[ Process PID=";
  return line.starts_with('[') && line.find(process) != line.npos &&
         line.find(" runs in 32 bit mode.") != line.npos;
}

}  // namespace harden::evidence
