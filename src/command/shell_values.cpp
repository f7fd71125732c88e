#include "command/shell_values.h"

#include <algorithm>
#include <utility>

#include "base/text/word_lists.h"
#include "command/expand_word.h"
#include "command/shell_word.h"

namespace harden {
namespace {

constexpr std::size_t kMaxNames = 1000;
constexpr std::size_t kMaxValue = 4096;

bool is_declaration(std::string_view program) {
  return program == "export" || program == "readonly" || program == "local" ||
         program == "declare" || program == "typeset";
}

// Those whose words are names of variables, or may be.
constexpr std::string_view naming[] = {"for",       "getopts", "let",
                                       "mapfile",   "printf",  "read",
                                       "readarray", "select",  "unset"};
constexpr auto naming_slots = index_words(naming);
constexpr SortedWords names_variables(naming, naming_slots);

// `. FILE`, `eval`, and numbers that set variables.
bool sets_anything(const SimpleCommand& command) {
  if (is_one_of(command.words.front().value, {".", "source", "eval"})) {
    return command.words.size() != 2 ||
           command.words[1].value != "/etc/os-release";
  }
  return std::ranges::any_of(command.words, [](const ShellWord& it) {
    if (it.known) return false;
    const std::size_t number = it.value.find("$((");
    return number != std::string::npos &&
           it.value.find('=', number) != std::string::npos;
  });
}

Field set_by(const std::string& name, std::string_view what) {
  return Field::unknown(
      {}, {Unknown::Kind::set_by_command, name, std::string(what)});
}

Field set_somewhere(const std::string& name) {
  return Field::unknown({}, {Unknown::Kind::set_on_some_ways, name});
}

}  // namespace

Field ShellValues::resolve(const ShellWord& word) const {
  if (word.known) return {.value = word.value, .span = word.span};
  if (word.opaque) {
    return Field::unknown(word.value, {Unknown::Kind::shell_word, word.value});
  }
  Field result{.value = {}, .span = word.span};
  std::size_t copied = 0;
  for (const Span span : word.variables) {
    const std::string_view text = word.value;
    const Expansion value = expand_word(text.substr(span.begin, span.size()),
                                        *this, {.limit = kMaxValue});
    if (!value.known()) {
      return Field::unknown(
          word.value, value.error.empty()
                          ? value.unknown
                          : Unknown(Unknown::Kind::refused_word, value.error));
    }
    result.value += text.substr(copied, span.begin - copied);
    result.value += value.value;
    copied = span.end;
  }
  result.value += std::string_view(word.value).substr(copied);
  return result;
}

std::vector<Field> ShellValues::resolve(
    std::span<const ShellWord> words) const {
  std::vector<Field> result;
  result.reserve(words.size());
  for (const ShellWord& word : words) result.push_back(resolve(word));
  return result;
}

void ShellValues::set(std::string name, Field value) {
  if (value.value.size() > kMaxValue) {
    value = Field::unknown({}, {Unknown::Kind::long_value, name});
  }
  if (local_.size() < kMaxNames || local_.contains(name)) {
    local_[std::move(name)].value = std::move(value);
  }
}

std::map<std::string, std::string, std::less<>> ShellValues::seen_by_programs()
    const {
  std::map<std::string, std::string, std::less<>> result;
  for (const auto& [name, local] : local_) {
    const bool seen =
        local.exported || image_.find(name).state == Binding::State::known;
    if (seen && local.value.known) result.emplace(name, local.value.value);
  }
  return result;
}

void ShellValues::assign(const SimpleCommand& command, bool surely) {
  if (command.words.empty()) {
    for (const ShellAssignment& it : command.assignments) {
      set(it.name, surely ? resolve(it.value) : set_somewhere(it.name));
    }
    return;
  }
  const std::string_view program = command.words.front().value;
  if (sets_anything(command)) return forget();
  if (is_declaration(program)) return declare(command, surely);
  if (!names_variables.contains(program)) return;
  for (std::size_t i = 1; i < command.words.size(); ++i) {
    const std::string name = resolve(command.words[i]).value;
    set(name, set_by(name, program));
    if (program == "for") return;
  }
}

void ShellValues::declare(const SimpleCommand& command, bool surely) {
  const std::string_view program = command.words.front().value;
  for (std::size_t i = 1; i < command.words.size(); ++i) {
    Field argument = resolve(command.words[i]);
    // `declare -n`, `-i`, `-u`: it is something else from now on.
    if (argument.value.starts_with('-')) surely = program == "export";
    const std::size_t equals = argument.value.find('=');
    const std::string name = argument.value.substr(0, equals);
    if (equals != std::string::npos) {
      argument.value.erase(0, equals + 1);
      set(name, surely ? std::move(argument) : set_somewhere(name));
    }
    const auto local = local_.find(name);
    if (local != local_.end()) local->second.exported |= program == "export";
  }
}

Binding ShellValues::find(std::string_view name) const {
  if (is_forgotten_) {
    return {Binding::State::unknown,
            {},
            {Unknown::Kind::shell_word, "$" + std::string(name)}};
  }
  if (const auto found = local_.find(name); found != local_.end()) {
    const Field& value = found->second.value;
    if (value.known) return {Binding::State::known, value.value};
    return {Binding::State::unknown, {}, value.why};
  }
  Binding binding = image_.find(name);
  if (binding.state == Binding::State::unset) {
    binding.state = Binding::State::unknown;
    binding.unknown = {Unknown::Kind::unset_variable, std::string(name)};
  }
  return binding;
}

}  // namespace harden
