#include "rewrite/scratch/build_check.h"

#include <algorithm>
#include <utility>

#include "rewrite/scratch/program_sources.h"
#include "rewrite/scratch/vouched.h"

namespace harden {
namespace {

// More than any file that a person wrote.
constexpr std::size_t most_stages = 50;

bool is_downloaded(const BuiltProgram& built) {
  return std::any_of(
      built.build.inputs.begin(), built.build.inputs.end(),
      [](const std::string& it) { return it.find('@') != std::string::npos; });
}

// Why its sources do not show that it needs nothing else; empty when they do.
std::string unseen_because(ScratchSubject& subject, const ScratchPlan& plan,
                           const BuiltProgram& built) {
  if (is_downloaded(built)) {
    return "the sources of `" + built.path +
           "` are downloaded: whether it needs more than itself cannot be seen";
  }
  const CopiedContext& sources = subject.context_of(built.stage);
  if (!sources.incomplete_because.empty()) {
    return "what `" + built.path +
           "` needs cannot be seen: " + sources.incomplete_because;
  }
  const ScratchFacts& facts = *runtime_of(built.build.tool)->scratch;
  const auto [answer, first] = subject.source_answers.try_emplace(
      {built.stage, built.build.tool, plan.closure});
  if (first) {
    answer->second =
        needs_more_because(facts, sources.files, subject.context, plan.closure);
  }
  const std::string& because = answer->second;
  if (because.empty()) return {};
  return "`" + built.path + "` may need more than itself: " + because;
}

// What reaches the image from the context, through earlier stages, too.
std::vector<ContextFile> reaching_files(ScratchSubject& subject,
                                        std::string& incomplete_because) {
  std::vector<ContextFile> files;
  const auto stages = subject.reached_stages();
  if (stages.size() > most_stages) {
    incomplete_because = "it copies from more stages than harden looks at";
    return files;
  }
  for (const std::size_t stage : stages) {
    const CopiedContext& copied = subject.context_of(stage);
    files.insert(files.end(), copied.files.begin(), copied.files.end());
    if (incomplete_because.empty()) {
      incomplete_because = copied.incomplete_because;
    }
  }
  return files;
}

}  // namespace

const Runtime* runtime_of(BuildTool tool) {
  switch (tool) {
    case BuildTool::go:
      return find_runtime("go");
    case BuildTool::rust:
      return find_runtime("rust");
    case BuildTool::c:
      break;
  }
  return find_runtime("c");
}

Objection check_build(ScratchSubject& subject, ScratchPlan& plan,
                      const BuiltProgram& built) {
  if (!plan.closure && !built.build.not_static_because.empty()) {
    return subject.refuse_at(built.instruction,
                             "`" + built.path + "` is no static program: " +
                                 built.build.not_static_because);
  }
  std::string because = unseen_because(subject, plan, built);
  if (because.empty()) return std::nullopt;
  std::string help;
  if (!plan.closure) {
    help =
        "if it is static and starts nothing else, say so with "
        "`--artifact " +
        plan.program + "`";
  }
  return vouched(subject, plan,
                 subject.refuse_at(built.instruction, std::move(because),
                                   std::move(help)));
}

Objection check_sources(ScratchSubject& subject, ScratchPlan& plan,
                        const ScratchFacts& facts, const std::string& program) {
  if (facts.source_files.empty()) return std::nullopt;
  std::string because;
  auto files = reaching_files(subject, because);
  for (ContextFile& it : files) it.is_program = it.path == program;
  if (because.empty()) {
    because = needs_more_because(facts, files, subject.context, true);
  }
  if (because.empty()) return std::nullopt;
  const std::size_t at =
      subject.start.instruction.value_or(subject.lines().begin);
  return vouched(subject, plan,
                 subject.refuse_at(
                     at, "`" + plan.program +
                             "` may need more than its runtime: " + because));
}

bool builds_here(const ScratchSubject& subject, const ScratchPlan& plan) {
  return !plan.built.empty() &&
         std::ranges::count(subject.chain(), plan.built.front().instruction) >
             0;
}

}  // namespace harden
