#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "base/text/word_lists.h"
#include "knowledge/capability_names.h"
#include "runtime/seccomp/profile_subject.h"
#include "runtime/seccomp/words.h"

namespace harden::rule {

extern constexpr RuleInfo rule_without_effect = {
    .code = "HD303",
    .name = "rule-without-effect",
    .summary = "A rule never matches, or does what happens anyway",
    .what =
        "Rules without names; with the action of all other calls; with "
        "capabilities or architectures that do not exist, or that they "
        "also exclude; with comparisons that no number fulfils.",
    .why =
        "Somebody meant something by it, and that does not happen: what"
        " was to be allowed is refused, or the other way round.",
    .remedy = "Correct the condition, or remove the rule.",
    .before =
        "{\"defaultAction\": \"SCMP_ACT_ERRNO\",\n"
        " \"syscalls\": [{\"names\": [\"bpf\"], \"action\": "
        "\"SCMP_ACT_ALLOW\",\n"
        "               \"includes\": {\"caps\": [\"CAP_BFP\"]}}]}\n",
    .references =
        {"moby/profiles: seccomp/seccomp_linux.go",
         "https://man7.org/linux/man-pages/man3/seccomp_rule_add.3.html"},
    .severity = Severity::warning,
    .language = "json",
};

namespace {

using seccomp::RulePlaces;

// Engines compare the name as it is: "CAP_" and capitals.
bool is_capability(std::string_view name) {
  const auto found = find_capability(name);
  return found && name.substr(0, 4) == "CAP_" && name.substr(4) == *found;
}

std::string closest_name(std::string_view name) {
  const std::string_view near = closest_capability(name);
  return near.empty() ? "" : "CAP_" + std::string(near);
}

class EffectCheck {
 public:
  EffectCheck(const SeccompProfile& profile, Findings& findings)
      : profile_(profile), findings_(findings) {}

  void look_at(const SeccompRule& it, const RulePlaces& places) {
    if (it.names.empty()) {
      never(places.rule, "names no system call");
    } else if (it.action == profile_.default_action &&
               it.error.value_or(1) == profile_.default_error.value_or(1)) {
      never(places.action, "does what happens to all others anyway");
    }
    condition(it.includes, places.includes);
    condition(it.excludes, places.excludes);
    contradictions(it, places);
    for (std::size_t i = 0; i < it.arguments.size(); ++i) {
      argument(it.arguments[i], places.arguments[i]);
    }
  }

 private:
  void say(Span span, std::string message, std::string help = {}) {
    findings_.push_back(finding(rule_without_effect, span, std::move(message),
                                std::move(help)));
  }
  void never(Span span, std::string_view why) {
    say(span, fmt::format("this rule has no effect: it {}", why));
  }

  void condition(const SeccompCondition& it, Span span) {
    for (const std::string& name : it.capabilities) {
      if (is_capability(name)) continue;
      say(span,
          fmt::format("there is no capability `{}`, so no container has it",
                      name),
          did_you_mean(closest_name(name)));
    }
    for (const std::string& name : it.architectures) {
      if (!seccomp::profile_name_of_architecture(name).empty()) continue;
      say(span, fmt::format("there is no architecture `{}`: rules call them "
                            "amd64, arm64, …",
                            name));
    }
  }

  void contradictions(const SeccompRule& it, const RulePlaces& places) {
    const auto excludes = [](const auto& excluded) {
      return [&](const std::string& name) { return is_one_of(name, excluded); };
    };
    if (std::ranges::any_of(it.includes.capabilities,
                            excludes(it.excludes.capabilities))) {
      never(places.excludes, "asks for a capability that it excludes");
    }
    if (!it.includes.architectures.empty() &&
        std::ranges::all_of(it.includes.architectures,
                            excludes(it.excludes.architectures))) {
      never(places.excludes, "excludes all architectures that it is for");
    }
  }

  void argument(const SeccompArgument& it, Span span) {
    if (it.op == SeccompOp::lt && it.value == 0) {
      never(span, "asks for a number below 0, and arguments have no sign");
    }
    if (it.op == SeccompOp::gt && it.value == UINT64_MAX) {
      never(span, "asks for more than the largest number");
    }
    if (it.op == SeccompOp::masked_eq && (it.value_two & ~it.value) != 0) {
      never(span, fmt::format("compares with bits of `valueTwo` ({:#x}) that "
                              "its mask `value` ({:#x}) takes away",
                              it.value_two, it.value));
    }
  }

  const SeccompProfile& profile_;
  Findings& findings_;
};

}  // namespace

void check_rule_without_effect(const ProfileSubject& subject,
                               Findings& findings) {
  EffectCheck check(subject.profile, findings);
  for (std::size_t i = 0; i < subject.rules.size(); ++i) {
    check.look_at(subject.profile.rules[i], subject.rules[i]);
  }
}

}  // namespace harden::rule
