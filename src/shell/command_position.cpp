#include "shell/command_position.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/text/ascii.h"

namespace harden::shell {
namespace {

using At = CommandPosition::At;

struct Reserved {
  std::string_view text;
  Symbol symbol;
  At next;
};

constexpr std::array<Reserved, 20> kReserved = {{
    {"if", Symbol::if_, At::command},
    {"then", Symbol::then, At::command},
    {"fi", Symbol::fi, At::closed},
    {"else", Symbol::else_, At::command},
    {"elif", Symbol::elif, At::command},
    {"{", Symbol::left_brace, At::command},
    {"}", Symbol::right_brace, At::closed},
    {"do", Symbol::do_, At::command},
    {"done", Symbol::done, At::closed},
    {"for", Symbol::for_, At::for_name},
    {"while", Symbol::while_, At::command},
    {"until", Symbol::until, At::command},
    {"case", Symbol::case_, At::case_subject},
    {"esac", Symbol::esac, At::closed},
    {"!", Symbol::bang, At::command},
    {"[[", Symbol::test, At::test},
    {"function", Symbol::function, At::function_name},
    {"select", Symbol::select, At::for_name},
    {"time", Symbol::time, At::command},
    // Not in the tree: it would look like a command that is waited for.
    {"coproc", Symbol::stray, At::command},
}};

bool is_name_start(char c) { return is_letter(c) || c == '_'; }

}  // namespace

Symbol CommandPosition::word(std::string_view raw, bool plain) {
  named_ = false;
  if (std::exchange(target_, false)) return Symbol::word;
  switch (at_) {
    case At::command:
    case At::closed:
      return first_word(raw, plain);
    case At::prefix:
      if (assignment_head(raw).name_size != 0) return Symbol::assignment;
      at_ = At::arguments;
      return Symbol::word;
    case At::for_name:
      at_ = At::for_in;
      return Symbol::word;
    case At::for_in:
      if (!plain || raw != "in") return first_word(raw, plain);
      at_ = At::arguments;
      return Symbol::in;
    case At::case_subject:
      at_ = At::case_in;
      return Symbol::word;
    case At::case_in:
      if (!plain || raw != "in") return Symbol::stray;
      ++cases_;
      at_ = At::pattern;
      return Symbol::in;
    case At::pattern:
      if (plain && raw == "esac") return end_case();
      at_ = At::more_patterns;
      return Symbol::pattern;
    case At::more_patterns:
      return Symbol::pattern;
    case At::function_name:
      at_ = At::command;
      named_ = true;
      return Symbol::word;
    case At::test:
      regex_ = plain && raw == "=~";
      if (!plain || raw != "]]") return Symbol::word;
      at_ = At::closed;
      return Symbol::test_end;
    default:
      return Symbol::word;
  }
}

Symbol CommandPosition::first_word(std::string_view raw, bool plain) {
  const bool timed = std::exchange(timed_, false);
  if (plain) {
    if (const Symbol symbol = reserved(raw); symbol != Symbol::end) {
      return symbol;
    }
    if (timed && raw == "-p") return Symbol::time;
  }
  if (assignment_head(raw).name_size != 0) {
    at_ = At::prefix;
    return Symbol::assignment;
  }
  at_ = At::arguments;
  named_ = true;
  return Symbol::word;
}

Symbol CommandPosition::reserved(std::string_view raw) {
  if (raw.size() > 8) return Symbol::end;
  for (const Reserved& it : kReserved) {
    if (it.text != raw) continue;
    if (it.symbol == Symbol::esac) return end_case();
    timed_ = it.symbol == Symbol::time;
    at_ = it.next;
    return it.symbol;
  }
  return Symbol::end;
}

Symbol CommandPosition::end_case() {
  if (cases_ > 0) --cases_;
  at_ = At::closed;
  return Symbol::esac;
}

Symbol CommandPosition::operation(Symbol symbol) {
  named_ = false;
  target_ = false;
  timed_ = false;
  if (at_ == At::array) {
    return symbol == Symbol::newline ? symbol : Symbol::stray;
  }
  const bool joins = symbol == Symbol::and_if || symbol == Symbol::or_if;
  if (at_ == At::test) {
    regex_ = false;
    if (symbol == Symbol::newline) return symbol;
    if (joins || symbol == Symbol::redirect) return Symbol::test_operator;
  }
  switch (symbol) {
    case Symbol::newline:
      if (at_ == At::closed || at_ == At::prefix || at_ == At::arguments) {
        at_ = At::command;
      }
      return symbol;
    case Symbol::redirect:
      target_ = true;
      if (at_ == At::command) at_ = At::prefix;
      return symbol;
    case Symbol::case_end:
      at_ = cases_ > 0 ? At::pattern : At::command;
      return symbol;
    case Symbol::pipe:
      if (at_ == At::more_patterns) return Symbol::pattern_or;
      [[fallthrough]];
    default: {
      const bool stray = at_ == At::command && !joins;
      at_ = At::command;
      return stray ? Symbol::stray : symbol;
    }
  }
}

Symbol CommandPosition::bracket(Symbol symbol) {
  named_ = false;
  target_ = false;
  if (at_ == At::test) return Symbol::test_operator;
  if (in_patterns() && symbol == Symbol::open) {
    at_ = At::more_patterns;
    return Symbol::pattern_open;
  }
  if (in_patterns()) {
    at_ = At::command;
    return Symbol::pattern_end;
  }
  return Symbol::stray;
}

AssignmentHead assignment_head(std::string_view word) {
  std::uint32_t at = 0;
  if (word.empty() || !is_name_start(word[0])) return {};
  while (at < word.size() && is_word(word[at])) ++at;
  AssignmentHead head;
  const std::uint32_t name_size = at;
  if (at < word.size() && word[at] == '[') {
    const std::size_t end = word.find("]=", at);
    const std::size_t append_end = word.find("]+=", at);
    if (end == word.npos && append_end == word.npos) return {};
    at = static_cast<std::uint32_t>(std::min(end, append_end)) + 1;
    head.element = true;
  }
  head.append = at < word.size() && word[at] == '+';
  if (head.append) ++at;
  if (at >= word.size() || word[at] != '=') return {};
  head.name_size = name_size;
  head.value_begin = at + 1;
  return head;
}

}  // namespace harden::shell
