// Makes the final image from scratch: the program, its user, what it opens.
//
// scratch/scratch_plan.cpp decides whether that can be shown to work and what
// comes along. The old final stage keeps every byte and gets a name and a RUN
// that collects /rootfs; a new last stage takes that over with the same
// configuration. The collecting is done in the image itself because only there
// owners, modes and links can be seen.
#include <algorithm>
#include <string>
#include <utility>
#include <variant>

#include "base/rules/rule.h"
#include "base/text/joined_texts.h"
#include "rewrite/passes.h"
#include "rewrite/scratch/scratch_edits.h"
#include "rewrite/scratch/scratch_plan.h"
#include "rewrite/scratch/static_go_build.h"

namespace harden {
namespace rule {

extern constexpr RuleInfo scratch_stage = {
    .code = "HD140",
    .name = "scratch-stage",
    .summary = "The image holds a system that its program does not need",
    .what =
        "The image starts one static program that a `go build`, `cargo build` "
        "or C compiler of the same file makes, on top of a whole distribution. "
        "With `--rootfs=scratch` also a program that loads shared objects, or "
        "one of Python or nginx.",
    .why =
        "A shell, a package manager, a compiler and every library are there "
        "for whoever gets into the program, and have to be patched though "
        "nothing uses them.",
    .remedy =
        "harden collects the program, its user, certificates, time zones, "
        "/tmp and the files and folders that `COPY` and `RUN` made for it into "
        "/rootfs, and adds a last stage `FROM scratch` with that and the same "
        "configuration. `go build` gets `CGO_ENABLED=0 -trimpath -ldflags '-s "
        "-w'`. It is done only where the sources in the build context show no "
        "cgo and no call of other programs; `--rootfs=keep` leaves the base. "
        "`--rootfs=scratch` also takes the shared objects that the program and "
        "its plug-ins load, what glibc loads for them, and the folders of the "
        "runtime; `--keep PATH` adds what else it opens, `--keep-shell` the "
        "shell of a start script.",
    .before =
        "FROM golang:1.22\n"
        "WORKDIR /src\n"
        "COPY <<EOF main.go\n"
        "package main\n"
        "func main() { select {} }\n"
        "EOF\n"
        "RUN go build -o /hello main.go\n"
        "CMD [\"/hello\"]\n",
    .references = {"https://docs.docker.com/build/building/base-images/"
                   "#create-a-minimal-base-image-using-scratch",
                   "https://pkg.go.dev/cmd/cgo"},
    .severity = Severity::info,
    .safety = Safety::changes_behaviour,
    .of_rewrite = true,
};

}  // namespace rule

namespace {

// "one static program, /usr/bin/api", "`python`, a python program"
std::string what_it_is(const ScratchPlan& plan) {
  if (!plan.closure) return "one static program, " + plan.program;
  return "one program, " + plan.program;
}

bool has_folders(const ScratchPlan& plan) {
  return plan.runtime != nullptr && (!plan.runtime->scratch->asks.empty() ||
                                     !plan.runtime->scratch->folders.empty());
}

Findings converted(const PassInput& input, const ScratchPlan& plan,
                   std::vector<Edit> edits) {
  const Document& document = input.file.document();
  const Stage& stage = input.file.stage().lines();
  Diagnostic said =
      finding(rule::scratch_stage, document.instructions[stage.begin].span,
              "the image holds a whole system for " + what_it_is(plan) +
                  "; the last stage becomes `FROM scratch`");
  if (plan.closure) {
    said.because.push_back("started: " + joined_texts(plan.programs, ", ") +
                           ", with the shared objects that they load");
  }
  if (!plan.left_entrypoint.empty()) {
    said.because.push_back("`" + plan.left_entrypoint +
                           "` of the base image is left out: it works with "
                           "files that are not there, and then hands over");
  }
  if (plan.closure && has_folders(plan)) {
    said.because.push_back("the folders of " + plan.runtime->id);
  }
  if (!plan.needed.empty()) {
    said.because.push_back("taken along: " + joined_texts(plan.needed, ", "));
  }
  if (!plan.asked.empty()) {
    said.because.push_back("as asked: " + joined_texts(plan.asked, ", "));
  }
  if (!plan.wanted.empty()) {
    said.because.push_back("where it is there: " +
                           joined_texts(plan.wanted, ", "));
  }
  said.fix = Fix{"make the final image from scratch", Safety::changes_behaviour,
                 std::move(edits)};
  Findings result{std::move(said)};
  if (plan.dropped_healthcheck) {
    report(result, rule::scratch_stage,
           document.instructions[*plan.dropped_healthcheck].span,
           "`HEALTHCHECK` is left out of the image, as asked: nothing in it "
           "could run it");
    // A check that the owner wrote is gone.
    result.back().severity = Severity::warning;
  }
  add_doubts(plan, result);
  return result;
}

// One command may build several of the programs.
void append_new(std::vector<Edit>& edits, std::vector<Edit> more) {
  const auto is_there = [&](const Edit& edit) {
    return std::ranges::any_of(edits, [&](const Edit& it) {
      return it.span == edit.span && it.text == edit.text;
    });
  };
  for (Edit& it : more) {
    if (!is_there(it)) edits.push_back(std::move(it));
  }
}

}  // namespace

Findings run_scratch_stage(const PassInput& input) {
  const Document& document = input.file.document();
  const RootfsMode mode = input.options.rootfs;
  if (mode == RootfsMode::keep || document.stages.empty()) return {};
  const ImageState& state = input.file.stage().state();
  if (!document.problems.empty()) return {};  // not touched
  if (state.base_reference == "scratch") return complete_scratch(input);
  const auto planned = plan_scratch(input.file, input.options);
  if (const auto* refusal = std::get_if<NotScratch>(&planned)) {
    return base_kept_notes(*refusal, mode);
  }
  const auto& plan = std::get<ScratchPlan>(planned);
  std::vector<Edit> edits = scratch_edits(input, plan);
  for (const BuiltProgram& built : plan.built) {
    // With its libraries it may use cgo.
    if (plan.closure) break;
    auto flags = static_go_edits(input.file.stage(), built);
    if (!flags) {
      return base_kept_notes(
          {true, document.instructions[built.instruction].span,
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
