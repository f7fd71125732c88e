// `trap`: what it runs may run at any time, or when the shell ends.
#include <utility>

#include "base/text/one_of.h"
#include "follow/follower.h"

namespace harden::script {

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
    if (at_exit && signal.known) state.at_exit.clear();
    if (ignores) continue;
    if (at_exit) state.at_exit.push_back(text);
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
  own.at_exit.clear();
  auto loops = std::exchange(loops_, {});
  auto calls = std::exchange(calls_, {});
  follow_here(it, text.text, own, false);
  loops_ = std::move(loops);
  calls_ = std::move(calls);
  state.variables.pin_assigned(own.variables);
  state.functions.merge(own.functions);
}

// What the shell runs at its end, as the last thing.
void Follower::run_at_exit(ShellState state) {
  if (!state.live) return;
  const auto commands = std::exchange(state.at_exit, {});
  for (const Value& it : commands) {
    if (!it.certain()) {
      add_untold(context_.command, "runs at its end what it does not tell");
      continue;
    }
    ShellState own = state;
    own.status.reset();
    auto loops = std::exchange(loops_, {});
    auto calls = std::exchange(calls_, {});
    shell::Command here;
    here.span = context_.command;
    follow_here(here, it.text, own, true);
    loops_ = std::move(loops);
    calls_ = std::move(calls);
  }
}

}  // namespace harden::script
