#include "findings/runs/switch_report.h"

#include <fmt/format.h>

#include <algorithm>
#include <span>
#include <string>
#include <utility>

namespace harden::rule {
namespace {

// More in one command are not a mistake but a test of this program.
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
    const bool meets = std::ranges::any_of(fix.edits, [&](const Edit& other) {
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
  Diagnostic& said = report(
      findings, rule, subject.place(call, span),
      fmt::format("`{}` of `{}` {}", shown(call, first), call.program, risk),
      std::string(remedy));
  const std::size_t shown_besides = std::min(found.size(), most_switches) - 1;
  for (const CheckSwitch& it : std::span(found).subspan(1, shown_besides)) {
    span = {call.argv[it.first].span.begin, call.argv[it.last].span.end};
    const Span place = subject.place(call, span);
    if (place != said.span) said.labels.push_back({place, "and this"});
  }
  said.fix = removal_of(subject, call, found);
}

namespace {

bool is_blank(char c) { return c == ' ' || c == '\t'; }

std::size_t behind_blanks(std::string_view text, std::size_t at) {
  return std::min(text.find_first_not_of(" \t", at), text.size());
}

// Behind the line ending at `at`, past a carriage return; `at` when there is
// none.
std::size_t behind_newline(std::string_view text, std::size_t at) {
  const std::size_t from = at;
  if (at < text.size() && text[at] == '\r') ++at;
  return at < text.size() && text[at] == '\n' ? at + 1 : from;
}

Edit removal(const Document& document, Span words) {
  const std::string_view text = document.source->bytes();
  std::size_t begin = words.begin;
  while (begin > 0 && is_blank(text[begin - 1])) --begin;
  const std::size_t end = behind_blanks(text, words.end);
  const bool ends_line = end == text.size() || behind_newline(text, end) != end;
  if (ends_line) {
    return {{static_cast<std::uint32_t>(begin), words.end}, {}};
  }
  const bool continued = text[end] == document.style.escape;
  const std::size_t next =
      continued ? behind_newline(text, behind_blanks(text, end + 1)) : 0;
  const bool alone = begin > 0 && text[begin - 1] == '\n' && next > end + 1 &&
                     text[next - 1] == '\n';
  if (alone) {
    return {
        {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(next)},
        {}};
  }
  return {{words.begin, static_cast<std::uint32_t>(end)}, {}};
}

}  // namespace

std::optional<Edit> remove_words(const Subject& subject, const Call& call,
                                 Span first, Span last) {
  const Span all{first.begin, last.end};
  if (!subject.is_in_one_piece(call, all)) return std::nullopt;
  return removal(subject.document, subject.place(call, all));
}

}  // namespace harden::rule
