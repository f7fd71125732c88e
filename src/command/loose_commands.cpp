#include "command/loose_commands.h"

#include <algorithm>
#include <array>
#include <utility>

#include "command/shell_word.h"
#include "shell/shell_script.h"

namespace harden {
namespace {

constexpr std::size_t kMostPieces = 1000;

constexpr std::array<std::string_view, 14> kReserved = {
    "!",  "{",  "}",    "if",   "then",  "elif",  "else",
    "fi", "do", "done", "time", "until", "while", "esac"};

void move_by(Span& span, std::uint32_t offset) {
  span.begin += offset;
  span.end += offset;
}

void move_by(SimpleCommand& command, std::uint32_t offset) {
  move_by(command.span, offset);
  for (ShellAssignment& it : command.assignments) {
    move_by(it.value.span, offset);
  }
  for (ShellWord& it : command.words) move_by(it.span, offset);
  for (Redirection& it : command.redirections) move_by(it.target.span, offset);
}

class LooseCommandCutter {
 public:
  explicit LooseCommandCutter(std::string_view text) : text_(text) {}

  void add(const shell::Token& token) {
    switch (token.kind) {
      case shell::TokenKind::blank:
      case shell::TokenKind::continuation:
        return end_word();
      case shell::TokenKind::word:
        return add_to_word(token.span);
      case shell::TokenKind::operation:
        if (is_redirection(token.span)) return add_to_word(token.span);
        [[fallthrough]];
      default:
        end_piece();
    }
  }

  std::vector<SimpleCommand> run() {
    end_piece();
    return std::move(commands_);
  }

 private:
  bool is_redirection(Span span) const {
    return text_.substr(span.begin, span.size()).find_first_of("<>") !=
           std::string_view::npos;
  }

  void add_to_word(Span span) {
    if (word_.empty()) word_ = {span.begin, span.begin};
    word_.end = span.end;
  }

  void end_word() {
    if (word_.empty()) return;
    const std::string_view raw = text_.substr(word_.begin, word_.size());
    const bool reserved =
        words_.empty() &&
        std::find(kReserved.begin(), kReserved.end(), raw) != kReserved.end();
    if (!reserved) words_.push_back(word_);
    word_ = {};
  }

  void end_piece() {
    end_word();
    if (!words_.empty() && ++pieces_ <= kMostPieces) read_piece();
    words_.clear();
  }

  void read_piece() {
    const std::uint32_t begin = words_.front().begin;
    const std::string_view piece =
        text_.substr(begin, words_.back().end - begin);
    const shell::Script script = shell::parse_script(piece);
    const bool readable =
        script.commands.size() == 1 &&
        script.commands[0].pipelines[0].commands[0].as<shell::Simple>();
    SimpleCommand command;
    if (readable) {
      command = shell_commands(piece).front();
      move_by(command, begin);
    } else {
      command.span = {begin, words_.back().end};
      for (const Span it : words_) {
        command.words.push_back(raw_shell_word(text_, it));
      }
    }
    commands_.push_back(std::move(command));
  }

  std::string_view text_;
  Span word_;
  std::vector<Span> words_;
  std::size_t pieces_ = 0;
  std::vector<SimpleCommand> commands_;
};

}  // namespace

std::vector<SimpleCommand> loose_commands(
    std::string_view text, const std::vector<shell::Token>& tokens, Span span) {
  LooseCommandCutter cutter(text);
  const auto begin =
      std::lower_bound(tokens.begin(), tokens.end(), span.begin,
                       [](const shell::Token& token, std::uint32_t offset) {
                         return token.span.begin < offset;
                       });
  for (auto it = begin; it != tokens.end(); ++it) {
    if (it->span.begin >= span.end) break;
    cutter.add(*it);
  }
  return cutter.run();
}

}  // namespace harden
