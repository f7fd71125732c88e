#include "base/rules/rule.h"

#include <utility>

namespace harden {

Diagnostic finding(const RuleInfo& rule, Span span, std::string message,
                   std::string help) {
  Diagnostic result;
  result.rule = rule.code;
  result.severity = rule.severity;
  result.span = span;
  result.message = std::move(message);
  result.help = std::move(help);
  return result;
}

}  // namespace harden
