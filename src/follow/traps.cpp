// `trap`: what it runs may run at any time, or when the shell ends.
#include <algorithm>
#include <utility>

#include "base/text/word_lists.h"
#include "follow/follower.h"

namespace harden {

// `trap COMMANDS SIGNAL …`; `trap - SIGNAL …` and `trap SIGNAL` take it back.
void Follower::trap(const shell::Command& it,
                    const std::vector<FieldValue>& fields, ShellState& state) {
  state.status = true;
  std::size_t at = 1;
  if (at < fields.size() && fields[at].value.text == "--") ++at;
  if (at >= fields.size() || fields[at].value.text == "-p" ||
      fields[at].value.text == "-l") {
    return;
  }
  const Value text =
      at + 1 < fields.size() ? fields[at++].value : Value::of("-");
  const bool ignores = text.known && (text.text == "-" || text.text.empty());
  state.traps = state.traps || !ignores || text.text.empty();
  for (; at < fields.size(); ++at) {
    const Value& signal = fields[at].value;
    const bool at_exit =
        is_one_of(signal.text, {"EXIT", "0", "exit", "Exit"}) || !signal.known;
    if (ignores) continue;
    const bool is_new =
        std::ranges::none_of(at_exit_, [&](const AtExit& other) {
          return other.context.source == context_.source && other.text == text;
        });
    if (at_exit && is_new) at_exit_.push_back({context_, text});
    if (!at_exit || !signal.known) handler(it, text, state);
  }
}

// It is followed where it is set, with variables that nobody knows; and what it
// assigns may be assigned whenever the signal comes.
void Follower::handler(const shell::Command& it, const Value& text,
                       ShellState& state) {
  if (!text.certain()) {
    return add_untold(it.span,
                      "runs on a signal what the script does not tell");
  }
  ShellState own = state;
  own.forget_all();
  auto loops = std::exchange(loops_, {});
  auto calls = std::exchange(calls_, {});
  follow_here(it, text.text, own, false);
  loops_ = std::move(loops);
  calls_ = std::move(calls);
  state.variables.pin_assigned(own.variables);
  state.functions.merge(own.functions);
}

// What shells run at their end, which may come at any time: a signal ends them,
// or a command that fails under `set -e`.
void Follower::run_at_exit() {
  for (std::size_t i = 0; i < at_exit_.size(); ++i) {
    const AtExit each = at_exit_[i];
    const Within within(*this, each.context);
    if (!each.text.certain()) {
      add_untold(context_.command, "runs at its end what it does not tell");
      continue;
    }
    ShellState own;
    own.forget_all();
    own.functions = all_functions_;
    loops_.clear();
    calls_.clear();
    shell::Command here;
    here.span = context_.command;
    follow_here(here, each.text.text, own, true);
  }
}

}  // namespace harden
