#include "command/argument_options.h"

#include <algorithm>

#include "base/text/paths.h"

namespace harden {
namespace {

// In a list with blanks between.
class NameList {
 public:
  explicit NameList(std::string_view names) : rest_(names) {}

  std::string_view next() {
    const std::size_t end = std::min(rest_.find(' '), rest_.size());
    const std::string_view name = rest_.substr(0, end);
    rest_.remove_prefix(std::min(end + 1, rest_.size()));
    return name;
  }
  bool at_end() const { return rest_.empty(); }

 private:
  std::string_view rest_;
};

struct LongName {
  std::string_view name;
  bool takes_value = false;
  bool whole = false;
};

void look_for(std::string_view written, std::string_view names,
              bool takes_value, LongName& found) {
  NameList list(names);
  while (!found.whole && !list.at_end()) {
    const std::string_view name = list.next();
    if (!name.starts_with(written)) continue;
    const bool whole = name == written;
    if (whole || found.name.empty()) found = {name, takes_value, whole};
  }
}

// What is in no list takes no value.
LongName long_name(std::string_view written, const OptionSyntax& syntax) {
  LongName found;
  look_for(written, syntax.names_without_value, false, found);
  look_for(written, syntax.names_with_value, true, found);
  const bool abbreviates = !syntax.names_without_value.empty();
  return found.whole || (abbreviates && !found.name.empty())
             ? found
             : LongName{written};
}

// `-` alone is an operand.
bool is_option(std::string_view word) {
  return word.size() > 1 && word[0] == '-';
}

CommandWord part_of(CommandWord word, std::size_t from) {
  word.text.remove_prefix(from);
  return word;
}

}  // namespace

bool is_assignment(std::string_view word) {
  const std::size_t equals = word.find('=');
  return equals != std::string_view::npos && equals > 0 &&
         word.find('/') > equals;
}

std::string_view program_name(const CommandWord& program) {
  return base_name(program.text);
}

ArgumentOptions::ArgumentOptions(const CommandWords& argv,
                                 const OptionSyntax& syntax)
    : after_dashes(argv.size()) {
  operands.reserve(argv.size());
  constexpr std::size_t usual_options = 6;
  std::size_t at = 1;
  while (at < argv.size()) {
    const std::string_view word = argv[at].text;
    if (is_option(word) && options.empty()) options.reserve(usual_options);
    if (word == "--") {
      after_dashes = ++at;
      break;
    }
    if (syntax.skips_assignments && !is_option(word) && is_assignment(word)) {
      ++at;
    } else if (!is_option(word)) {
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

std::size_t ArgumentOptions::read_long(const CommandWords& argv, std::size_t at,
                                       const OptionSyntax& syntax) {
  const CommandWord word = argv[at];
  const std::size_t equals = word.text.find('=');
  if (options.size() >= most_options) return at + 1;
  const LongName found = long_name(word.text.substr(0, equals), syntax);
  ArgumentOption& option = options.emplace_back();
  option.name = found.name;
  option.at = at;
  if (equals != std::string_view::npos) {
    option.value = part_of(word, equals + 1);
    option.value_at = at;
  } else if (found.takes_value && at + 1 < argv.size()) {
    option.value = argv[++at];
    option.value_at = at;
  }
  return at + 1;
}

// `-Rf`, `-oroot`, `-o root`.
std::size_t ArgumentOptions::read_letters(const CommandWords& argv,
                                          std::size_t at,
                                          const OptionSyntax& syntax) {
  const CommandWord word = argv[at];
  for (std::size_t index = 1; index < word.text.size(); ++index) {
    if (options.size() >= most_options) break;
    ArgumentOption& option = options.emplace_back();
    option.letter = word.text[index];
    option.at = at;
    if (syntax.letters_with_value.find(option.letter) == std::string::npos) {
      continue;
    }
    const bool attached = index + 1 < word.text.size();
    if (attached || at + 1 < argv.size()) {
      option.value = attached ? part_of(word, index + 1) : argv[++at];
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
  const auto found =
      std::find_if(options.rbegin(), options.rend(), [&](const auto& it) {
        return std::ranges::any_of(
            names, [&](std::string_view name) { return it.is(name); });
      });
  return found == options.rend() ? nullptr : &*found;
}

const CommandWord* ArgumentOptions::value(
    std::initializer_list<std::string_view> names) const {
  const ArgumentOption* option = find(names);
  return option != nullptr && option->value ? &*option->value : nullptr;
}

}  // namespace harden
