#include "rewrite/step_down/step_down_rewrite.h"

#include <algorithm>
#include <set>
#include <utility>

#include "base/quote/words.h"
#include "base/text/paths.h"
#include "image/start/start_text.h"
#include "image/start/step_down_paths.h"
#include "image/start/step_down_tool.h"
#include "rewrite/step_down/script_copy.h"
#include "rewrite/step_down/script_edits.h"
#include "rewrite/user/user_edits.h"

namespace harden {
namespace {

constexpr std::string_view stdout_comment =
    "Only its owner may open /dev/stdout by its path";
constexpr std::string_view give_comment =
    "The program writes here, whosever it was before";

class StepDownRewriter {
 public:
  StepDownRewriter(const PassInput& input, const StartScript& script)
      : input_(input),
        script_(script),
        followed_(script.followed),
        state_(input.file.stage().state()),
        files_(input.file.stage()) {}

  std::variant<StepDownRewrite, Refusal> run(UserPlan plan) {
    result_.plan = std::move(plan);
    auto tool = plan_step_down_tool(input_.file.stage(), result_.plan.tools,
                                    input_.options);
    if (auto* refusal = std::get_if<Refusal>(&tool)) return std::move(*refusal);
    tool_ = std::get<ToolPlan>(std::move(tool));
    set_text();
    add_other_hand_overs();
    if (auto refusal = change_scripts()) return *std::move(refusal);
    UserEdits setup = step_down_edits_for(result_.plan, tool_, input_);
    add(result_.edits, std::move(setup.edits));
    add(result_.notes, std::move(setup.notes));
    if (auto refusal = check()) return *std::move(refusal);
    return std::move(result_);
  }

 private:
  template <typename T>
  static void add(std::vector<T>& to, std::vector<T> more) {
    to.insert(to.end(), std::make_move_iterator(more.begin()),
              std::make_move_iterator(more.end()));
  }

  static Refusal refused(Span span, std::string message, std::string help) {
    return {RefusalKind::script, span, std::move(message), std::move(help)};
  }

  // A script that names its accounts itself needs nothing from here.
  bool names_accounts() const {
    return script_.kind == StartScript::Kind::steps_down;
  }

  void set_text() {
    const ChosenUser& user = result_.plan.user;
    const UserStyle style = input_.options.user_style;
    result_.account = step_down_account(user, style);
    text_.tool = tool_.tool;
    text_.words = step_down_words(tool_.tool, user, style);
    text_.comments = input_.options.comments;
    text_.plain_arguments = has_plain_arguments();
    if (names_accounts()) return;
    add_paths();
    add_streams();
    const std::string home = home_assignment(tool_.tool, user, known_home());
    if (!home.empty()) text_.before.push_back({{}, home});
  }

  bool has_plain_arguments() const {
    const auto arguments =
        start_arguments(state_, input_.file.start().program().script);
    return arguments &&
           std::all_of(arguments->begin(), arguments->end(), is_bare_word);
  }

  std::string known_home() const {
    const ChosenUser& user = result_.plan.user;
    if (user.create) return result_.plan.home;
    for (const KnownAccount& it : state_.accounts) {
      if (it.name == user.name) return it.home;
    }
    return {};
  }

  // Images of Red Hat's family may come without find.
  bool has_find() const {
    const Family family = result_.plan.tools.family;
    return family != Family::redhat && family != Family::amazonlinux &&
           family != Family::azurelinux;
  }

  void add_paths() {
    std::string comment(give_comment);
    for (const std::string& path :
         step_down_paths(result_.plan, input_.file.stage())) {
      // A mount that is read-only, or another's, must not stop the start.
      text_.before.push_back(
          {std::exchange(comment, {}),
           if_there(path) + given(shell_word(path)) + " || :"});
    }
  }

  // The script need not have made it on this path.
  std::string if_there(const std::string& path) const {
    const bool volume = std::ranges::any_of(
        state_.volumes, [&](const PathSetting& it) { return it.path == path; });
    return volume ? "" : "[ ! -e " + shell_word(path) + " ] || ";
  }

  std::string given(const std::string& path) const {
    const ChosenUser& user = result_.plan.user;
    const std::string owner = shell_word(user.owner_argument());
    if (!has_find()) return "chown -R " + owner + " " + path;
    const std::string name =
        user.uid ? std::to_string(*user.uid) : shell_word(user.name);
    return "find " + path + " \\! -user " + name + " -exec chown -h " + owner +
           " '{}' +";
  }

  void add_streams() {
    result_.stdout_link = find_stdout_link(input_.file.start());
    if (!result_.stdout_link) return;
    const ChosenUser& user = result_.plan.user;
    text_.before.push_back(
        {std::string(stdout_comment),
         "chown " +
             (user.uid ? std::to_string(*user.uid) : shell_word(user.name)) +
             " \"/proc/$$/fd/1\" \"/proc/$$/fd/2\" || :"});
  }

  // `docker run IMAGE COMMAND` may take another path than CMD does. What
  // cannot be changed there is no reason to leave the others.
  void add_other_hand_overs() {
    if (names_accounts()) return;
    const auto other = follow_with_any_arguments(input_.file.stage());
    if (!other) return;
    for (const HandOver& it : other->hand_overs) {
      const ScriptFile& file = other->files[it.place.file];
      if (is_known(it.place, file)) continue;
      Followed alone = *other;
      alone.hand_overs = {it};
      const auto edits = script_edits(alone, it.place.file, text_);
      if (std::holds_alternative<ScriptProblem>(edits)) continue;
      add_hand_over(it, file);
    }
  }

  // The index of the file; behind the last where it is new.
  std::size_t index_of(const ScriptFile& file) const {
    const auto found = std::ranges::find(followed_.files, file.image_path,
                                         &ScriptFile::image_path);
    return static_cast<std::size_t>(found - followed_.files.begin());
  }

  bool is_known(const Place& place, const ScriptFile& file) const {
    const std::size_t index = index_of(file);
    return std::ranges::any_of(
        followed_.hand_overs, [&](const HandOver& other) {
          return other.place.file == index && other.place.span == place.span;
        });
  }

  void add_hand_over(HandOver it, const ScriptFile& file) {
    it.place.file = index_of(file);
    if (it.place.file == followed_.files.size()) {
      followed_.files.push_back(file);
    }
    followed_.hand_overs.push_back(std::move(it));
  }

  std::set<std::size_t> changed_files() const {
    std::set<std::size_t> result;
    for (const HandOver& it : followed_.hand_overs) {
      if (is_to_change(it)) result.insert(it.place.file);
    }
    return result;
  }

  std::string place_of(const Place& place) const {
    const ScriptFile& file = followed_.files[place.file];
    return std::string(base_name(file.context_path.empty()
                                     ? file.image_path
                                     : file.context_path)) +
           ":" + std::to_string(line_of(followed_, place));
  }

  std::optional<Refusal> change_scripts() {
    bool any = false;
    for (const std::size_t index : changed_files()) {
      auto edits = script_edits(followed_, index, text_);
      if (const auto* problem = std::get_if<ScriptProblem>(&edits)) {
        return refused(script_.span,
                       place_of(problem->place) +
                           " cannot be made to step down: " + problem->message,
                       problem->help);
      }
      const auto& changes = std::get<std::vector<Edit>>(edits);
      if (changes.empty()) continue;
      any = true;
      if (auto refusal = copy(index, changes)) return refusal;
    }
    if (any) return std::nullopt;
    return refused(script_.span, "nothing in the script can be changed", {});
  }

  // Where the step-down is then: a heredoc has no file of its own.
  std::string changed_name() const {
    if (result_.files.empty()) return result_.result.name;
    return std::string(base_name(result_.files.front().path));
  }

  std::optional<Refusal> copy(std::size_t index,
                              const std::vector<Edit>& changes) {
    const ScriptFile& file = followed_.files[index];
    const CopiedFile origin =
        index == 0 ? script_.file : files_.find(file.image_path, true);
    if (!origin.at_hand() || !origin.instruction || origin.text != file.text) {
      return refused(script_.span,
                     "`" + file.image_path +
                         "`, which starts the program, is not in the build "
                         "context",
                     "put it into the build context and `COPY` it");
    }
    auto copied = copy_script(input_, origin, changes);
    if (auto* refusal = std::get_if<Refusal>(&copied)) {
      return std::move(*refusal);
    }
    auto& changed = std::get<ScriptCopy>(copied);
    add(result_.edits, std::move(changed.edits));
    add(result_.files, std::move(changed.files));
    return std::nullopt;
  }

  // The new image, followed once more: nothing is claimed that is not seen.
  std::optional<Refusal> check() {
    const Revision next = input_.file.after({result_.edits, result_.files},
                                            "the step-down of a script");
    std::optional<StartScript> script = next.start().script();
    if (script && script->kind == StartScript::Kind::steps_down) {
      result_.result = *std::move(script);
      result_.name = changed_name();
      return std::nullopt;
    }
    const std::string reason = script ? script->refusal : std::string();
    return refused(script_.span,
                   "the changed `" + script_.name +
                       "` is not seen to step down on every path" +
                       (reason.empty() ? "" : ": " + reason),
                   "let the script end with one `exec \"$@\"`");
  }

  const PassInput& input_;
  const StartScript& script_;
  Followed followed_;  // with the hand-overs of any arguments
  const ImageState& state_;
  CopiedFiles files_;
  ToolPlan tool_;
  StepDownText text_;
  StepDownRewrite result_;
};

}  // namespace

std::variant<StepDownRewrite, Refusal> make_step_down(
    const PassInput& input, const EffectiveUser& effective,
    const StartScript& script) {
  auto planned = plan_user(input.file.start(), effective, input.options,
                           RootScript::steps_down);
  if (auto* refusal = std::get_if<Refusal>(&planned)) {
    return std::move(*refusal);
  }
  return StepDownRewriter(input, script)
      .run(std::get<UserPlan>(std::move(planned)));
}

std::optional<StepDownRewrite> replace_su(const PassInput& input,
                                          const StartScript& script) {
  const auto& overs = script.followed.hand_overs;
  if (std::ranges::none_of(overs, is_to_change)) {
    return std::nullopt;
  }
  UserPlan plan;
  plan.tools = image_tools(input.file.stage());
  plan.script = script;
  plan.user.name = script.accounts.front();
  add_script_paths(plan, input.file.stage());
  auto made = StepDownRewriter(input, script).run(std::move(plan));
  auto* rewrite = std::get_if<StepDownRewrite>(&made);
  if (rewrite == nullptr) return std::nullopt;
  return std::move(*rewrite);
}

}  // namespace harden
