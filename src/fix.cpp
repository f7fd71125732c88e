#include "harden/fix.h"

#include <algorithm>
#include <stdexcept>
#include <utility>

#include "harden/driver.h"
#include "passes/suppressions.h"

namespace harden {
namespace {

// A fix that shows the next one, and so on: no rule goes on for longer.
constexpr int max_rounds = 20;

bool is_wanted(const Diagnostic& it, const FixChoice& choice) {
  if (!it.fix || !it.fix->files.empty() || it.fix->edits.empty()) return false;
  const bool allowed = it.fix->safety == Safety::safe ||
                       (choice.up_to == Safety::changes_behaviour &&
                        it.fix->safety == Safety::changes_behaviour);
  const auto& only = choice.only;
  return allowed && (only.empty() || std::find(only.begin(), only.end(),
                                               it.rule) != only.end());
}

bool meets(const Edit& a, const Edit& b) {
  return a.span.begin <= b.span.end && b.span.begin <= a.span.end;
}

bool meets(const std::vector<Edit>& taken, const Fix& fix) {
  return std::any_of(fix.edits.begin(), fix.edits.end(), [&](const Edit& it) {
    return std::any_of(taken.begin(), taken.end(),
                       [&](const Edit& other) { return meets(it, other); });
  });
}

struct Round {
  std::vector<Edit> edits;
  std::vector<Diagnostic> applied;
};

// Those that concern different places; the others are for the next round.
Round choose(std::vector<Diagnostic> findings, const FixChoice& choice) {
  Round round;
  for (Diagnostic& it : findings) {
    if (!is_wanted(it, choice) || meets(round.edits, *it.fix)) continue;
    round.edits.insert(round.edits.end(), it.fix->edits.begin(),
                       it.fix->edits.end());
    round.applied.push_back(std::move(it));
  }
  return round;
}

std::string codes_of(const Round& round) {
  std::string codes;
  for (const Diagnostic& it : round.applied) {
    codes += (codes.empty() ? "" : ", ") + std::string(it.rule);
  }
  return codes;
}

}  // namespace

FixedFile fix(SourceFile source, const Options& options,
              const FixChoice& choice) {
  const std::string name = source.name();
  FixedFile result;
  result.text = source.bytes();
  Checked checked = check(std::move(source), options);
  for (int round = 0; round < max_rounds; ++round) {
    Round next = choose(
        apply_suppressions(checked.document, std::move(checked.diagnostics)),
        choice);
    if (next.edits.empty()) break;
    const std::size_t problems = checked.document.problems.size();
    std::string text = apply_edits(result.text, next.edits);
    checked = check(SourceFile(name, text), options);
    if (checked.document.problems.size() > problems) {
      throw std::logic_error(
          "the fix of " + codes_of(next) +
          " breaks the file: " + checked.document.problems.back().message);
    }
    result.text = std::move(text);
    std::move(next.applied.begin(), next.applied.end(),
              std::back_inserter(result.applied));
  }
  return result;
}

}  // namespace harden
