// Words that the script leaves open: whether a user, the script or a file says
// what they are.
#include <algorithm>

#include "base/text/ascii.h"
#include "follow/follower.h"

namespace harden {

namespace {

// The variable that is all of a word, as written: `"$NAME"`, `${NAME[@]}`.
std::string_view only_variable(std::string_view word) {
  if (word.starts_with('"') && word.ends_with('"') && word.size() > 1) {
    word = word.substr(1, word.size() - 2);
  }
  if (!word.starts_with('$')) return {};
  word.remove_prefix(1);
  if (word.starts_with('{') && word.ends_with('}')) {
    word = word.substr(1, word.size() - 2);
    if (word.ends_with("[@]") || word.ends_with("[*]")) word.remove_suffix(3);
  }
  const bool arguments = word == "@" || word == "*";
  return arguments || std::ranges::all_of(word, is_word) ? word
                                                         : std::string_view();
}

}  // namespace

bool has_plain_name(std::string_view word) {
  if (word.ends_with('"')) word.remove_suffix(1);
  const std::size_t slash = word.rfind('/');
  if (slash == std::string_view::npos) return false;
  const std::string_view name = word.substr(slash + 1);
  return !name.empty() && !names_elevation(name) &&
         std::ranges::all_of(name, [](char c) {
           return is_word(c) ||
                  std::string_view("-. =,").find(c) != std::string_view::npos;
         });
}

// `. "$HOOK"`, which neither the script nor the image sets: who does so with
// `docker run -e` wants just that.
bool Follower::is_users(const Value& value, const ShellState& state) const {
  const std::string_view name = only_variable(value.text);
  if (value.known || name.empty() || is_digit(name[0]) || !is_word(name[0])) {
    return false;
  }
  if (state.variables.find(name) != nullptr) return false;
  return input_.environment == nullptr ||
         input_.environment->find(name).state != Binding::State::known;
}

// The same of a program, or it is one of the words that the script names.
bool Follower::is_told_word(const Value& word, const ShellState& state) const {
  const std::string_view name = only_variable(word.text);
  if (is_told(word)) return true;
  if (name.empty()) return has_plain_name(word.text);
  if (!is_word(name[0]) || is_digit(name[0])) {
    return std::ranges::all_of(state.arguments, [](const FieldValue& it) {
      return is_told(it.value);
    });
  }
  const Value* found = state.variables.find(name);
  return found == nullptr || is_told(*found);
}

// A command whose program the script does not tell.
void Follower::may_run_any(const shell::Command& it, const Value& program,
                           const ShellState& state) {
  if (program.known || is_users(program, state) ||
      has_plain_name(program.text)) {
    return;
  }
  if (surroundings_.root && program.origin == Value::Origin::files) {
    listed_run_.push_back(place_of(it.span));
    return;
  }
  if (!surroundings_.root && is_told_word(program, state)) return;
  add_untold(it.span, "starts a program that the script does not tell");
}

}  // namespace harden
