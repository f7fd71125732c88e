#include "dockerfile/accounts/users_of_run.h"

#include <algorithm>
#include <optional>
#include <span>
#include <string>
#include <utility>

#include "base/text/paths.h"
#include "command/package_call.h"
#include "command/printed_text.h"
#include "command/shell_values.h"
#include "command/wrappers.h"
#include "dockerfile/accounts/account_commands.h"
#include "dockerfile/accounts/account_files.h"
#include "dockerfile/accounts/account_table.h"
#include "knowledge/lists/programs.h"
#include "knowledge/programs.h"

namespace harden {
namespace {

// `sh -c "sh -c …"`: deeper than anybody writes.
constexpr int kMaxDepth = 4;

using Arguments = std::span<const Argument>;

// `sudo -u app VAR=x program …` without the part before the program.
Arguments without_wrappers(Arguments words) {
  return words.subspan(behind_wrappers(words, Behind::sudo));
}

// `for` and `case` begin compounds, whose commands are listed apart.
bool keeps_accounts(std::string_view program) {
  return program == "for" || program == "case" ||
         lists::account_keepers.contains(program);
}

class RunAccountsReader {
 public:
  RunAccountsReader(const RunContext& context, ImageState& state)
      : context_(context), state_(state), values_(context.variables) {}

  void run(const std::vector<SimpleCommand>& commands) {
    std::optional<std::string> piped;  // what the command before prints
    for (const SimpleCommand& command : commands) {
      if (is_plainly_harmless(command)) {
        values_.assign(command);
        piped.reset();
        continue;
      }
      if (packages(command.words)) {
        piped.reset();
        continue;
      }
      const std::vector<Argument> words = values_.resolve(command.words);
      const std::optional<std::string> printed = printed_by(command, words);
      for (const Redirection& redirection : command.redirections) {
        redirect(redirection, printed, words);
      }
      values_.assign(command);
      const Arguments program = without_wrappers(words);
      if (!program.empty() && !command.calls_function) {
        execute(command, program, piped);
      }
      piped = command.piped ? printed : std::nullopt;
    }
  }

 private:
  // The many commands that need no closer look, found without working out
  // their arguments.
  static bool is_plainly_harmless(const SimpleCommand& command) {
    if (command.words.empty() || !command.words.front().literal) return false;
    if (!keeps_accounts(base_name(command.words.front().value))) {
      return false;
    }
    const auto is_far_from_accounts = [](const ShellWord& word) {
      return word.value.find("/etc") == std::string::npos &&
             word.value != "/" && word.variables.empty();
    };
    return std::all_of(command.words.begin(), command.words.end(),
                       is_far_from_accounts) &&
           std::all_of(
               command.redirections.begin(), command.redirections.end(),
               [&](auto& it) { return is_far_from_accounts(it.target); }) &&
           !command.piped &&
           behind_wrapper(command.words, 0, Behind::sudo) == 0;
  }

  std::optional<std::string> printed_by(const SimpleCommand& command,
                                        Arguments words) {
    if (words.empty()) return std::nullopt;
    if (base_name(words.front().value) != "cat") return printed_text(words);
    for (const Redirection& it : command.redirections) {
      if (it.op.starts_with("<<") && it.heredoc.find('$') == std::string::npos)
        return it.heredoc;
    }
    return std::nullopt;
  }

  void redirect(const Redirection& redirection,
                const std::optional<std::string>& printed, Arguments words) {
    if (redirection.op[0] == '<') return;
    const Argument target = values_.resolve(redirection.target);
    note_copy(target, words);
    if (!is_account_file(target.value)) return;
    write(target.value, printed, redirection.op == ">>");
  }

  // `sed … /etc/passwd >/rootfs/etc/passwd`: for an image that gets /rootfs.
  void note_copy(const Argument& target, Arguments words) {
    constexpr std::string_view file = "/etc/passwd";
    if (!target.known() || !target.value.ends_with(file) ||
        target.value.size() == file.size() || target.value[0] != '/') {
      return;
    }
    const bool reads = std::any_of(
        words.begin(), words.end(),
        [&](const Argument& it) { return it.known() && it.value == file; });
    if (!reads) return;
    state_.account_copies.push_back(
        target.value.substr(0, target.value.size() - file.size()));
  }

  // `echo … >> /etc/passwd`.
  void write(std::string_view path, const std::optional<std::string>& text,
             bool appends) {
    const bool passwd = path == "/etc/passwd";
    if (!text) {
      const std::string because = "`RUN` writes `" + std::string(path) +
                                  "` with lines that are not known here";
      return passwd && !appends ? mark_changed(state_, because)
                                : mark_incomplete(state_, because);
    }
    if (passwd) {
      if (!appends) state_.accounts.clear();
      if (!appends) state_.has_passwd = false;
      add_passwd_lines(state_, *text, context_.instruction);
    } else {
      if (!appends) state_.groups.clear();
      add_group_lines(state_, *text, context_.instruction);
    }
  }

  void execute(const SimpleCommand& command, Arguments words,
               const std::optional<std::string>& piped) {
    const std::string_view program = base_name(words.front().value);
    const Arguments arguments = words.subspan(1);
    if (!words.front().known()) {
      return mark_incomplete(state_,
                             "`RUN` starts a program that is not "
                             "known: " +
                                 words.front().unknown_because);
    }
    if (run_account_command(program, arguments, context_.family,
                            context_.instruction, state_)) {
      return;
    }
    if (is_shell(program)) return shell(command, arguments);
    if (program == "su") return shell(command, arguments);
    if (program == "tee") return tee(arguments, piped);
    if (packages(words)) return;
    if (changes_account_files(program, arguments)) {
      if (program == "sed" &&
          edit_account_numbers(arguments, context_.instruction, state_)) {
        return;
      }
      const std::string because =
          "`RUN` changes the accounts with `" + std::string(program) + "`";
      return names_passwd(arguments) ? mark_changed(state_, because)
                                     : mark_incomplete(state_, because);
    }
    if (keeps_accounts(program)) return;
    if ((program == "." || program == "source") && arguments.size() == 1 &&
        arguments[0].value == "/etc/os-release") {
      return;
    }
    mark_incomplete(state_, "`RUN` starts `" +
                                words.front().value.substr(0, 60) +
                                "`, which may create users");
  }

  // `sh -c '…'`, `sh <<EOF`; anything else runs a file.
  void shell(const SimpleCommand& command, Arguments arguments) {
    std::optional<std::string> script;
    for (const Redirection& it : command.redirections) {
      if (it.op == "<<" || it.op == "<<-") script = it.heredoc;
    }
    for (std::size_t i = 0; i + 1 < arguments.size(); ++i) {
      const std::string& option = arguments[i].value;
      const bool is_command = option.starts_with('-') &&
                              !option.starts_with("--") &&
                              option.ends_with('c');
      if (!is_command) continue;
      const Argument& text = arguments[i + 1];
      script = text.known() ? std::optional(text.value) : std::nullopt;
      break;
    }
    if (!script || depth_ >= kMaxDepth) {
      return mark_incomplete(state_,
                             "`RUN` starts a script, which may create users");
    }
    ++depth_;
    run(shell_commands(*script));
    --depth_;
  }

  void tee(Arguments arguments, const std::optional<std::string>& piped) {
    bool appends = false;
    for (const Argument& it : arguments) {
      appends |= it.value == "-a" || it.value == "--append";
    }
    for (const Argument& it : arguments) {
      if (is_account_file(it.value)) write(it.value, piped, appends);
    }
  }

  // Whether it is about packages of the system, which may bring users.
  template <typename Words>
  bool packages(const Words& words) {
    if (words.empty()) return false;
    const auto* facts = find_package_manager(words[0].value);
    if (facts == nullptr || !facts->system) return false;
    const auto argv = fields_of(words);
    const auto call = package_call(argv);
    if (!call || call->may_install()) {
      mark_incomplete(state_,
                      "`" + std::string(base_name(words[0].value)) +
                          "` installs packages, which may create users",
                      true);
    }
    return true;
  }

  const RunContext& context_;
  ImageState& state_;
  ShellValues values_;
  int depth_ = 0;
};

}  // namespace

void apply_run(const std::vector<SimpleCommand>& commands,
               const RunContext& context, ImageState& state) {
  RunAccountsReader(context, state).run(commands);
}

}  // namespace harden
