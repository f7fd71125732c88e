#include "command/shell_values.h"

#include <array>
#include <utility>

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

void ShellValues::assign(const SimpleCommand& command) {
  if (command.words.empty()) {
    for (const ShellAssignment& it : command.assignments) {
      set(it.name, resolve(it.value));
    }
    return;
  }
  const std::string_view program = command.words.front().value;
  const bool declares = is_declaration(program);
  if (!declares && program != "for" && program != "read") return;
  for (std::size_t i = 1; i < command.words.size(); ++i) {
    Field argument = resolve(command.words[i]);
    const std::size_t equals = argument.value.find('=');
    if (!declares) {
      set(argument.value,
          Field::unknown({}, {Unknown::Kind::set_by_command, argument.value,
                              std::string(program)}));
      if (program == "for") return;
    } else {
      std::string name = argument.value.substr(0, equals);
      if (equals != std::string::npos) {
        argument.value.erase(0, equals + 1);
        set(name, std::move(argument));
      }
      const auto local = local_.find(name);
      if (local != local_.end()) local->second.exported |= program == "export";
    }
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
