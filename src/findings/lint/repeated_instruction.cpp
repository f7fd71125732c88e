// HD465: of several CMD, ENTRYPOINT or HEALTHCHECK in a stage the last counts.
#include <fmt/format.h>

#include <array>
#include <optional>

#include "findings/lint/lint_rules.h"

namespace harden::lint_rules {
namespace {

constexpr std::array keywords{Keyword::cmd, Keyword::entrypoint,
                              Keyword::healthcheck};

void look_for_repeats(const Subject& subject, const Stage& stage,
                      Keyword keyword, Findings& findings) {
  std::optional<std::size_t> last;
  for (std::size_t i = stage.end; i-- > stage.begin;) {
    const Instruction& it = subject.document.instructions[i];
    if (it.keyword != keyword || it.as<Unknown>() != nullptr) continue;
    if (!last) {
      last = i;
      continue;
    }
    Diagnostic said =
        finding("HD465", it.span,
                fmt::format("this `{}` has no effect: a later one of the stage "
                            "replaces it",
                            to_string(keyword)),
                "keep the one that is meant");
    said.labels.push_back(
        {subject.document.instructions[*last].span, "this one is in effect"});
    findings.push_back(std::move(said));
  }
}

}  // namespace

void repeated_instruction(const Subject& subject, Findings& findings) {
  for (const Stage& stage : subject.document.stages) {
    for (const Keyword it : keywords)
      look_for_repeats(subject, stage, it, findings);
  }
}

}  // namespace harden::lint_rules
