#include "command/argument_options.h"

#include <algorithm>

namespace harden {
namespace {

bool is_in(std::string_view words, std::string_view word) {
  while (!words.empty()) {
    const std::size_t blank = std::min(words.find(' '), words.size());
    if (words.substr(0, blank) == word) return true;
    words.remove_prefix(std::min(blank + 1, words.size()));
  }
  return false;
}

// `-` alone is an operand.
bool is_option(const Field& field) {
  return field.value.size() > 1 && field.value[0] == '-';
}

bool is_assignment(const Field& field) {
  const std::size_t equals = field.value.find('=');
  return equals != std::string::npos && equals > 0 &&
         field.value.find('/') > equals;
}

Field part_of(const Field& field, std::size_t from) {
  Field part = field;
  part.value.erase(0, from);
  return part;
}

}  // namespace

ArgumentOptions::ArgumentOptions(std::span<const Field> argv,
                                 const OptionSyntax& syntax)
    : after_dashes(argv.size()) {
  std::size_t at = 1;
  while (at < argv.size()) {
    const std::string& word = argv[at].value;
    if (word == "--") {
      after_dashes = ++at;
      break;
    }
    if (syntax.skips_assignments && !is_option(argv[at]) &&
        is_assignment(argv[at])) {
      ++at;
    } else if (!is_option(argv[at])) {
      if (syntax.stops_at_operand) break;
      operands.push_back(at++);
    } else if (word[1] == '-') {
      at = read_long(argv, at, syntax);
    } else {
      at = read_letters(argv, at, syntax);
    }
  }
  for (; at < argv.size(); ++at) operands.push_back(at);
}

std::size_t ArgumentOptions::read_long(std::span<const Field> argv,
                                       std::size_t at,
                                       const OptionSyntax& syntax) {
  const std::string& word = argv[at].value;
  const std::size_t equals = word.find('=');
  ArgumentOption& option = options.emplace_back();
  option.name = word.substr(0, equals);
  if (equals != std::string::npos) {
    option.value = part_of(argv[at], equals + 1);
    option.value_at = at;
  } else if (is_in(syntax.names_with_value, option.name) &&
             at + 1 < argv.size()) {
    option.value = argv[++at];
    option.value_at = at;
  }
  return at + 1;
}

// `-Rf`, `-oroot`, `-o root`.
std::size_t ArgumentOptions::read_letters(std::span<const Field> argv,
                                          std::size_t at,
                                          const OptionSyntax& syntax) {
  const std::string& word = argv[at].value;
  for (std::size_t index = 1; index < word.size(); ++index) {
    ArgumentOption& option = options.emplace_back();
    option.name = {'-', word[index]};
    if (syntax.letters_with_value.find(word[index]) == std::string::npos) {
      continue;
    }
    const bool attached = index + 1 < word.size();
    if (attached || at + 1 < argv.size()) {
      option.value = attached ? part_of(argv[at], index + 1) : argv[++at];
      option.value_at = at;
    }
    break;
  }
  return at + 1;
}

bool ArgumentOptions::has(std::initializer_list<std::string_view> names) const {
  return find(names) != nullptr;
}

const ArgumentOption* ArgumentOptions::find(
    std::initializer_list<std::string_view> names) const {
  const auto found = std::find_if(
      options.rbegin(), options.rend(), [&](const ArgumentOption& it) {
        return std::find(names.begin(), names.end(), it.name) != names.end();
      });
  return found == options.rend() ? nullptr : &*found;
}

const Field* ArgumentOptions::value(
    std::initializer_list<std::string_view> names) const {
  const ArgumentOption* option = find(names);
  return option != nullptr && option->value ? &*option->value : nullptr;
}

std::string_view program_name(const Field& program) {
  const std::string_view path = program.value;
  return path.substr(path.rfind('/') + 1);
}

}  // namespace harden
