// Makes the final image run as an unprivileged user.
//
// What the pass adds stands in at most two places. `USER` goes behind the last
// instruction of the stage (before ENTRYPOINT and CMD when those come last), so
// that everything before it still runs as root, as it did. The commands that
// make the user and give it the paths that it writes go there too, except for
// the paths of VOLUMEs: the classic builder forgets what is changed in a
// volume's path after the VOLUME line, so those commands go before the first.
//
// Code stays root's: the program can read but not change it.
//
// Where the result cannot be shown to work, nothing is changed and the reason
// is said (analysis/refusal.cpp).
#include "passes/non_root_user.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <string>
#include <utility>

#include "analysis/chosen_user.h"
#include "analysis/image_tools.h"
#include "analysis/refusal.h"
#include "analysis/root_programs.h"
#include "analysis/start_program.h"
#include "analysis/unreadable_files.h"
#include "analysis/verdict.h"
#include "analysis/written_paths.h"
#include "harden/knowledge.h"
#include "passes/edit_helpers.h"
#include "passes/suppressions.h"
#include "passes/user_notes.h"
#include "passes/user_setup.h"

namespace harden {
namespace {

constexpr std::string_view no_home = "/nonexistent";

class NonRootUser {
 public:
  explicit NonRootUser(const PassInput& input)
      : document_(input.document),
        evaluation_(input.evaluation),
        options_(input.options),
        state_(evaluation_.stages[evaluation_.target]),
        stage_(document_.stages[evaluation_.target]),
        effective_(effective_user(document_, evaluation_)) {}

  std::vector<Diagnostic> run() {
    diagnostics_ = verdict(document_, evaluation_, effective_);
    if (is_safe(effective_.privilege) || is_excused()) {
      return std::move(diagnostics_);
    }
    // What follows is the help: a change, or the reason why there is none.
    diagnostics_.front().help.clear();
    tools_ = image_tools(document_, evaluation_, evaluation_.target);
    start_ = start_program(document_, evaluation_, evaluation_.target,
                           options_.context);
    auto refusal =
        find_refusal(document_, evaluation_, effective_, tools_, start_);
    if (!refusal) refusal = onbuild_refusal();
    if (!refusal) {
      plan();
      refusal = path_refusal();
    }
    if (refusal) {
      refuse(*refusal);
    } else {
      rewrite();
    }
    return std::move(diagnostics_);
  }

 private:
  // `# harden: ignore=HD101 reason`: the owner wants it so.
  bool is_excused() const {
    const RuleId rule = diagnostics_.front().rule;
    const auto left = apply_suppressions(document_, {diagnostics_.front()});
    return std::none_of(left.begin(), left.end(),
                        [&](const Diagnostic& it) { return it.rule == rule; });
  }

  void plan() {
    user_ = choose_user(document_, evaluation_, tools_, options_);
    needs_ = written_paths(document_, evaluation_, evaluation_.target, start_,
                           user_.create ? std::string() : user_.account());
    plan_home();
    first_volume_ = find_first_volume();
  }

  // Only a user that is made here gets a home here.
  void plan_home() {
    home_ = no_home;
    if (!user_.create) return;
    const std::string because = home_reason();
    if (because.empty()) return;
    home_ = "/home/" + user_.name;
    needs_.push_back({.path = home_, .because = because});
  }

  std::string home_reason() const {
    for (const std::string& program : start_.programs) {
      const Runtime* runtime = find_runtime_of_program(base_name(program));
      if (runtime != nullptr && runtime->needs_home) {
        return "`" + std::string(base_name(program)) + "` writes to its home";
      }
    }
    for (std::string_view sign : {"~/", "$HOME", "${HOME"}) {
      if (start_.text.find(sign) != std::string::npos) {
        return "the command names the home as `" + std::string(sign) + "`";
      }
    }
    return {};
  }

  // An ONBUILD RUN works in the images that are built on this one, as the user
  // that they take over from it.
  std::optional<Refusal> onbuild_refusal() const {
    for (std::size_t i = stage_.begin; i < stage_.end; ++i) {
      const auto* onbuild = document_.instructions[i].as<Onbuild>();
      if (onbuild == nullptr || onbuild->trigger.empty() ||
          onbuild->trigger.front().keyword != Keyword::run) {
        continue;
      }
      return Refusal{RefusalKind::needs_root, document_.instructions[i].span,
                     "this `ONBUILD RUN` would run as the new user in the "
                     "images that are built on this one",
                     "put `ONBUILD USER root` before it if it needs root, and "
                     "set `USER` yourself"};
    }
    return std::nullopt;
  }

  std::optional<Refusal> path_refusal() const {
    if (tools_.has_shell) return std::nullopt;
    for (const PathNeed& need : needs_) {
      if (!need.volume) continue;
      const std::size_t at = need.instruction.value_or(state_.base_instruction);
      return Refusal{RefusalKind::no_shell, document_.instructions[at].span,
                     "the program writes " + need.path +
                         ", and the image has no shell that could give it to "
                         "another user",
                     "bring the folder with `COPY --chown` from a stage that "
                     "has a shell"};
    }
    return std::nullopt;
  }

  void refuse(const Refusal& refusal) {
    Diagnostic result;
    result.rule = "HD107";
    result.severity = Severity::warning;
    result.span = refusal.span;
    // What the verdict says already is not said twice.
    result.message = refusal.message == effective_.message
                         ? "`USER` is not added for this reason"
                         : "`USER` is not added: " + refusal.message;
    result.help = refusal.help;
    diagnostics_.push_back(std::move(result));
  }

  bool runs_as_root(std::size_t index) const {
    const UserSetting& setting = evaluation_.user_before[index];
    if (!setting.instruction && !tools_.root_shown_because.empty()) return true;
    const Privilege privilege =
        effective_user(document_, state_, setting).privilege;
    return privilege == Privilege::root || privilege == Privilege::steps_down;
  }

  // The first VOLUME of the stage whose paths can be given away before it.
  std::optional<std::size_t> find_first_volume() const {
    for (std::size_t i = stage_.begin; i < stage_.end; ++i) {
      const bool needed =
          std::any_of(needs_.begin(), needs_.end(), [&](const PathNeed& need) {
            return need.volume && need.instruction == i &&
                   may_be_made_before(need, i);
          });
      if (needed && runs_as_root(i) && user_exists_before(i)) return i;
    }
    return std::nullopt;
  }

  // A name, other than a number, must be in /etc/passwd when chown meets it.
  bool user_exists_before(std::size_t index) const {
    if (user_.create || user_.uid) return true;
    for (const KnownAccount& it : state_.accounts) {
      if (it.name == user_.name && it.instruction)
        return *it.instruction < index;
    }
    return true;
  }

  bool goes_before_volume(const PathNeed& need) const {
    if (!first_volume_ || !may_be_made_before(need, *first_volume_)) {
      return false;
    }
    return need.volume ||
           (need.instruction && *need.instruction < *first_volume_);
  }

  // A later `mkdir` of the same path, without -p, would fail.
  static bool may_be_made_before(const PathNeed& need, std::size_t index) {
    return !need.not_before || *need.not_before < index;
  }

  // The last instruction of the stage that is no ENTRYPOINT or CMD at its end.
  std::size_t last_instruction() const {
    std::size_t last = stage_.end - 1;
    while (last > stage_.begin &&
           (document_.instructions[last].keyword == Keyword::entrypoint ||
            document_.instructions[last].keyword == Keyword::cmd)) {
      --last;
    }
    return last;
  }

  // A `USER root` that nothing needs any more: its word is changed instead of
  // adding another line. Not when commands still have to run as root.
  std::optional<std::size_t> replaceable_user() const {
    if (!state_.user.instruction || *state_.user.instruction < stage_.begin) {
      return std::nullopt;
    }
    for (std::size_t i = *state_.user.instruction + 1; i < stage_.end; ++i) {
      switch (document_.instructions[i].keyword) {
        case Keyword::run:
        case Keyword::copy:
        case Keyword::add:
        case Keyword::workdir:
        case Keyword::volume:
        case Keyword::onbuild:
        case Keyword::unknown:
          return std::nullopt;
        default:
          break;
      }
    }
    return state_.user.instruction;
  }

  std::string run_line(const std::vector<std::string>& commands) const {
    const std::string keyword = keyword_in_style(document_, Keyword::run);
    std::string text = joined_commands(document_, commands);
    if (has_posix_shell()) return keyword + " " + text;
    std::string line;
    for (const std::string& command : commands) {
      if (!line.empty()) line += " && ";
      line += command;
    }
    std::string quoted;
    for (char c : line) {
      if (c == '"' || c == '\\') quoted += '\\';
      quoted += c;
    }
    return keyword + " [\"/bin/sh\", \"-c\", \"" + quoted + "\"]";
  }

  bool has_posix_shell() const {
    if (state_.shell.empty()) return true;
    const std::string_view name = base_name(state_.shell.front());
    return name == "sh" || name == "bash" || name == "dash" || name == "ash" ||
           name == "zsh" || name == "ksh";
  }

  void add_comment(NewLines& lines, std::string_view text) const {
    if (options_.comments) lines.lines.push_back("# " + std::string(text));
  }

  void rewrite() {
    std::vector<PathNeed> before;
    std::vector<PathNeed> after;
    for (const PathNeed& need : needs_) {
      (goes_before_volume(need) ? before : after).push_back(need);
    }
    Fix fix;
    fix.title = "run as " + user_.user_argument(options_.user_style);
    fix.safety = Safety::changes_behaviour;
    auto commands = create_user_commands(user_, tools_, home_);
    if (!before.empty()) {
      append(commands, give_paths_commands(user_, before));
      NewLines lines;
      add_comment(lines, user_.create
                             ? "The user that the program runs as, and what "
                               "it writes (added by harden)"
                             : "What the program writes (added by harden)");
      lines.lines.push_back(run_line(commands));
      commands.clear();
      fix.edits.push_back(insert_before(
          document_, document_.instructions[*first_volume_], lines));
    }
    append(commands, give_paths_commands(user_, after));
    add_user_line(fix, commands);
    add_chowns(fix);
    keep_root_in_later_stages(fix);
    report(std::move(fix));
  }

  static void append(std::vector<std::string>& to,
                     std::vector<std::string> more) {
    to.insert(to.end(), more.begin(), more.end());
  }

  void add_user_line(Fix& fix, const std::vector<std::string>& commands) {
    const std::string argument = user_.user_argument(options_.user_style);
    auto existing = replaceable_user();
    if (existing && (commands.empty() || runs_as_root(*existing))) {
      const Instruction& it = document_.instructions[*existing];
      if (!commands.empty()) {
        NewLines lines;
        add_comment(lines, "Run as an unprivileged user (added by harden)");
        lines.lines.push_back(run_line(commands));
        fix.edits.push_back(insert_before(document_, it, lines));
      }
      fix.edits.push_back(replace_word(it.as<SingleWord>()->word, argument));
      return;
    }
    NewLines lines;
    add_comment(lines, "Run as an unprivileged user (added by harden)");
    if (!commands.empty()) lines.lines.push_back(run_line(commands));
    lines.lines.push_back(keyword_in_style(document_, Keyword::user) + " " +
                          argument);
    fix.edits.push_back(insert_after(
        document_, document_.instructions[last_instruction()], lines));
  }

  // With --target: what other stages that are built on it RUN was root's.
  void keep_root_in_later_stages(Fix& fix) {
    std::vector<std::size_t> changed{evaluation_.target};
    for (std::size_t i = changed[0] + 1; i < document_.stages.size(); ++i) {
      const auto& parent = evaluation_.parents[i];
      if (!parent ||
          std::find(changed.begin(), changed.end(), *parent) == changed.end()) {
        continue;
      }
      const Keyword first = first_user_or_run(document_.stages[i]);
      if (first == Keyword::run) {
        NewLines lines;
        add_comment(lines, "This stage goes on as root (added by harden)");
        lines.lines.push_back(keyword_in_style(document_, Keyword::user) +
                              " root");
        fix.edits.push_back(insert_after(
            document_, document_.instructions[document_.stages[i].begin],
            lines));
      } else if (first != Keyword::user) {
        changed.push_back(i);
      }
    }
  }

  // FROM when there is neither.
  Keyword first_user_or_run(const Stage& stage) const {
    for (std::size_t i = stage.begin; i < stage.end; ++i) {
      const Keyword keyword = document_.instructions[i].keyword;
      if (keyword == Keyword::user || keyword == Keyword::run) return keyword;
    }
    return Keyword::from;
  }

  // COPY keeps the modes of the context; what others cannot read is given to
  // the user instead of being opened to all.
  void add_chowns(Fix& fix) {
    for (const UnreadableFile& file : unreadable_files(
             document_, evaluation_, evaluation_.target, options_.context)) {
      const Instruction& it = document_.instructions[file.instruction];
      std::string owner = user_.owner_argument();
      if (owner.ends_with(':')) owner.pop_back();
      char mode[8];
      std::snprintf(mode, sizeof mode, "%04o", file.mode & 07777u);
      const std::string seen =
          file.downloaded ? "`ADD` gives `" + file.path + "` the mode 0600"
                          : "`" + file.path + "` has mode " + mode +
                                " in the build context";
      if (!user_exists_before(file.instruction)) {
        note("HD109", it.span,
             seen +
                 ", so only root can read it; create the user before this "
                 "line to give it away");
        continue;
      }
      fix.edits.push_back(add_flag(it, "--chown=" + owner));
      note("HD109", it.span,
           seen + ", so only its owner could read it; it is given to the user");
    }
  }

  void note(RuleId rule, Span span, std::string message) {
    Diagnostic result;
    result.rule = rule;
    result.severity = Severity::info;
    result.span = span;
    result.message = std::move(message);
    notes_.push_back(std::move(result));
  }

  void report(Fix fix) {
    Diagnostic& main = diagnostics_.front();
    if (!tools_.root_shown_because.empty()) {
      main.because.push_back(tools_.root_shown_because);
    }
    main.fix = std::move(fix);
    note("HD111", main.span,
         (user_.create
              ? "the user `" + user_.name + "` (" +
                    user_.user_argument(UserStyle::numeric) + ") is created: "
              : "the program runs as " + described_user() + ": ") +
             user_.because + unknown_number());
    for (const PathNeed& need : needs_) {
      const Span span = need.instruction
                            ? document_.instructions[*need.instruction].span
                            : main.span;
      note("HD109", span, need.path + " is given to the user: " + need.because);
    }
    for (auto* about : {&system_volume_notes, &low_port_notes}) {
      auto more = (*about)(document_, stage_, state_);
      std::move(more.begin(), more.end(), std::back_inserter(notes_));
    }
    diagnostics_.insert(diagnostics_.end(),
                        std::make_move_iterator(notes_.begin()),
                        std::make_move_iterator(notes_.end()));
  }

  std::string described_user() const {
    const std::string number = user_.user_argument(UserStyle::numeric);
    if (user_.name.empty()) return number;
    if (number == user_.name) return "`" + user_.name + "`";
    return "`" + user_.name + "` (" + number + ")";
  }

  // Kubernetes takes a name for a possible root.
  std::string unknown_number() const {
    if (user_.no_number_because.empty()) return {};
    return "; " + user_.no_number_because +
           ", so `USER` has its name, which Kubernetes' `runAsNonRoot` cannot "
           "check";
  }

  const Document& document_;
  const Evaluation& evaluation_;
  const Options& options_;
  const ImageState& state_;
  const Stage& stage_;
  EffectiveUser effective_;
  ImageTools tools_;
  StartProgram start_;
  ChosenUser user_;
  std::vector<PathNeed> needs_;
  std::string home_;
  std::optional<std::size_t> first_volume_;
  std::vector<Diagnostic> diagnostics_;
  std::vector<Diagnostic> notes_;
};

}  // namespace

std::vector<Diagnostic> run_non_root_user(const PassInput& input) {
  if (input.document.stages.empty()) return {};
  return NonRootUser(input).run();
}

}  // namespace harden
