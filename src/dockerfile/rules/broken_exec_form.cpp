#include "base/quote/visible_text.h"
#include "base/rules/rule.h"
#include "dockerfile/syntax/problems.h"

namespace harden {
namespace rule {

extern constexpr RuleInfo broken_exec_form = {
    .code = "HD003",
    .name = "broken-exec-form",
    .summary = "Looks like the exec form, but is not valid JSON",
    .what =
        "RUN, CMD, ENTRYPOINT, SHELL or HEALTHCHECK CMD begins with `[`, but "
        "what follows is not a JSON array of strings: single quotes, a missing "
        "comma, a comma too many, a lone backslash.",
    .why =
        "The engine does not complain. It hands the text to `/bin/sh -c`, "
        "which looks for a program named `[`: the container ends at once, or "
        "runs under a shell that does not pass signals on.",
    .remedy =
        "Write a JSON array: double quotes around every string, commas between "
        "them, backslashes doubled: `CMD [\"node\", \"server.js\"]`.",
    .before = "FROM node:20\nUSER 1000:1000\nCMD ['node', 'server.js']\n",
    .references =
        {"https://docs.docker.com/reference/dockerfile/#shell-and-exec-form",
         "moby/buildkit: frontend/dockerfile/parser/line_parsers.go "
         "(parseJSON)"},
    .severity = Severity::warning,
};

}  // namespace rule

namespace {

std::string_view cause_of_broken_json(std::string_view text) {
  if (text.find(']') == std::string_view::npos) {
    return "close it with `]`";
  }
  if (text.find("] #") != std::string_view::npos) {
    return "a comment needs a line of its own";
  }
  if (text.find('\'') == std::string_view::npos &&
      text.find('\\') != std::string_view::npos) {
    return "JSON wants every backslash doubled";
  }
  return "use double quotes, a comma between the words, and none at the end";
}

}  // namespace

// The shell then looks for a program called `[nginx,`: nearly always a slip.
void report_broken_exec_forms(Document& document) {
  for (const Instruction& it : document.instructions) {
    const auto* command = it.as<Command>();
    if (command == nullptr || !command->broken_exec_form) continue;
    document.problems.push_back(finding(
        rule::broken_exec_form, it.span,
        in_backticks(to_string(it.keyword)) +
            " looks like the exec form but is not valid JSON, so the engine "
            "hands it to the shell as it stands",
        std::string(cause_of_broken_json(shell_text(it, *command)))));
  }
}
}  // namespace harden
