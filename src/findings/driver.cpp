// From the bytes to the hardened file, one call a phase.
#include "findings/driver.h"

#include <algorithm>
#include <utility>

#include "base/rules/rule.h"
#include "base/text/append.h"
#include "dockerfile/syntax/problems.h"
#include "findings/subject.h"
#include "findings/suppressions/suppressions.h"
#include "image/image_rules.h"
#include "rewrite/passes.h"

namespace harden {
namespace {

// What is refused or unknown may swallow what an edit makes.
bool is_understood(const Document& document) {
  return std::ranges::none_of(document.problems, [](const Diagnostic& it) {
    return it.rule == rule::syntax_error.code ||
           it.rule == rule::unknown_instruction.code;
  });
}

// What all rules about a Dockerfile and its image find, also those that are off
// unless somebody asks for them: problems of the file first, the others in
// their order.
Findings find_all(const Revision& file, const Options& options) {
  Findings findings = file.document().problems;
  const Findings& problems = file.evaluation().problems;
  findings.insert(findings.end(), problems.begin(), problems.end());
  for (const auto& it : rule_checks<Revision>()) {
    it.find(file, findings);
  }
  const auto own = static_cast<std::ptrdiff_t>(findings.size());
  const rule::Subject subject(file, options);
  for (const auto& it : rule_checks<rule::Subject>()) {
    it.find(subject, findings);
  }
  if (!is_understood(file.document())) {
    std::for_each(findings.begin() + own, findings.end(),
                  [](Diagnostic& it) { it.fix.reset(); });
  }
  return findings;
}

PassInput pass_input(const Revision& file, const Options& options,
                     const EffectiveUser& before) {
  return {file, options, before, [&](const Diagnostic& finding) {
            return is_excused(file.document(), options.suppressions, finding);
          }};
}

// What the user does not want changed is only said.
void drop_unwanted_fixes(const RewriteOptions& options, Findings& diagnostics) {
  if (!options.wants_fix) return;
  for (Diagnostic& it : diagnostics) {
    if (it.fix && !options.wants_fix(it)) it.fix.reset();
  }
}

// All changes of a pass, as it said them.
Change change_of(const Findings& said) {
  Change change;
  for (const Diagnostic& it : said) {
    if (it.fix) change.add(*it.fix);
  }
  return change;
}

void add_problems(const Revision& file, Findings& to) {
  append(to, file.document().problems);
  append(to, file.evaluation().problems);
}

}  // namespace

Revision revision_of(SourceFile source, const Options& options) {
  return Revision(std::move(source), options.evaluate, options.context);
}

Hardened harden(const Revision& original, const Options& options) {
  Hardened result{original, original, {}};
  add_problems(original, result.diagnostics);
  for (const Pass& pass : passes()) {
    Findings said =
        pass.run(pass_input(result.final, options, original.user()));
    drop_unwanted_fixes(options, said);
    const Change change = change_of(said);
    for (Diagnostic& it : said) result.final.map_back(it);
    append(result.diagnostics, std::move(said));
    if (change.empty()) continue;
    result.final =
        result.final.after(change, "the pass " + std::string(pass.name));
  }
  sort_by_place(result.diagnostics);
  return result;
}

Hardened harden(SourceFile source, const Options& options) {
  return harden(revision_of(std::move(source), options), options);
}

Findings check(const Revision& file, const Options& options) {
  Findings result = find_all(file, options);
  const PassInput input = pass_input(file, options, file.user());
  for (Diagnostic& it : result) {
    if (it.rule == rule::root_user.code || it.rule == rule::unknown_user.code) {
      propose_user(input, it);
    }
  }
  sort_by_place(result);
  return result;
}

Checked check(SourceFile source, const Options& options) {
  Revision file = revision_of(std::move(source), options);
  Findings found = check(file, options);
  return {std::move(file), std::move(found)};
}

}  // namespace harden
