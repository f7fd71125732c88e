// Where the script starts the program of the container, and as whom.
#include <algorithm>
#include <utility>

#include "base/text/paths.h"
#include "base/text/word_lists.h"
#include "command/wrappers.h"
#include "follow/follower.h"
#include "knowledge/programs.h"
#include "shell/shell_script.h"

namespace harden {
namespace {

constexpr int most_restarts = 3;

// `gosu app gosu app …`
constexpr int most_tools = 8;

HandOver::As account_of(const StepDownCall& call) {
  if (call.to_root || call.keeps_capabilities) return HandOver::As::root;
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

// `gosu app sh -c 'sudo server'`, as far as words tell.
bool any_names_elevation(const std::vector<Field>& argv) {
  return std::ranges::any_of(
      argv, [](const Field& it) { return names_elevation(it.value); });
}

std::optional<std::size_t> Follower::behind_this_script(
    const std::vector<Field>& argv) const {
  std::size_t at = 0;
  if (argv.size() > 1 && may_be_shell(argv[0].value)) at = 1;
  if (at >= argv.size() || !argv[at].known || shells_ > 0) return std::nullopt;
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
  own.variables = state.variables.seen_by_programs();
  own.arguments = std::move(arguments);
  Context context;
  context.source = &sources_.front();
  context.place.reset();
  const Within within(*this, context);
  auto loops = std::exchange(loops_, {});
  auto calls = std::exchange(calls_, {});
  list(context.source->tree.commands, own, true);
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

namespace {

// sudo and its kind work for whoever calls them.
bool elevates(std::string_view tool) {
  return is_one_of(tool, {"sudo", "doas", "su", "runuser", "pkexec"});
}

}  // namespace

void Follower::set_program(HandOver& it, std::vector<Field> argv,
                           const ShellState& state) {
  const std::size_t program = behind_wrappers(argv);
  for (std::size_t i = 0; i < program && i < argv.size(); ++i) {
    it.behind_init =
        it.behind_init || (argv[i].known && is_init(argv[i].value));
  }
  argv = rest_of(argv, program);
  if (!argv.empty() && argv[0].known) files_run_.push_back({it.place, argv});
  it.as = surroundings_.root ? HandOver::As::root : HandOver::As::account;
  // `exec $prefix server`, where a file that nobody has read may have set it;
  // "$@" is left to what CMD says.
  if (!argv.empty() && !argv[0].known && state.variables.is_forgotten() &&
      surroundings_.root &&
      argv[0].value.find_first_of("@*") == std::string::npos) {
    it.as = HandOver::As::unknown;
  }
  bool elevated = false;
  for (int i = 0; i < most_tools && !argv.empty(); ++i) {
    const auto call = step_down_call(argv);
    if (!call) break;
    if (!it.step_down) it.step_down = call;
    if (!surroundings_.root && elevates(call->tool) &&
        (call->to_root || !call->known)) {
      add_untold(context_.command, {{}, "makes the account root again", true});
    }
    // Another user can't become root by gosu, which fails then.
    if (it.as != HandOver::As::account || i == 0) {
      it.as = account_of(*call);
    } else if (elevates(call->tool)) {
      it.as = HandOver::As::unknown;
    }
    argv = rest_of(argv, call->command);
    elevated = elevated || (call->shell_line && any_names_elevation(argv));
    if (call->shell_line && !argv.empty()) argv = words_of_line(argv.front());
    argv = rest_of(argv, behind_wrappers(argv));
  }
  if (it.as == HandOver::As::account && surroundings_.root &&
      (elevated || any_names_elevation(argv))) {
    it.as = HandOver::As::unknown;
  }
  if (it.step_down && !argv.empty() && argv[0].known && may_elevate()) {
    files_run_.push_back({it.place, argv});
  }
  it.again = behind_this_script(argv).has_value();
  it.argv = std::move(argv);
}

// `sh -c 'exec gosu app server'`: true when it steps down on every path.
bool Follower::shell_steps_down(const shell::Command& it,
                                const std::vector<FieldValue>& fields,
                                const ShellState& state) {
  auto before = std::exchange(result_.hand_overs, {});
  const bool ended = result_.may_end;
  ShellState own = state;
  own.live = true;
  const bool read = shell_call(it, fields, own, true);
  const bool steps_down = read && result_.hands_over_to_accounts();
  if (steps_down) {
    if (own.live) result_.may_end = true;
    auto found = std::exchange(result_.hand_overs, std::move(before));
    for (HandOver& each : found) record(std::move(each));
    return true;
  }
  result_.hand_overs = std::move(before);
  result_.may_end = ended;
  return false;
}

// Lines and scripts of shells, with the rights of the account.
void Follower::follow_account(const shell::Command& it, const HandOver& over,
                              const ShellState& state) {
  if (!surroundings_.root || over.as != HandOver::As::account || over.again ||
      !over.step_down) {
    return;
  }
  // `su app` starts a shell.
  const std::vector<Field> argv =
      over.argv.empty() ? std::vector<Field>{Field{"sh"}} : over.argv;
  const Field& program = argv.front();
  if (!program.known) {
    const Value word = Value::unknown(program.value);
    if (!is_told_word(word, state) && may_elevate()) {
      add_untold(it.span, "starts a program that the script does not tell");
    }
    return;
  }
  std::vector<FieldValue> fields;
  for (const Field& each : argv) {
    fields.push_back({{each.value, each.known}, each.any_number, each.span});
  }
  Followed before = std::exchange(result_, {});
  result_.files = std::move(before.files);
  const bool root = std::exchange(surroundings_.root, false);
  const std::size_t traps = at_exit_.size();
  const std::size_t ran = ran_.size();
  const std::size_t background = in_background_.size();
  ShellState own = state;
  own.live = true;
  if (!called_script(fields, own, true) && !shell_call(it, fields, own, true)) {
    repeated(it, fields, own);
    add_acts(it.span, meaning_of(argv, own.folder).acts);
  }
  if (result_.lost) {
    add_untold(it.span, "runs as the account what cannot be followed");
  }
  surroundings_.root = root;
  at_exit_.resize(traps);
  ran_.resize(ran);
  in_background_.resize(background);
  before.files = std::move(result_.files);
  for (Untold& each : result_.untold) before.untold.push_back(std::move(each));
  result_ = std::move(before);
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
  const Value& word = fields.front().value;
  if (form == HandOver::Form::last && state.any_function &&
      surroundings_.root && result.as == HandOver::As::account &&
      word.text.find('/') == std::string::npos) {
    // A function of this name may have been read in.
    result.as = HandOver::As::unknown;
  }
  state.live = false;
  const std::vector<FieldValue> all = fields;
  fields.erase(fields.begin(),
               fields.begin() + static_cast<std::ptrdiff_t>(
                                    behind_wrappers(to_fields(fields))));
  ShellState own = state;
  own.live = true;
  if (context_.called) {
    // A script that is called, not the one that is followed.
    if (result.as == HandOver::As::account) result_.ran.push_back(result.place);
    if (!all.empty()) external(it, all, own, false);
    return;
  }
  if (!result.step_down) {
    if (const auto behind = behind_this_script(to_fields(fields))) {
      fields.erase(fields.begin(),
                   fields.begin() + static_cast<std::ptrdiff_t>(*behind));
      return start_again(it, std::move(fields), state);
    }
    if (!fields.empty() && called_script(fields, own, true)) {
      if (own.live) result_.may_end = true;
      return;
    }
    if (!fields.empty() && shell_steps_down(it, fields, state)) return;
  }
  follow_account(it, result, own);
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
  } else if (it.as == HandOver::As::root || (it.as == HandOver::As::unknown &&
                                             known->as != HandOver::As::root)) {
    if (known->as == it.as) keep_common(known->argv, it.argv);
    *known = std::move(it);
  }
}

}  // namespace harden
