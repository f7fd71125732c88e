#include <utility>

#include "base/rules/rule.h"
#include "dockerfile/syntax/problems.h"

namespace harden {
namespace rule {

extern constexpr RuleInfo syntax_error = {
    .code = "HD001",
    .name = "syntax-error",
    .summary = "BuildKit would refuse this line",
    .what =
        "Every line is read by BuildKit's own rules: directives, continued "
        "lines, heredocs, flags and the arguments of each instruction. What "
        "`docker build` would stop at is reported with its place and likely "
        "cause: a heredoc without its end, FROM without an image, a stage name "
        "used before it exists, an instruction before the first FROM, a flag "
        "that the instruction does not take, or that the version in "
        "`# syntax=` does not know yet.",
    .why =
        "The image does not build, so nothing said about its user has any "
        "worth until the line is repaired.",
    .remedy =
        "Repair the line as the message says. harden leaves it as it is and "
        "goes on with the rest of the file.",
    .before = "FROM debian:12\nRUN <<EOF\napt-get update\n",
    .references = {"https://docs.docker.com/reference/dockerfile/",
                   "moby/buildkit: frontend/dockerfile/parser/parser.go",
                   "moby/buildkit: frontend/dockerfile/instructions/parse.go"},
    .severity = Severity::error,
    .refuses_file = true,
};

}  // namespace rule

Diagnostic syntax_error(Span span, std::string message, std::string help) {
  return finding(rule::syntax_error, span, std::move(message), std::move(help));
}
}  // namespace harden
