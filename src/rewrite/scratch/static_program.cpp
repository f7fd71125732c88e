#include <algorithm>
#include <set>
#include <string_view>
#include <utility>

#include "base/text/paths.h"
#include "base/text/word_lists.h"
#include "image/files/image_paths.h"
#include "image/files/resolved_transfer.h"
#include "rewrite/scratch/scratch_questions.h"

namespace harden {
namespace {

constexpr std::string_view tell_artifact =
    "name the static program in the image with `--artifact PATH`";

bool may_compile(const ScratchSubject& subject, std::size_t instruction) {
  const std::size_t stage = subject.of(instruction).index;
  const auto& base = subject.evaluation.stages[stage].base;
  return base && !base->compiles.empty();
}

bool calls_make(const ScratchSubject& subject, std::size_t instruction) {
  const auto& commands = subject.commands_of(instruction);
  return std::ranges::any_of(commands, [](const auto& it) {
    return !it.words.empty() && base_name(it.words[0].value) == "make";
  });
}

// Programs that make or a script builds are a matter for `--artifact`.
NotScratch refuse_unbuilt(const ScratchSubject& subject, bool& was_near) {
  const std::string& program = subject.start.programs.front();
  const auto reached = subject.reached_stages();
  const std::size_t end = subject.start.kind == StartKind::program
                              ? subject.document.instructions.size()
                              : 0;
  for (std::size_t i = 0; i < end; ++i) {
    if (!calls_make(subject, i) || !may_compile(subject, i) ||
        !std::binary_search(reached.begin(), reached.end(),
                            subject.of(i).index)) {
      continue;
    }
    was_near = true;
    return subject.refuse_at(
        i,
        "which command builds `" + program + "` cannot be seen behind `make`",
        std::string(tell_artifact));
  }
  return subject.refuse_stage(
      "no command is seen to build `" + program + "` as a static program",
      std::string(tell_artifact));
}

// A start script in front of a program that could be alone.
Objection refuse_script(ScratchSubject& subject, bool& was_near) {
  if (subject.start.kind != StartKind::script) return std::nullopt;
  const auto& script = subject.script();
  if (!script) return std::nullopt;
  for (const std::string& program : script->programs) {
    for (const std::string& place : program_places(subject.state(), program)) {
      const auto built = subject.trace().find(place);
      if (!built || !built->build.not_static_because.empty()) continue;
      was_near = true;
      if (auto it = check_unprivileged(subject)) return it;
      return subject.refuse_at(
          start_instruction(subject),
          "`" + script->name +
              "` is a shell script, and a scratch image has "
              "no shell",
          "start the program itself; or take the shell along with "
          "`--rootfs=scratch --keep-shell`");
    }
  }
  return std::nullopt;
}

// Started by its name from a folder that only the base's PATH has.
void add_path(const ScratchSubject& subject, ScratchPlan& plan) {
  const auto path = subject.state().env.find("PATH");
  const bool is_known = path != subject.state().env.end() && path->second.value;
  const bool by_name =
      start_argv(subject).front().find('/') == std::string::npos;
  const auto own = own_path_folders(subject);
  const std::string folder = plan.program.substr(0, plan.program.rfind('/'));
  if (!by_name || is_known || is_in_usual_path(plan.program) ||
      is_one_of(folder, own)) {
    return;
  }
  plan.inherited.environment.push_back("PATH=" + folder + ":" +
                                       std::string(usual_path));
}

Objection check_start(const ScratchSubject& subject, ScratchPlan& plan) {
  if (auto it = check_direct_start(subject)) return it;
  const auto argv = start_argv(subject);
  const auto& start = subject.start;
  if (argv.empty() || start.programs.empty() ||
      argv.front() != start.programs.front()) {
    return subject.refuse_at(start_instruction(subject),
                             "the program is started through `" +
                                 (argv.empty() ? std::string() : argv.front()) +
                                 "`, which a scratch image lacks");
  }
  add_path(subject, plan);
  return std::nullopt;
}

}  // namespace

Objection find_static_program(ScratchSubject& subject, ScratchPlan& plan,
                              bool& was_near) {
  const auto& start = subject.start;
  if (!subject.options.artifact.empty()) {
    was_near = true;
    plan.program = absolute_path("/", subject.options.artifact);
    return check_start(subject, plan);
  }
  if (start.programs.empty()) {
    return subject.refuse_stage("no program is seen to start");
  }
  for (const std::string& place :
       program_places(subject.state(), start.programs.front())) {
    auto found = subject.trace().find(place);
    if (!found) continue;
    plan.built.push_back(*std::move(found));
    break;
  }
  if (plan.built.empty()) {
    if (auto it = refuse_script(subject, was_near)) return it;
    return refuse_unbuilt(subject, was_near);
  }
  const BuiltProgram& built = plan.built.front();
  plan.program = built.path;
  was_near = built.build.tool == BuildTool::go ||
             built.build.not_static_because.empty();
  if (builds_here(subject, plan)) plan.runtime = runtime_of(built.build.tool);
  if (auto it = check_start(subject, plan)) return it;
  return check_build(subject, plan, built);
}

}  // namespace harden
