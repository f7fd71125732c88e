#include "findings/fix.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <stdexcept>
#include <utility>

#include "dockerfile/syntax/parse.h"
#include "findings/driver.h"
#include "image/files/overlay_context.h"
#include "rewrite/suppressions/suppressions.h"

namespace harden {
namespace {

// A fix that shows the next one, and so on: no rule goes on for longer.
constexpr int max_rounds = 20;

bool is_chosen(const Diagnostic& it, const FixChoice& choice) {
  if (choice.is_excused && choice.is_excused(it)) return false;
  const auto& only = choice.only;
  if (!only.empty()) {
    return std::find(only.begin(), only.end(), it.rule) != only.end();
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
    return std::any_of(fix.edits.begin(), fix.edits.end(),
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
  std::vector<Edit> edits;
  std::vector<Diagnostic> applied;
};

// Those that concern different places; the others are for the next round.
FixRound choose(std::vector<Diagnostic> findings, const FixChoice& choice) {
  FixRound round;
  TakenPlaces taken;
  for (Diagnostic& it : findings) {
    if (!is_wanted(it, choice) || taken.meets(*it.fix)) continue;
    taken.take(*it.fix);
    round.edits.insert(round.edits.end(), it.fix->edits.begin(),
                       it.fix->edits.end());
    round.applied.push_back(std::move(it));
  }
  return round;
}

std::string codes_of(const FixRound& round) {
  std::string codes;
  for (const Diagnostic& it : round.applied) {
    codes += (codes.empty() ? "" : ", ") + std::string(it.rule);
  }
  return codes;
}

class FileFixer {
 public:
  FileFixer(const SourceFile& source, const Options& options,
            const FixChoice& choice)
      : name_(source.name()),
        options_(options),
        choice_(choice),
        context_(options.context) {
    result_.text = source.bytes();
  }

  FixedFile run() {
    if (choice_.rewrite) rewrite();
    for (int round = 0; round < max_rounds; ++round) {
      if (!fix_once()) break;
    }
    return std::move(result_);
  }

 private:
  SourceFile text() const { return SourceFile(name_, result_.text); }

  void rewrite() {
    Options options = options_;
    options.rootfs = RootfsMode::keep;
    options.wants_fix = [&](const Diagnostic& it) {
      return is_chosen(it, choice_);
    };
    Hardened hardened = harden(text(), options);
    std::erase_if(hardened.diagnostics,
                  [](const Diagnostic& it) { return !it.fix; });
    note(std::move(hardened.diagnostics));
    for (auto& it : hardened.edits) earlier_.emplace_back(std::move(it));
    for (const NewFile& it : hardened.files) context_.add(it);
    if (!hardened.files.empty()) options_.context = &context_;
    result_.text = std::move(hardened.text);
    result_.files = std::move(hardened.files);
  }

  // False when nothing is left to fix.
  bool fix_once() {
    Checked checked = check(text(), options_);
    FixRound next = choose(
        apply_suppressions(checked.document, std::move(checked.diagnostics),
                           options_.suppressions),
        choice_);
    if (next.edits.empty()) return false;
    result_.text = apply_edits(result_.text, next.edits);
    require_parse(next, checked.document.problems.size());
    for (Diagnostic& it : next.applied) map_back(it);
    note(std::move(next.applied));
    earlier_.emplace_back(std::move(next.edits));
    return true;
  }

  void require_parse(const FixRound& round, std::size_t problems_before) const {
    const Document document = parse(text());
    if (document.problems.size() <= problems_before) return;
    throw std::logic_error(
        "the fix of " + codes_of(round) +
        " breaks the file: " + document.problems.back().message);
  }

  void map_back(Diagnostic& it) const {
    for (auto edits = earlier_.rbegin(); edits != earlier_.rend(); ++edits) {
      it.span = edits->of(it.span);
      for (Label& label : it.labels) label.span = edits->of(label.span);
    }
  }

  void note(std::vector<Diagnostic> applied) {
    for (Diagnostic& it : applied) {
      it.fix->edits.clear();
      it.fix->files.clear();
      result_.applied.push_back(std::move(it));
    }
  }

  std::string name_;
  Options options_;
  const FixChoice& choice_;
  OverlayContext context_;
  std::vector<OffsetsBeforeEdits> earlier_;
  FixedFile result_;
};

}  // namespace

FixedFile fix(SourceFile source, const Options& options,
              const FixChoice& choice) {
  return FileFixer(source, options, choice).run();
}

}  // namespace harden
