#include <algorithm>
#include <array>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/text/paths.h"
#include "base/text/word_lists.h"
#include "command/package_call.h"
#include "command/wrappers.h"
#include "dockerfile/image_state.h"
#include "dockerfile/model/run_script.h"
#include "dockerfile/model/scope.h"
#include "image/start/program_kinds.h"
#include "image/start/start_text.h"
#include "knowledge/knowledge.h"
#include "knowledge/lists/building.h"
#include "rewrite/scratch/scratch_questions.h"

namespace harden {
namespace {

struct RunLeftovers {
  std::string because;  // empty: nothing but paths that can be named
  std::string help;
};

// What is found without a look at the RUN lines.
struct ComesAlong {
  // The program is compiled in this image, so what compilers need is not a sign
  // that it needs them when it runs.
  bool compiler = false;
  bool libraries = false;  // shared objects, by what the programs load
  // Names of the programs that start, which a package may be called by.
  std::vector<std::string> programs;
  // What a runtime's packages and installers bring; may be null.
  const ScratchFacts* runtime = nullptr;
};

bool is_library(std::string_view package) {
  return package.starts_with("lib") || package.ends_with("-dev") ||
         package.ends_with("-devel") || package.ends_with("-libs") ||
         package.starts_with('.');  // apk's --virtual names
}

bool is_known_package(std::string_view package, const ComesAlong& along) {
  if (lists::runtime_data_packages.contains(package)) return true;
  if ((along.compiler || along.libraries) &&
      lists::build_packages.contains(package)) {
    return true;
  }
  if (along.libraries && is_library(package)) return true;
  if (along.libraries && is_one_of(package, along.programs)) {
    return true;
  }
  return along.runtime != nullptr &&
         matches_any(along.runtime->packages, package);
}

// The packages that the line installs and that a program could need: "`curl`,
// `netcat`".
std::string other_packages(const PackageCall& call, const CommandWords& argv,
                           const ComesAlong& along) {
  std::string result;
  if (call.task != PackageTask::install) return result;
  for (const std::size_t at : call.options.operands) {
    const std::string word(argv[at].text);
    // `# …` in backquotes is how a comment is put between them.
    if (at == call.verb_at || word.starts_with("`#")) continue;
    if (!is_known_package(word.substr(0, word.find_first_of("=<>~")), along)) {
      result += (result.empty() ? "`" : ", `") + word + "`";
    }
  }
  return result;
}

// `pip install`, `python3 -m pip install`
bool is_installer(const SimpleCommand& command, std::string_view name,
                  const ComesAlong& along) {
  if (along.runtime == nullptr) return false;
  if (is_one_of(name, along.runtime->installers)) return true;
  return command.words.size() > 2 && command.words[1].value == "-m" &&
         (is_one_of(command.words[2].value, along.runtime->installers) ||
          command.words[2].value == "venv");
}

bool is_plain(const SimpleCommand& command, std::string_view name,
              const ComesAlong& along) {
  if (lists::plain_commands.contains(name)) return true;
  if (is_installer(command, name, along)) return true;
  if (!along.libraries || !lists::plain_library_commands.contains(name))
    return false;
  // These say where they put things, but not to harden.
  return std::ranges::none_of(command.words, [](const auto& word) {
    return word.value == "install" || word.value == "-exec" ||
           word.value == "--install";
  });
}

RunLeftovers leftovers(const SimpleCommand& command, const ComesAlong& along) {
  const std::string name(base_name(command.words[0].value));
  const auto package = package_call(command.words);
  // A manager of which nobody knows the verbs leaves what it likes.
  const bool reads_packages =
      package && package->facts->system && package->verb_at;
  if (!reads_packages && !is_plain(command, name, along)) {
    return {"`" + name +
                "` may leave something that the program needs, and nobody can "
                "tell what",
            "move it to an earlier stage, and copy from there what the program "
            "needs"};
  }
  if (name == "go" && along.compiler && command.words.size() > 1 &&
      lists::go_running_commands.contains(command.words[1].value)) {
    return {"`go " + command.words[1].value +
                "` may make files that the program reads",
            {}};
  }
  if (!reads_packages) return {};
  const std::string packages = other_packages(*package, command.words, along);
  if (packages.empty()) return {};
  const bool several = packages.find(',') != std::string::npos;
  return {packages + (several ? " are installed beside the program, which may "
                                "start them"
                              : " is installed beside the program, which may "
                                "start it"),
          {}};
}

// The paths that can be named are those of file_moves() and run_paths().
RunLeftovers run_leftovers(const Evaluation& evaluation,
                           std::size_t instruction, const ComesAlong& along) {
  const auto& script = run_script(evaluation, instruction);
  if (script.unreadable) {
    return {
        "what this line leaves is unknown because " + script.unreadable.text(),
        {}};
  }
  for (const auto& command : script.commands) {
    // With arguments, its own commands tell less than the call.
    const bool listed = command.calls_function && command.words.size() == 1;
    if (command.words.empty() || listed) continue;
    RunLeftovers result = leftovers(command, along);
    if (!result.because.empty()) return result;
  }
  return {};
}

Objection check_line(const ScratchSubject& subject, const ScratchPlan& plan,
                     std::size_t index) {
  const Keyword keyword = subject.instruction(index).keyword;
  if (keyword == Keyword::onbuild) {
    return subject.refuse_at(index,
                             "`ONBUILD` makes this a base for other images");
  }
  if (keyword == Keyword::unknown) {
    return subject.refuse_at(index,
                             "what this line does to the image is not known");
  }
  ComesAlong along;
  along.compiler = builds_here(subject, plan);
  along.libraries = plan.closure;
  along.programs = plan.programs;
  if (plan.runtime != nullptr) along.runtime = plan.runtime->scratch;
  RunLeftovers left = run_leftovers(subject.evaluation, index, along);
  if (left.because.empty()) return std::nullopt;
  return subject.refuse_at(index, std::move(left.because),
                           std::move(left.help));
}

bool is_number(const std::string& text) {
  return !text.empty() &&
         text.find_first_not_of("0123456789") == std::string::npos;
}

// The stages behind the target keep what they take from it only when they take
// nothing; numbers of stages behind the new one change.
Objection check_later_stages(const ScratchSubject& subject) {
  const Document& document = subject.document;
  const StageNames names(document);
  for (std::size_t stage = subject.index + 1; stage < document.stages.size();
       ++stage) {
    const Stage& range = document.stages[stage];
    if (subject.evaluation.parents[stage] == subject.index) {
      return subject.refuse_at(range.begin,
                               "this stage is built on the one "
                               "that would become scratch");
    }
    for (std::size_t i = range.begin; i < range.end; ++i) {
      const Flag* from = document.instructions[i].flag("from");
      const Flag* mount = document.instructions[i].flag("mount");
      const bool takes_by_mount =
          mount != nullptr && mount->value &&
          mount->value->value.find("from=") != std::string::npos;
      const bool takes = from != nullptr && from->value &&
                         (names.for_copy(from->value->value) == subject.index ||
                          is_number(from->value->value));
      if (takes || takes_by_mount) {
        return subject.refuse_at(i,
                                 "a later stage takes files from this one, "
                                 "or from a stage by its number");
      }
    }
  }
  return std::nullopt;
}

}  // namespace

bool is_distroless(const ScratchSubject& subject) {
  return subject.state().base &&
         subject.state().base->family == Family::distroless;
}

Objection check_stage(const ScratchSubject& subject, ScratchPlan& plan) {
  if (is_distroless(subject)) {
    return subject.refuse_stage("distroless is minimal already");
  }
  const auto& base = subject.state().base;
  if (base == nullptr || !base->has_shell || base->family == Family::windows) {
    return subject.refuse_stage(
        "no shell is known in the stage that could collect the files");
  }
  const auto& shell = start_shell(subject, subject.lines().end);
  if (!shell.readable) {
    return subject.refuse_stage(
        "`SHELL` names no POSIX shell, which collects "
        "the files");
  }
  if (auto it = check_later_stages(subject)) return it;
  for (const std::size_t i : subject.chain()) {
    auto objection = check_line(subject, plan, i);
    if (!objection) continue;
    if (objection = vouched(subject, plan, *std::move(objection)); objection) {
      return objection;
    }
  }
  return std::nullopt;
}

}  // namespace harden
