#include <fmt/format.h>

#include <array>
#include <optional>

#include "findings/subject.h"

namespace harden::rule {

extern constexpr RuleInfo repeated_instruction = {
    .code = "HD465",
    .name = "repeated-instruction",
    .summary = "A stage has several CMD, ENTRYPOINT or HEALTHCHECK",
    .what =
        "A stage holds the same one of CMD, ENTRYPOINT and HEALTHCHECK more "
        "than once. Different stages do not count.",
    .why =
        "Only the last is in effect. Whoever reads the first believes that "
        "another program starts, or that another check runs.",
    .remedy = "Remove all but the one that is meant.",
    .before =
        "FROM debian:12\nUSER 1000:1000\nCMD [\"server\"]\n"
        "CMD [\"sleep\", \"infinity\"]\n",
    .references = {"https://docs.docker.com/reference/dockerfile/#cmd"},
    .severity = Severity::warning,
};

namespace {

constexpr std::array keywords{Keyword::cmd, Keyword::entrypoint,
                              Keyword::healthcheck};

void look_for_repeats(const Subject& subject, const Stage& stage,
                      Keyword keyword, Findings& findings) {
  std::optional<std::size_t> last;
  for (std::size_t i = stage.end; i-- > stage.begin;) {
    const Instruction& it = subject.instruction(i);
    if (it.keyword != keyword || it.as<Unreadable>() != nullptr) continue;
    if (!last) {
      last = i;
      continue;
    }
    Diagnostic& said =
        report(findings, repeated_instruction, it.span,
               fmt::format("this `{}` has no effect: a later one of the stage "
                           "replaces it",
                           to_string(keyword)),
               "keep the one that is meant");
    said.labels.push_back(
        {subject.instruction(*last).span, "this one is in effect"});
  }
}

}  // namespace

void check_repeated_instruction(const Subject& subject, Findings& findings) {
  for (const Stage& stage : subject.document.stages) {
    for (const Keyword it : keywords)
      look_for_repeats(subject, stage, it, findings);
  }
}

}  // namespace harden::rule
