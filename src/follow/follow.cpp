// The control flow of a script: both branches where nobody knows, and what
// they have in common behind them.
#include "follow/follow.h"

#include <algorithm>
#include <utility>

#include "base/text/paths.h"
#include "base/text/word_lists.h"
#include "follow/follower.h"
#include "shell/shell_script.h"

namespace harden {

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
    state.arguments.push_back({either_of(nullptr, nullptr, "$@"), true, {}});
  }
  Context context;
  context.source = &source;
  context.place.reset();
  surroundings_.shell =
      input_.shell.empty() ? source.tree.interpreter : input_.shell;
  // It may change itself while it runs.
  if (!surroundings_.script.empty()) {
    const auto line = static_cast<std::uint32_t>(
        std::min(source.text.find('\n'), source.text.size()));
    files_run_.push_back({{0, {0, line}}, {Field{surroundings_.script}}});
  }
  {
    const Within within(*this, context);
    top_ = &source.tree.commands;
    list(source.tree.commands, state, true);
    merge_into(state, std::exchange(given_up_, ShellState::dead()));
  }
  if (!at_exit_.empty()) {
    const Within within(*this, context);
    run_at_exit();
  }
  // `gosu app server & wait`
  if (result_.hand_overs.empty()) {
    for (HandOver& it : in_background_) record(std::move(it));
  }
  judge_ran();
  judge_written();
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
  for (std::size_t i = 0; i < list.size(); ++i) {
    if (top_ == &list && given_up_.live) {
      merge_into(state, std::exchange(given_up_, ShellState::dead()));
    }
    if (!state.live) continue;
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

// `find`, and what hands lines on as they are.
bool Follower::lists_files(const shell::Command& it, bool first) {
  const auto* words = it.as<shell::Simple>();
  if (words == nullptr || words->words.empty() || !it.redirections.empty()) {
    return false;
  }
  const std::string& text = context_.source->text;
  const std::string name = words->words[0].value(text);
  if (!is_one_of(name, {"find", "/usr/bin/find", "ls"})) {
    return !first && is_one_of(name, {"sort", "uniq", "head", "grep"});
  }
  bool listed = false;
  for (std::size_t i = 1; i < words->words.size(); ++i) {
    const std::string word = words->words[i].value(text);
    if (word.starts_with('-')) continue;
    // The others belong to options of find.
    if (listed) break;
    if (!expander_.list_folder(word)) return false;
    listed = true;
  }
  return listed;
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
  ShellState last = ShellState::dead();
  context.input_of_files = false;
  for (const shell::Command& each : it.commands) {
    const Within reading(*this, context);
    ShellState own = state;
    command(each, own, tail);
    last = std::move(own);
    const bool first = &each == &it.commands.front();
    context.input_of_files =
        (first || context.input_of_files) && lists_files(each, first);
  }
  if (has_lastpipe()) merge_into(state, std::move(last));
  state.status.reset();
}

// Where the last command of a pipeline runs in this shell.
bool Follower::has_lastpipe() const {
  const std::string_view name = base_name(surroundings_.shell);
  return shell_options_.contains("lastpipe") ||
         is_one_of(name, {"zsh", "ksh", "ksh93"});
}

void Follower::command(const shell::Command& it, ShellState& state, bool tail) {
  if (!going_on(it.span)) {
    state.live = false;
    return;
  }
  // Branches copy the state, so a large one costs more.
  steps_ += state.size() / 32;
  Context context = context_;
  context.command = it.span;
  const Within within(*this, context);
  std::optional<ShellState> before;
  if (may_not_begin(it, state)) before = state;
  const std::optional<ShellState> whole =
      surroundings_.may_be_bash() ? std::optional(state) : std::nullopt;
  if (const auto* words = it.as<shell::Simple>()) {
    simple(it, *words, state, tail);
  } else {
    redirections(it, state);
    compound(it, state, tail);
  }
  if (expander_.take_hidden()) {
    add_untold(it.span, "works out a text that may run commands");
  }
  if (expander_.take_failure() && whole) {
    ShellState given_up = *whole;
    given_up.status = false;
    merge_into(given_up_, std::move(given_up));
  }
  if (!before) return;
  before->status = false;
  merge_into(state, *std::move(before));
}

// A file that cannot be opened keeps the command from being run; the script
// goes on, but for `exec` outside of bash.
bool Follower::may_not_begin(const shell::Command& it,
                             const ShellState& state) {
  const auto* words = it.as<shell::Simple>();
  // `command &> file` of dash runs it in the background.
  if (!surroundings_.is_bash() &&
      std::ranges::any_of(it.redirections, [](const auto& each) {
        return each.op.starts_with("&>");
      })) {
    return true;
  }
  if (words != nullptr && !words->words.empty() && !surroundings_.is_bash() &&
      words->words[0].value(context_.source->text) == "exec") {
    return false;
  }
  return std::ranges::any_of(it.redirections, [&](const auto& each) {
    if (each.op.starts_with("<<") || each.op.ends_with('&')) return false;
    ShellState own = state;
    const Value path =
        expander_.value_of(each.target, context_.source->text, own);
    return !path.known || !path.text.starts_with("/dev/");
  });
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
    if (function->name == "command_not_found_handle") {
      add_untold(it.span, "handles commands that are not found");
    }
    state.functions.define(function->name, {context_.source, function});
    all_functions_.merge(state.functions);
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

Answer Follower::matches(const shell::Case::Item& item, const Value& subject,
                         ShellState& state) {
  StepBudget& budget = expander_.pattern_budget();
  if (budget.exhausted()) return std::nullopt;
  const bool any_case = shell_options_.contains("nocasematch");
  Answer result = false;
  for (const shell::Word& word : item.patterns) {
    const auto pattern =
        expander_.pattern_of(word, context_.source->text, state);
    Answer one;
    if (word.literal() && word.parts.size() == 1 && word.parts[0].text == "*" &&
        !word.parts[0].quoted) {
      one = true;
    } else if (pattern && subject.certain() && !any_case) {
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

Followed follow_script(const FollowInput& input) {
  return Follower(input).run();
}

}  // namespace harden
