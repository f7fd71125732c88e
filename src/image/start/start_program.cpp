#include "image/start/start_program.h"

#include <algorithm>
#include <utility>

#include "base/text/joined_texts.h"
#include "base/text/paths.h"
#include "base/text/word_lists.h"
#include "command/shell_call.h"
#include "command/shell_commands.h"
#include "command/wrappers.h"
#include "image/start/program_kinds.h"
#include "knowledge/knowledge.h"
#include "knowledge/programs.h"

namespace harden {
namespace {

using StartArgv = std::vector<std::string>;

StartArgv unwrapped(StartArgv argv) {
  drop_wrappers(argv, Behind::wrappers);
  return argv;
}

class StartProgramReader {
 public:
  explicit StartProgramReader(const StageView& stage)
      : state_(stage.state()),
        files_(stage),
        folder_(state_.workdir_unknown   ? std::string()
                : state_.workdir.empty() ? "/"
                                         : state_.workdir) {}

  StartProgram run() {
    const auto& entrypoint = state_.entrypoint;
    const auto& cmd = state_.cmd;
    if (!entrypoint ||
        (!entrypoint->instruction && !is_replaced(*entrypoint))) {
      return with_base_entrypoint();
    }
    result_.instruction = entrypoint->instruction;
    if (result_.kind == StartKind::script) return std::move(result_);
    if (!entrypoint->exec_form) {
      shell_line(entrypoint->text);
      return std::move(result_);
    }
    StartArgv argv = entrypoint->argv;
    if (cmd && cmd->exec_form) {
      argv.insert(argv.end(), cmd->argv.begin(), cmd->argv.end());
    }
    start(std::move(argv));
    return std::move(result_);
  }

 private:
  // The base's ENTRYPOINT, whose script the file replaces or changes.
  bool is_replaced(const Launch& entrypoint) {
    const StartArgv argv = unwrapped(entrypoint.argv);
    if (argv.empty()) return false;
    CopiedFile file = files_.find(argv.front());
    if (file.at_hand()) return true;
    if (!file.is_script) return false;
    file.because = files_.touched_because(argv.front());
    if (file.because.empty()) return false;
    file.unseen = true;
    found_script(argv.front(), std::move(file));
    return true;
  }

  // The file sets no ENTRYPOINT: the base's, if any, comes first.
  StartProgram with_base_entrypoint() {
    const auto& cmd = state_.cmd;
    const bool own_cmd = cmd && cmd->instruction;
    result_.base_entrypoint = base_may_have_entrypoint();
    if (own_cmd) {
      result_.instruction = cmd->instruction;
      if (cmd->exec_form) {
        result_.text = joined_texts(cmd->argv, " ");
        start(with_base_program(cmd->argv));
      } else {
        shell_line(cmd->text);
      }
      if (state_.base == nullptr && !is_scratch()) {
        result_.kind = StartKind::base_unknown;
      }
      return std::move(result_);
    }
    if (state_.base != nullptr) {
      result_.kind = StartKind::base_default;
      if (cmd) start_base_cmd(cmd->argv);
    } else {
      result_.kind =
          is_scratch() ? StartKind::nothing : StartKind::base_unknown;
    }
    return std::move(result_);
  }

  // `CMD ["--dir", "/data"]`: options of the base's own program, which its
  // ENTRYPOINT is, or puts in front of them.
  StartArgv with_base_program(StartArgv argv) const {
    if (state_.base == nullptr || argv.empty() || !argv[0].starts_with('-')) {
      return argv;
    }
    StartArgv program = unwrapped(state_.base->entrypoint);
    if (program.empty() || is_name_of_script(program.front())) {
      const auto& own = state_.base->cmd;
      program.assign(own.begin(), own.begin() + (own.empty() ? 0 : 1));
    }
    argv.insert(argv.begin(), program.begin(), program.end());
    return argv;
  }

  bool is_scratch() const { return state_.base_reference == "scratch"; }

  bool base_may_have_entrypoint() const {
    if (is_scratch()) return false;
    return state_.base == nullptr || !state_.base->entrypoint.empty();
  }

  void start_base_cmd(const StartArgv& argv) {
    StartArgv rest = unwrapped(argv);
    result_.text = joined_texts(argv, " ");
    if (rest.empty()) return;
    result_.programs.push_back(rest.front());
    add_command(rest);
  }

  void start(StartArgv argv) {
    if (result_.text.empty()) result_.text = joined_texts(argv, " ");
    argv = unwrapped(std::move(argv));
    if (argv.empty()) return;
    const std::string program = argv.front();
    const std::string_view name = base_name(program);
    if (steps_down(name)) {
      result_.kind = StartKind::stepping_down;
      result_.programs.push_back(program);
      return;
    }
    if (is_shell(name) && argv.size() > 1) {
      start_shell(argv);
      return;
    }
    add_program(argv);
  }

  // `sh -c LINE`, `bash SCRIPT`.
  void start_shell(const StartArgv& argv) {
    const ShellCall call = shell_call(argv);
    if (const auto line = call.line()) {
      shell_line(argv[*line]);
    } else if (const auto file = call.file()) {
      found_script(argv[*file], files_.find(argv[*file], true));
      result_.shell = is_one_of("--posix", argv) ? "sh" : argv.front();
    } else {
      add_program({argv.front()});
    }
  }

  void shell_line(const std::string& line) {
    if (result_.text.empty()) result_.text = line;
    const auto commands = shell_commands(line);
    for (const SimpleCommand& command : commands) {
      StartArgv argv;
      for (const auto& word : command.words) argv.push_back(word.value);
      follow_folder(argv);
      add_redirections(command);
      if (result_.kind != StartKind::script &&
          result_.kind != StartKind::stepping_down) {
        start(std::move(argv));
      }
    }
    if (commands.size() > 1 && result_.kind == StartKind::program) {
      result_.kind = StartKind::shell_line;
    }
  }

  // `cd /srv && node server.js`
  void follow_folder(const StartArgv& argv) {
    if (argv.empty() || argv.front() != "cd") return;
    const bool told =
        argv.size() == 2 && argv[1].find_first_of("$`~") == std::string::npos;
    folder_ = told && !folder_.empty() ? absolute_path(folder_, argv[1]) : "";
  }

  void add_redirections(const SimpleCommand& command) {
    StartCommand result;
    for (const Redirection& it : command.redirections) {
      const bool writes = it.op.ends_with('>') || it.op == ">|" ||
                          it.op == "<>" || it.op == "&>>";
      if (writes && it.target.known) {
        result.redirected.push_back(it.target.value);
      }
    }
    result.folder = folder_;
    if (!result.redirected.empty()) {
      result_.commands.push_back(std::move(result));
    }
  }

  void add_command(StartArgv argv) {
    result_.commands.push_back({std::move(argv), folder_, {}});
  }

  void add_program(const StartArgv& argv) {
    const std::string& program = argv.front();
    if (result_.kind == StartKind::nothing) result_.kind = StartKind::program;
    result_.programs.push_back(program);
    add_command(argv);
    CopiedFile file = files_.find(program);
    const ShippedScript* shipped =
        file.at_hand() ? nullptr : find_start_script(program);
    if (shipped != nullptr) {
      start_shipped(*shipped, argv);
    } else if (file.is_script) {
      found_script(program, std::move(file));
    }
  }

  // A script that the base or a package brings is as good as a program when it
  // is known.
  void start_shipped(const ShippedScript& script, const StartArgv& argv) {
    if (script.starts_arguments && argv.size() > 1) {
      start(StartArgv(argv.begin() + 1, argv.end()));
    }
  }

  void found_script(const std::string& script, CopiedFile file) {
    result_.kind = StartKind::script;
    result_.script = script;
    result_.because = file.because;
    result_.help = file.help;
    result_.unseen = file.unseen;
    result_.file = std::move(file);
    if (result_.programs.empty()) result_.programs.push_back(script);
  }

  const ImageState& state_;
  CopiedFiles files_;
  std::string folder_;  // where the next command runs; empty: nobody knows
  StartProgram result_;
};

}  // namespace

StartProgram start_program(const StageView& stage) {
  return StartProgramReader(stage).run();
}

bool may_step_down(std::string_view program) {
  return is_name_of_script(program) && find_root_program(program) == nullptr;
}

std::string unread_because(const StartProgram& start) {
  return "the container starts with `" + start.script +
         "`, which may be a script that needs root: " + start.because;
}

}  // namespace harden
