// The control flow of a script: both branches where nobody knows, and what
// they have in common behind them.
#include "follow/follow.h"

#include <algorithm>
#include <utility>

#include "follow/follower.h"
#include "shell/parse_script.h"

namespace harden {

// Rounds of a loop whose end is known; beyond it nothing new is learned.
constexpr int most_rounds = 100;

Follower::Follower(const FollowInput& input)
    : input_(input),
      surroundings_{input.environment, input.as_root, input.script.image_path},
      expander_(surroundings_, *this) {}

Followed Follower::run() {
  result_.files.push_back(input_.script);
  const Source& source = add_source(0, 0, input_.script.text);
  ShellState state;
  if (!input_.workdir.empty()) state.folder = input_.workdir;
  if (input_.arguments) {
    for (const std::string& it : *input_.arguments) {
      state.arguments.push_back({Value::of(it), false, {}});
    }
  } else {
    state.arguments.push_back({Value::unknown("$@"), true, {}});
  }
  Context context;
  context.source = &source;
  surroundings_.shell = source.tree.interpreter;
  {
    const Within within(*this, context);
    list(source.tree.commands, state, true);
  }
  result_.may_end = (result_.may_end || state.live) && !result_.lost;
  return std::move(result_);
}

namespace {

// `exit`, `exit 0`, `exit $?`; not `exit 1`, before which stands what failed.
bool is_exit(const shell::AndOr& it) {
  if (it.pipelines.size() != 1 || it.pipelines[0].commands.size() != 1) {
    return false;
  }
  const auto* simple = it.pipelines[0].commands[0].as<shell::Simple>();
  if (simple == nullptr || simple->words.empty()) return false;
  const auto& words = simple->words;
  if (!words[0].literal() || words[0].parts.front().text != "exit") {
    return false;
  }
  return words.size() == 1 || !words[1].literal() ||
         words[1].parts.front().text == "0";
}

// Whether nothing but `exit` stands behind this command of the list.
bool only_exits_behind(const shell::List& list, std::size_t at) {
  return std::all_of(list.begin() + static_cast<std::ptrdiff_t>(at) + 1,
                     list.end(), is_exit);
}

}  // namespace

void Follower::list(const shell::List& list, ShellState& state, bool tail) {
  for (std::size_t i = 0; i < list.size() && state.live; ++i) {
    if (!going_on(list[i].span)) {
      state.live = false;
      return;
    }
    // `nginx; exit` ends the script wherever it stands.
    const bool exits =
        i + 1 < list.size() && !context_.in_subshell && !context_.called;
    const bool last = (tail || exits) && only_exits_behind(list, i);
    if (!list[i].background) {
      and_or(list[i], state, last);
      continue;
    }
    Context context = context_;
    context.in_subshell = context.in_background = true;
    const Within within(*this, context);
    ShellState own = state;
    and_or(list[i], own, false);
    state.status = true;
  }
}

void Follower::and_or(const shell::AndOr& it, ShellState& state, bool tail) {
  const std::size_t count = it.pipelines.size();
  for (std::size_t i = 0; i < count && state.live; ++i) {
    const bool last = tail && i + 1 == count;
    if (i == 0) {
      pipeline(it.pipelines[i], state, last);
      continue;
    }
    const bool on_success = it.joins[i - 1] == shell::AndOr::Join::both;
    if (!state.status) {
      ShellState taken = state;
      pipeline(it.pipelines[i], taken, last);
      merge_into(state, std::move(taken));
    } else if (*state.status == on_success) {
      pipeline(it.pipelines[i], state, last);
    }
  }
}

void Follower::pipeline(const shell::Pipeline& it, ShellState& state,
                        bool tail) {
  if (it.commands.size() == 1) {
    command(it.commands[0], state, tail);
    if (it.negated) state.status = opposite(state.status);
    return;
  }
  Context context = context_;
  context.in_subshell = true;
  const Within within(*this, context);
  for (const shell::Command& command_of_it : it.commands) {
    ShellState own = state;
    command(command_of_it, own, tail);
  }
  state.status.reset();
}

void Follower::command(const shell::Command& it, ShellState& state, bool tail) {
  if (!going_on(it.span)) {
    state.live = false;
    return;
  }
  const Within within(*this, context_);
  if (const auto* words = it.as<shell::Simple>()) {
    simple(it, *words, state, tail);
    return;
  }
  redirections(it, state);
  compound(it, state, tail);
}

void Follower::compound(const shell::Command& it, ShellState& state,
                        bool tail) {
  if (const auto* opaque = it.as<shell::Opaque>()) {
    lose(it.span, "this is not understood: " + opaque->because);
    state.live = false;
  } else if (const auto* group = it.as<shell::Group>()) {
    list(group->body, state, tail);
  } else if (const auto* inner = it.as<shell::Subshell>()) {
    subshell(inner->body, state, tail);
  } else if (const auto* branches = it.as<shell::If>()) {
    conditional(*branches, state, tail);
  } else if (const auto* rounds = it.as<shell::Loop>()) {
    loop(*rounds, state);
  } else if (const auto* each = it.as<shell::For>()) {
    for_each(*each, state);
  } else if (const auto* cases = it.as<shell::Case>()) {
    choose(*cases, state, tail);
  } else if (const auto* function = it.as<shell::Function>()) {
    define(*function);
    state.status = true;
  } else if (const auto* test = it.as<shell::Test>()) {
    state.status = extended_test(*test, state);
  } else if (const auto* arithmetic = it.as<shell::Arithmetic>()) {
    state.status = arithmetic_test(arithmetic->inner, state);
  }
}

void Follower::subshell(const shell::List& body, ShellState& state, bool tail) {
  Context context = context_;
  context.in_subshell = true;
  const Within within(*this, context);
  ShellState own = state;
  list(body, own, tail);
  state.status = own.live ? own.status : std::nullopt;
}

void Follower::conditional(const shell::If& it, ShellState& state, bool tail) {
  ShellState after = ShellState::dead();
  for (const auto& [condition, body] : it.branches) {
    list(condition, state, false);
    const Answer answer = state.status;
    if (!state.live || answer == false) continue;
    ShellState taken =
        answer ? std::exchange(state, ShellState::dead()) : state;
    list(body, taken, tail);
    merge_into(after, std::move(taken));
    if (!state.live) break;
  }
  if (state.live) {
    state.status = true;
    if (it.otherwise) list(*it.otherwise, state, tail);
  }
  merge_into(state, std::move(after));
}

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
  int unknown_rounds = 0;
  for (int round = 0; state.live && round < most_rounds; ++round) {
    const ShellState before = state;
    loop_round(it, frame, state, after);
    if (!state.live) break;
    // Where nobody knows how often, what it changes is not known either; two
    // more rounds with that have seen everything.
    if (after.live || frame.left.live) {
      merge_into(state, before);
      if (++unknown_rounds == 3) break;
    } else if (round == 3 && state.variables == before.variables) {
      break;  // `while true`
    }
  }
  loops_.pop_back();
  state = std::move(after);
  merge_into(state, std::move(frame.left));
  state.status.reset();
  if (!state.live) keep_running(ran);
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
  if (!it.variable.empty()) {
    state.variables.set(it.variable, std::move(value));
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
  const bool counted =
      !it.select && (it.words || !it.variable.empty()) &&
      fields.size() <= static_cast<std::size_t>(most_rounds) &&
      std::none_of(fields.begin(), fields.end(), [](const FieldValue& field) {
        // `*.sh` is as many words as there are files.
        return field.any_number ||
               field.value.text.find_first_of("*?[") != std::string::npos;
      });
  Loop frame;
  loops_.push_back(&frame);
  if (counted) {
    for (FieldValue& field : fields) {
      if (!state.live) break;
      for_round(it, std::move(field.value), state);
    }
  } else {
    for (int round = 0; round < 3; ++round) {
      ShellState own = state;
      for_round(it, Value::unknown("$" + it.variable), own);
      merge_into(state, std::move(own));
    }
  }
  loops_.pop_back();
  merge_into(state, std::move(frame.left));
  state.status.reset();
}

Answer Follower::matches(const shell::Case::Item& item, const Value& subject,
                         ShellState& state) {
  StepBudget& budget = expander_.pattern_budget();
  if (budget.exhausted()) return std::nullopt;
  Answer result = false;
  for (const shell::Word& word : item.patterns) {
    const auto pattern =
        expander_.pattern_of(word, context_.source->text, state);
    Answer one;
    if (word.literal() && word.parts.size() == 1 && word.parts[0].text == "*" &&
        !word.parts[0].quoted) {
      one = true;
    } else if (pattern && subject.certain()) {
      one = pattern->matches(subject.text, budget);
    }
    result = either(result, one);
  }
  return result;
}

void Follower::choose(const shell::Case& it, ShellState& state, bool tail) {
  const Value subject =
      expander_.value_of(it.subject, context_.source->text, state);
  ShellState after = ShellState::dead();
  ShellState falling = ShellState::dead();
  // Those that are passed by cost as well.
  expander_.pattern_budget().spend(it.items.size());
  for (const shell::Case::Item& item : it.items) {
    const Answer match = state.live ? matches(item, subject, state) : false;
    ShellState taken = std::exchange(falling, ShellState::dead());
    if (match != false) {
      merge_into(taken,
                 match ? std::exchange(state, ShellState::dead()) : state);
    }
    if (!taken.live) continue;
    list(item.body, taken, tail);
    switch (item.end) {
      case shell::Case::End::leave:
        merge_into(after, std::move(taken));
        break;
      case shell::Case::End::fall_through:
        falling = std::move(taken);
        break;
      case shell::Case::End::test_next:
        merge_into(state, std::move(taken));
        break;
    }
  }
  merge_into(state, std::move(falling));
  merge_into(state, std::move(after));
}

void Follower::define(const shell::Function& it) {
  functions_.insert_or_assign(it.name, Procedure{context_.source, &it});
}

Followed follow_script(const FollowInput& input) {
  return Follower(input).run();
}

}  // namespace harden
