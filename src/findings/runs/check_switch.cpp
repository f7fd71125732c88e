#include "findings/runs/check_switch.h"

#include <algorithm>
#include <bit>
#include <map>
#include <string>
#include <utility>

#include "base/text/ascii.h"
#include "base/text/word_index.h"

namespace harden::rule {
namespace {

using Kind = CheckOption::Kind;

template <std::size_t N>
bool is_any_case_of(std::string_view value,
                    const std::string_view (&words)[N]) {
  return std::ranges::any_of(
      words, [&](auto word) { return equals_ignoring_case(word, value); });
}

// `python3 -m pip` is pip.
std::string_view program_of(const Call& call) {
  const std::string_view program = unversioned(call.program);
  const bool module =
      program == "python" && call.argv.size() > 2 && call.argv[1].value == "-m";
  return module ? unversioned(call.argv[2].value) : program;
}

bool fits(std::string_view value, bool off) {
  return off ? is_off(value) : is_on(value);
}

class SwitchSearch {
 public:
  SwitchSearch(const Call& call, const CheckOption& row,
               std::string_view value_letters, CheckSwitches& found)
      : argv_(call.argv),
        row_(row),
        value_letters_(value_letters),
        found_(found) {}

  void run() {
    for (std::size_t i = 1; i < argv_.size(); ++i) {
      const std::string_view word = argv_[i].value;
      switch (row_.kind) {
        case Kind::flag:
          if (!word.starts_with('-')) break;
          if (row_.option.size() == 2) {
            i = letters(i, word);
          } else if (word == row_.option || is_true(word)) {
            found_.push_back({i, i, {}, true});
          }
          break;
        case Kind::with_value:
          if (!word.starts_with('-')) break;
          i = with_value(i, word);
          break;
        case Kind::setting_off:
        case Kind::setting_on:
          setting(i, word);
          break;
        case Kind::words_off:
        case Kind::words_on:
          words(i, word);
          break;
      }
    }
  }

 private:
  // `--insecure=true`.
  bool is_true(std::string_view word) const {
    return word.starts_with(row_.option) &&
           word.substr(row_.option.size()).starts_with('=') &&
           is_on(word.substr(row_.option.size() + 1));
  }

  // Returns the last word that belongs to it.
  std::size_t letters(std::size_t at, std::string_view word) {
    if (word.size() < 2 || word[0] != '-' || word[1] == '-') return at;
    for (std::size_t i = 1; i < word.size(); ++i) {
      if (word[i] == row_.option[1]) {
        const bool alone = word.size() == 2;
        const auto offset = static_cast<std::uint32_t>(i);
        found_.push_back({at, at, alone ? std::nullopt : std::optional(offset),
                          argv_[at].known});
        return at;
      }
      if (value_letters_.find(word[i]) != std::string_view::npos) {
        return i + 1 == word.size() ? at + 1 : at;
      }
    }
    return at;
  }

  std::size_t with_value(std::size_t at, std::string_view word) {
    if (word == row_.option && at + 1 < argv_.size()) {
      found_.push_back({at, at + 1, {}, true});
      return at + 1;
    }
    const bool attached = word.starts_with(row_.option) &&
                          word.substr(row_.option.size()).starts_with('=');
    if (attached) found_.push_back({at, at, {}, true});
    return at;
  }

  // `-o NAME=off`, `-oNAME=off`, `--setopt=repo.NAME=off`.
  void setting(std::size_t at, std::string_view word) {
    const std::size_t equals = word.rfind('=');
    if (equals == std::string_view::npos) return;
    const bool off = row_.kind == Kind::setting_off;
    if (!fits(word.substr(equals + 1), off)) return;
    if (!ends_in_name(word.substr(0, equals))) return;
    const bool own_word = !word.starts_with('-');
    const bool behind_option =
        own_word && at > 1 && argv_[at - 1].value.starts_with('-') &&
        argv_[at - 1].value.find('=') == std::string::npos;
    found_.push_back(
        {behind_option ? at - 1 : at, at, {}, !own_word || behind_option});
  }

  bool ends_in_name(std::string_view left) const {
    const std::size_t size = row_.option.size();
    return left.size() >= size &&
           equals_ignoring_case(left.substr(left.size() - size), row_.option);
  }

  // `config set strict-ssl false`, `config set strict-ssl=false`.
  void words(std::size_t at, std::string_view word) {
    const bool off = row_.kind == Kind::words_off;
    if (equals_ignoring_case(word, row_.option)) {
      if (at + 1 < argv_.size() && fits(argv_[at + 1].value, off)) {
        found_.push_back({at, at + 1, {}, false});
      }
      return;
    }
    const std::size_t equals = word.find('=');
    if (equals == std::string_view::npos) return;
    std::string_view name = word.substr(0, equals);
    const bool option = name.starts_with("--");
    if (option) name.remove_prefix(2);
    const bool same = equals_ignoring_case(name, row_.option);
    if (same && fits(word.substr(equals + 1), off)) {
      found_.push_back({at, at, {}, option || argv_[at - 1].value == "-c"});
      if (!option && argv_[at - 1].value == "-c") found_.back().first = at - 1;
    }
  }

  std::span<const ShellWord> argv_;
  const CheckOption& row_;
  std::string_view value_letters_;
  CheckSwitches& found_;
};

}  // namespace

std::string_view value_letters(std::string_view program) {
  const auto found = std::ranges::find(lists::login_options, program,
                                       &lists::LoginOption::program);
  return found == lists::login_options.end() ? std::string_view()
                                             : found->letters_with_value;
}

bool is_off(std::string_view value) {
  constexpr std::string_view words[] = {"false", "0", "no", "off", "never"};
  return is_any_case_of(value, words);
}

bool is_on(std::string_view value) {
  constexpr std::string_view words[] = {"true", "1", "yes", "on"};
  return is_any_case_of(value, words);
}

SwitchTable::SwitchTable(std::span<const CheckOption> rows) {
  std::map<std::string_view, std::vector<const CheckOption*>> by_program;
  for (const CheckOption& row : rows) {
    std::string_view names = row.programs;
    while (!names.empty()) {
      const std::size_t blank = std::min(names.find(' '), names.size());
      by_program[names.substr(0, blank)].push_back(&row);
      names.remove_prefix(std::min(blank + 1, names.size()));
    }
  }
  for (auto& [name, of_program] : by_program) {
    programs_.push_back({name, std::move(of_program)});
  }
  slots_.resize(std::bit_ceil(2 * programs_.size()));
  fill_slots(slots_, programs_, &Program::name);
}

CheckSwitches SwitchTable::find_in(const Call& call) const {
  CheckSwitches found;
  const NamedRows<Program, &Program::name> programs(programs_, slots_);
  const Program* program = programs.find(program_of(call));
  if (program == nullptr) return found;
  const std::string_view letters = value_letters(call.program);
  for (const CheckOption* it : program->rows) {
    SwitchSearch(call, *it, letters, found).run();
  }
  std::ranges::sort(found, {}, &CheckSwitch::first);
  return found;
}

}  // namespace harden::rule
