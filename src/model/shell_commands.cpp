#include "model/shell_commands.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>

#include "model/shell_word.h"

namespace harden::model {
namespace {

constexpr std::array<std::string_view, 13> kReserved = {
    "!",  "{",  "}",    "if",   "then",  "elif", "else",
    "fi", "do", "done", "time", "until", "while"};

// The longer ones first.
constexpr std::array<std::string_view, 13> kRedirections = {
    "<<-", "<<<", "&>>", "<<", "<&", "<>", ">>",
    ">&",  ">|",  "&>",  "<(", ">(", "<"};

class Splitter {
 public:
  explicit Splitter(std::string_view text) : text_(text) {}

  std::vector<SimpleCommand> run() {
    while (at_ < text_.size()) step();
    finish();
    return std::move(commands_);
  }

 private:
  std::string_view rest() const { return text_.substr(at_); }
  bool is_at(std::string_view prefix) const {
    return rest().starts_with(prefix);
  }

  void step() {
    const char c = text_[at_];
    if (c == '\n') return newline();
    if (c == ' ' || c == '\t' || c == '\r' || c == '\v' || c == '\f') {
      ++at_;
    } else if (is_at("\\\n")) {
      at_ += 2;
    } else if (c == '#') {
      at_ = std::min(text_.find('\n', at_), text_.size());
    } else if (in_test() && c != ';') {
      test_word();
    } else if (!redirection()) {
      separator_or_word(c);
    }
  }

  // Inside `[[ … ]]` operators separate nothing.
  bool in_test() const {
    return !now_.words.empty() && now_.words.front().value == "[[" &&
           now_.words.back().value != "]]";
  }

  void test_word() {
    ShellWord word = read_shell_word(text_, at_);
    at_ = std::max<std::size_t>(word.span.end, at_ + 1);
    if (!word.span.empty()) now_.words.push_back(std::move(word));
  }

  void newline() {
    ++at_;
    finish();
    read_heredocs();
  }

  void separator_or_word(char c) {
    if (c == '(') return open_bracket();
    if (c == ')') {
      ++at_;
      if (skipping_pattern_) {
        skipping_pattern_ = false;
      } else {
        finish();
      }
    } else if (c == ';') {
      const std::size_t begin = at_;
      while (at_ < text_.size() && (text_[at_] == ';' || text_[at_] == '&')) {
        ++at_;
      }
      finish();
      if (at_ - begin > 1 && open_cases_ > 0) skipping_pattern_ = true;
    } else if (c == '|' || c == '&') {
      now_.piped = c == '|' && !is_at("||");
      at_ += is_at("||") || is_at("&&") || is_at("|&") ? 2 : 1;
      finish();
    } else {
      word();
    }
  }

  void open_bracket() {
    const bool arithmetic = now_.words.empty() && is_at("((");
    // `name()` defines a function; its body is read as commands.
    if (now_.words.size() == 1 && is_at("()")) now_ = {};
    if (arithmetic) {
      at_ = behind_bracket(text_, at_);
    } else {
      ++at_;
    }
    if (!skipping_pattern_) finish();
  }

  // `2>`, `>>`, … with its target.
  bool redirection() {
    std::size_t digits = at_;
    while (digits < text_.size() && text_[digits] >= '0' &&
           text_[digits] <= '9' && digits - at_ < 4) {
      ++digits;
    }
    const std::string_view here = text_.substr(digits);
    if (here.empty() || (here[0] != '<' && here[0] != '>' && here[0] != '&')) {
      return false;
    }
    std::string_view op = here[0] == '>' ? ">" : "";
    for (const std::string_view candidate : kRedirections) {
      if (!here.starts_with(candidate)) continue;
      op = candidate;
      break;
    }
    if (op.empty() || (digits > at_ && op[0] == '&')) return false;
    if (now_.words.empty() && now_.redirections.empty()) begin_command();
    if (op.ends_with('(')) return process_substitution(digits + 1);
    at_ = digits + op.size();
    skip_blanks();
    ShellWord target = read_shell_word(text_, at_);
    at_ = target.span.end;
    now_.redirections.push_back({std::string(op), std::move(target), {}});
    if (op == "<<" || op == "<<-") {
      heredocs_.push_back(now_.redirections.size() - 1);
    }
    return true;
  }

  bool process_substitution(std::size_t bracket) {
    const std::size_t end = behind_bracket(text_, bracket);
    ShellWord word;
    word.value = text_.substr(at_, end - at_);
    word.span = {static_cast<std::uint32_t>(at_),
                 static_cast<std::uint32_t>(end)};
    word.literal = false;
    word.opaque = true;
    now_.words.push_back(std::move(word));
    at_ = end;
    return true;
  }

  void skip_blanks() {
    while (at_ < text_.size() && (text_[at_] == ' ' || text_[at_] == '\t')) {
      ++at_;
    }
  }

  void begin_command() { now_.span.begin = static_cast<std::uint32_t>(at_); }

  void word() {
    const bool first = now_.words.empty() && now_.redirections.empty() &&
                       now_.assignments.empty();
    if (first) begin_command();
    ShellWord word = read_shell_word(text_, at_);
    at_ = std::max<std::size_t>(word.span.end, at_ + 1);
    if (skipping_pattern_) {
      if (is_plain(word, "esac")) close_case();
    } else if (now_.words.empty()) {
      first_word(std::move(word));
    } else {
      now_.words.push_back(std::move(word));
      const auto& words = now_.words;
      if (words.size() == 3 && is_plain(words[0], "case") &&
          is_plain(words[2], "in")) {
        open_case();
      }
    }
  }

  void first_word(ShellWord word) {
    if (is_plain(word, "esac")) return close_case();
    for (const std::string_view reserved : kReserved) {
      if (is_plain(word, reserved)) return;
    }
    if (!assignment(word)) now_.words.push_back(std::move(word));
  }

  bool is_plain(const ShellWord& word, std::string_view text) const {
    return text_.substr(word.span.begin, word.span.size()) == text;
  }

  bool assignment(ShellWord& word) {
    const std::string_view raw =
        text_.substr(word.span.begin, word.span.size());
    const std::size_t equals = raw.find('=');
    if (equals == std::string_view::npos || equals == 0) return false;
    std::string_view name = raw.substr(0, equals);
    if (name.ends_with('+')) {
      name.remove_suffix(1);
      word.opaque = true;
      word.literal = false;
    }
    for (const char c : name) {
      const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                          c == '_' || (c >= '0' && c <= '9');
      if (!letter) return false;
    }
    std::string owned(name);
    ShellWord value = read_shell_word(text_, word.span.begin + equals + 1);
    value.opaque |= word.opaque;
    value.literal &= !word.opaque;
    now_.assignments.push_back({std::move(owned), std::move(value)});
    return true;
  }

  void open_case() {
    finish();
    ++open_cases_;
    skipping_pattern_ = true;
  }
  void close_case() {
    if (open_cases_ > 0) --open_cases_;
    skipping_pattern_ = false;
  }

  void finish() {
    const bool empty = now_.words.empty() && now_.redirections.empty() &&
                       now_.assignments.empty();
    if (empty || skipping_pattern_) {
      now_ = {};
      heredocs_.clear();
      return;
    }
    now_.span.end = static_cast<std::uint32_t>(at_);
    for (const std::size_t index : heredocs_) {
      waiting_.push_back({commands_.size(), index});
    }
    heredocs_.clear();
    commands_.push_back(std::exchange(now_, {}));
  }

  void read_heredocs() {
    for (const auto& [command, index] : waiting_) {
      Redirection& here = commands_[command].redirections[index];
      while (at_ < text_.size()) {
        std::string_view line = rest().substr(0, rest().find('\n'));
        at_ = std::min(at_ + line.size() + 1, text_.size());
        if (line.ends_with('\r')) line.remove_suffix(1);
        if (here.op == "<<-") {
          line.remove_prefix(
              std::min(line.find_first_not_of('\t'), line.size()));
        }
        if (line == here.target.value) break;
        here.heredoc.append(line).append("\n");
      }
    }
    waiting_.clear();
  }

  struct Waiting {
    std::size_t command;
    std::size_t redirection;
  };

  std::string_view text_;
  std::size_t at_ = 0;
  SimpleCommand now_;
  std::vector<SimpleCommand> commands_;
  std::vector<std::size_t> heredocs_;  // redirections of now_
  std::vector<Waiting> waiting_;       // heredocs whose lines come next
  std::size_t open_cases_ = 0;
  bool skipping_pattern_ = false;
};

}  // namespace

std::vector<SimpleCommand> shell_commands(std::string_view text) {
  return Splitter(text).run();
}

SimpleCommand exec_command(std::vector<std::string> argv) {
  SimpleCommand result;
  for (std::string& argument : argv) {
    result.words.push_back({.value = std::move(argument), .span = {}});
  }
  return result;
}

}  // namespace harden::model
