#include "image/user/root_home.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "base/json/json_tree.h"
#include "base/text/paths.h"
#include "base/text/word_lists.h"
#include "base/text/word_text.h"
#include "command/package_call.h"
#include "command/shell_commands.h"
#include "command/wrappers.h"
#include "image/files/image_paths.h"
#include "image/files/resolved_transfer.h"
#include "image/files/run_paths.h"
#include "image/start/launchers.h"
#include "image/user/home_files.h"

namespace harden {
namespace {

// A RUN whose user's home is /root, and what it leaves there.
class HomeFilesCollector {
 public:
  struct Found {
    std::size_t instruction;
    HomeFilesFound files;
  };

  HomeFilesCollector(const StageView& stage, const StartProgram& start)
      : stage_(stage), state_(stage.state()), start_(start) {}

  std::vector<Found> run() {
    if (has_other_home()) return {};
    for (const std::size_t i : stage_.chain()) {
      if (stage_.instruction(i).keyword == Keyword::run && is_root(i)) {
        of_run(i);
      }
    }
    return std::move(result_);
  }

 private:
  bool has_other_home() const {
    const auto home = state_.env.find("HOME");
    return home != state_.env.end() && home->second.value != "/root";
  }

  // What another user installed is in that user's home.
  bool is_root(std::size_t at) const {
    const UserSetting& user = stage_.evaluation.user_before[at];
    return !user.instruction ||
           (user.known() && is_one_of(user.spec.substr(0, user.spec.find(':')),
                                      {"root", "0", ""}));
  }

  void of_run(std::size_t at) {
    const auto& commands = stage_.commands_of(at);
    std::string before;
    std::size_t told = 0;  // of the commands, in `before`
    for (std::size_t i = 0; i < commands.size(); ++i) {
      const auto found = home_files_of(commands[i]);
      if (found.empty()) continue;
      for (; told <= i; ++told) add_words(before, commands[told]);
      for (const HomeFilesFound& it : found) {
        if (concerns(*it.row, commands[i], before)) result_.push_back({at, it});
      }
    }
  }

  static void add_words(std::string& to, const SimpleCommand& command) {
    for (const ShellWord& it : command.words) to += it.value + " ";
  }

  bool concerns(const lists::HomeFiles& row, const SimpleCommand& command,
                std::string_view before) const {
    return !is_moved(row, command, before) && !is_of_base(row) &&
           !is_installed(row.installed) &&
           (row.started.empty() || is_started(row.started)) &&
           (row.package.empty() || depends_on(row.package));
  }

  // By a RUN, wherever it stands: what comes later is not what the base has.
  bool is_installed(std::string_view packages) const {
    if (packages.empty()) return false;
    for (const std::size_t i : stage_.chain()) {
      for (const SimpleCommand& it : stage_.commands_of(i)) {
        if (installs_one_of(packages, it)) return true;
      }
    }
    return false;
  }

  // `apt-get install python3.11-venv`
  static bool installs_one_of(std::string_view packages,
                              const SimpleCommand& command) {
    const std::size_t program = behind_wrappers(command.words);
    const CommandWords words = CommandWords(command.words).behind(program);
    if (words.empty()) return false;
    const auto call = package_call(words);
    if (!call || call->task != PackageTask::install) return false;
    return std::ranges::any_of(call->options.operands, [&](std::size_t it) {
      const std::string_view name = words[it].text;
      return is_tool(packages, name.substr(0, name.find('-')));
    });
  }

  // As package.json of the build context says; not for its build or its tests.
  bool depends_on(std::string_view package) const {
    constexpr std::size_t most = std::size_t{256} << 10;
    if (stage_.context == nullptr) return false;
    auto text = stage_.context->read("package.json", most);
    if (!text) return false;
    try {
      const JsonValue all =
          read_json(SourceFile("package.json", *std::move(text)));
      const JsonMember* needed = all.find("dependencies");
      return needed != nullptr && needed->value.find(package) != nullptr;
    } catch (const BadInput&) {
      return true;  // nobody can tell
    }
  }

  // By ENV, by the command itself, or an `export` before it.
  bool is_moved(const lists::HomeFiles& row, const SimpleCommand& command,
                std::string_view before) const {
    const auto assigns = [&](std::string_view name) {
      return std::ranges::any_of(
          command.assignments,
          [&](const ShellAssignment& it) { return it.name == name; });
    };
    return assigns("HOME") || any_word(row.variables, [&](auto name) {
             return is_set(name) || assigns(name) ||
                    before.find(std::string(name) + "=") != before.npos;
           });
  }

  // To a place elsewhere.
  bool is_set(std::string_view variable) const {
    const auto found = state_.env.find(variable);
    if (found != state_.env.end()) {
      const auto& value = found->second.value;
      return !value || !is_below(*value, "/root");
    }
    return state_.base != nullptr &&
           is_one_of(variable, state_.base->env_names);
  }

  // Without a known base nobody can tell where its compiler installs.
  bool is_of_base(const lists::HomeFiles& row) const {
    if (row.language.empty()) return false;
    return state_.base == nullptr || state_.base->runtime == row.language ||
           state_.base->compiles == row.language;
  }

  bool is_started(std::string_view programs) const {
    return std::ranges::any_of(start_.programs, [&](const std::string& it) {
      return has_word(programs, base_name(it));
    });
  }

  const StageView stage_;
  const ImageState& state_;
  const StartProgram& start_;
  std::vector<Found> result_;
};

std::string said(const HomeFilesFound& found) {
  return "`" + found.shown + "` " + std::string(found.row->leaves);
}

bool enters_root_home(std::string_view path) { return is_below(path, "/root"); }

const lists::HomeCopy& row_for(std::string_view path) {
  const auto& rows = lists::home_copies;
  const auto found = std::ranges::find_if(rows, [&](const auto& it) {
    return is_below(path, "/root/" + std::string(it.path));
  });
  return found == rows.end() ? rows.back() : *found;
}

// What lies openly in /root, nothing looks for unless a variable names it.
bool is_looked_up(const std::string& path, const ImageState& state) {
  if (path == "/root" || path.starts_with("/root/.") ||
      &row_for(path) != &lists::home_copies.back()) {
    return true;
  }
  return std::ranges::any_of(state.env, [&](const auto& it) {
    const auto& value = it.second.value;
    return value && value->find(path) != value->npos;
  });
}

bool is_removed(const StageView& stage, const std::string& path,
                std::size_t instruction) {
  return std::ranges::any_of(run_paths(stage), [&](const PathChange& it) {
    return it.kind == PathChange::Kind::removed && !it.maybe &&
           it.instruction > instruction && is_below(path, it.path);
  });
}

// What a stage made, the program is there for; a file of the build context may
// be for the build alone.
std::optional<RootHomeUse> copied_to_root_home(
    const StageView& stage, const std::vector<std::size_t>& chain) {
  for (const std::size_t i : chain) {
    const auto copy = resolve_transfer(stage, i);
    if (!copy || !copy->from || !enters_root_home(copy->destination)) continue;
    const std::string path =
        copy->destination == "/root" && copy->sources.size() == 1
            ? absolute_path("/root", base_name(copy->sources.front().path))
            : copy->destination;
    const std::string_view remedy = row_for(path).remedy;
    if (remedy.empty() || is_removed(stage, path, i)) continue;
    if (!is_looked_up(path, stage.state())) continue;
    return RootHomeUse{
        i, "`COPY` puts what another stage made into " + copy->destination,
        std::string(remedy)};
  }
  return std::nullopt;
}

// `/root/bin:$PATH`, `$VIRTUAL_ENV/bin:$PATH`
bool leads_to_root_home(std::string_view value, const ImageState& state) {
  if (value.find("/root/") != value.npos) return true;
  return std::ranges::any_of(state.env, [&](const auto& it) {
    const auto& [name, variable] = it;
    return variable.value && enters_root_home(*variable.value) &&
           (value.find("$" + name + "/") != value.npos ||
            value.find("$" + name + ":") != value.npos ||
            value.find("${" + name + "}") != value.npos);
  });
}

std::optional<RootHomeUse> in_path(const Document& document,
                                   const ImageState& state,
                                   const std::vector<std::size_t>& chain) {
  const auto path = state.env.find("PATH");
  if (path == state.env.end()) return std::nullopt;
  for (std::size_t index : chain) {
    const Instruction& it = document.instructions[index];
    const auto* env = it.as<Assignments>();
    if (it.keyword != Keyword::env || env == nullptr) continue;
    for (const Assignment& assignment : env->list) {
      if (assignment.name.value == "PATH" && assignment.value &&
          leads_to_root_home(assignment.value->value, state)) {
        return RootHomeUse{index, "`PATH` leads to programs below /root",
                           "install them where every user can start them, such "
                           "as /usr/local or /opt"};
      }
    }
  }
  return std::nullopt;
}

}  // namespace

std::optional<RootHomeUse> find_root_home_use(const StageView& stage,
                                              const StartProgram& start) {
  const ImageState& state = stage.state();
  const auto chain = stage.chain();
  const std::size_t last = chain.empty() ? 0 : chain.back();
  const std::size_t place = start.instruction.value_or(last);
  if (!state.workdir.empty() && enters_root_home(state.workdir)) {
    return RootHomeUse{
        place, "the program starts in " + state.workdir + ", below /root",
        "move it to a `WORKDIR` such as /app"};
  }
  for (const std::string& program : start.programs) {
    if (enters_root_home(absolute_path(state.workdir, program))) {
      return RootHomeUse{place, "`" + program + "` lies below /root",
                         "install it in /usr/local/bin"};
    }
  }
  for (const auto& it : HomeFilesCollector(stage, start).run()) {
    if (!it.files.row->moves.empty()) continue;
    return RootHomeUse{it.instruction, said(it.files),
                       std::string(it.files.row->remedy)};
  }
  if (auto found = in_path(stage.document, state, chain)) return found;
  return copied_to_root_home(stage, chain);
}

std::vector<HomeMove> home_moves(const StageView& stage,
                                 const StartProgram& start) {
  std::vector<HomeMove> result;
  for (const auto& it : HomeFilesCollector(stage, start).run()) {
    const std::string variables(it.files.row->moves);
    const bool known = std::ranges::any_of(result, [&](const HomeMove& move) {
      return move.variables == variables;
    });
    if (variables.empty() || known) continue;
    result.push_back({it.instruction, variables, said(it.files)});
  }
  return result;
}

}  // namespace harden
