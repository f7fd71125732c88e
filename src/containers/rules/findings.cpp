#include "containers/rules/findings.h"

#include <fmt/format.h>

#include <algorithm>

namespace harden::settings {

void Findings::add(RuleId rule, Severity severity, Span span,
                   std::string message, std::string_view help,
                   std::string_view check) {
  const bool cites =
      !check.empty() && container_.form != ContainerSettings::Form::kubernetes;
  std::string text(help);
  if (cites) text += fmt::format(" (CIS Docker Benchmark 1.6, {})", check);
  add_because(rule, severity, span, std::move(message), {}, text);
}

void Findings::add_because(RuleId rule, Severity severity, Span span,
                           std::string message,
                           std::vector<std::string> because,
                           std::string_view help) {
  Diagnostic result;
  result.rule = rule;
  result.severity = severity;
  result.span = span;
  result.message = std::move(message);
  result.because = std::move(because);
  result.help = help;
  out_.push_back(std::move(result));
}

std::string_view written(const ContainerSettings& container,
                         std::string_view compose, std::string_view kubernetes,
                         std::string_view run) {
  switch (container.form) {
    case ContainerSettings::Form::compose:
      return compose;
    case ContainerSettings::Form::kubernetes:
      return kubernetes;
    case ContainerSettings::Form::run:
      break;
  }
  return run;
}

bool may_be_set(const ContainerSettings& container,
                std::initializer_list<std::string_view> names) {
  return !container.incomplete_because.empty() ||
         std::any_of(container.unknown.begin(), container.unknown.end(),
                     [&](const UnknownSetting& it) {
                       return std::find(names.begin(), names.end(), it.name) !=
                              names.end();
                     });
}

}  // namespace harden::settings
