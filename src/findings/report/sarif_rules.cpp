#include "findings/report/sarif_rules.h"

#include <algorithm>
#include <string>

#include "findings/report/rule_page.h"

namespace harden {
namespace {

// The first document on the web that says more.
std::string_view help_uri(const RuleInfo& rule) {
  const auto found = std::find_if(
      rule.references.begin(), rule.references.end(), [](std::string_view it) {
        return it.starts_with("https://") && it.find(' ') == it.npos;
      });
  return found == rule.references.end() ? std::string_view() : *found;
}

Json text(std::string_view text) { return {{"text", std::string(text)}}; }

Json described(const RuleInfo& rule) {
  Json result = {
      {"id", rule.code},
      {"name", rule.name},
      {"shortDescription", text(std::string(rule.summary) + ".")},
      {"fullDescription", text(rule.what)},
      {"help",
       {{"text", rule_page(rule, false)}, {"markdown", rule_markdown(rule)}}},
      {"defaultConfiguration",
       {{"level", sarif_level(rule.severity)}, {"enabled", !rule.on_request}}}};
  const auto uri = help_uri(rule);
  if (!uri.empty()) result["helpUri"] = uri;
  result["properties"] = {{"tags", {"security"}}};
  return result;
}

}  // namespace

std::string_view sarif_level(Severity severity) {
  static constexpr auto levels = enum_words<Severity::note, Severity::error>(
      "note", "note", "warning", "error");
  return levels.of(severity);
}

Json sarif_rules() {
  Json result = Json::array();
  for (const RuleInfo& it : rules()) result.push_back(described(it));
  return result;
}

}  // namespace harden
