#include "rewrite/user/user_edits.h"

#include <algorithm>
#include <cstdio>
#include <optional>
#include <string>
#include <utility>

#include "base/quote/json_string.h"
#include "base/quote/words.h"
#include "base/text/paths.h"
#include "dockerfile/syntax/edit_helpers.h"
#include "image/start/unreadable_files.h"
#include "knowledge/programs.h"
#include "rewrite/user/user_notes.h"
#include "rewrite/user/user_setup.h"

namespace harden {
namespace {

constexpr std::string_view user_comment =
    "Run as an unprivileged user (added by harden)";
constexpr std::string_view step_down_comment =
    "The start script starts the program as this user (added by harden)";
constexpr std::string_view tool_comment =
    "The start script starts the program without root (added by harden)";

bool may_need_root(Keyword keyword) {
  using enum Keyword;
  constexpr Keyword all[] = {run, copy, add, workdir, volume, onbuild, unknown};
  return std::ranges::find(all, keyword) != std::end(all);
}

class UserEditor {
 public:
  UserEditor(const UserPlan& plan, const PassInput& input)
      : plan_(plan),
        user_(plan.user),
        stage_(input.file.stage()),
        options_(input.options),
        state_(stage_.state()),
        lines_(stage_.lines()),
        first_volume_(find_first_volume()) {}

  UserEdits run() {
    move_home_files();
    add_user(setup());
    add_chowns();
    keep_root_in_later_stages();
    return std::move(result_);
  }

  UserEdits run_for(const ToolPlan& tool) {
    move_home_files();
    add_step_down(setup(), tool);
    add_chowns();
    return std::move(result_);
  }

 private:
  void move_home_files() {
    for (const HomeMove& it : plan_.moves) {
      const Instruction& before = stage_.instruction(it.instruction);
      NewLines lines;
      add_comment(lines,
                  "Below /root only root could use it (added by harden)");
      lines.lines.push_back(keyword_in_style(stage_.document, Keyword::env) +
                            " " + it.variables);
      add(insert_before(stage_.document, before, lines));
      note(before.span, it.because + ", where only root could use it; `" +
                            it.variables + "` puts it elsewhere");
    }
  }

  // What is to be done at the end of the stage; the rest has its edit.
  std::vector<std::string> setup() {
    std::vector<PathNeed> before;
    std::vector<PathNeed> after;
    for (const PathNeed& need : plan_.needs) {
      (goes_before_volume(need) ? before : after).push_back(need);
    }
    auto commands = create_user_commands(user_, plan_.tools, plan_.home);
    if (user_.made_before) add_before_package(std::exchange(commands, {}));
    if (!before.empty()) {
      append(commands, give_paths_commands(user_, before));
      add_before_volume(std::exchange(commands, {}));
    }
    append(commands, give_paths_commands(user_, after));
    return commands;
  }

  void add_before_volume(const std::vector<std::string>& commands) {
    NewLines lines;
    add_comment(lines, user_.create && !user_.made_before
                           ? "The user that the program runs as, and what "
                             "it writes (added by harden)"
                           : "What the program writes (added by harden)");
    lines.lines.push_back(run_line(commands));
    add(insert_before(stage_.document, stage_.instruction(*first_volume_),
                      lines));
  }

  void add_before_package(const std::vector<std::string>& commands) {
    NewLines lines;
    add_comment(lines,
                "The package's account, with a number that is known "
                "(added by harden)");
    lines.lines.push_back(run_line(commands));
    add(insert_before(stage_.document, stage_.instruction(*user_.made_before),
                      lines));
  }

  void add(Edit edit) { result_.edits.push_back(std::move(edit)); }

  bool runs_as_root(std::size_t index) const {
    const UserSetting& setting = stage_.evaluation.user_before[index];
    if (!setting.instruction && !plan_.tools.root_shown_because.empty())
      return true;
    const Privilege privilege =
        effective_user(stage_.document, state_, setting).privilege;
    return privilege == Privilege::root || privilege == Privilege::steps_down;
  }

  // The first VOLUME of the stage whose paths can be given away before it.
  std::optional<std::size_t> find_first_volume() const {
    for (std::size_t i = lines_.begin; i < lines_.end; ++i) {
      const bool needed =
          std::ranges::any_of(plan_.needs, [&](const PathNeed& need) {
            return is_in_volume_of(need, i) && may_be_made_before(need, i);
          });
      if (needed && runs_as_root(i) && user_exists_before(i)) return i;
    }
    return std::nullopt;
  }

  // What is given away below a VOLUME after it, the classic builder and buildah
  // forget.
  bool is_in_volume_of(const PathNeed& need, std::size_t instruction) const {
    return std::ranges::any_of(state_.volumes, [&](const PathSetting& it) {
      return it.instruction == instruction &&
             is_below(need.path, absolute_path("", it.path));
    });
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
    return need.volume || is_in_volume(need) ||
           (need.instruction && *need.instruction < *first_volume_);
  }

  bool is_in_volume(const PathNeed& need) const {
    return std::ranges::any_of(state_.volumes, [&](const PathSetting& it) {
      return it.instruction && is_in_volume_of(need, *it.instruction);
    });
  }

  // A later `mkdir` of the same path, without -p, would fail.
  static bool may_be_made_before(const PathNeed& need, std::size_t index) {
    return !need.not_before || *need.not_before < index;
  }

  // The last instruction of the stage that is neither ENTRYPOINT nor CMD at its
  // end.
  std::size_t last_instruction() const {
    std::size_t last = lines_.end - 1;
    while (last > lines_.begin &&
           (stage_.instruction(last).keyword == Keyword::entrypoint ||
            stage_.instruction(last).keyword == Keyword::cmd)) {
      --last;
    }
    return last;
  }

  // A `USER root` that nothing needs any more: its word is changed instead of
  // adding another line. Not when commands still have to run as root.
  std::optional<std::size_t> replaceable_user() const {
    if (!state_.user.instruction || *state_.user.instruction < lines_.begin) {
      return std::nullopt;
    }
    for (std::size_t i = *state_.user.instruction + 1; i < lines_.end; ++i) {
      if (may_need_root(stage_.instruction(i).keyword)) return std::nullopt;
    }
    return state_.user.instruction;
  }

  std::string run_line(const std::vector<std::string>& commands) const {
    const std::string keyword = keyword_in_style(stage_.document, Keyword::run);
    const bool fits = std::ranges::none_of(commands, [](const std::string& it) {
      return it.find_first_of("\n\r") != it.npos;
    });
    if (has_posix_shell() && fits) {
      return keyword + " " + joined_commands(stage_.document, commands);
    }
    // What no line of a RUN can say, JSON can.
    std::string line;
    for (const std::string& command : commands) {
      if (!line.empty()) line += " && ";
      line += command;
    }
    return keyword + " " + json_list({"/bin/sh", "-c", line});
  }

  bool has_posix_shell() const {
    return state_.shell.empty() || is_shell(state_.shell.front());
  }

  void add_comment(NewLines& lines, std::string_view text) const {
    if (options_.comments) lines.lines.push_back("# " + std::string(text));
  }

  // Above the lines.
  void put_comment(NewLines& lines, std::string_view text) const {
    if (!options_.comments) return;
    lines.lines.insert(lines.lines.begin(), "# " + std::string(text));
  }

  // The engine makes the folder for nobody else than root, so it is there.
  void add_folder(NewLines& lines) {
    if (plan_.folder.empty()) return;
    lines.lines.push_back(keyword_in_style(stage_.document, Keyword::workdir) +
                          " " + plan_.folder);
    const std::size_t start =
        plan_.start.instruction.value_or(state_.base_instruction);
    note(stage_.instruction(start).span,
         "the program starts in " + plan_.folder + ": `" +
             std::string(plan_.server->name()) +
             "` keeps its data in the folder where it starts");
  }

  static void append(std::vector<std::string>& to,
                     std::vector<std::string> more) {
    to.insert(to.end(), more.begin(), more.end());
  }

  void add_user(const std::vector<std::string>& commands) {
    const std::string argument = dockerfile_word(
        user_.user_argument(options_.user_style), stage_.document.style.escape);
    NewLines lines;
    if (!commands.empty()) lines.lines.push_back(run_line(commands));
    add_folder(lines);
    auto existing = replaceable_user();
    if (existing && (commands.empty() || runs_as_root(*existing))) {
      const Instruction& it = stage_.instruction(*existing);
      if (!lines.lines.empty()) {
        put_comment(lines, user_comment);
        add(insert_before(stage_.document, it, lines));
      }
      add(replace_word(it.as<SingleWord>()->word, argument));
      return;
    }
    put_comment(lines, user_comment);
    lines.lines.push_back(keyword_in_style(stage_.document, Keyword::user) +
                          " " + argument);
    add(insert_after(stage_.document, stage_.instruction(last_instruction()),
                     lines));
  }

  void add_step_down(std::vector<std::string> commands, const ToolPlan& tool) {
    NewLines lines;
    add_comment(lines, commands.empty() ? tool_comment : step_down_comment);
    if (!tool.copy.empty()) {
      lines.lines.push_back(keyword_in_style(stage_.document, Keyword::copy) +
                            " " + tool.copy);
    }
    std::vector<std::string> all = tool.commands;
    append(all, std::move(commands));
    if (all.empty()) return;
    lines.lines.push_back(run_line(all));
    add(insert_after(stage_.document, stage_.instruction(last_instruction()),
                     lines));
  }

  // With --target: what other stages that are built on it RUN was root's.
  void keep_root_in_later_stages() {
    std::vector<std::size_t> changed{stage_.index};
    for (std::size_t i = changed[0] + 1; i < stage_.document.stages.size();
         ++i) {
      const auto& parent = stage_.evaluation.parents[i];
      if (!parent || std::ranges::find(changed, *parent) == changed.end()) {
        continue;
      }
      const Keyword first = first_user_or_run(stage_.document.stages[i]);
      if (first == Keyword::run) {
        NewLines lines;
        add_comment(lines, "This stage goes on as root (added by harden)");
        lines.lines.push_back(keyword_in_style(stage_.document, Keyword::user) +
                              " root");
        add(insert_after(stage_.document,
                         stage_.instruction(stage_.document.stages[i].begin),
                         lines));
      } else if (first != Keyword::user) {
        changed.push_back(i);
      }
    }
  }

  // FROM when there is neither.
  Keyword first_user_or_run(const Stage& stage) const {
    for (std::size_t i = stage.begin; i < stage.end; ++i) {
      const Keyword keyword = stage_.instruction(i).keyword;
      if (keyword == Keyword::user || keyword == Keyword::run) return keyword;
    }
    return Keyword::from;
  }

  // COPY keeps the modes of the context; what others cannot read is given to
  // the user instead of being opened to all.
  void add_chowns() {
    for (const UnreadableFile& file : unreadable_files(stage_)) {
      const Instruction& it = stage_.instruction(file.instruction);
      std::string owner = user_.owner_argument();
      if (owner.ends_with(':')) owner.pop_back();
      char mode[8];
      std::snprintf(mode, sizeof mode, "%04o", file.mode & 07777u);
      const std::string seen =
          file.downloaded ? "`ADD` gives `" + file.path + "` the mode 0600"
                          : "`" + file.path + "` has mode " + mode +
                                " in the build context";
      if (!user_exists_before(file.instruction)) {
        note(it.span,
             seen +
                 ", so only root can read it; create the user before this "
                 "line to give it away");
        continue;
      }
      add(add_flag(it, "--chown=" + dockerfile_word(
                                        owner, stage_.document.style.escape)));
      note(it.span,
           seen + ", so only its owner could read it; it is given to the user");
    }
  }

  void note(Span span, std::string message) {
    result_.notes.push_back(written_path_note(span, std::move(message)));
  }

  const UserPlan& plan_;
  const ChosenUser& user_;
  const StageView stage_;
  const RewriteOptions& options_;
  const ImageState& state_;
  const Stage& lines_;
  std::optional<std::size_t> first_volume_;
  UserEdits result_;
};

}  // namespace

UserEdits edits_for(const UserPlan& plan, const PassInput& input) {
  return UserEditor(plan, input).run();
}

UserEdits step_down_edits_for(const UserPlan& plan, const ToolPlan& tool,
                              const PassInput& input) {
  return UserEditor(plan, input).run_for(tool);
}

}  // namespace harden
