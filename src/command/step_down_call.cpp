// Each tool's own way to name the account and the command.
#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "base/text/ascii.h"
#include "base/text/word_lists.h"
#include "command/argument_options.h"
#include "command/command_facts.h"
#include "command/command_meaning.h"
#include "knowledge/knowledge.h"
#include "knowledge/programs.h"

namespace harden {
namespace {

using Argv = const CommandWords&;
using Call = std::optional<StepDownCall>;

bool is_root(std::string_view account) {
  const std::string_view user = account.substr(0, account.find(':'));
  return user == "root" ||
         (!user.empty() && user.find_first_not_of('0') == user.npos);
}

void set_account(StepDownCall& call, std::string account, bool known) {
  call.known = known;
  call.to_root = known && is_root(account);
  if (known) call.account = std::move(account);
}

// A user and, when there is one, a group of their own.
void set_account(StepDownCall& call, const CommandWord& user,
                 const CommandWord* group) {
  std::string account(user.text);
  if (group != nullptr) account.append(":").append(group->text);
  set_account(
      call, std::move(account),
      user.known && !user.any_number && (group == nullptr || group->known));
}

// Where the command begins, when it is operand number `index`.
std::size_t operand_at(Argv argv, const ArgumentOptions& options,
                       std::size_t index) {
  return index < options.operands.size() ? options.operands[index]
                                         : argv.size();
}

// gosu, su-exec, setuidgid, s6-setuidgid, setuser: `TOOL USER COMMAND …`.
Call user_first(Argv argv) {
  const ArgumentOptions options(argv, {.stops_at_operand = true});
  if (options.operands.empty()) return std::nullopt;
  StepDownCall call;
  set_account(call, argv[options.operands[0]], nullptr);
  call.command = operand_at(argv, options, 1);
  return call;
}

// `+all`, `-all,+net_raw`; nobody knows what a variable holds.
bool may_add(const CommandWord* capabilities) {
  return capabilities != nullptr &&
         (!capabilities->known ||
          capabilities->text.find('+') != std::string::npos);
}

// What a tool leaves that sets nothing but the user.
const CommandWord roots_group{"0"};

Call setpriv(Argv argv) {
  const ArgumentOptions options(
      argv, {.letters_with_value = {},
             .names_with_value =
                 "--ambient-caps --inh-caps --bounding-set --ruid --rgid "
                 "--euid --egid --reuid --regid --groups --securebits "
                 "--selinux-label --apparmor-profile --pdeathsig "
                 "--landlock-access --landlock-rule --seccomp-filter "
                 "--ptracer",
             .stops_at_operand = true});
  const CommandWord* user = options.value({"--reuid"});
  // Without it the command stays root, with less in hand.
  if (user == nullptr) return std::nullopt;
  StepDownCall call;
  const CommandWord* group = options.value({"--regid"});
  set_account(call, *user, group != nullptr ? group : &roots_group);
  call.keeps_root_group = options.has({"--keep-groups"});
  call.needs_root =
      options.has({"--init-groups", "--clear-groups", "--groups"});
  call.keeps_capabilities = may_add(options.value({"--ambient-caps"}));
  call.command = operand_at(argv, options, 0);
  return call;
}

constexpr OptionSyntax su_syntax = {
    .letters_with_value = "cgGsuw",
    .names_with_value =
        "--command --session-command --group --supp-group "
        "--shell --user --whitelist-environment"};

// `-c LINE` among what `--` hands to the shell.
bool is_shell_flag(const CommandWord& word) {
  return word.known && word.text.size() > 1 && word.text[0] == '-' &&
         word.text[1] != '-' && word.text.ends_with('c');
}

// The command of su: `-c LINE`, or the shell's own arguments. In `-cLINE` and
// `--command=LINE` the field holds the option too; nobody writes that.
void set_su_command(StepDownCall& call, Argv argv,
                    const ArgumentOptions& options, std::size_t first) {
  const ArgumentOption* line =
      options.find({"-c", "--command", "--session-command"});
  if (line != nullptr && line->value) {
    call.command = line->value_at;
    call.shell_line = true;
    return;
  }
  call.command = operand_at(argv, options, first);
  if (call.command < argv.size() && is_shell_flag(argv[call.command])) {
    call.command = operand_at(argv, options, first + 1);
    call.shell_line = true;
  }
}

// `su [OPTIONS] [-] [USER [ARGUMENTS]]`; options may stand anywhere.
Call su(Argv argv) {
  const ArgumentOptions options(argv, su_syntax);
  StepDownCall call;
  std::size_t first = 0;
  const auto& operands = options.operands;
  call.login = options.has({"-l", "--login"});
  if (!operands.empty() && argv[operands[0]].text == "-") {
    call.login = true;
    ++first;
  }
  const CommandWord root{"root"};
  const bool named = first < operands.size();
  set_account(call, named ? argv[operands[first]] : root,
              options.value({"-g", "--group"}));
  set_su_command(call, argv, options, named ? first + 1 : first);
  // A shell that is sudo is root again.
  const CommandWord* shell = options.value({"-s", "--shell"});
  if (shell != nullptr && names_elevation(shell->text)) call.known = false;
  return call;
}

Call runuser(Argv argv) {
  OptionSyntax syntax = su_syntax;
  syntax.stops_at_operand = true;
  const ArgumentOptions options(argv, syntax);
  const CommandWord* user = options.value({"-u", "--user"});
  if (user == nullptr) return su(argv);
  StepDownCall call;
  set_account(call, *user, options.value({"-g", "--group"}));
  call.command = operand_at(argv, options, 0);
  return call;
}

// sudo and doas: `[OPTIONS] [NAME=VALUE …] COMMAND …`.
Call with_user_option(Argv argv, const OptionSyntax& syntax) {
  const ArgumentOptions options(argv, syntax);
  StepDownCall call;
  const CommandWord root{"root"};
  const CommandWord* user = options.value({"-u", "--user"});
  set_account(call, user != nullptr ? *user : root,
              options.value({"-g", "--group"}));
  // sudo's way to write a number.
  if (call.account.starts_with('#')) {
    set_account(call, call.account.substr(1), true);
  }
  call.login = options.has({"-i", "--login"});
  call.command = operand_at(argv, options, 0);
  return call;
}

Call sudo(Argv argv) {
  return with_user_option(
      argv, {.letters_with_value = "ughpCrtTUDRc",
             .names_with_value =
                 "--user --group --host --prompt --close-from --role --type "
                 "--command-timeout --other-user --chdir --chroot",
             .stops_at_operand = true,
             .skips_assignments = true});
}

Call doas(Argv argv) {
  return with_user_option(argv, {.letters_with_value = "uCa",
                                 .names_with_value = {},
                                 .stops_at_operand = true});
}

Call chpst(Argv argv) {
  const ArgumentOptions options(argv,
                                {.letters_with_value = "uUbe/nlLmdopfcrtC",
                                 .names_with_value = {},
                                 .stops_at_operand = true});
  const CommandWord* user = options.value({"-u"});
  if (user == nullptr) return std::nullopt;
  StepDownCall call;
  // `:1000:1000` says that these are numbers.
  const bool numbers = user->text.starts_with(':');
  set_account(call, std::string(user->text.substr(numbers ? 1 : 0)),
              user->known);
  call.command = operand_at(argv, options, 0);
  return call;
}

Call s6_applyuidgid(Argv argv) {
  const ArgumentOptions options(argv, {.letters_with_value = "ugG",
                                       .names_with_value = {},
                                       .stops_at_operand = true});
  StepDownCall call;
  const CommandWord* user = options.value({"-u"});
  // `-U` takes it from the environment.
  if (user == nullptr && !options.has({"-U"})) return std::nullopt;
  const CommandWord* group = options.value({"-g"});
  const bool all = options.has({"-U"});
  set_account(call, user != nullptr ? *user : CommandWord{"$UID", false},
              group != nullptr || all ? group : &roots_group);
  call.keeps_root_group = !all && !options.has({"-G"});
  call.needs_root = options.has({"-G"}) || all;
  call.command = operand_at(argv, options, 0);
  return call;
}

// `s6-envuidgid USER s6-applyuidgid -U COMMAND …`; alone it sets variables.
Call s6_envuidgid(Argv argv) {
  const ArgumentOptions options(argv, {.stops_at_operand = true});
  const std::size_t program = operand_at(argv, options, 1);
  if (program >= argv.size() || !argv[program].known ||
      program_name(argv[program]) != "s6-applyuidgid") {
    return std::nullopt;
  }
  const CommandWords rest = argv.behind(program);
  Call call = s6_applyuidgid(rest);
  if (!call || call->known) return call;
  set_account(*call, argv[options.operands[0]], nullptr);
  call->command += program;
  return call;
}

// `capsh --user=USER -- -c LINE ARGUMENTS`: bash gets what follows `--`.
Call capsh(Argv argv) {
  const ArgumentOptions options(
      argv, {.letters_with_value = {},
             .names_with_value =
                 "--user --uid --gid --groups --drop --caps --inh --addamb "
                 "--delamb --mode --secbits --chroot --shell --keep"});
  const CommandWord* user = options.value({"--user"});
  const CommandWord* uid = options.value({"--uid"});
  if (user == nullptr && uid == nullptr) return std::nullopt;
  StepDownCall call;
  if (user != nullptr) {
    set_account(call, *user, nullptr);
  } else {
    const CommandWord* group = options.value({"--gid"});
    set_account(call, *uid, group != nullptr ? group : &roots_group);
    call.keeps_root_group = options.value({"--groups"}) == nullptr;
  }
  call.keeps_capabilities = may_add(options.value({"--addamb"})) ||
                            options.value({"--addamb"}) != nullptr;
  call.command = options.after_dashes;
  if (call.command < argv.size() && is_shell_flag(argv[call.command])) {
    ++call.command;
    call.shell_line = true;
  }
  return call;
}

// `command` is the program's word alone: its arguments are those behind `--`,
// wherever that stands, and cannot be told from here.
Call start_stop_daemon(Argv argv) {
  const ArgumentOptions options(
      argv, {.letters_with_value = "xnupgcsarNPIkdROeE12w",
             .names_with_value =
                 "--exec --name --user --pidfile --group --chuid --signal "
                 "--startas --chroot --nicelevel --procsched --iosched "
                 "--umask --chdir --retry --output --pid --ppid --env "
                 "--stdout --stderr --wait --notify-timeout"});
  // --user only finds a process here (in OpenRC it would step down).
  const CommandWord* user = options.value({"-c", "--chuid"});
  if (user == nullptr || !options.has({"-S", "--start"})) return std::nullopt;
  StepDownCall call;
  call.needs_root = false;
  set_account(call, *user, options.value({"-g", "--group"}));
  const ArgumentOption* program = options.find({"-a", "--startas"});
  if (program == nullptr) program = options.find({"-x", "--exec"});
  call.command = program != nullptr && program->value ? program->value_at
                                                      : options.after_dashes;
  return call;
}

Call chroot(Argv argv) {
  const ArgumentOptions options(argv,
                                {.letters_with_value = {},
                                 .names_with_value = "--userspec --groups",
                                 .stops_at_operand = true});
  const CommandWord* user = options.value({"--userspec"});
  if (user == nullptr || options.operands.empty()) return std::nullopt;
  StepDownCall call;
  set_account(call, *user, nullptr);
  call.command = operand_at(argv, options, 1);
  return call;
}

constexpr std::pair<std::string_view, Call (*)(Argv)> tools[] = {
    {"gosu", user_first},
    {"su-exec", user_first},
    {"setuidgid", user_first},
    {"s6-setuidgid", user_first},
    {"setuser", user_first},
    {"setpriv", setpriv},
    {"su", su},
    {"runuser", runuser},
    {"sudo", sudo},
    {"doas", doas},
    {"chpst", chpst},
    {"s6-applyuidgid", s6_applyuidgid},
    {"start-stop-daemon", start_stop_daemon},
    {"chroot", chroot},
    {"s6-envuidgid", s6_envuidgid},
    {"capsh", capsh},
};

}  // namespace

std::optional<StepDownCall> step_down_call(const CommandWords& argv) {
  if (argv.empty() || !argv[0].known) return std::nullopt;
  const std::string_view name = program_name(argv[0]);
  if (is_multi_call(name)) {
    // `busybox su app`
    Call call = step_down_call(argv.behind(1));
    if (call) ++call->command;
    return call;
  }
  for (const auto& [tool, read] : tools) {
    if (tool != name) continue;
    Call call = read(argv);
    if (call) call->tool = name;
    return call;
  }
  return std::nullopt;
}

std::vector<Capability> step_down_capabilities(std::string_view tool) {
  const CommandFacts* facts = find_command(tool);
  return facts == nullptr ? std::vector<Capability>() : capabilities_of(*facts);
}

bool names_elevation(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at;
    while (end < text.size() && (is_word(text[end]) || text[end] == '-')) ++end;
    if (is_one_of(text.substr(at, end - at),
                  {"sudo", "doas", "su", "pkexec"})) {
      return true;
    }
    at = end == at ? at + 1 : end;
  }
  return false;
}

}  // namespace harden
