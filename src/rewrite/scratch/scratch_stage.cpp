// Makes the final image from scratch: the program, its user, what it opens.
//
// analysis/scratch_plan.cpp decides whether that can be shown to work and what
// comes along. The old final stage keeps every byte and gets a name and a RUN
// that collects /rootfs; a new last stage takes that over with the same
// configuration. The collecting is done in the image itself because only there
// owners, modes and links can be seen.
#include "rewrite/scratch/scratch_stage.h"

#include <algorithm>
#include <string>
#include <utility>
#include <variant>

#include "rewrite/scratch/completed_scratch.h"
#include "rewrite/scratch/scratch_edits.h"
#include "rewrite/scratch/scratch_plan.h"
#include "rewrite/scratch/static_go_build.h"

namespace harden {
namespace {

Diagnostic about(RuleId rule, Severity severity, Span span,
                 std::string message) {
  Diagnostic result;
  result.rule = rule;
  result.severity = severity;
  result.span = span;
  result.message = std::move(message);
  return result;
}

std::vector<Diagnostic> kept(const NotScratch& refusal, RootfsMode mode) {
  const bool asked = mode == RootfsMode::scratch;
  if (!asked && !refusal.was_near) return {};
  Diagnostic result =
      about("HD141", asked ? Severity::error : Severity::note, refusal.span,
            "the base image is kept: " + refusal.message);
  result.help = refusal.help;
  return {std::move(result)};
}

std::string listed(const std::vector<std::string>& paths) {
  std::string text;
  for (const std::string& it : paths) text += (text.empty() ? "" : ", ") + it;
  return text;
}

// "one static program, /usr/bin/api", "`python`, a python program"
std::string what_it_is(const ScratchPlan& plan) {
  if (!plan.closure) return "one static program, " + plan.program;
  return "one program, " + plan.program;
}

void add_doubts(const ScratchPlan& plan, std::vector<Diagnostic>& result) {
  for (const NotScratch& it : plan.doubts) {
    Diagnostic doubt =
        about("HD142", Severity::warning, it.span,
              "the image from scratch may lack something: " + it.message);
    doubt.help =
        "try all that the program does; `--keep PATH` takes more along";
    result.push_back(std::move(doubt));
  }
}

bool has_folders(const ScratchPlan& plan) {
  return plan.runtime != nullptr && (!plan.runtime->scratch->asks.empty() ||
                                     !plan.runtime->scratch->folders.empty());
}

std::vector<Diagnostic> converted(const PassInput& input,
                                  const ScratchPlan& plan,
                                  std::vector<Edit> edits) {
  const Document& document = input.file.document();
  const Stage& stage = document.stages[input.file.evaluation().target];
  Diagnostic finding =
      about("HD140", Severity::info, document.instructions[stage.begin].span,
            "the image holds a whole system for " + what_it_is(plan) +
                "; the last stage becomes `FROM scratch`");
  if (plan.closure) {
    finding.because.push_back("started: " + listed(plan.programs) +
                              ", with the shared objects that they load");
  }
  if (!plan.left_entrypoint.empty()) {
    finding.because.push_back("`" + plan.left_entrypoint +
                              "` of the base image is left out: it works with "
                              "files that are not there, and then hands over");
  }
  if (plan.closure && has_folders(plan)) {
    finding.because.push_back("the folders of " + plan.runtime->id);
  }
  if (!plan.needed.empty()) {
    finding.because.push_back("taken along: " + listed(plan.needed));
  }
  if (!plan.asked.empty()) {
    finding.because.push_back("as asked: " + listed(plan.asked));
  }
  if (!plan.wanted.empty()) {
    finding.because.push_back("where it is there: " + listed(plan.wanted));
  }
  finding.fix = Fix{"make the final image from scratch",
                    Safety::changes_behaviour, std::move(edits)};
  std::vector<Diagnostic> result{std::move(finding)};
  if (plan.dropped_healthcheck) {
    result.push_back(
        about("HD140", Severity::warning,
              document.instructions[*plan.dropped_healthcheck].span,
              "`HEALTHCHECK` is left out of the image, as asked: nothing in it "
              "could run it"));
  }
  add_doubts(plan, result);
  return result;
}

// One command may build several of the programs.
void append_new(std::vector<Edit>& edits, std::vector<Edit> more) {
  const auto is_there = [&](const Edit& edit) {
    return std::any_of(edits.begin(), edits.end(), [&](const Edit& it) {
      return it.span == edit.span && it.text == edit.text;
    });
  };
  for (Edit& it : more) {
    if (!is_there(it)) edits.push_back(std::move(it));
  }
}

}  // namespace

std::vector<Diagnostic> run_scratch_stage(const PassInput& input) {
  const Document& document = input.file.document();
  const RootfsMode mode = input.options.rootfs;
  if (mode == RootfsMode::keep || document.stages.empty()) return {};
  const ImageState& state =
      input.file.evaluation().stages[input.file.evaluation().target];
  if (!document.problems.empty()) return {};  // not touched
  if (state.base_reference == "scratch") return complete_scratch(input);
  const auto planned = plan_scratch(input.file, input.options);
  if (const auto* refusal = std::get_if<NotScratch>(&planned)) {
    return kept(*refusal, mode);
  }
  const auto& plan = std::get<ScratchPlan>(planned);
  std::vector<Edit> edits = scratch_edits(input, plan);
  for (const BuiltProgram& built : plan.built) {
    // With its libraries it may use cgo.
    if (plan.closure) break;
    auto flags = static_go_edits(document, input.file.evaluation(), built);
    if (!flags) {
      return kept({true, document.instructions[built.instruction].span,
                   "`go build` needs CGO_ENABLED=0, which cannot be written "
                   "into this form",
                   "put `ENV CGO_ENABLED=0` above it"},
                  mode);
    }
    append_new(edits, std::move(*flags));
  }
  return converted(input, plan, std::move(edits));
}

}  // namespace harden
