#include "dockerfile/syntax/problems.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "base/quote/visible_text.h"
#include "base/text/ascii.h"
#include "dockerfile/syntax/logical_line.h"

namespace harden {
namespace {

void report_directives(Document& document) {
  for (std::size_t i = 0; i < document.directives.size(); ++i) {
    const Directive& it = document.directives[i];
    for (std::size_t j = 0; j < i; ++j) {
      if (document.directives[j].name != it.name) continue;
      document.problems.push_back(syntax_error(
          it.span, "the directive " + in_backticks(it.name, most_of_word) +
                       " is given twice"));
      break;
    }
    if (it.name == "escape" && it.value != "\\" && it.value != "`") {
      document.problems.push_back(
          syntax_error(it.span,
                       "the escape character must be \\ or a "
                       "backquote, not " +
                           in_backticks(it.value, most_of_word)));
    }
  }
}

// `$((1 << 20))` opens one since frontend 1.16.
bool has_blank_behind_opener(std::string_view opener) {
  const std::size_t behind = opener.find("<<") + 2;
  return behind < opener.size() && is_blank(opener[behind]);
}

void report_heredocs(Document& document) {
  for (const Instruction& it : document.instructions) {
    for (const Heredoc& heredoc : it.heredocs) {
      if (!heredoc.terminator.empty()) continue;
      std::string help =
          "its delimiter must stand alone on a line, without blanks";
      if (heredoc.strips_tabs) help += " other than leading tabs";
      if (has_blank_behind_opener(document.text(heredoc.opener))) {
        help += "; write `1<<2` if you mean a shift";
      }
      document.problems.push_back(syntax_error(
          heredoc.opener,
          "the heredoc " + in_backticks(heredoc.delimiter, most_of_word) +
              " never ends",
          std::move(help)));
    }
  }
}

bool is_stage_name(std::string_view name) {
  auto other = [](char c) {
    return is_lower(c) || is_digit(c) || c == '-' || c == '_' || c == '.';
  };
  return !name.empty() && is_lower(name.front()) &&
         std::all_of(name.begin(), name.end(), other);
}

void report_stages(Document& document) {
  for (const Stage& stage : document.stages) {
    const auto* from = document.instructions[stage.begin].as<From>();
    if (from == nullptr || !from->alias || is_stage_name(stage.name)) continue;
    document.problems.push_back(syntax_error(
        from->alias->span,
        in_backticks(from->alias->value, most_of_word) +
            " is not a valid stage name",
        "a name begins with a letter; letters, digits, `-`, `_` and `.` "
        "follow"));
  }
}

void report_order(Document& document) {
  if (document.stages.empty()) {
    document.problems.push_back(
        syntax_error({0, 0}, "there is no `FROM`, so this builds no image",
                     "is this a Dockerfile?"));
    return;
  }
  for (std::size_t i = 0; i < document.stages.front().begin; ++i) {
    const Instruction& it = document.instructions[i];
    if (it.keyword == Keyword::arg || it.keyword == Keyword::unknown) continue;
    document.problems.push_back(
        syntax_error(it.span, in_backticks(to_string(it.keyword)) +
                                  " stands before the first `FROM`; only "
                                  "`ARG` may"));
  }
}

}  // namespace

void report_document_problems(Document& document) {
  report_directives(document);
  report_heredocs(document);
  report_broken_exec_forms(document);
  report_stages(document);
  report_order(document);
  report_flags(document);
}

}  // namespace harden
