#include "dockerfile/model/run_reader.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "base/glob/go_glob.h"
#include "base/text/find_any.h"
#include "base/text/paths.h"
#include "base/text/word_lists.h"
#include "command/interpreters.h"
#include "command/printed_text.h"
#include "command/shell_call.h"
#include "command/shell_values.h"
#include "command/substituted_scripts.h"
#include "command/wrappers.h"
#include "dockerfile/accounts/account_files.h"
#include "knowledge/programs.h"

namespace harden {
namespace {

using Commands = std::span<const SimpleCommand>;

// `sh -c "sh -c …"`: deeper than anybody writes.
constexpr int deepest = 4;
// Commands in rounds of loops behind the first ones, of one RUN.
constexpr std::size_t most_repeated = 2000;
// Variables that are kept for the subshells of one RUN, all together.
constexpr std::size_t most_copied = 100'000;

bool is_compiler(std::string_view name) {
  return name == "go" || name == "cargo" || is_c_compiler(name);
}

bool has_pattern(std::string_view text) {
  return find_any_of(text, "*?[{~") != text.npos;
}

bool is_account_path(std::string_view pattern) {
  return matches_path(pattern, path_of(Database::passwd)) ||
         matches_path(pattern, path_of(Database::group));
}

// Whether the file that is written may be one that holds the accounts.
bool touches_accounts(const FileEffect& it) {
  using Kind = FileEffect::Kind;
  const bool brings = it.kind == Kind::copied || it.kind == Kind::moved ||
                      it.kind == Kind::downloaded || it.kind == Kind::linked;
  if (!brings && it.kind != Kind::changed && it.kind != Kind::written) {
    return false;
  }
  // `sed -i … /etc/$FILE`, `find /etc -exec sed -i … {} +`
  if (it.to.pattern.empty()) return it.to.below && it.to.path == "/etc";
  if (is_account_path(it.to.pattern)) return true;
  if (!brings || it.from.pattern.empty()) return false;
  const std::string inside =
      absolute_path(it.to.pattern, base_name(it.from.pattern));
  return is_account_path(inside);
}

class RunReader {
 public:
  RunReader(RunScript& script, const RunContext& context,
            const std::string& workdir, ImageState& state)
      : script_(script),
        accounts_(context, state),
        values_(context.variables),
        folder_(workdir) {}

  void run() {
    text_ = script_.text;
    run(script_.commands);
  }

 private:
  void run(Commands commands, bool is_subshell = false) {
    for (std::size_t i = 0; i < commands.size(); ++i) {
      const SimpleCommand& it = commands[i];
      const std::size_t left = commands.size() - i;
      const bool entered = is_subshell && i == 0;
      if (it.subshell > 0 && it.subshell <= left && !entered) {
        subshell(commands.subspan(i, it.subshell));
        i += it.subshell - 1;
      } else if (it.body > 0 && it.body < left && rounds(commands, i)) {
        i += it.body;
      } else {
        substitutions(it);
        command(it);
      }
    }
  }

  // `cd` and variables in it are its own.
  void subshell(Commands commands) {
    const auto folder = folder_;
    copied_ += values_.locals().size() + 1;
    if (copied_ > most_copied) values_.forget();
    auto locals =
        copied_ > most_copied ? ShellValues::Locals() : values_.locals();
    run(commands, true);
    folder_ = folder;
    values_.restore(std::move(locals));
  }

  // `X=$(…)`: they run first, each in a shell of its own.
  void substitutions(const SimpleCommand& it) {
    for (const ShellAssignment& assigned : it.assignments) {
      substitutions(it, assigned.value);
    }
    for (const ShellWord& word : it.words) substitutions(it, word);
  }

  void substitutions(const SimpleCommand& it, const ShellWord& word) {
    for (const Span inside : substituted_scripts(text_, word)) {
      inner(text_.substr(inside.begin, inside.size()), it, true);
    }
  }

  // Another text that the command has a shell read.
  void inner(std::string_view text, const SimpleCommand& it, bool is_subshell) {
    if (depth_ >= deepest) return accounts_.unknown_script();
    ++depth_;
    const std::string_view outer = std::exchange(text_, text);
    auto commands = shell_commands(text);
    if (it.maybe || it.in_function) {
      for (SimpleCommand& each : commands) each.maybe = true;
    }
    is_subshell ? subshell(commands) : run(commands);
    text_ = outer;
    --depth_;
  }

  // A `for` over words that are known; false when it is not one.
  bool rounds(Commands commands, std::size_t at) {
    const SimpleCommand& head = commands[at];
    const bool counted = head.words.size() > 3 &&
                         head.words[0].value == "for" &&
                         head.words[2].value == "in";
    if (!counted) return false;
    const std::vector<Field> words =
        values_.resolve(std::span(head.words).subspan(3));
    const bool known = std::ranges::all_of(words, [](const Field& it) {
      return it.known && !has_pattern(it.value);
    });
    const std::size_t more = (words.size() - 1) * head.body;
    if (!known || repeated_ + more > most_repeated) return false;
    repeated_ += more;
    for (const Field& it : words) {
      values_.set(head.words[1].value, it);
      run(commands.subspan(at + 1, head.body));
    }
    return true;
  }

  void command(const SimpleCommand& it) {
    const std::string_view name = known_program(it.words, Behind::sudo);
    const Interpreter interpreter = find_interpreter(name);
    const bool needs_look =
        interpreter != nullptr || name == "cd" || is_compiler(name) ||
        (name.empty() && !it.words.empty()) || !it.redirections.empty();
    if (!needs_look && RunAccounts::is_plainly_harmless(it)) {
      assign(it);
      piped_.reset();
    } else if (interpreter == nullptr && it.redirections.empty() &&
               accounts_.packages(it.words)) {
      behind_pipe_ = it.piped;
      piped_.reset();
    } else {
      look_at(it);
    }
  }

  // What a pipe, a branch or a function sets is not told.
  void assign(const SimpleCommand& it) {
    const bool in_pipe = it.piped || behind_pipe_;
    values_.assign(it, !it.maybe && !it.in_function && !in_pipe);
    behind_pipe_ = it.piped;
  }

  void look_at(const SimpleCommand& it) {
    // Most are what is written.
    const bool plain = std::ranges::all_of(it.words, &ShellWord::known);
    std::vector<Field> resolved;
    if (!plain) resolved = values_.resolve(it.words);
    const CommandWords words =
        plain ? CommandWords(it.words) : CommandWords(resolved);
    std::vector<Field> targets;
    for (const Redirection& redirection : it.redirections) {
      Field target = values_.resolve(redirection.target);
      std::string path = target_of(target, folder_).pattern;
      if (!path.empty()) target.value = std::move(path);
      targets.push_back(std::move(target));
    }
    const CommandWords program = program_of(words);
    const std::optional<std::string> printed = printed_by(it, words);
    const RunCommand call{it, words, program, targets, printed, piped_};
    maybe_ = it.maybe;
    accounts_.redirections(call);
    if (!strips_line_ends(call)) redirections(call);
    assign(it);
    if (!program.empty() && !it.calls_function) execute(call);
    piped_ = it.piped ? printed : std::nullopt;
  }

  // Behind sudo, wrappers, and whoever runs it as another user.
  static CommandWords program_of(CommandWords words) {
    words = words.behind(behind_wrappers(words, Behind::sudo));
    const auto call = step_down_call(words);
    if (call && !call->shell_line && call->command < words.size()) {
      words = words.behind(call->command);
      words = words.behind(behind_wrappers(words, Behind::sudo));
    }
    // `busybox sed`
    while (words.size() > 1 && words[0].known && is_multi_call(words[0].text)) {
      words = words.behind(1);
    }
    return words;
  }

  void execute(const RunCommand& it) {
    const std::string_view name =
        it.program.front().known ? program_name(it.program.front()) : "";
    if (is_one_of(name, {"cd", "pushd", "popd"})) return change_folder(it);
    if (name == "eval") return eval(it);
    if (is_compiler(name)) compiler(it);
    if (const Interpreter read = find_interpreter(name)) {
      bool touches = false;
      for (FileEffect& effect : read({it.program, folder_}).files) {
        touches |= touches_accounts(effect);
        add(std::move(effect));
      }
      // By its full name it is looked at more closely.
      const bool named = std::ranges::any_of(
          it.program,
          [](const CommandWord& word) { return is_account_file(word.text); });
      if (touches && !named) {
        return accounts_.changes_accounts(name);
      }
    }
    if (!name.empty() && (is_shell(name) || name == "su")) return shell(it);
    accounts_.execute(it);
  }

  // Of the RUN itself: what `sh -c` runs has no place in the file.
  void compiler(const RunCommand& it) {
    if (depth_ > 0 || !folder_) return;
    CompilerCall call;
    call.command =
        static_cast<std::size_t>(&it.command - script_.commands.data());
    call.program = it.words.size() - it.program.size();
    call.folder = *folder_;
    call.environment = values_.seen_by_programs();
    for (const ShellAssignment& assigned : it.command.assignments) {
      call.environment[assigned.name] = values_.resolve(assigned.value).value;
    }
    for (std::size_t i = 0; i < it.words.size(); ++i) {
      const std::string_view word = it.words[i].text;
      const std::size_t equals = word.find('=');
      // `env A=b go build`
      if (i < call.program && equals != word.npos && equals > 0) {
        call.environment[std::string(word.substr(0, equals))] =
            word.substr(equals + 1);
      }
      call.words.emplace_back(word);
    }
    script_.compilers.push_back(std::move(call));
  }

  void change_folder(const RunCommand& it) {
    const CommandWords& words = it.program;
    const bool told = words.size() == 2 && words[1].text != "-" &&
                      program_name(words.front()) == "cd" &&
                      !it.command.maybe && !it.command.in_function;
    std::string to = told ? target_of(words[1], folder_).pattern : "";
    folder_.reset();
    if (!to.empty() && !has_pattern(to)) folder_ = std::move(to);
  }

  std::optional<std::string> printed_by(const SimpleCommand& command,
                                        const CommandWords& words) {
    if (words.empty()) return std::nullopt;
    if (program_name(words.front()) != "cat") return printed_text(words);
    for (const Redirection& it : command.redirections) {
      if (it.op.starts_with("<<") && it.heredoc.find('$') == std::string::npos)
        return it.heredoc;
    }
    return std::nullopt;
  }

  void redirections(const RunCommand& it) {
    for (std::size_t i = 0; i < it.targets.size(); ++i) {
      const std::string& op = it.command.redirections[i].op;
      const bool writes = op == ">" || op == ">|" || op == "&>";
      if (!writes && op != ">>") continue;
      add(redirected_to(it.targets[i], !writes, folder_));
    }
  }

  // `tr -d '\r' < a > b` copies.
  bool strips_line_ends(const RunCommand& it) {
    const CommandWords& words = it.program;
    if (words.size() != 3 || base_name(words[0].text) != "tr" ||
        words[1].text != "-d" || it.targets.size() != 2) {
      return false;
    }
    const auto& all = it.command.redirections;
    if (all[0].op == all[1].op) return false;
    const std::size_t from = all[0].op == "<" ? 0 : 1;
    add({.kind = FileEffect::Kind::copied,
         .to = target_of(it.targets[1 - from], folder_),
         .from = target_of(it.targets[from], folder_)});
    return true;
  }

  // `sh -c '…'`, `sh <<EOF`, `… | sh`; anything else runs a file.
  void shell(const RunCommand& it) {
    if (shell_call(it.program).only_checks) return;
    if (const auto script = script_of(it)) {
      return inner(*script, it.command, true);
    }
    accounts_.unknown_script(it.program);
  }

  void eval(const RunCommand& it) {
    std::string text;
    for (const CommandWord& word : it.program.behind(1)) {
      if (!word.known) return accounts_.unknown_script(it.program);
      text.append(word.text).append(" ");
    }
    inner(text, it.command, false);
  }

  static std::optional<std::string> known_text(const CommandWord& word) {
    return word.known ? std::optional(std::string(word.text)) : std::nullopt;
  }

  static std::optional<std::string> script_of(const RunCommand& it) {
    if (const auto call = step_down_call(it.program)) {
      if (!call->shell_line || call->command >= it.program.size()) {
        return std::nullopt;
      }
      return known_text(it.program[call->command]);
    }
    const ShellCall call = shell_call(it.program);
    if (call.line()) return known_text(it.program[*call.line()]);
    if (call.file()) return std::nullopt;
    for (const Redirection& redirection : it.command.redirections) {
      if (redirection.op == "<<" || redirection.op == "<<-") {
        return redirection.heredoc;
      }
    }
    if (!it.command.redirections.empty()) return std::nullopt;
    return it.piped;
  }

  void add(FileEffect it) {
    using Kind = FileEffect::Kind;
    const bool of_archive = it.kind == Kind::unpacked ||
                            (it.kind == Kind::owned && it.keeps_owners);
    if (it.to.pattern.empty() || it.kind == Kind::line_ends || of_archive ||
        script_.effects.size() >= most_effects) {
      return;
    }
    script_.effects.push_back({.kind = it.kind,
                               .recursive = it.recursive,
                               .into_folder = it.into_folder,
                               .must_be_new = it.must_be_new,
                               .maybe = maybe_,
                               .is_told = it.text.has_value(),
                               .to = std::move(it.to.pattern),
                               .from = std::move(it.from.pattern),
                               .text = std::move(it.text).value_or("")});
  }

  RunScript& script_;
  RunAccounts accounts_;
  ShellValues values_;
  std::string_view text_;              // what the words' spans point into
  std::optional<std::string> folder_;  // nullopt: not known
  std::optional<std::string> piped_;   // what the command before prints
  bool maybe_ = false;
  bool behind_pipe_ = false;
  int depth_ = 0;
  std::size_t repeated_ = 0;
  std::size_t copied_ = 0;
};

}  // namespace

void read_run(RunScript& script, const RunContext& context,
              const std::string& workdir, ImageState& state) {
  RunReader(script, context, workdir, state).run();
}

}  // namespace harden
