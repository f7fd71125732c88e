#include "findings/report/rule_page.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

#include "base/text/palette.h"
#include "findings/report/text_report.h"

namespace harden {
namespace {

constexpr std::size_t width = 80;
constexpr std::string_view indent = "  ";

std::string wrap(std::string_view text, std::string_view lead) {
  std::string result;
  std::string line(lead);
  while (!text.empty()) {
    const auto end = std::min(text.find(' '), text.size());
    const auto word = text.substr(0, end);
    if (line.size() > lead.size() && line.size() + 1 + word.size() > width) {
      result += line + '\n';
      line = lead;
    }
    if (line.size() > lead.size()) line += ' ';
    line += word;
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return result + line + '\n';
}

std::string indented(std::string_view lines) {
  std::string result;
  while (!lines.empty()) {
    const auto end = std::min(lines.find('\n'), lines.size() - 1) + 1;
    result += "    ";
    result += lines.substr(0, end);
    lines.remove_prefix(end);
  }
  return result;
}

class RulePageWriter {
 public:
  explicit RulePageWriter(bool colour) : palette_(colour) {}

  void heading(const RuleInfo& rule) {
    text_ += fmt::format("{} {} ({})\n{}\n", palette_.bold(rule.code),
                         palette_.bold(rule.name),
                         palette_.of(rule.severity, to_string(rule.severity)),
                         wrap(rule.summary, indent));
  }
  void prose(std::string_view title, std::string_view text) {
    if (text.empty()) return;
    text_ += palette_.bold(title) + '\n' + wrap(text, indent) + '\n';
  }
  void example(std::string_view title, std::string_view lines) {
    if (lines.empty()) return;
    text_ += palette_.bold(title) + '\n' + indented(lines) + '\n';
  }
  void references(const References& list) {
    if (list.empty()) return;
    text_ += palette_.bold("References") + '\n';
    for (const auto& reference : list) {
      text_ += fmt::format("{}{}\n", indent, reference);
    }
    text_ += '\n';
  }
  std::string take() {
    text_.pop_back();
    return std::move(text_);
  }

 private:
  Palette palette_;
  std::string text_;
};

std::string markdown_section(std::string_view title, std::string_view text) {
  if (text.empty()) return {};
  return fmt::format("## {}\n\n{}\n", title, wrap(text, ""));
}

std::string markdown_example(std::string_view title, std::string_view lines,
                             std::string_view language) {
  if (lines.empty()) return {};
  return fmt::format("## {}\n\n```{}\n{}```\n\n", title, language, lines);
}

}  // namespace

std::string rule_list(std::span<const RuleInfo> rules, bool colour) {
  const Palette palette(colour);
  std::size_t longest = 0;
  for (const auto& rule : rules) longest = std::max(longest, rule.name.size());
  std::string result;
  for (const auto& rule : rules) {
    const auto severity = to_string(rule.severity);
    const std::string padding(7 - severity.size(), ' ');
    result += fmt::format(
        "{}  {:<{}}  {}{}  {}\n", palette.bold(rule.code), rule.name, longest,
        palette.of(rule.severity, severity), padding, rule.summary);
  }
  return result;
}

std::string rule_page(const RuleInfo& rule, bool colour) {
  RulePageWriter page(colour);
  page.heading(rule);
  page.prose("What is looked at", rule.what);
  page.prose("Why it matters", rule.why);
  page.prose("What to do", rule.remedy);
  page.example(rule.after.empty() ? "Example" : "Before", rule.before);
  page.example("After", rule.after);
  page.references(rule.references);
  return page.take();
}

std::string rule_markdown(const RuleInfo& rule) {
  std::string page =
      fmt::format("# {} {}\n\n{} Severity: {}.\n\n", rule.code, rule.name,
                  std::string(rule.summary) + ".", to_string(rule.severity));
  page += markdown_section("What is looked at", rule.what);
  page += markdown_section("Why it matters", rule.why);
  page += markdown_section("What to do", rule.remedy);
  page += markdown_example(rule.after.empty() ? "Example" : "Before",
                           rule.before, rule.language);
  page += markdown_example("After", rule.after, rule.language);
  if (!rule.references.empty()) {
    page += "## References\n\n";
    for (const auto& it : rule.references) page += fmt::format("- {}\n", it);
    page += '\n';
  }
  page.pop_back();
  return page;
}

std::string rule_index_markdown(std::span<const RuleInfo> rules) {
  std::string page =
      "# Rules\n\nWritten by `harden rules --markdown docs/rules` from the "
      "table in `src/passes`.\n\n"
      "| code | name | severity | what it says |\n|---|---|---|---|\n";
  for (const auto& rule : rules) {
    page += fmt::format("| [{0}]({0}.md) | {1} | {2} | {3} |\n", rule.code,
                        rule.name, to_string(rule.severity), rule.summary);
  }
  return page;
}

}  // namespace harden
