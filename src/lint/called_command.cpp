#include "lint/called_command.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "analysis/sudo_options.h"
#include "script/argument_options.h"
#include "script/wrappers.h"
#include "shell/parse_script.h"

namespace harden::lint_rules {
namespace {

using model::ShellWord;
using script::Field;

// `sh -c 'sh -c "…"'`: nobody nests deeper on purpose.
constexpr int most_depth = 3;
// `sudo env sudo …`.
constexpr int most_wrappers = 4;

std::vector<Field> fields(const std::vector<ShellWord>& words,
                          std::size_t from) {
  std::vector<Field> result;
  for (std::size_t i = from; i < words.size(); ++i) {
    const ShellWord& it = words[i];
    const bool splits = !it.literal && !it.variables.empty();
    result.push_back({it.value, it.literal, splits, it.span});
  }
  return result;
}

bool is_sudo(const ShellWord& word) {
  return word.literal && (word.value == "sudo" || word.value == "doas" ||
                          word.value == "/usr/bin/sudo");
}

// The first word of the program itself.
std::size_t behind_prefixes(const std::vector<ShellWord>& words) {
  std::size_t at = 0;
  for (int i = 0; i < most_wrappers && at < words.size(); ++i) {
    const std::size_t before = at;
    if (is_sudo(words[at])) at = read_sudo_options(words, at + 1).end;
    if (at < words.size()) at += script::behind_wrappers(fields(words, at));
    if (at == before) break;
  }
  return std::min(at, words.size());
}

// The line of `sh -c LINE`.
std::optional<std::string> given_line(const std::vector<Field>& argv) {
  if (argv.size() < 3 || !argv[0].known ||
      !shell::is_posix_shell(argv[0].value)) {
    return std::nullopt;
  }
  const script::ArgumentOptions options(
      argv, {.letters_with_value = "oO", .stops_at_operand = true});
  if (!options.has({"-c"}) || options.operands.empty()) return std::nullopt;
  const Field& line = argv[options.operands.front()];
  return line.known ? std::optional(line.value) : std::nullopt;
}

void add(std::size_t instruction, const model::SimpleCommand& command,
         bool nested, int depth, std::vector<CalledCommand>& calls) {
  CalledCommand call;
  call.instruction = instruction;
  call.argv = fields(command.words, behind_prefixes(command.words));
  call.by_sudo = !command.words.empty() && is_sudo(command.words.front());
  call.assignments = command.assignments;
  call.redirections = command.redirections;
  call.span = command.span;
  call.nested = nested || command.span.size() == 0;
  const auto line = given_line(call.argv);
  calls.push_back(std::move(call));
  if (!line || depth >= most_depth) return;
  for (const auto& it : model::shell_commands(*line)) {
    add(instruction, it, true, depth + 1, calls);
  }
}

}  // namespace

std::string_view CalledCommand::program() const {
  if (argv.empty() || !argv.front().known) return {};
  return script::program_name(argv.front());
}

bool may_remove(const CalledCommand& call, std::string_view path) {
  const std::string_view program = call.program();
  if (program != "rm" && program != "find" && program != "unlink") return false;
  for (std::size_t i = 1; i < call.argv.size(); ++i) {
    const Field& word = call.argv[i];
    if (!word.known) return true;
    std::string_view target = word.value;
    if (!target.starts_with('/')) continue;
    // `/var/lib/{apt,dpkg}`, `/var/cache/*`
    target = target.substr(0, target.find_first_of("{*?["));
    const bool open = target.size() < word.value.size();
    while (target.size() > 1 && target.ends_with('/')) target.remove_suffix(1);
    if (target.starts_with(path) || (open && path.starts_with(target)) ||
        (path.starts_with(target) && path[target.size()] == '/')) {
      return true;
    }
  }
  return false;
}

void add_called(std::size_t instruction, const model::SimpleCommand& command,
                std::vector<CalledCommand>& calls) {
  add(instruction, command, false, 0, calls);
}

}  // namespace harden::lint_rules
