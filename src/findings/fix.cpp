#include "findings/fix.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <stdexcept>
#include <utility>

#include "base/text/append.h"
#include "base/text/joined_texts.h"
#include "base/text/word_lists.h"
#include "findings/driver.h"
#include "findings/suppressions/suppressions.h"

namespace harden {
namespace {

// A fix that shows the next one, and so on: no rule goes on for longer.
constexpr int max_rounds = 20;

bool is_chosen(const Diagnostic& it, const FixChoice& choice) {
  if (choice.is_excused && choice.is_excused(it)) return false;
  const auto& only = choice.only;
  if (!only.empty()) {
    return is_one_of(it.rule, only);
  }
  return !choice.is_reported || choice.is_reported(it);
}

bool is_wanted(const Diagnostic& it, const FixChoice& choice) {
  if (!it.fix || !it.fix->files.empty() || it.fix->edits.empty()) return false;
  const bool allowed = it.fix->safety == Safety::safe ||
                       (choice.up_to == Safety::changes_behaviour &&
                        it.fix->safety == Safety::changes_behaviour);
  return allowed && is_chosen(it, choice);
}

// The places of edits that do not touch each other.
class TakenPlaces {
 public:
  bool meets(const Fix& fix) const {
    return std::ranges::any_of(fix.edits,
                               [&](const Edit& it) { return meets(it.span); });
  }
  void take(const Fix& fix) {
    for (const Edit& it : fix.edits) {
      auto& end = ends_[it.span.begin];
      end = std::max(end, it.span.end);
    }
  }

 private:
  bool meets(Span span) const {
    const auto behind = ends_.upper_bound(span.end);
    return behind != ends_.begin() && std::prev(behind)->second >= span.begin;
  }

  std::map<std::uint32_t, std::uint32_t> ends_;  // by where they begin
};

struct FixRound {
  Change change;
  Findings applied;
};

// Those that concern different places; the others are for the next round.
FixRound choose(Findings findings, const FixChoice& choice) {
  FixRound round;
  TakenPlaces taken;
  for (Diagnostic& it : findings) {
    if (!is_wanted(it, choice) || taken.meets(*it.fix)) continue;
    taken.take(*it.fix);
    round.change.add(*it.fix);
    round.applied.push_back(std::move(it));
  }
  return round;
}

std::string codes_of(const FixRound& round) {
  return joined_texts(round.applied, ", ", &Diagnostic::rule);
}

class FileFixer {
 public:
  FileFixer(Revision file, const Options& options, const FixChoice& choice)
      : original_(file),
        file_(std::move(file)),
        options_(options),
        choice_(choice) {}

  FixedFile run() {
    if (choice_.rewrite) rewrite();
    for (int round = 0; round < max_rounds; ++round) {
      if (!fix_once()) break;
    }
    return {std::move(file_), std::move(applied_)};
  }

 private:
  // The passes, as for `harden FILE`, but for the scratch image.
  void rewrite() {
    Options options = options_;
    options.rootfs = RootfsMode::keep;
    options.wants_fix = [&](const Diagnostic& it) {
      return is_chosen(it, choice_);
    };
    Hardened hardened = harden(original_, options);
    std::erase_if(hardened.diagnostics,
                  [](const Diagnostic& it) { return !it.fix; });
    note(std::move(hardened.diagnostics));
    file_ = std::move(hardened.final);
  }

  // False when nothing is left to fix.
  bool fix_once() {
    FixRound next =
        choose(apply_suppressions(file_.document(), check(file_, options_),
                                  options_.suppressions),
               choice_);
    if (next.change.edits.empty()) return false;
    for (Diagnostic& it : next.applied) file_.map_back(it);
    file_ = file_.after(next.change, "the fix of " + codes_of(next));
    note(std::move(next.applied));
    return true;
  }

  // What was applied is in the text: of a fix its title is left.
  void note(Findings applied) {
    for (Diagnostic& it : applied) {
      it.fix->edits.clear();
      it.fix->files.clear();
    }
    append(applied_, std::move(applied));
  }

  const Revision original_;
  Revision file_;
  const Options& options_;
  const FixChoice& choice_;
  Findings applied_;
};

}  // namespace

FixedFile fix(const Revision& file, const Options& options,
              const FixChoice& choice) {
  return FileFixer(file, options, choice).run();
}

}  // namespace harden
