#include "findings/suppressions/suppressions.h"

#include <algorithm>
#include <map>
#include <utility>

#include "base/text/word_lists.h"
#include "findings/registry.h"
#include "findings/suppressions/suppression_comment.h"
#include "findings/suppressions/suppression_findings.h"

namespace harden {
namespace {

using CommentPlace = SuppressionPlace;
using CommentRules = SuppressionRules;

// One rule in one stretch of the file: what several comments may excuse.
struct Excuse {
  std::uint32_t begin = 0;  // of the stretch
  const RuleInfo* rule = nullptr;
  friend auto operator<=>(const Excuse&, const Excuse&) = default;
};

// Stretches that do not overlap, and what is excused in them.
class Excuses {
 public:
  // In the order of the stretches. The number stays the excuse's.
  std::size_t add(Span lines, const RuleInfo* rule) {
    if (lines_.empty() || lines_.back() != lines) lines_.push_back(lines);
    const auto [found, is_new] =
        numbers_.try_emplace({lines.begin, rule}, used_.size());
    if (is_new) used_.push_back(0);
    return found->second;
  }
  bool use(std::uint32_t offset, const RuleInfo* rule) {
    const auto around =
        std::partition_point(lines_.begin(), lines_.end(),
                             [&](Span it) { return it.end <= offset; });
    if (around == lines_.end() || around->begin > offset) return false;
    const auto found = numbers_.find({around->begin, rule});
    if (found == numbers_.end()) return false;
    used_[found->second] = 1;
    return true;
  }
  bool is_used(std::size_t number) const { return used_[number] != 0; }

 private:
  std::vector<Span> lines_;
  std::map<Excuse, std::size_t> numbers_;
  std::vector<char> used_;
};

// One code of a comment that names a rule and may excuse it, and that a check
// would report.
struct Suppression {
  Span code;
  CommentPlace place = CommentPlace::nothing;
  std::size_t number = 0;  // in the excuses of that place
};

bool allows(const CommentRules& rules, const RuleInfo& rule) {
  return !rules.forbidden && !is_one_of(rule.code, rules.never);
}

class Suppressions {
 public:
  Suppressions(const SourceFile& source,
               const std::vector<CommentReach>& comments, SuppressedFile kind,
               const CommentRules& rules)
      : source_(source),
        kind_(kind),
        rules_(rules),
        whole_{0, static_cast<std::uint32_t>(source.bytes().size()) + 1} {
    for (const CommentReach& it : comments) read(it);
  }
  Suppressions(const Document& document, const CommentRules& rules)
      : Suppressions(*document.source, comment_reaches(document),
                     SuppressedFile::dockerfile, rules) {}

  bool cover(const Diagnostic& finding) {
    const RuleInfo* rule = find_rule(finding.rule);
    bool covered = of(CommentPlace::file).use(0, rule);
    covered |= cover_at(finding.span.begin, rule);
    for (const Span it : finding.excused_at) {
      covered |= cover_at(it.begin, rule);
    }
    return covered;
  }

  void report(Findings& out) const {
    out.insert(out.end(), problems_.begin(), problems_.end());
    for (const Suppression& it : list_) {
      if (it.place != CommentPlace::nothing &&
          of(it.place).is_used(it.number)) {
        continue;
      }
      out.push_back(unused_suppression(source_, it.code, it.place, kind_));
    }
  }

 private:
  Excuses& of(CommentPlace place) { return excuses_[static_cast<int>(place)]; }
  const Excuses& of(CommentPlace place) const {
    return excuses_[static_cast<int>(place)];
  }

  bool cover_at(std::uint32_t offset, const RuleInfo* rule) {
    const bool here = of(CommentPlace::here).use(offset, rule);
    return of(CommentPlace::stage).use(offset, rule) || here;
  }

  void read(const CommentReach& reach) {
    const auto comment = read_suppression(source_, reach.comment);
    if (!comment) return;
    const bool knows_stages = kind_ == SuppressedFile::dockerfile;
    const bool is_known =
        comment->reach &&
        (comment->reach != SuppressionComment::Reach::stage || knows_stages);
    if (!is_known) {
      problems_.push_back(unknown_action(source_, comment->action, kind_));
      return;
    }
    for (const Span code : comment->codes) read(*comment, code, reach);
  }

  void read(const SuppressionComment& comment, Span code,
            const CommentReach& reach) {
    const RuleInfo* rule = find_rule(source_.text(code));
    if (rule == nullptr) {
      problems_.push_back(unknown_code(source_, code));
    } else if (!allows(rules_, *rule)) {
      problems_.push_back(forbidden_suppression(source_, code, rules_));
    } else if (rules_.need_reason && comment.reason.empty()) {
      problems_.push_back(suppression_without_reason(source_, code, rules_));
    } else {
      add(*comment.reach, code, rule, reach);
    }
  }

  void add(SuppressionComment::Reach how, Span code, const RuleInfo* rule,
           const CommentReach& reach) {
    using Reach = SuppressionComment::Reach;
    Suppression result{code};
    std::optional<Span> lines = whole_;
    if (how != Reach::file) {
      lines = how == Reach::stage ? reach.stage : reach.below;
    }
    if (lines) {
      result.place = how == Reach::file    ? CommentPlace::file
                     : how == Reach::stage ? CommentPlace::stage
                                           : CommentPlace::here;
      result.number = of(result.place).add(*lines, rule);
    }
    if (!rule->of_rewrite) list_.push_back(result);
  }

  const SourceFile& source_;
  SuppressedFile kind_;
  const CommentRules& rules_;
  Span whole_;
  Excuses excuses_[4];  // by place
  std::vector<Suppression> list_;
  Findings problems_;
};

Findings apply(Suppressions suppressions, Findings diagnostics) {
  std::erase_if(diagnostics, [&](const Diagnostic& diagnostic) {
    return suppressions.cover(diagnostic);
  });
  suppressions.report(diagnostics);
  sort_by_place(diagnostics);
  return diagnostics;
}

}  // namespace

Findings apply_suppressions(const Document& document, Findings diagnostics,
                            const SuppressionRules& rules) {
  return apply(Suppressions(document, rules), std::move(diagnostics));
}

Findings apply_suppressions(const SourceFile& source,
                            const std::vector<CommentLines>& comments,
                            Findings diagnostics,
                            const SuppressionRules& rules) {
  std::vector<CommentReach> reaches;
  for (const CommentLines& it : comments) {
    reaches.push_back({it.comment, it.lines, std::nullopt});
  }
  return apply(Suppressions(source, reaches, SuppressedFile::settings, rules),
               std::move(diagnostics));
}

void drop_excused_fixes(const Document& document, const SuppressionRules& rules,
                        Findings& diagnostics) {
  Suppressions suppressions(document, rules);
  for (Diagnostic& it : diagnostics) {
    if (it.fix && suppressions.cover(it)) it.fix.reset();
  }
}

bool is_excused(const Document& document, const SuppressionRules& rules,
                const Diagnostic& finding) {
  return Suppressions(document, rules).cover(finding);
}

}  // namespace harden
