#include "base/quote/visible_text.h"
#include "base/rules/rule.h"
#include "dockerfile/syntax/arguments.h"
#include "dockerfile/syntax/logical_line.h"
#include "dockerfile/syntax/problems.h"

namespace harden {
namespace rule {

extern constexpr RuleInfo unknown_instruction = {
    .code = "HD002",
    .name = "unknown-instruction",
    .summary = "No Dockerfile frontend is known to have this instruction",
    .what =
        "The first word of an instruction is none of those that the Dockerfile "
        "reference lists. Case does not matter.",
    .why =
        "BuildKit stops there, unless a `# syntax=` line names a frontend that "
        "knows more. Often it is a misspelt word, or a command whose line lost "
        "its continuation backslash.",
    .remedy =
        "Correct the word, or end the line before with a backslash. harden "
        "keeps the line as it is.",
    .before =
        "FROM debian:12\nRUN apt-get update &&\n    apt-get install -y "
        "curl\n",
    .references = {"https://docs.docker.com/reference/dockerfile/#overview",
                   "moby/buildkit: frontend/dockerfile/command/command.go"},
    .severity = Severity::warning,
};

}  // namespace rule

namespace {

// `&&` and the like begin a line when the one above lost its continuation.
bool looks_like_shell(std::string_view word) {
  return word.starts_with("&&") || word.starts_with("||") ||
         word.starts_with("-") || word.starts_with("|") || word == ";";
}

}  // namespace

Diagnostic unknown_instruction(const Instruction& instruction,
                               std::string_view line) {
  while (!line.empty() && is_blank(line.front())) line.remove_prefix(1);
  std::size_t end = 0;
  while (end < line.size() && !is_blank(line[end])) ++end;
  const std::string_view word = line.substr(0, end);
  Diagnostic result =
      finding(rule::unknown_instruction, instruction.keyword_span,
              "unknown instruction " + in_backticks(word, most_of_word) +
                  "; it is kept as it is, and nothing is known of its effect");
  if (looks_like_shell(word)) {
    result.help =
        "does it belong to the instruction above, whose last line lacks the "
        "continuation character?";
  } else if (auto name = closest_keyword(word); !name.empty()) {
    result.help = "did you mean `" + std::string(name) + "`?";
  }
  return result;
}
}  // namespace harden
