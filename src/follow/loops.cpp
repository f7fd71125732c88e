// Loops: by rounds where each is known, else until another changes nothing.
#include <algorithm>
#include <utility>

#include "follow/arithmetic.h"
#include "follow/follower.h"

namespace harden {
namespace {

// Beyond it nobody knows what the loop has changed.
constexpr int most_rounds = 100;

}  // namespace

// One time through condition and body; who leaves the loop goes to `after`.
void Follower::loop_round(const shell::Loop& it, Loop& loop, ShellState& state,
                          ShellState& after) {
  list(it.condition, state, false);
  if (!state.live) return;
  const Answer goes_on = it.until ? opposite(state.status) : state.status;
  if (goes_on == false) {
    merge_into(after, std::exchange(state, ShellState::dead()));
    return;
  }
  if (!goes_on) merge_into(after, state);
  list(it.body, state, false);
  merge_into(state, std::exchange(loop.continued, ShellState::dead()));
}

void Follower::loop(const shell::Loop& it, ShellState& state) {
  Loop frame;
  loops_.push_back(&frame);
  ShellState after = ShellState::dead();
  const std::size_t ran = result_.ran.size();
  for (int round = 0; state.live; ++round) {
    if (round == most_rounds) {
      state.forget_all();
      forget_loop(it, frame, after);
      break;
    }
    const ShellState before = state;
    loop_round(it, frame, state, after);
    if (!state.live) break;
    // Where nobody knows how often, what it changes is not known either, and
    // another round with that may change more.
    if (after.live || frame.left.live) merge_into(state, before);
    state.status = before.status;
    if (state.same_as(before)) break;  // as `while true` for ever
  }
  loops_.pop_back();
  state = std::move(after);
  merge_into(state, std::move(frame.left));
  state.status.reset();
  if (!state.live) keep_running(ran);
}

// It changes something in each round: whatever it changes, one more round sees
// all of it.
void Follower::forget_loop(const shell::Loop& it, Loop& loop,
                           ShellState& after) {
  ShellState any;
  any.forget_all();
  for (int round = 0; round < 2 && any.live; ++round) {
    ShellState own = any;
    loop_round(it, loop, own, after);
    merge_into(any, std::move(own));
  }
  merge_into(after, std::move(any));
}

// `while true; do server; done`: what it runs is what the container is for, and
// as root as the script.
void Follower::keep_running(std::size_t first) {
  auto& ran = result_.ran;
  for (std::size_t i = first; i < ran.size(); ++i) {
    add_service(ran[i]);
  }
  ran.resize(std::min(first, ran.size()));
}

void Follower::for_round(const shell::For& it, Value value, ShellState& state) {
  if (const auto refers = namerefs_.find(it.variable);
      refers != namerefs_.end()) {
    // It refers to each of the words.
    refers->second.insert("");
    state.variables.forget();
  }
  if (!it.variable.empty()) {
    set_variable(it.variable, std::move(value), state);
  }
  list(it.body, state, false);
  merge_into(state,
             std::exchange(loops_.back()->continued, ShellState::dead()));
}

void Follower::for_each(const shell::For& it, ShellState& state) {
  std::vector<FieldValue> fields;
  if (it.words) {
    for (const shell::Word& word : *it.words) {
      expander_.add_fields(word, context_.source->text, state, fields);
    }
  } else {
    fields = state.arguments;
  }
  const bool counted = !it.select && (it.words || !it.variable.empty()) &&
                       fields.size() <= static_cast<std::size_t>(most_rounds) &&
                       std::ranges::none_of(fields, &FieldValue::any_number);
  Loop frame;
  loops_.push_back(&frame);
  if (counted) {
    for (FieldValue& field : fields) {
      if (!state.live) break;
      for_round(it, std::move(field.value), state);
    }
  } else {
    const bool files =
        !fields.empty() && std::ranges::all_of(fields, [](const auto& field) {
          return field.value.origin == Value::Origin::files;
        });
    Value each = Value::unknown("$" + it.variable);
    if (files) each.origin = Value::Origin::files;
    uncounted_rounds(it, each, state);
  }
  loops_.pop_back();
  merge_into(state, std::move(frame.left));
  state.status.reset();
}

// None, one or several, until another changes nothing.
void Follower::uncounted_rounds(const shell::For& it, const Value& value,
                                ShellState& state) {
  if (it.variable.empty()) {  // `for ((n = 0; …))`
    const std::string numbers = words_of(it.numbers);
    expander_.take_effects(numbers, state);
    for (std::size_t at = 0; at < numbers.size();) {
      const std::size_t end = std::min(numbers.find(';', at), numbers.size());
      evaluate_arithmetic(std::string_view(numbers).substr(at, end - at),
                          expander_, state);
      at = end + 1;
    }
    state.variables.forget();
  }
  for (int round = 0; state.live; ++round) {
    if (round == most_rounds) return state.forget_all();
    const ShellState before = state;
    ShellState own = state;
    for_round(it, value, own);
    merge_into(state, std::move(own));
    if (state.same_as(before)) return;
  }
}

}  // namespace harden
