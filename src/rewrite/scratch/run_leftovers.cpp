#include "rewrite/scratch/run_leftovers.h"

#include <algorithm>
#include <array>
#include <span>
#include <string_view>

#include "base/text/one_of.h"
#include "base/text/paths.h"
#include "command/package_call.h"
#include "command/wrappers.h"
#include "dockerfile/model/run_script.h"
#include "image/start/root_programs.h"
#include "knowledge/lists/building.h"

namespace harden {
namespace {

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
  if (along.libraries && std::find(along.programs.begin(), along.programs.end(),
                                   package) != along.programs.end()) {
    return true;
  }
  return along.runtime != nullptr &&
         matches_any(along.runtime->packages, package);
}

// The packages that the line installs and that a program could need: "`curl`,
// `netcat`".
std::string other_packages(const PackageCall& call, std::span<const Field> argv,
                           const ComesAlong& along) {
  std::string result;
  if (call.task != PackageTask::install) return result;
  for (const std::size_t at : call.options.operands) {
    const std::string& word = argv[at].value;
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
  return std::none_of(
      command.words.begin(), command.words.end(), [](const auto& word) {
        return word.value == "install" || word.value == "-exec" ||
               word.value == "--install";
      });
}

RunLeftovers leftovers(const SimpleCommand& command, const ComesAlong& along) {
  const std::string name(base_name(command.words[0].value));
  const auto argv = fields_of(command.words);
  const auto package = package_call(argv);
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
  const std::string packages = other_packages(*package, argv, along);
  if (packages.empty()) return {};
  const bool several = packages.find(',') != std::string::npos;
  return {packages + (several ? " are installed beside the program, which may "
                                "start them"
                              : " is installed beside the program, which may "
                                "start it"),
          {}};
}

}  // namespace

RunLeftovers run_leftovers(const Evaluation& evaluation,
                           std::size_t instruction, const ComesAlong& along) {
  const auto& script = run_script(evaluation, instruction);
  if (!script.unreadable_because.empty()) {
    return {
        "what this line leaves is unknown because " + script.unreadable_because,
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

}  // namespace harden
