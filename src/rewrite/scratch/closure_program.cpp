#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/text/paths.h"
#include "base/text/word_lists.h"
#include "image/files/copied_file.h"
#include "image/files/image_paths.h"
#include "image/start/program_kinds.h"
#include "knowledge/programs.h"
#include "rewrite/scratch/scratch_questions.h"
#include "rewrite/scratch/started_commands.h"

namespace harden {
namespace {

constexpr std::string_view keep_shell =
    "`--keep-shell` takes the shell and the commands that it starts along";

class ClosureProgramFinder {
 public:
  ClosureProgramFinder(ScratchSubject& subject, ScratchPlan& plan)
      : subject_(subject), start_(subject.start), plan_(plan) {}

  Objection run() {
    if (auto it = check_unprivileged(subject_)) return it;
    if (auto it = check_base_entrypoint(subject_, plan_)) return it;
    if (auto it = find_start()) return it;
    if (plan_.programs.empty()) {
      return subject_.refuse_stage("no program is seen to start");
    }
    find_path();
    return find_what_it_needs();
  }

 private:
  std::size_t at() const { return start_instruction(subject_); }

  void add_program(std::string name) {
    if (name.find('/') != std::string::npos) {
      name = absolute_path(subject_.state().workdir, name);
    }
    auto& list = plan_.programs;
    if (!is_one_of(name, list)) {
      list.push_back(std::move(name));
    }
  }

  // The runtime's folders are asked of the last one.
  void add_last(const std::string& name) {
    add_program(name);
    auto& list = plan_.programs;
    const auto found = std::ranges::find_if(list, [&](const std::string& it) {
      return it == name || it == absolute_path(subject_.state().workdir, name);
    });
    std::rotate(found, found + 1, list.end());
  }

  // --- how it starts

  Objection find_start() {
    if (!subject_.options.artifact.empty()) {
      add_program(subject_.options.artifact);
    }
    switch (start_.kind) {
      case StartKind::program:
      case StartKind::base_default:
        return find_direct();
      case StartKind::script:
        return find_script();
      case StartKind::shell_line:
        return find_line();
      case StartKind::nothing:
      case StartKind::base_unknown:
      case StartKind::stepping_down:
        break;
    }
    return subject_.refuse_at(at(),
                              "the image starts through more than its program",
                              "start the program itself in exec form");
  }

  Objection find_direct() {
    if (const auto form = shell_form(subject_)) return find_line();
    const auto argv = start_argv(subject_);
    // tini, env: what starts the program comes along, too.
    if (!argv.empty()) add_program(argv.front());
    for (const std::string& it : start_.programs) add_program(it);
    if (start_.programs.empty()) return std::nullopt;
    const std::string& program = start_.programs.front();
    if (is_shell(program)) return find_line();
    plan_.program = place_of(program);
    return std::nullopt;
  }

  Objection require_shell(const std::string& message) {
    if (!subject_.options.keep_shell) {
      return subject_.refuse_at(at(), message, std::string(keep_shell));
    }
    plan_.shell = true;
    return std::nullopt;
  }

  Objection find_script() {
    if (auto it = require_shell("`" + start_.script +
                                "` is a shell script, and a scratch image has "
                                "no shell")) {
      return it;
    }
    if (start_.file.text.empty()) {
      return subject_.refuse_at(
          at(),
          "what `" + start_.script + "` starts is unknown: " + start_.because,
          start_.help);
    }
    const auto argv = start_argv(subject_);
    if (!argv.empty()) add_program(argv.front());
    add_program(start_.script);
    add_commands(start_.file.text, plan_.commands);
    const auto& script = subject_.script();
    if (script) names_ = script->programs;
    plan_.program = place_of(start_.script);
    return std::nullopt;
  }

  Objection find_line() {
    if (auto it = require_shell(
            "the shell form needs a shell, and a scratch image has none")) {
      if (!subject_.options.keep_shell) {
        it->help = "write it in exec form; or " + it->help;
      }
      return it;
    }
    for (const auto* launch :
         {&subject_.state().entrypoint, &subject_.state().cmd}) {
      if (!*launch || !(*launch)->instruction) continue;
      const Instruction& it = subject_.instruction(*(*launch)->instruction);
      if (const auto* command = it.as<Command>()) {
        add_commands(it, *command, plan_.commands);
      }
    }
    add_commands(start_.text, plan_.commands);
    names_ = start_.programs;
    plan_.programs.insert(plan_.programs.begin(), "/bin/sh");
    plan_.program = names_.empty() ? "/bin/sh" : place_of(names_.front());
    return std::nullopt;
  }

  // --- where it lies, and what it needs

  // A path, or the name for PATH to find during the build.
  std::string place_of(const std::string& program) {
    const auto places = program_places(subject_.state(), program);
    if (program.find('/') != std::string::npos) return places.front();
    for (const std::string& place : places) {
      if (subject_.trace().find(place)) return place;
    }
    return program;
  }

  // Names are looked up during the build, where the base's PATH is in effect.
  void find_path() {
    const auto path = subject_.state().env.find("PATH");
    if (path != subject_.state().env.end() && path->second.value) return;
    plan_.path_folders = own_path_folders(subject_);
  }

  Objection find_what_it_needs() {
    if (names_.empty()) names_ = start_.programs;
    if (!subject_.options.artifact.empty()) {
      plan_.program = subject_.options.artifact;
      names_.push_back(plan_.program);
    }
    bool known = false;
    for (const std::string& name : names_) {
      const Objection objection = find_one(name, known);
      if (objection) return objection;
    }
    if (known) return std::nullopt;
    return vouched(
        subject_, plan_,
        subject_.refuse_at(at(), "what `" + plan_.program +
                                     "` needs beside its libraries is not "
                                     "known"));
  }

  // `go run`, `cargo run`: no program is there before the container starts.
  Objection check_compiled(const std::string& name) const {
    const auto argv = start_argv(subject_);
    const std::string_view tool = base_name(name);
    if ((tool != "go" && tool != "cargo") || argv.size() < 2 ||
        argv[1] != "run") {
      return std::nullopt;
    }
    return subject_.refuse_at(
        at(), "`" + std::string(tool) + " run` compiles when the image starts",
        "build the program in a `RUN`, and start that");
  }

  Objection find_one(const std::string& name, bool& known) {
    if (auto it = check_compiled(name)) return it;
    for (const std::string& place : program_places(subject_.state(), name)) {
      auto built = subject_.trace().find(place);
      if (!built) continue;
      known = true;
      const Objection objection = check_build(subject_, plan_, *built);
      plan_.built.push_back(*std::move(built));
      if (builds_here(subject_, plan_) && plan_.runtime == nullptr) {
        plan_.runtime = runtime_of(plan_.built.back().build.tool);
      }
      return objection;
    }
    const CopiedFile file = file_of(name);
    const Runtime* runtime =
        find_runtime_of_program(interpreter_of(name, file, subject_.context));
    if (runtime == nullptr) return std::nullopt;
    if (runtime->scratch == nullptr) {
      return subject_.refuse_at(at(), "what " + runtime->id +
                                          " needs in a scratch image is not "
                                          "known yet");
    }
    known = true;
    plan_.runtime = runtime;
    plan_.program = place_of(name);
    add_last(name);
    return check_sources(subject_, plan_, *runtime->scratch, file.context_path);
  }

  CopiedFile file_of(const std::string& name) const {
    CopiedFiles files(subject_);
    return files.find(name);
  }
  ScratchSubject& subject_;
  const StartProgram& start_;
  ScratchPlan& plan_;
  std::vector<std::string> names_;  // the programs in the end
};

}  // namespace

Objection find_closure_program(ScratchSubject& subject, ScratchPlan& plan) {
  return ClosureProgramFinder(subject, plan).run();
}

}  // namespace harden
