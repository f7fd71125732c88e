#include "findings/runs/switch_report.h"

#include <fmt/format.h>

#include <algorithm>
#include <span>
#include <string>
#include <utility>

#include "findings/runs/word_removal.h"

namespace harden::rule {
namespace {

// More in one command are no mistake, but a test of this program.
constexpr std::size_t most_switches = 20;

std::string shown(const Call& call, const CheckSwitch& it) {
  if (it.letter) return std::string{'-', call.argv[it.first].value[*it.letter]};
  std::string text;
  for (std::size_t i = it.first; i <= it.last; ++i) {
    text += (text.empty() ? "" : " ") + call.argv[i].value;
  }
  constexpr std::size_t longest = 80;
  return text.size() > longest ? text.substr(0, longest) + "…" : text;
}

std::optional<Edit> edit_of(const Subject& subject, const Call& call,
                            const CheckSwitch& it) {
  const Span first = call.argv[it.first].span;
  if (!it.letter) {
    return remove_words(subject, call, first, call.argv[it.last].span);
  }
  const bool plain = first.size() == call.argv[it.first].value.size() &&
                     subject.is_in_one_piece(call, first);
  if (!plain) return std::nullopt;
  const std::uint32_t at = subject.place(call, first).begin + *it.letter;
  return Edit{{at, at + 1}, {}};
}

std::optional<Fix> removal_of(const Subject& subject, const Call& call,
                              const CheckSwitches& found) {
  if (found.size() > most_switches) return std::nullopt;
  Fix fix{"remove it", Safety::changes_behaviour, {}};
  for (const CheckSwitch& it : found) {
    if (!it.removable) return std::nullopt;
    auto edit = edit_of(subject, call, it);
    if (!edit) return std::nullopt;
    const bool meets =
        std::any_of(fix.edits.begin(), fix.edits.end(), [&](const Edit& other) {
          return edit->span.begin < other.span.end &&
                 other.span.begin < edit->span.end;
        });
    if (meets) return std::nullopt;
    fix.edits.push_back(std::move(*edit));
  }
  return fix;
}

}  // namespace

void report_switches(const Subject& subject, const Call& call,
                     const CheckSwitches& found, const RuleInfo& rule,
                     std::string_view risk, std::string_view remedy,
                     Findings& findings) {
  if (found.empty()) return;
  const CheckSwitch& first = found.front();
  Span span{call.argv[first.first].span.begin, call.argv[first.last].span.end};
  Diagnostic said = finding(
      rule, subject.place(call, span),
      fmt::format("`{}` of `{}` {}", shown(call, first), call.program, risk),
      std::string(remedy));
  const std::size_t shown_besides = std::min(found.size(), most_switches) - 1;
  for (const CheckSwitch& it : std::span(found).subspan(1, shown_besides)) {
    span = {call.argv[it.first].span.begin, call.argv[it.last].span.end};
    const Span place = subject.place(call, span);
    if (place != said.span) said.labels.push_back({place, "and this"});
  }
  said.fix = removal_of(subject, call, found);
  findings.push_back(std::move(said));
}

}  // namespace harden::rule
