#include "analysis/scratch_plan.h"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>
#include <utility>

#include "analysis/context_glob.h"
#include "analysis/copied_context.h"
#include "analysis/folder_kinds.h"
#include "analysis/image_config.h"
#include "analysis/made_paths.h"
#include "analysis/path_below.h"
#include "analysis/program_places.h"
#include "analysis/program_sources.h"
#include "analysis/resolved_transfer.h"
#include "analysis/root_programs.h"
#include "analysis/run_leftovers.h"
#include "analysis/stage_chain.h"
#include "analysis/start_program.h"
#include "model/paths.h"
#include "model/run_script.h"

namespace harden {
namespace {

// More than any file that a person wrote, and still quick.
constexpr std::size_t most_paths = 1000;

void add(std::vector<std::string>& to, std::string path) {
  if (to.size() > most_paths) return;
  if (std::find(to.begin(), to.end(), path) == to.end()) {
    to.push_back(std::move(path));
  }
}

class Planner {
 public:
  Planner(const Document& document, const Evaluation& evaluation,
          const EffectiveUser& user, const Options& options)
      : document_(document),
        evaluation_(evaluation),
        user_(user),
        options_(options),
        target_(evaluation.target),
        state_(evaluation.stages[target_]),
        trace_(document, evaluation, options.context),
        chain_(stage_chain(document, evaluation, target_)),
        config_(image_config(document, state_, chain_)) {}

  std::variant<ScratchPlan, NotScratch> run() {
    const bool done = find_program() && check_build() && check_stage() &&
                      check_config() && add_contents();
    if (!done) return std::move(refusal_);
    // A folder brings what lies below it; the program is asked for by name, so
    // that the build stops without it.
    drop_below(plan_.needed, {}, plan_.program);
    drop_below(plan_.wanted, plan_.needed, {});
    return std::move(plan_);
  }

 private:
  bool refuse(Span span, std::string message, std::string help = {}) {
    refusal_.span = span;
    refusal_.message = std::move(message);
    refusal_.help = std::move(help);
    return false;
  }
  bool refuse_at(std::size_t instruction, std::string message,
                 std::string help = {}) {
    return refuse(document_.instructions[instruction].span, std::move(message),
                  std::move(help));
  }
  Span stage_span() const {
    return document_.instructions[document_.stages[target_].begin].span;
  }
  // --- the program

  bool find_program() {
    refusal_.was_near = !options_.artifact.empty();
    const StartProgram start =
        start_program(document_, evaluation_, target_, options_.context);
    if (!options_.artifact.empty()) {
      plan_.program = model::absolute_path("/", options_.artifact);
      return check_start(start);
    }
    if (start.programs.empty()) {
      return refuse(stage_span(), "no program is seen to start");
    }
    for (const std::string& place :
         program_places(state_, start.programs.front())) {
      auto found = trace_.find(target_, place);
      if (!found) continue;
      plan_.built.push_back(*std::move(found));
      break;
    }
    if (plan_.built.empty()) return refuse_unbuilt(start);
    plan_.program = plan_.built.front().path;
    const BuildCommand& build = plan_.built.front().build;
    refusal_.was_near =
        build.tool == BuildTool::go || build.not_static_because.empty();
    return check_start(start);
  }

  // Programs that make or a script builds are a matter for `--artifact`.
  bool refuse_unbuilt(const StartProgram& start) {
    const std::string& program = start.programs.front();
    const std::set<std::size_t> stages = reached();
    for (std::size_t i = 0;
         start.kind == StartKind::program && i < document_.instructions.size();
         ++i) {
      for (const auto& it : model::run_script(evaluation_, i).commands) {
        if (it.words.empty() || base_name(it.words[0].value) != "make" ||
            !stages.contains(stage_of(document_, i)) || !is_go_or_c(i)) {
          continue;
        }
        refusal_.was_near = true;
        return refuse_at(i,
                         "which command builds `" + program +
                             "` cannot be seen behind `make`",
                         "name the static program in the image with "
                         "`--artifact PATH`");
      }
    }
    return refuse(
        stage_span(),
        "no command is seen to build `" + program + "` as a static program",
        "name the static program in the image with "
        "`--artifact PATH`");
  }
  // The stages that the target's image takes something from.
  std::set<std::size_t> reached() const {
    std::set<std::size_t> result{target_};
    for (const std::size_t i : chain_) {
      const auto* from = document_.instructions[i].flag("from");
      if (from == nullptr || !from->value) continue;
      if (const auto it = trace_.stage_of_copy(from->value->value)) {
        result.insert(*it);
      }
    }
    return result;
  }
  bool is_go_or_c(std::size_t instruction) const {
    const auto& base =
        evaluation_.stages[stage_of(document_, instruction)].base;
    return base &&
           (base->id.starts_with("golang") || base->id.starts_with("rust") ||
            base->id.starts_with("gcc"));
  }

  bool check_start(const StartProgram& start) {
    const std::size_t at =
        start.instruction.value_or(document_.stages[target_].begin);
    if (start.kind != StartKind::program || start.base_entrypoint) {
      return refuse_at(at,
                       "the image starts through more than its program, and a "
                       "scratch image has no shell",
                       "start the program itself in exec form");
    }
    const auto& entrypoint = state_.entrypoint;
    const auto& cmd = state_.cmd;
    for (const auto* launch : {&entrypoint, &cmd}) {
      if (*launch && (*launch)->instruction && !(*launch)->exec_form) {
        return refuse_at(*(*launch)->instruction,
                         "the shell form needs a shell, and a scratch image "
                         "has none",
                         "write it in exec form");
      }
    }
    const bool own = entrypoint && entrypoint->instruction;
    const auto& argv = own ? entrypoint->argv : cmd->argv;
    if (argv.empty() || start.programs.empty() ||
        argv.front() != start.programs.front()) {
      return refuse_at(at, "the program is started through `" +
                               (argv.empty() ? std::string() : argv.front()) +
                               "`, which a scratch image lacks");
    }
    const bool by_name = argv.front().find('/') == std::string::npos;
    const auto path = state_.env.find("PATH");
    plan_.set_path =
        by_name && !config_sets_path() && !is_in_usual_path(plan_.program);
    return path == state_.env.end() || path->second.value || !by_name ||
           refuse_at(at, "where `" + argv.front() +
                             "` lies is unknown because " +
                             path->second.because);
  }
  bool config_sets_path() const {
    return std::any_of(
        config_.settings.begin(), config_.settings.end(), [&](std::size_t i) {
          const auto* list = document_.instructions[i].as<Assignments>();
          return document_.instructions[i].keyword == Keyword::env &&
                 list != nullptr &&
                 std::any_of(
                     list->list.begin(), list->list.end(),
                     [](const auto& it) { return it.name.value == "PATH"; });
        });
  }

  // --- how it is built

  bool check_build() {
    return plan_.built.empty() || check_build(plan_.built.front());
  }

  bool check_build(const BuiltProgram& built) {
    const std::size_t at = built.instruction;
    if (!built.build.not_static_because.empty()) {
      return refuse_at(at, "`" + built.path + "` is no static program: " +
                               built.build.not_static_because);
    }
    const bool remote =
        std::any_of(built.build.inputs.begin(), built.build.inputs.end(),
                    [](const std::string& it) {
                      return it.find('@') != std::string::npos;
                    });
    if (remote) {
      return refuse_at(at,
                       "the sources of `" + built.path +
                           "` are downloaded: whether it needs more than "
                           "itself cannot be seen",
                       told_static());
    }
    const CopiedContext& sources = sources_of(built.stage);
    if (!sources.incomplete_because.empty()) {
      return refuse_at(at,
                       "what `" + built.path + "` needs cannot be seen: " +
                           sources.incomplete_because,
                       told_static());
    }
    if (!asked_.insert({built.stage, built.build.tool}).second) return true;
    const std::string because =
        needs_more_because(built.build.tool, sources.files, options_.context);
    return because.empty() ||
           refuse_at(
               at, "`" + built.path + "` may need more than itself: " + because,
               told_static());
  }
  const CopiedContext& sources_of(std::size_t stage) {
    const auto found = sources_.find(stage);
    if (found != sources_.end()) return found->second;
    return sources_
        .emplace(stage,
                 copied_context(document_, evaluation_,
                                stage_chain(document_, evaluation_, stage),
                                options_.context))
        .first->second;
  }
  std::string told_static() const {
    return "if it is static and starts nothing else, say so with "
           "`--artifact " +
           plan_.program + "`";
  }

  // --- the stage

  bool check_stage() {
    if (state_.base && state_.base->family == Family::distroless) {
      refusal_.was_near = false;
      return refuse(stage_span(), "distroless is minimal already");
    }
    if (state_.base == nullptr || !state_.base->has_shell ||
        state_.base->family == Family::windows) {
      return refuse(stage_span(),
                    "no shell is known in the stage that could collect the "
                    "files");
    }
    if (std::any_of(state_.volumes.begin(), state_.volumes.end(),
                    [](const PathSetting& it) { return !it.instruction; })) {
      return refuse(stage_span(), "the base image brings volumes of its own");
    }
    if (target_ + 1 != document_.stages.size()) {
      return refuse(stage_span(),
                    "stages follow that may be built on this one");
    }
    for (const std::size_t i : chain_) {
      const Keyword keyword = document_.instructions[i].keyword;
      if (keyword == Keyword::onbuild) {
        return refuse_at(i, "`ONBUILD` makes this a base for other images");
      }
      if (keyword == Keyword::unknown) {
        return refuse_at(i, "what this line does to the image is not known");
      }
      const RunLeftovers left = run_leftovers(evaluation_, i, builds_here());
      if (!left.because.empty()) return refuse_at(i, left.because, left.help);
    }
    return true;
  }

  bool builds_here() const {
    return !plan_.built.empty() &&
           std::find(chain_.begin(), chain_.end(),
                     plan_.built.front().instruction) != chain_.end();
  }

  // --- the configuration

  bool check_config() {
    if (user_.privilege != Privilege::unprivileged) {
      return refuse(user_.span,
                    "it is not shown to run as an unprivileged "
                    "user");
    }
    if (!add_user()) return false;
    plan_.repeated = config_.settings;
    if (!add_healthcheck()) return false;
    for (const auto& it : {config_.entrypoint, config_.cmd}) {
      if (it) plan_.repeated.push_back(*it);
    }
    return true;
  }

  // A scratch image looks names up in the passwd that comes with it; a number
  // needs none and is the same user.
  bool add_user() {
    if (!user_.uid || !user_.gid) {
      return refuse(user_.span,
                    "the number of its user is not known, and a scratch image "
                    "should not depend on a name",
                    "set `USER` as numbers, such as `USER 10001:10001`");
    }
    for (const KnownAccount& it : state_.accounts) {
      if (it.uid == user_.uid && !it.groups.empty()) {
        return refuse(user_.span, "`" + it.name +
                                      "` is in further groups, which a number "
                                      "would lose");
      }
    }
    if (config_.user &&
        document_.instructions[*config_.user].arguments.text.find('$') !=
            std::string::npos) {
      // Whoever builds the image may choose another one.
      return refuse_at(*config_.user,
                       "`USER` depends on a variable, and a scratch image "
                       "should not depend on who builds it",
                       "set `USER` as numbers, such as `USER 10001:10001`");
    }
    plan_.user = std::to_string(*user_.uid) + ":" + std::to_string(*user_.gid);
    return true;
  }

  bool add_healthcheck() {
    if (!config_.healthcheck) return true;
    const auto* check =
        document_.instructions[*config_.healthcheck].as<Healthcheck>();
    const bool own =
        check != nullptr &&
        (!check->command || (check->command->form == Command::Form::exec &&
                             !check->command->argv.empty() &&
                             is_program(check->command->argv.front().value)));
    if (own) {
      plan_.repeated.push_back(*config_.healthcheck);
    } else if (options_.drop_healthcheck) {
      plan_.dropped_healthcheck = config_.healthcheck;
    } else {
      return refuse_at(*config_.healthcheck,
                       "`HEALTHCHECK` starts what a scratch image lacks",
                       "make the program check itself, or drop it with "
                       "`--drop-healthcheck`");
    }
    return true;
  }
  bool is_program(const std::string& name) const {
    const auto places = program_places(state_, name);
    return std::find(places.begin(), places.end(), plan_.program) !=
           places.end();
  }

  // --- what comes along

  bool add_contents() {
    add(plan_.needed, plan_.program);
    for (const std::size_t i : chain_) {
      if (document_.instructions[i].as<Transfer>() != nullptr &&
          !add_transfer(i)) {
        return false;
      }
    }
    if (!plan_.built.empty() && !add_companions()) return false;
    if (builds_here()) add_data();
    if (builds_here() && plan_.built.front().build.tool == BuildTool::go) {
      plan_.own_time_zones = true;
      add(plan_.wanted, std::string(go_time_zones));
    }
    for (std::string& it : made_paths(document_, evaluation_, target_)) {
      // Sources are no part of the image that only their program belongs to.
      const bool sources =
          builds_here() && is_below(plan_.built.front().build.folder, it);
      if (!sources) add(plan_.wanted, std::move(it));
    }
    for (const PathSetting& it : state_.volumes) add(plan_.wanted, it.path);
    add_homes();
    return plan_.needed.size() + plan_.wanted.size() <= most_paths ||
           refuse(stage_span(), "over " + std::to_string(most_paths) +
                                    " paths are more than harden follows");
  }

  // Other programs of the file that come along must not lose their libraries.
  bool add_companions() {
    for (const std::string& path : plan_.needed) {
      auto found =
          path == plan_.program ? std::nullopt : trace_.find(target_, path);
      if (!found) continue;
      if (!check_build(*found)) return false;
      plan_.built.push_back(*std::move(found));
    }
    return true;
  }

  void add_homes() {
    for (const KnownAccount& it : state_.accounts) {
      const bool has_home = it.home.starts_with('/') && it.home.size() > 1 &&
                            it.home != "/nonexistent" &&
                            !is_system_folder(it.home);
      if (it.uid == user_.uid && has_home) add(plan_.wanted, it.home);
    }
  }

  bool add_transfer(std::size_t index) {
    const auto transfer = resolve_transfer(document_, evaluation_,
                                           stage_of(document_, index), index);
    if (!transfer) {
      return refuse_at(index,
                       "where `--parents` puts its files is not "
                       "followed");
    }
    if (builds_here() && !transfer->from) return true;  // see add_data()
    const std::string& to = transfer->destination;
    if (!is_system_folder(to)) {
      add(plan_.needed, to);
      return true;
    }
    for (const auto& source : transfer->sources) {
      const std::string path = model::absolute_path(to, base_name(source.path));
      if (!transfer->into_folder || !is_file(*transfer, source, path)) {
        return refuse_at(index,
                         "which files this puts into " + to + " cannot be seen",
                         "name the files one by one");
      }
      add(plan_.needed, path);
    }
    return true;
  }

  // A folder would leave its content there, an archive what is in it.
  bool is_file(const ResolvedTransfer& transfer,
               const ResolvedTransfer::Source& source,
               const std::string& path) {
    const bool adds =
        document_.instructions[transfer.instruction].keyword == Keyword::add;
    if (source.heredoc || source.is_address || is_path_pattern(source.path)) {
      return false;
    }
    if (transfer.from) {
      return path == plan_.program || trace_.find(target_, path).has_value();
    }
    if (adds || options_.context == nullptr) return false;
    const auto entry = options_.context->find(source.path);
    return entry && !entry->directory;
  }

  // Of the context that the program is built from: what is no source.
  void add_data() {
    for (const ContextFile& it : sources_of(plan_.built.front().stage).files) {
      if (!is_build_input(it.path)) add(plan_.wanted, it.image_top);
    }
  }

  const Document& document_;
  const Evaluation& evaluation_;
  const EffectiveUser& user_;
  const Options& options_;
  std::size_t target_;
  const ImageState& state_;
  ProgramTrace trace_;
  std::vector<std::size_t> chain_;
  ImageConfig config_;
  std::map<std::size_t, CopiedContext> sources_;  // by stage
  // What was asked already; the first bad answer ends the planning.
  std::set<std::pair<std::size_t, BuildTool>> asked_;
  ScratchPlan plan_;
  NotScratch refusal_;
};

}  // namespace

std::variant<ScratchPlan, NotScratch> plan_scratch(const Document& document,
                                                   const Evaluation& evaluation,
                                                   const EffectiveUser& user,
                                                   const Options& options) {
  return Planner(document, evaluation, user, options).run();
}

}  // namespace harden
