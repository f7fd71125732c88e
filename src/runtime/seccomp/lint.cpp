// harden profile lint: what is wrong with a profile, HD301 and others.
#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "base/text/closest.h"
#include "knowledge/capability_names.h"
#include "runtime/seccomp/call_table.h"
#include "runtime/seccomp/lint_meaning.h"
#include "runtime/seccomp/read_profile.h"
#include "runtime/seccomp/seccomp.h"
#include "runtime/seccomp/words.h"

namespace harden {
namespace seccomp {
namespace {

// Engines compare the name as it is: "CAP_" and capitals.
bool is_capability(std::string_view name) {
  const auto found = find_capability(name);
  return found && name.substr(0, 4) == "CAP_" && name.substr(4) == *found;
}

std::string closest_name(std::string_view name) {
  const std::string_view near = closest_capability(name);
  return near.empty() ? "" : "CAP_" + std::string(near);
}

class ProfileLinter {
 public:
  explicit ProfileLinter(const SourceFile& source)
      : read_(read_profile_with_places(source)) {}

  std::vector<Diagnostic> run() {
    for (const KeyProblem& it : read_.problems) key(it);
    for (std::size_t i = 0; i < read_.profile.rules.size(); ++i) {
      names(read_.rules[i]);
      rule(read_.profile.rules[i], read_.rules[i]);
    }
    lint_meaning(read_, found_);
    std::ranges::stable_sort(
        found_, std::ranges::less(),
        [](const Diagnostic& it) { return it.span.begin; });
    return std::move(found_);
  }

 private:
  void add(RuleId code, Severity severity, Span span, std::string message,
           std::string help = {}) {
    Diagnostic it;
    it.rule = code;
    it.severity = severity;
    it.span = span;
    it.message = std::move(message);
    it.help = std::move(help);
    found_.push_back(std::move(it));
  }

  static std::string did_you_mean(std::string_view near) {
    return near.empty() ? "" : fmt::format("did you mean `{}`?", near);
  }

  void key(const KeyProblem& it) {
    if (it.kind == KeyProblem::Kind::unknown) {
      return add(
          "HD309", Severity::warning, it.span,
          fmt::format("engines know no key `{}` and pass over it", it.key),
          did_you_mean(it.other));
    }
    add("HD302", Severity::error, it.span,
        fmt::format("`{}` beside `{}`: engines refuse the profile, for one "
                    "excludes the other",
                    it.key, it.other));
  }

  void names(const RulePlaces& places) {
    std::vector<std::string_view> all;
    for (const auto& [name, span] : places.names) {
      if (find_call(name) != nullptr) continue;
      if (all.empty()) {
        for (const CallRow& it : tables.calls) all.push_back(it.name);
      }
      add("HD301", Severity::warning, span,
          fmt::format("there is no system call `{}`, so engines pass over it",
                      name),
          did_you_mean(closest(name, all)));
    }
  }

  void rule(const SeccompRule& it, const RulePlaces& places) {
    if (it.names.empty()) {
      never(places.rule, "names no system call");
    } else if (it.action == read_.profile.default_action &&
               it.error.value_or(1) ==
                   read_.profile.default_error.value_or(1)) {
      never(places.action, "does what happens to all others anyway");
    }
    condition(it.includes, places.includes);
    condition(it.excludes, places.excludes);
    contradictions(it, places);
    repeated_arguments(it, places);
  }

  void never(Span span, std::string_view why) {
    add("HD303", Severity::warning, span,
        fmt::format("this rule has no effect: it {}", why));
  }

  void condition(const SeccompCondition& it, Span span) {
    for (const std::string& name : it.capabilities) {
      if (is_capability(name)) continue;
      add("HD303", Severity::warning, span,
          fmt::format("there is no capability `{}`, so no container has it",
                      name),
          did_you_mean(closest_name(name)));
    }
    for (const std::string& name : it.architectures) {
      if (!profile_name_of_architecture(name).empty()) continue;
      add("HD303", Severity::warning, span,
          fmt::format("there is no architecture `{}`: rules call them amd64, "
                      "arm64, …",
                      name));
    }
  }

  void contradictions(const SeccompRule& it, const RulePlaces& places) {
    const auto both = [](const auto& included, const auto& excluded) {
      return std::ranges::any_of(included, [&](const std::string& name) {
        return std::ranges::find(excluded, name) != excluded.end();
      });
    };
    if (both(it.includes.capabilities, it.excludes.capabilities)) {
      never(places.excludes, "asks for a capability that it excludes");
    }
    const auto excluded = [&](const std::string& name) {
      const auto& all = it.excludes.architectures;
      return std::ranges::find(all, name) != all.end();
    };
    if (!it.includes.architectures.empty() &&
        std::ranges::all_of(it.includes.architectures, excluded)) {
      never(places.excludes, "excludes all architectures that it is for");
    }
    for (std::size_t i = 0; i < it.arguments.size(); ++i) {
      argument(it.arguments[i], places.arguments[i]);
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

  // libseccomp takes one condition an argument, so engines make each of several
  // a rule of its own (runc: libcontainer/seccomp/seccomp_linux.go).
  void repeated_arguments(const SeccompRule& it, const RulePlaces& places) {
    for (std::size_t i = 0; i < it.arguments.size(); ++i) {
      const SeccompArgument& one = it.arguments[i];
      const auto first =
          std::ranges::find(it.arguments, one.index, &SeccompArgument::index);
      const auto at = static_cast<std::size_t>(first - it.arguments.begin());
      if (at == i) continue;
      const bool negated =
          one.op == SeccompOp::ne && first->op == SeccompOp::ne;
      add("HD304", Severity::error, places.arguments[i],
          fmt::format(
              "argument {} has another condition already, and engines take "
              "several conditions of one rule as alternatives when they are "
              "about one argument{}",
              one.index,
              negated ? ": of two `!=` one always holds, so this rule is for "
                        "all values"
                      : ""),
          "write what is allowed as ranges or values, one rule each");
    }
  }

  ReadProfile read_;
  std::vector<Diagnostic> found_;
};

}  // namespace
}  // namespace seccomp

std::vector<Diagnostic> lint_seccomp_profile(const SourceFile& source) {
  return seccomp::ProfileLinter(source).run();
}

}  // namespace harden
