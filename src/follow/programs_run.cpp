// Programs that the script starts: what they do, and what they start.
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

// `env BASH_ENV=FILE program`
bool starts_shells_before(const std::vector<Field>& words, std::size_t end) {
  return std::any_of(
      words.begin(), words.begin() + static_cast<std::ptrdiff_t>(end),
      [](const Field& it) {
        const std::size_t equals = it.value.find('=');
        return equals != std::string::npos &&
               starts_shells(std::string_view(it.value).substr(0, equals));
      });
}

// Whoever starts these files gets more than he had: `chmod u+s`, `setcap`.
bool gives_privilege(const std::vector<Field>& argv) {
  const std::string_view name = base_name(argv.front().value);
  if (name == "setcap") return true;
  if (name != "chmod") return false;
  return std::any_of(argv.begin() + 1, argv.end(), [](const Field& it) {
    const std::string& mode = it.value;
    const std::size_t digits = mode.find_first_not_of("01234567");
    if (digits == std::string::npos) {
      return mode.size() > 3 && (mode[mode.size() - 4] - '0') / 4 % 2 != 0;
    }
    return mode.find_first_not_of("ugoarwxXst+=,-") == std::string::npos &&
           mode.find('s') != std::string::npos && !mode.starts_with("--");
  });
}

// The uid that an account is given, where it may be one that is taken; null
// without.
const Field* given_uid(const std::vector<Field>& argv) {
  if (!is_one_of(base_name(argv.front().value),
                 {"useradd", "usermod", "adduser"})) {
    return nullptr;
  }
  const Field* uid = nullptr;
  bool taken = false;  // -o
  for (std::size_t i = 1; i < argv.size(); ++i) {
    const std::string& word = argv[i].value;
    const bool next = i + 1 < argv.size();
    if (is_one_of(word, {"-u", "--uid", "-ou"}) && next) {
      uid = &argv[i + 1];
    } else if (word.starts_with("-u") || word.starts_with("--uid=")) {
      uid = &argv[i];
    }
    taken = taken || word == "--non-unique" ||
            (word.size() > 1 && word[0] == '-' && word[1] != '-' &&
             word.find('o') != std::string::npos);
  }
  return uid != nullptr && (taken || uid->known) ? uid : nullptr;
}

// `0`, `-u0`, `--uid=0`
bool is_zero(const Field& uid) {
  const std::size_t begin = uid.value.find_first_of("0123456789");
  return begin != std::string::npos && uid.known &&
         uid.value.find_first_not_of('0', begin) == std::string::npos;
}

}  // namespace

void Follower::external(const shell::Command& it,
                        const std::vector<FieldValue>& fields,
                        ShellState& state, bool tail) {
  state.status.reset();
  std::vector<Field> argv = to_fields(fields);
  const std::size_t first = behind_wrappers(argv);
  if (starts_shells_before(argv, first)) {
    add_untold(it.span, "makes what it starts load a file");
  }
  const auto skipped = static_cast<std::ptrdiff_t>(first);
  argv.erase(argv.begin(), argv.begin() + skipped);
  if (argv.empty()) return;
  std::vector<FieldValue> unwrapped;
  if (first > 0) unwrapped.assign(fields.begin() + skipped, fields.end());
  const std::vector<FieldValue>& inner = first > 0 ? unwrapped : fields;
  if (keeps_alive(argv)) {
    if (tail) keep_alive(it, fields, state);
    return;
  }
  if (const auto step_down = step_down_call(argv)) {
    if (step_down->command >= argv.size() && !step_down->login) return;
    if (tail) return hand_over(it, HandOver::Form::last, fields, state);
    return helper_as(it, *step_down, inner, state);
  }
  if (argv.front().known) files_run_.push_back({place_of(it.span), argv});
  if (argv.front().known && anybody_may_have_put(argv.front().value)) {
    add_untold(it.span, "runs a file from where anybody may write");
  }
  if (called_script(inner, state, tail)) return;
  if (tail && (behind_this_script(argv) || may_be_shell(argv.front().value))) {
    return hand_over(it, HandOver::Form::last, fields, state);
  }
  if (shell_call(it, inner, state, tail)) return;
  if (const Field* uid = given_uid(argv)) {
    if (is_zero(*uid)) {
      add_untold(it.span, "gives an account the uid 0");
    } else if (!uid->known && !is_users(Value::unknown(uid->value), state)) {
      add_untold(it.span, "gives an account a uid that may be 0");
    }
  }
  if (gives_privilege(argv)) ran_.push_back({place_of(it.span), argv});
  repeated(it, inner, state);
  run_program(it, fields, argv, state, tail);
}

// `gosu app migrate`, and then the script goes on.
void Follower::helper_as(const shell::Command& it, const StepDownCall& call,
                         const std::vector<FieldValue>& fields,
                         ShellState& state) {
  HandOver helper;
  helper.form = HandOver::Form::last;
  helper.place = place_of(it.span);
  helper.program = place_of(fields.front().span).span;
  helper.in_subshell = true;
  set_program(helper, to_fields(fields), state);
  const bool is_function = state.any_function && fields.front().value.text.find(
                                                     '/') == std::string::npos;
  if (any_names_elevation(helper.argv)) {
    add_untold(it.span, "makes the account root again");
  }
  if (helper.as == HandOver::As::account && is_function) {
    // It may have been read in.
    return add_ran(helper.place, helper.argv);
  }
  if (helper.as == HandOver::As::account) {
    follow_account(it, helper, state);
    if (context_.in_background) in_background_.push_back(std::move(helper));
    return;
  }
  if (helper.as == HandOver::As::unknown || call.command >= fields.size()) {
    return add_ran(helper.place, helper.argv);
  }
  const std::vector<FieldValue> command(
      fields.begin() + static_cast<std::ptrdiff_t>(call.command), fields.end());
  if (!call.shell_line) return external(it, command, state, false);
  shell_line(it, {"sh", call.login}, command.front().value,
             {command.begin() + 1, command.end()}, state, false);
}

void Follower::run_program(const shell::Command& it,
                           const std::vector<FieldValue>& fields,
                           const std::vector<Field>& argv, ShellState& state,
                           bool tail) {
  Meaning meaning = meaning_of(argv, state.folder);
  const bool unknown = std::any_of(
      meaning.acts.begin(), meaning.acts.end(),
      [](const Act& act) { return act.kind == Act::Kind::unknown; });
  const bool service = std::any_of(
      meaning.acts.begin(), meaning.acts.end(),
      [](const Act& act) { return act.kind == Act::Kind::service; });
  const std::string_view name = base_name(argv.front().value);
  const bool manages = name == "service" || name == "systemctl" ||
                       argv.front().value.starts_with("/etc/init.d/");
  if (tail && !meaning.tool &&
      (unknown || meaning.application || (service && !manages))) {
    return hand_over(it, HandOver::Form::last, fields, state);
  }
  if (service || (context_.in_background && (unknown || meaning.application))) {
    add_service(place_of(it.span));
  }
  if (unknown || meaning.application) add_ran(place_of(it.span), argv);
  add_acts(it.span, std::move(meaning.acts));
}

}  // namespace harden
