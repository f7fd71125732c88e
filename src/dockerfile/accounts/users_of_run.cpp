#include "dockerfile/accounts/users_of_run.h"

#include <algorithm>
#include <utility>

#include "base/text/ascii.h"
#include "base/text/paths.h"
#include "command/package_call.h"
#include "command/wrappers.h"
#include "dockerfile/accounts/account_commands.h"
#include "dockerfile/accounts/account_files.h"
#include "dockerfile/accounts/account_table.h"
#include "knowledge/lists/programs.h"

namespace harden {
namespace {

// `for` and `case` begin compounds, whose commands are listed apart.
bool keeps_accounts(std::string_view program) {
  return program == "for" || program == "case" ||
         lists::account_keepers.contains(program);
}

bool is_far_from_accounts(const ShellWord& word) {
  return word.variables.empty() && word.value != "/" &&
         word.value.find("/etc") == std::string::npos;
}

// `xargs usermod -u 0`, `trap 'usermod …' EXIT`: the tool that the command may
// start, and change an account by that.
std::string_view named_account_changer(const CommandWords& words) {
  for (const CommandWord& word : words) {
    std::string_view rest = word.text;
    while (!rest.empty()) {
      const auto end = std::ranges::find_if_not(rest, is_word) - rest.begin();
      const std::string_view name =
          rest.substr(0, static_cast<std::size_t>(end));
      if (lists::account_changers.contains(name)) return name;
      rest.remove_prefix(std::min(name.size() + 1, rest.size()));
    }
  }
  return {};
}

}  // namespace

bool RunAccounts::is_plainly_harmless(const SimpleCommand& command) {
  const auto& words = command.words;
  if (command.piped || words.empty() || !words.front().known ||
      !keeps_accounts(base_name(words.front().value))) {
    return false;
  }
  if (lists::text_runners.contains(base_name(words.front().value)) &&
      !named_account_changer(words).empty()) {
    return false;
  }
  return std::ranges::all_of(words, is_far_from_accounts) &&
         std::ranges::all_of(
             command.redirections,
             [](const auto& it) { return is_far_from_accounts(it.target); }) &&
         behind_wrapper(words, 0, Behind::sudo) == 0;
}

bool RunAccounts::packages(const CommandWords& words) {
  if (words.empty()) return false;
  const auto* facts = find_package_manager(words.front().text);
  if (facts == nullptr || !facts->system) return false;
  const auto call = package_call(words);
  if (!call || call->may_install()) {
    mark_incomplete(
        state_,
        {Unknown::Kind::packages, std::string(base_name(words.front().text))},
        true);
  }
  return true;
}

void RunAccounts::redirections(const RunCommand& it) {
  for (std::size_t i = 0; i < it.targets.size(); ++i) {
    const std::string& op = it.command.redirections[i].op;
    if (op[0] == '<') continue;
    const Field& target = it.targets[i];
    note_copy(target, it.words);
    if (is_account_file(target.value)) {
      write(target.value, it.printed, op == ">>");
    }
  }
}

// `sed … /etc/passwd >/rootfs/etc/passwd`: for an image that gets /rootfs.
void RunAccounts::note_copy(const CommandWord& target,
                            const CommandWords& words) {
  constexpr std::string_view file = "/etc/passwd";
  if (!target.known || !target.text.ends_with(file) ||
      target.text.size() == file.size() || target.text[0] != '/') {
    return;
  }
  const bool reads = std::ranges::any_of(words, [&](const CommandWord& it) {
    return it.known && it.text == file;
  });
  if (!reads) return;
  state_.account_copies.emplace_back(
      target.text.substr(0, target.text.size() - file.size()));
}

// `echo … >> /etc/passwd`.
void RunAccounts::write(std::string_view path,
                        const std::optional<std::string>& text, bool appends) {
  const bool passwd = path == "/etc/passwd";
  if (!text) {
    const Unknown lines(Unknown::Kind::written_accounts, std::string(path));
    return passwd && !appends ? mark_changed(state_, lines)
                              : mark_incomplete(state_, lines);
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

void RunAccounts::execute(const RunCommand& it) {
  const CommandWords& words = it.program;
  const CommandWord first = words.front();
  if (!first.known) {
    return mark_incomplete(
        state_, {Unknown::Kind::unnamed_program, {}, first.unknown().text()});
  }
  const bool maybe = it.command.maybe || it.command.in_function;
  if (run_account_command(words, context_.family, context_.instruction, maybe,
                          state_)) {
    return;
  }
  const std::string_view program = program_name(first);
  if (program == "tee") return tee(it);
  if (packages(words)) return;
  const bool keeps = keeps_accounts(program);
  if (!keeps || lists::text_runners.contains(program)) {
    const std::string_view tool = named_account_changer(words);
    if (!tool.empty()) return changes_accounts(tool);
  }
  if (changes_account_files(words)) {
    if (program == "sed" &&
        edit_account_numbers(words, context_.instruction, state_)) {
      return;
    }
    const Unknown change(Unknown::Kind::changed_accounts, std::string(program));
    return names_passwd(words) ? mark_changed(state_, change)
                               : mark_incomplete(state_, change);
  }
  if (keeps) return;
  if ((program == "." || program == "source") && words.size() == 2 &&
      words[1].text == "/etc/os-release") {
    return;
  }
  mark_incomplete(state_, {Unknown::Kind::program, std::string(first.text)});
}

void RunAccounts::changes_accounts(std::string_view tool) {
  mark_changed(state_, {Unknown::Kind::changed_accounts, std::string(tool)});
}

void RunAccounts::unknown_script(const CommandWords& words) {
  const std::string_view tool = named_account_changer(words);
  if (!tool.empty()) return changes_accounts(tool);
  mark_incomplete(state_, Unknown::Kind::script);
}

void RunAccounts::tee(const RunCommand& it) {
  const CommandWords arguments = it.program.behind(1);
  const bool appends =
      std::ranges::any_of(arguments, [](const CommandWord& word) {
        return word.text == "-a" || word.text == "--append";
      });
  for (const CommandWord& word : arguments) {
    if (is_account_file(word.text)) write(word.text, it.piped, appends);
  }
}

}  // namespace harden
