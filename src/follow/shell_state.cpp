#include "follow/shell_state.h"

#include <algorithm>
#include <utility>

namespace harden {
namespace {

void merge_arguments(std::vector<FieldValue>& to,
                     const std::vector<FieldValue>& from) {
  if (std::equal(to.begin(), to.end(), from.begin(), from.end(), same)) return;
  if (to.size() != from.size()) {
    Value any = Value::unknown("$@");
    const auto told = [](const FieldValue& it) { return is_told(it.value); };
    if (std::ranges::all_of(to, told) && std::ranges::all_of(from, told)) {
      any.origin = Value::Origin::told;
    }
    to = {{std::move(any), true, {}}};
    return;
  }
  for (std::size_t i = 0; i < to.size(); ++i) {
    if (same(to[i], from[i])) continue;
    const bool any = to[i].any_number || from[i].any_number;
    to[i] = {
        either_of(&to[i].value, &from[i].value, "$" + std::to_string(i + 1)),
        any,
        {}};
  }
}

}  // namespace

ShellState ShellState::dead() {
  ShellState result;
  result.live = false;
  return result;
}

void ShellState::forget_arguments() {
  arguments = {{Value::unknown("$@"), true, {}}};
}

void ShellState::forget_all() {
  variables.forget();
  forget_arguments();
  folder.reset();
  status.reset();
}

bool ShellState::same_as(const ShellState& other) const {
  return live == other.live && variables == other.variables &&
         functions == other.functions && folder == other.folder &&
         traps == other.traps && locals == other.locals &&
         any_function == other.any_function &&
         std::equal(arguments.begin(), arguments.end(), other.arguments.begin(),
                    other.arguments.end(), same);
}

void merge_into(ShellState& state, ShellState other) {
  if (!other.live) return;
  if (!state.live) {
    state = std::move(other);
    return;
  }
  state.variables.merge(other.variables);
  merge_arguments(state.arguments, other.arguments);
  if (state.folder != other.folder) state.folder.reset();
  if (state.status != other.status) state.status.reset();
  state.traps = state.traps || other.traps;
  state.functions.merge(other.functions);
  std::erase_if(state.locals, [&](const std::string& it) {
    return !other.locals.contains(it);
  });
  state.any_function = state.any_function || other.any_function;
}

}  // namespace harden
