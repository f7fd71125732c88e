// From the bytes to the hardened file, one call a phase.
#include "findings/driver.h"

#include <utility>

#include "base/text/append.h"
#include "findings/find_all.h"
#include "findings/suppressions/suppressions.h"
#include "image/image_rules.h"
#include "rewrite/passes.h"
#include "rewrite/user/proposed_user.h"

namespace harden {
namespace {

PassInput pass_input(const Revision& file, const Options& options,
                     const EffectiveUser& before) {
  return {file, options, before, [&](const Diagnostic& finding) {
            return is_excused(file.document(), options.suppressions, finding);
          }};
}

// What the user does not want changed is only said.
void drop_unwanted_fixes(const RewriteOptions& options,
                         std::vector<Diagnostic>& diagnostics) {
  if (!options.wants_fix) return;
  for (Diagnostic& it : diagnostics) {
    if (it.fix && !options.wants_fix(it)) it.fix.reset();
  }
}

// All changes of a pass, as it said them.
Change change_of(const std::vector<Diagnostic>& said) {
  Change change;
  for (const Diagnostic& it : said) {
    if (it.fix) change.add(*it.fix);
  }
  return change;
}

void add_problems(const Revision& file, std::vector<Diagnostic>& to) {
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
    std::vector<Diagnostic> said =
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

std::vector<Diagnostic> check(const Revision& file, const Options& options) {
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
  std::vector<Diagnostic> found = check(file, options);
  return {std::move(file), std::move(found)};
}

}  // namespace harden
