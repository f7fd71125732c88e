// Where the script starts the program of the container, and as whom.
#include <algorithm>
#include <utility>

#include "base/text/paths.h"
#include "command/wrappers.h"
#include "follow/follower.h"
#include "knowledge/programs.h"
#include "shell/parse_script.h"

namespace harden {
namespace {

constexpr int most_restarts = 3;

HandOver::As account_of(const StepDownCall& call) {
  if (call.to_root) return HandOver::As::root;
  return call.known ? HandOver::As::account : HandOver::As::unknown;
}

std::vector<Field> rest_of(const std::vector<Field>& argv, std::size_t from) {
  return {
      argv.begin() + static_cast<std::ptrdiff_t>(std::min(from, argv.size())),
      argv.end()};
}

// Arguments that differ from path to path are known on none.
void keep_common(const std::vector<Field>& other, std::vector<Field>& argv) {
  if (argv.empty() || other.empty()) return;
  for (std::size_t i = 1; i < argv.size(); ++i) {
    const bool same =
        i < other.size() && other[i].known && other[i].value == argv[i].value;
    if (!same) argv[i].known = false;
  }
  if (argv.size() >= other.size()) return;
  argv.push_back(other[argv.size()]);
  argv.back().known = false;
}

}  // namespace

std::optional<std::size_t> Follower::behind_this_script(
    const std::vector<Field>& argv) const {
  std::size_t at = 0;
  if (argv.size() > 1 && may_be_shell(argv[0].value)) at = 1;
  if (at >= argv.size() || !argv[at].known) return std::nullopt;
  const std::string& program = argv[at].value;
  const bool same = program == surroundings_.script ||
                    (program.find('/') == std::string::npos &&
                     program == base_name(surroundings_.script));
  return same ? std::optional(at + 1) : std::nullopt;
}

// `exec dumb-init /bin/sh "$0" more`: it goes on at its first line, as root.
void Follower::start_again(const shell::Command& it,
                           std::vector<FieldValue> arguments,
                           ShellState& state) {
  if (++restarts_ > most_restarts) {
    lose(it.span, "it starts itself again and again");
    return;
  }
  ShellState own;
  own.folder = state.folder;
  own.arguments = std::move(arguments);
  Context context;
  context.source = &sources_.front();
  const Within within(*this, context);
  auto functions = std::exchange(functions_, {});
  auto loops = std::exchange(loops_, {});
  auto calls = std::exchange(calls_, {});
  list(context.source->tree.commands, own, true);
  functions_ = std::move(functions);
  loops_ = std::move(loops);
  calls_ = std::move(calls);
  if (own.live) result_.may_end = true;
}

// The words of `su -c LINE` when the line is one plain command, else the line.
std::vector<Field> Follower::words_of_line(const Field& line) {
  std::vector<Field> result{line};
  if (!line.known) return result;
  const shell::Script script = shell::parse_script(line.value);
  if (script.commands.size() != 1 || script.commands[0].pipelines.size() != 1 ||
      script.commands[0].pipelines[0].commands.size() != 1) {
    return result;
  }
  const auto* simple =
      script.commands[0].pipelines[0].commands[0].as<shell::Simple>();
  if (simple == nullptr || simple->words.empty()) return result;
  result.clear();
  for (const shell::Word& word : simple->words) {
    result.push_back(
        {word.value(line.value), word.literal(), false, line.span});
  }
  if (result.size() > 1 && result.front().value == "exec") {
    result.erase(result.begin());
  }
  return result;
}

void Follower::set_program(HandOver& it, std::vector<Field> argv, ShellState&) {
  argv = rest_of(argv, behind_wrappers(argv));
  it.as = surroundings_.root ? HandOver::As::root : HandOver::As::account;
  if (const auto call = argv.empty() ? std::nullopt : step_down_call(argv)) {
    it.step_down = call;
    it.as = account_of(*call);
    argv = rest_of(argv, call->command);
    if (call->shell_line && !argv.empty()) argv = words_of_line(argv.front());
    argv = rest_of(argv, behind_wrappers(argv));
  }
  it.again = behind_this_script(argv).has_value();
  it.argv = std::move(argv);
}

void Follower::hand_over(const shell::Command& it, HandOver::Form form,
                         std::vector<FieldValue> fields, ShellState& state) {
  if (fields.empty()) return;
  HandOver result;
  result.form = form;
  result.place = place_of(it.span);
  result.program = place_of(fields.front().span).span;
  result.in_subshell = context_.in_subshell;
  set_program(result, to_fields(fields), state);
  state.live = false;
  if (context_.called) {
    // A script that is called, not the one that is followed.
    result_.ran.push_back(result.place);
    if (result.as != HandOver::As::account) {
      add_acts(it.span, meaning_of(to_fields(fields), state.folder).acts);
    }
    return;
  }
  if (!result.step_down) {
    const std::size_t first = behind_wrappers(to_fields(fields));
    fields.erase(fields.begin(),
                 fields.begin() + static_cast<std::ptrdiff_t>(first));
    if (const auto behind = behind_this_script(to_fields(fields))) {
      fields.erase(fields.begin(),
                   fields.begin() + static_cast<std::ptrdiff_t>(*behind));
      return start_again(it, std::move(fields), state);
    }
    ShellState own = state;
    own.live = true;
    if (!fields.empty() && called_script(fields, own, true)) {
      if (own.live) result_.may_end = true;
      return;
    }
  }
  result_.traps =
      result_.traps || (form == HandOver::Form::last && state.traps);
  result_.starts_itself = result_.starts_itself || result.again;
  record(std::move(result));
}

// The program runs in the background, where it is as root as the script.
void Follower::keep_alive(const shell::Command& it,
                          const std::vector<FieldValue>& fields,
                          ShellState& state) {
  if (result_.ran.empty() && result_.services.empty()) {
    return hand_over(it, HandOver::Form::last, fields, state);
  }
  for (const Place& place : std::exchange(result_.ran, {})) {
    add_service(place);
  }
  state.live = false;
}

// One command may be reached on several paths: as root on any is as root.
void Follower::record(HandOver it) {
  const auto known =
      std::find_if(result_.hand_overs.begin(), result_.hand_overs.end(),
                   [&](const HandOver& other) {
                     return other.place.file == it.place.file &&
                            other.place.span == it.place.span;
                   });
  if (known == result_.hand_overs.end()) {
    result_.hand_overs.push_back(std::move(it));
  } else if (it.as != HandOver::As::account) {
    if (known->as == it.as) keep_common(known->argv, it.argv);
    *known = std::move(it);
  }
}

}  // namespace harden
