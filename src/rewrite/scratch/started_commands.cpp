#include "rewrite/scratch/started_commands.h"

#include <algorithm>

#include "base/text/paths.h"
#include "base/text/word_lists.h"
#include "command/shell_commands.h"
#include "command/substituted_scripts.h"
#include "image/start/program_kinds.h"
#include "knowledge/knowledge.h"

namespace harden {
namespace {

// `$(` in `$(` …; beyond that nobody writes.
constexpr int most_depth = 5;
// Substitutions that cannot be read overlap, and so would multiply.
constexpr std::size_t most_often = 10;
constexpr std::size_t most_names = 500;

void add(std::string name, std::vector<std::string>& names) {
  const bool is_name =
      !name.empty() && name.find_first_of("$`*?[=( ") == std::string::npos;
  if (!is_name || is_only_in_shells(name) || names.size() >= most_names ||
      is_one_of(name, names)) {
    return;
  }
  names.push_back(std::move(name));
}

bool starts_others(std::string_view name) {
  const CommandFacts* facts = find_command(name);
  return name == "exec" || name == "command" || name == "xargs" ||
         (facts != nullptr && (facts->use == CommandFacts::Use::wrapper ||
                               facts->use == CommandFacts::Use::steps_down));
}

// Behind a wrapper any word may be the program: more does no harm.
void add_words(const SimpleCommand& command, std::vector<std::string>& names) {
  bool wrapped = true;
  for (const auto& word : command.words) {
    if (!wrapped) return;
    const bool option = word.value.starts_with('-') ||
                        word.value.find('=') != std::string::npos;
    if (!option) add(word.value, names);
    wrapped = option || starts_others(base_name(word.value));
  }
}

class StartedCommandCollector {
 public:
  StartedCommandCollector(std::size_t size, std::vector<std::string>& names)
      : names_(names), bytes_(size * most_often) {}

  void add_script(std::string_view script, int depth) {
    if (depth > most_depth || script.size() > bytes_) return;
    bytes_ -= script.size();
    for (const auto& command : shell_commands(script)) {
      add_words(command, names_);
      for (const auto& it : command.words) add_substituted(script, it, depth);
      for (const auto& it : command.assignments) {
        add_substituted(script, it.value, depth);
      }
    }
  }

 private:
  void add_substituted(std::string_view script, const ShellWord& word,
                       int depth) {
    for (const Span it : substituted_scripts(script, word)) {
      add_script(script.substr(it.begin, it.end - it.begin), depth + 1);
    }
  }

  std::vector<std::string>& names_;
  std::size_t bytes_;  // still to be read
};

}  // namespace

void add_commands(std::string_view script, std::vector<std::string>& names) {
  StartedCommandCollector(script.size(), names).add_script(script, 0);
}

void add_commands(const Instruction& instruction, const Command& command,
                  std::vector<std::string>& names) {
  if (command.form == Command::Form::shell) {
    add_commands(shell_text(instruction, command), names);
  } else if (!command.argv.empty()) {
    add(command.argv.front().value, names);
  }
}

namespace {

constexpr std::size_t largest_program = std::size_t{1} << 20;
constexpr std::string_view blanks = " \t";

// Of `/usr/bin/env -S python3 -u`.
std::string named_by(std::string_view line) {
  std::string name;
  while (true) {
    const std::size_t begin = line.find_first_not_of(blanks);
    if (begin == std::string_view::npos) return name;
    line.remove_prefix(begin);
    const std::string_view word = line.substr(0, line.find_first_of(blanks));
    line.remove_prefix(word.size());
    if (word.starts_with('-')) continue;
    name = base_name(word);
    if (name != "env") return name;
  }
}

}  // namespace

std::string interpreter_of(const std::string& program, const CopiedFile& file,
                           const BuildContext* context) {
  std::string text = file.text;
  if (!file.context_path.empty() && context != nullptr) {
    text = context->read(file.context_path, largest_program).value_or("");
  }
  if (!text.starts_with("#!")) return std::string(base_name(program));
  return named_by(
      std::string_view(text).substr(2, text.find_first_of("\r\n") - 2));
}

}  // namespace harden
