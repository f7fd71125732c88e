// From the bytes to the hardened file, one call a phase.
#include "findings/driver.h"

#include <algorithm>
#include <optional>
#include <stdexcept>
#include <utility>

#include "dockerfile/syntax/parse.h"
#include "findings/lint.h"
#include "image/files/overlay_context.h"
#include "image/start/exec_form.h"
#include "image/sudo/sudo_findings.h"
#include "image/sudo/sudo_in_run.h"
#include "image/user/image_user.h"
#include "image/user/verdict.h"
#include "rewrite/passes.h"
#include "rewrite/user/proposed_user.h"
#include "runtime/policy/derive_policy.h"

namespace harden {
namespace {

void append(std::vector<Diagnostic>& to, std::vector<Diagnostic> more) {
  to.insert(to.end(), std::make_move_iterator(more.begin()),
            std::make_move_iterator(more.end()));
}

// All changes of a pass, as it said them.
std::vector<Edit> edits_of(const std::vector<Diagnostic>& diagnostics) {
  std::vector<Edit> edits;
  for (const Diagnostic& it : diagnostics) {
    if (!it.fix) continue;
    edits.insert(edits.end(), it.fix->edits.begin(), it.fix->edits.end());
  }
  return edits;
}

// What later passes find in the build context.
void add_files(const std::vector<Diagnostic>& diagnostics,
               OverlayContext& context) {
  for (const Diagnostic& it : diagnostics) {
    if (!it.fix) continue;
    for (const NewFile& file : it.fix->files) context.add(file);
  }
}

// Spans of a later pass point into a text that the earlier ones made.
void map_back(std::vector<Diagnostic>& diagnostics,
              const std::vector<std::vector<Edit>>& earlier) {
  for (auto edits = earlier.rbegin(); edits != earlier.rend(); ++edits) {
    const OffsetsBeforeEdits offsets(*edits);
    for (Diagnostic& it : diagnostics) {
      it.span = offsets.of(it.span);
      for (Label& label : it.labels) label.span = offsets.of(label.span);
    }
  }
}

// What the user does not want changed is only said.
void drop_unwanted_fixes(const Options& options,
                         std::vector<Diagnostic>& diagnostics) {
  if (!options.wants_fix) return;
  for (Diagnostic& it : diagnostics) {
    if (it.fix && !options.wants_fix(it)) it.fix.reset();
  }
}

// A pass must leave a file that the engine takes if it took the one before.
void require_parse(const Document& document, std::size_t problems_before,
                   std::string_view pass) {
  if (document.problems.size() <= problems_before) return;
  throw std::logic_error(
      "the pass " + std::string(pass) +
      " breaks the file: " + document.problems.back().message);
}

}  // namespace

Hardened harden(SourceFile source, const Options& given) {
  Hardened result;
  Options options = given;
  options.evaluate.context = given.context;
  OverlayContext context(given.context);
  result.original = parse(std::move(source));
  Document document = result.original;
  Evaluation evaluation = evaluate(document, options.evaluate);
  std::optional<ImageStart> start;
  start.emplace(document, evaluation, options.context);
  result.before = image_user(document, evaluation, *start);
  append(result.diagnostics, document.problems);
  append(result.diagnostics, evaluation.problems);

  auto& applied = result.edits;
  result.after = result.before;
  for (const Pass& pass : passes()) {
    std::vector<Diagnostic> said = pass.run(
        {document, evaluation, options, result.before, result.after, *start});
    drop_unwanted_fixes(options, said);
    std::vector<Edit> edits = edits_of(said);
    add_files(said, context);
    if (!context.files().empty()) options.context = &context;
    map_back(said, applied);
    append(result.diagnostics, std::move(said));
    if (edits.empty()) continue;
    const std::size_t problems = document.problems.size();
    std::string text = apply_edits(document.source->bytes(), edits);
    document = parse(SourceFile(document.source->name(), std::move(text)));
    require_parse(document, problems, pass.name);
    evaluation = evaluate(document, options.evaluate);
    start.emplace(document, evaluation, options.context);
    result.after = image_user(document, evaluation, *start);
    applied.push_back(std::move(edits));
  }
  // Beyond this point the text is final.
  result.text = document.source->bytes();
  result.files = context.files();
  sort_by_place(result.diagnostics);
  result.policy =
      derive_policy(document, evaluation, result.after, *start, options);
  return result;
}

Checked check(SourceFile source, const Options& given) {
  Checked result;
  Options options = given;
  options.evaluate.context = given.context;
  result.document = parse(std::move(source));
  const Evaluation evaluation = evaluate(result.document, options.evaluate);
  const ImageStart start(result.document, evaluation, options.context);
  result.user = image_user(result.document, evaluation, start);
  append(result.diagnostics, result.document.problems);
  append(result.diagnostics, evaluation.problems);
  std::vector<Diagnostic> said =
      verdict(result.document, evaluation, result.user);
  if (result.user.privilege == Privilege::root ||
      result.user.privilege == Privilege::unknown) {
    propose_user(
        {result.document, evaluation, options, result.user, result.user, start},
        said.front());
  }
  append(result.diagnostics, std::move(said));
  append(result.diagnostics, sudo_in_runs(result.document, evaluation));
  append(result.diagnostics,
         sudo_findings(result.document, evaluation, options.context));
  append(result.diagnostics,
         shell_form_findings(result.document, evaluation, options.context));
  append(result.diagnostics,
         lint({result.document, evaluation, result.user, options}));
  sort_by_place(result.diagnostics);
  return result;
}

}  // namespace harden
