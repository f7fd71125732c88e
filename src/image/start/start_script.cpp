#include "image/start/start_script.h"

#include <algorithm>
#include <set>
#include <utility>

#include "base/text/paths.h"
#include "base/text/word_lists.h"
#include "dockerfile/model/scope.h"
#include "image/files/image_paths.h"
#include "image/files/written_paths.h"
#include "image/start/image_scripts.h"
#include "image/start/script_capabilities.h"
#include "image/start/script_commands.h"
#include "image/start/start_text.h"
#include "knowledge/knowledge.h"
#include "knowledge/programs.h"

namespace harden {
namespace {

using ScriptKind = StartScript::Kind;

std::string quoted(std::string_view text) {
  // One line, and not all of a long one.
  std::string line(text.substr(0, text.find('\n')));
  if (line.size() > 60) line = line.substr(0, 57) + "…";
  return "`" + line + "`";
}

std::string user_of(std::string_view account) {
  return std::string(account.substr(0, account.find_first_of(":.")));
}

constexpr std::string_view read_it =
    "read that script, and set `USER` yourself";

class StartScriptReader {
 public:
  StartScriptReader(const StageView& stage, const StartProgram& start)
      : stage_(stage), state_(stage.state()), files_(stage), start_(start) {}

  std::optional<StartScript> run() {
    if (!is_at_hand()) return std::nullopt;
    name();
    follow();
    decide();
    return std::move(result_);
  }

  std::optional<Followed> with_any_arguments() {
    if (!is_at_hand()) return std::nullopt;
    return followed(std::nullopt, true);
  }

  std::optional<Followed> as_account() {
    if (!is_at_hand()) return std::nullopt;
    return followed(start_arguments(state_, start_.script), false);
  }

 private:
  bool is_at_hand() {
    result_.file = start_.file;
    return start_.kind == StartKind::script && !result_.file.unseen &&
           !result_.file.text.empty();
  }

  void name() {
    const std::string& path = result_.file.context_path.empty()
                                  ? result_.file.image_path
                                  : result_.file.context_path;
    result_.name = base_name(path);
    result_.span = start_.instruction
                       ? stage_.instruction(*start_.instruction).span
                       : stage_.instruction(state_.base_instruction).span;
  }

  Followed followed(std::optional<std::vector<std::string>> arguments,
                    bool as_root) {
    const ImageScripts scripts(files_);
    const StageScope scope(state_);
    FollowInput input;
    input.script = {result_.file.image_path, result_.file.context_path,
                    result_.file.text};
    input.arguments = std::move(arguments);
    if (!state_.workdir_unknown) {
      input.workdir = state_.workdir.empty() ? "/" : state_.workdir;
    }
    input.environment = &scope;
    input.files = &scripts;
    input.as_root = as_root;
    input.shell = start_.shell;
    input.may_elevate = [this] { return may_elevate(stage_); };
    return follow_script(input);
  }

  void follow() {
    const auto arguments = start_arguments(state_, start_.script);
    result_.followed = followed(arguments, true);
    if (!result_.followed.starts_itself) return;
    result_.unprivileged = followed(arguments_of_restart(), false);
  }

  // With which the script starts itself; nullopt where nobody knows.
  std::optional<std::vector<std::string>> arguments_of_restart() const {
    std::optional<std::vector<std::string>> result;
    for (const HandOver& it : result_.followed.hand_overs) {
      if (!it.again) continue;
      std::vector<std::string> arguments;
      bool script = false;
      for (const Field& word : it.argv) {
        if (!word.known || word.any_number) return std::nullopt;
        if (script) arguments.push_back(word.value);
        script = script ||
                 base_name(word.value) == base_name(result_.file.image_path);
      }
      if (!script || (result && *result != arguments)) return std::nullopt;
      result = std::move(arguments);
    }
    return result;
  }

  void decide() {
    programs();
    accounts();
    root_acts();
    result_.capabilities =
        script_capabilities(stage_, start_, result_.followed);
    result_.kind = kind();
  }

  void add_program(const HandOver& it) {
    if (it.argv.empty() || !it.argv.front().known || it.again) return;
    std::string program = it.argv.front().value;
    // `docker-php-entrypoint php-fpm`
    const ShippedScript* shipped = find_start_script(program);
    if (shipped != nullptr && shipped->starts_arguments && it.argv.size() > 1 &&
        it.argv[1].known) {
      program = it.argv[1].value;
    }
    if (!is_one_of(program, result_.programs)) {
      result_.programs.push_back(std::move(program));
    }
  }

  void programs() {
    result_.commands = script_commands(result_.followed, state_);
    for (const HandOver& it : result_.followed.hand_overs) add_program(it);
    if (!result_.followed.starts_itself) return;
    for (const HandOver& it : result_.unprivileged.hand_overs) add_program(it);
  }

  void accounts() {
    std::set<std::string> seen;
    for (const HandOver& it : result_.followed.hand_overs) {
      if (it.as != HandOver::As::account || !it.step_down) continue;
      if (seen.insert(it.step_down->account).second) {
        result_.accounts.push_back(it.step_down->account);
      }
    }
    std::set<std::string> given;
    for (const RootAct& it : result_.followed.acts) {
      if (it.act.kind != Act::Kind::owner) continue;
      const std::string account = user_of(it.act.account);
      if (!is_root_name(account)) given.insert(account);
    }
    if (given.size() == 1) result_.gives_to = *given.begin();
    const auto& overs = result_.followed.hand_overs;
    const auto root = std::ranges::find_if(overs, [](const HandOver& it) {
      return it.as != HandOver::As::account;
    });
    if (root != overs.end()) {
      result_.root_hand_over = static_cast<std::size_t>(root - overs.begin());
    }
  }

  // What the program may do as its own user needs no root: the paths that it
  // is given are its own.
  void root_acts() {
    StartProgram start = start_;
    start.kind = StartKind::program;
    start.programs = result_.programs;
    const auto needs = written_paths(stage_, start, {});
    const auto& acts = result_.followed.acts;
    for (std::size_t i = 0; i < acts.size(); ++i) {
      const Act& act = acts[i].act;
      const bool own =
          act.kind == Act::Kind::write && !act.path.empty() &&
          std::ranges::any_of(needs, [&](const PathNeed& need) {
            return need.path == act.path || is_below(act.path, need.path);
          });
      if (!own) result_.root_acts.push_back(i);
    }
    std::ranges::stable_sort(
        result_.root_acts, [&](std::size_t left, std::size_t right) {
          return acts[left].act.kind < acts[right].act.kind;
        });
  }

  void refuse(std::string because, std::string help) {
    result_.refusal = std::move(because);
    result_.help = std::move(help);
  }

  ScriptKind kind() {
    const Followed& followed = result_.followed;
    if (followed.lost) return lost(*followed.lost);
    if (!followed.services.empty()) return services();
    if (followed.steps_down_always()) {
      if (result_.file.changed_by) return changed_later();
      // As the account it goes on with the script, and may not stay it.
      const Followed& after = result_.unprivileged;
      if (!after.untold.empty()) return may_be_root(after.untold.front());
      return after.lost && may_elevate(stage_) ? lost(*after.lost)
                                               : ScriptKind::steps_down;
    }
    if (followed.hands_over_to_accounts()) {
      return may_be_root(followed.untold.front());
    }
    if (followed.hand_overs.empty()) return no_program();
    if (next_script()) return ScriptKind::not_followed;
    for (const HandOver& it : followed.hand_overs) {
      if (it.as == HandOver::As::unknown) return unknown_account(it);
    }
    if (result_.root_acts.empty() && result_.accounts.empty()) {
      return ScriptKind::needs_none;
    }
    const HandOver& root = followed.hand_overs[*result_.root_hand_over];
    return root.in_subshell ? in_subshell(root) : ScriptKind::needs_root;
  }

  // The same, where that may be a step-down as well.
  void refuse_untold(std::string because, std::string help) {
    refuse(std::move(because), std::move(help));
    result_.untold =
        std::ranges::none_of(result_.followed.hand_overs, [&](const auto& it) {
          return it.as == HandOver::As::root && !is_unread_script(it);
        });
  }

  bool is_unread_script(const HandOver& it) {
    return may_step_down(root_program(it)) && unseen_file(it);
  }

  ScriptKind changed_later() {
    refuse_untold("the `RUN` in " + stage_.line_of(*result_.file.changed_by) +
                      " changes the text of " + result_.name,
                  "make that change in the script itself");
    return ScriptKind::not_followed;
  }

  ScriptKind lost(const Lost& lost) {
    refuse_untold(
        result_.place(lost.place) + " cannot be followed: " + lost.because,
        "write that line so that it can be read, or set `USER` yourself");
    return ScriptKind::not_followed;
  }

  // It steps down, and something else that it starts may be the program.
  ScriptKind may_be_root(const Untold& untold) {
    refuse_untold(
        result_.place(untold.place) + " " + untold.because +
            ", as root: " + quoted(text_of(result_.followed, untold.place)),
        "let the script step down before that, or set `USER` "
        "yourself");
    return ScriptKind::not_followed;
  }

  ScriptKind services() {
    const auto& service = result_.followed.services.front();
    refuse(result_.place(service.place) + " starts " + quoted(service.text) +
               " beside the program, so the container is more than one "
               "service",
           "run one program in a container; let a second one run the other");
    return ScriptKind::not_followed;
  }

  ScriptKind no_program() {
    if (result_.root_acts.empty()) return ScriptKind::needs_none;
    const RootAct& act = result_.followed.acts[result_.root_acts.front()];
    refuse(result_.name +
               " is the program itself, and works as root: " + described(act),
           "let it end with `exec PROGRAM`, or set `USER` yourself");
    return ScriptKind::not_followed;
  }

  // The program that it hands over to as root; empty when nobody can tell.
  static std::string root_program(const HandOver& it) {
    const bool told = it.as != HandOver::As::account && !it.argv.empty() &&
                      it.argv.front().known;
    return told ? it.argv.front().value : std::string();
  }

  // A script behind the script, which nobody has read.
  std::optional<CopiedFile> unseen_file(const HandOver& it) {
    const std::string program = root_program(it);
    if (program.empty() || find_start_script(program) != nullptr) {
      return std::nullopt;
    }
    CopiedFile file = files_.find(program);
    if (!file.is_script || !file.unseen) return std::nullopt;
    return file;
  }

  bool shipped_script(const HandOver& it) {
    const std::string program = root_program(it);
    const ShippedScript* found = find_start_script(program);
    if (found == nullptr || found->needs_root.empty()) return false;
    refuse(goes_on_with(it, program) + "must be root: it " +
               std::string(found->needs_root),
           std::string(read_it));
    return true;
  }

  bool unseen_script(const HandOver& it) {
    const auto file = unseen_file(it);
    if (!file) return false;
    refuse_untold(goes_on_with(it, root_program(it)) +
                      "may be a script that needs root: " + file->because,
                  file->help.empty() ? std::string(read_it) : file->help);
    return true;
  }

  std::string goes_on_with(const HandOver& it,
                           const std::string& program) const {
    return result_.place(it.place) + " goes on with `" + program + "`, which ";
  }

  // Whether a script behind the script is in the way.
  bool next_script() {
    return std::ranges::any_of(result_.followed.hand_overs,
                               [&](const HandOver& it) {
                                 return shipped_script(it) || unseen_script(it);
                               });
  }

  ScriptKind unknown_account(const HandOver& it) {
    refuse_untold(result_.place(it.place) +
                      " hands over to an account that the "
                      "script does not tell: " +
                      quoted(text_of(result_.followed, it.place)),
                  "name the account in the script");
    return ScriptKind::not_followed;
  }

  ScriptKind in_subshell(const HandOver& it) {
    refuse(result_.place(it.place) +
               " starts the program in a pipeline or a subshell, where "
               "`exec` cannot make it the first process",
           "start it in the foreground with `exec`");
    return ScriptKind::not_followed;
  }

  std::string described(const RootAct& it) const {
    return quoted(text_of(result_.followed, it.place)) + " in " +
           result_.place(it.place) +
           (it.act.reason.empty() ? "" : " " + it.act.reason);
  }

  const StageView stage_;
  const ImageState& state_;
  CopiedFiles files_;
  const StartProgram& start_;
  StartScript result_;
};

}  // namespace

std::string place_in(const Followed& followed, const Place& place) {
  const ScriptFile& file_of = followed.files[place.file];
  const std::string& path =
      file_of.context_path.empty() ? file_of.image_path : file_of.context_path;
  return std::string(base_name(path)) + ":" +
         std::to_string(line_of(followed, place));
}

std::string StartScript::place(const Place& place) const {
  return place_in(followed, place);
}

std::optional<Followed> follow_as_account(const StageView& stage,
                                          const StartProgram& start) {
  return StartScriptReader(stage, start).as_account();
}

std::optional<StartScript> start_script(const StageView& stage,
                                        const StartProgram& start) {
  return StartScriptReader(stage, start).run();
}

std::optional<Followed> follow_with_any_arguments(const StageView& stage) {
  return StartScriptReader(stage, start_program(stage)).with_any_arguments();
}

}  // namespace harden
