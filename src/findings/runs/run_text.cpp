#include "findings/runs/run_text.h"

#include <algorithm>
#include <utility>

#include "base/text/word_lists.h"
#include "dockerfile/model/run_script.h"
#include "shell/shell_script.h"

namespace harden::rule {
namespace {

const shell::Simple* lone_command(const shell::Pipeline& it) {
  const bool alone = it.commands.size() == 1 && !it.negated;
  return alone ? it.commands.front().as<shell::Simple>() : nullptr;
}

bool all_must_succeed(const shell::AndOr& it) {
  return !it.background &&
         std::ranges::all_of(it.joins, [](shell::AndOr::Join join) {
           return join == shell::AndOr::Join::both;
         });
}

bool has_here_document(const shell::AndOr& list) {
  for (const shell::Pipeline& pipeline : list.pipelines) {
    for (const shell::Command& command : pipeline.commands) {
      for (const shell::Redirection& it : command.redirections) {
        if (it.op.ends_with("<<") || it.op.ends_with("<<-")) return true;
      }
    }
  }
  return false;
}

bool ends_shell(const Call& it) {
  if (it.nested || it.command->words.empty()) return false;
  return is_one_of(it.command->words.front().value,
                   {"exit", "exec", "return", "trap"});
}

std::string_view line_before(std::string_view text, std::size_t at) {
  const std::size_t begin = text.substr(0, at).rfind('\n') + 1;
  return text.substr(begin, at - begin);
}

bool is_all_blank(std::string_view text) {
  return text.find_first_not_of(" \t") == std::string_view::npos;
}

}  // namespace

RunText::RunText(const Subject& subject, std::size_t instruction,
                 std::string text, bool is_heredoc)
    : subject_(&subject),
      instruction_(instruction),
      text_(std::move(text)),
      is_heredoc_(is_heredoc),
      script_(shell::parse_script(text_)) {}

std::optional<RunText> RunText::of(const Subject& subject,
                                   std::size_t instruction) {
  const Instruction& run = subject.instruction(instruction);
  const auto* command = run.as<Command>();
  if (command == nullptr || command->form == Command::Form::exec) {
    return std::nullopt;
  }
  if (run.heredocs.empty()) {
    return RunText(subject, instruction, std::string(shell_text(run, *command)),
                   false);
  }
  const Heredoc* only = lone_heredoc(run, *command);
  if (only == nullptr || only->strips_tabs) return std::nullopt;
  return RunText(subject, instruction,
                 std::string(subject.document.text(only->body)), true);
}

bool RunText::always_runs(Span command) const {
  for (const shell::AndOr& list : script_.commands) {
    if (!all_must_succeed(list)) continue;
    for (const shell::Pipeline& it : list.pipelines) {
      if (lone_command(it) != nullptr && it.commands.front().span == command) {
        return true;
      }
    }
  }
  return false;
}

// Something else than a list of commands that come to their end.
bool RunText::may_end_early() const {
  for (const shell::AndOr& list : script_.commands) {
    for (const shell::Pipeline& pipeline : list.pipelines) {
      for (const shell::Command& it : pipeline.commands) {
        if (it.as<shell::Opaque>() != nullptr) return true;
      }
    }
  }
  return std::ranges::any_of(subject_->calls_of(instruction_), ends_shell);
}

// `set -eux;` comes first.
bool RunText::stops_at_failure() const {
  if (script_.commands.size() < 2) return false;
  const shell::Simple* first =
      lone_command(script_.commands.front().pipelines.front());
  if (first == nullptr || first->words.size() < 2) return false;
  const std::string option = first->words[1].value(text_);
  return first->words[0].value(text_) == "set" && option.starts_with('-') &&
         !option.starts_with("--") && option.find('e') != std::string::npos;
}

// What stands in front of the first `&&` that begins a line; empty when none
// does.
std::string RunText::leading_indent() const {
  const Document& document = subject_->document;
  const std::string_view source =
      document.text(document.instructions[instruction_].span);
  for (std::size_t at = source.find("&&"); at != std::string_view::npos;
       at = source.find("&&", at + 2)) {
    const std::string_view before = line_before(source, at);
    if (source.find('\n') < at && is_all_blank(before))
      return std::string(before);
  }
  return {};
}

// Of the line that the command begins, else the file's own.
std::string RunText::indent_of(Span command) const {
  const Document& document = subject_->document;
  const Span place = subject_->place(instruction_, command);
  const std::string_view before =
      line_before(document.source->bytes(), place.begin);
  return is_all_blank(before) ? std::string(before)
                              : document.style.continuation_indent;
}

// What goes between the last command and the next, in the RUN's own style.
std::string RunText::separator(const shell::AndOr& last) const {
  const Document& document = subject_->document;
  const Style& style = document.style;
  const bool semicolon = stops_at_failure();
  if (is_heredoc_) return semicolon ? style.newline : " && ";
  const std::string_view source =
      document.text(document.instructions[instruction_].span);
  const bool one_line = source.find('\n') == std::string_view::npos;
  if (one_line) return semicolon ? "; " : " && ";
  const std::string next = style.escape + style.newline;
  if (semicolon) return "; " + next + indent_of(last.span);
  const std::string leading = leading_indent();
  if (!leading.empty()) return " " + next + leading + "&& ";
  return " && " + next + indent_of(last.pipelines.back().span);
}

std::optional<Edit> RunText::append(
    const std::vector<std::string>& commands) const {
  if (script_.commands.empty() || may_end_early()) return std::nullopt;
  const shell::AndOr& last = script_.commands.back();
  if (last.background || has_here_document(last) || last.span.size() == 0) {
    return std::nullopt;
  }
  const Span end = subject_->place(instruction_, last.span);
  if (end == subject_->document.instructions[instruction_].span &&
      is_heredoc_) {
    return std::nullopt;
  }
  std::string text;
  const std::string between = separator(last);
  for (const std::string& it : commands) text += between + it;
  return Edit{{end.end, end.end}, std::move(text)};
}

std::optional<Edit> RunText::remove(Span command) const {
  const std::size_t end =
      std::min(text_.find_first_not_of(" \t", command.end), text_.size());
  const std::string_view rest = std::string_view(text_).substr(end);
  const bool ends = (rest.starts_with(';') && !rest.starts_with(";;")) ||
                    rest.starts_with('\n') || rest.starts_with('\r');
  const std::size_t size = rest.starts_with("&&") ? 2 : ends ? 1 : 0;
  if (size == 0) return std::nullopt;
  const std::size_t next =
      std::min(text_.find_first_not_of(" \t\r\n", end + size), text_.size());
  if (next == text_.size()) return std::nullopt;
  const Span gone = subject_->place(
      instruction_, {command.begin, static_cast<std::uint32_t>(next)});
  // Comments between the two are the author's.
  const std::string_view source = subject_->document.text(gone);
  if (source.find('#') != std::string_view::npos) return std::nullopt;
  return Edit{gone, {}};
}

}  // namespace harden::rule
