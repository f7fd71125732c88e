// Words for reports and policies alike.
#include <utility>

#include "base/text/enum_words.h"
#include "dockerfile/image_state.h"
#include "dockerfile/model/from_base.h"
#include "dockerfile/model/stage_builder.h"

namespace harden {

std::string_view to_string(Privilege privilege) {
  static constexpr auto words = enum_words<Privilege::root, Privilege::unknown>(
      "root", "unprivileged", "steps-down", "cannot-start", "unknown");
  return words.of(privilege);
}

// From the instructions of a file to the images that its stages make.
//
// The order is BuildKit's (frontend/dockerfile/dockerfile2llb/convert.go):
// global ARGs, then each stage: its FROM, the ONBUILD triggers of the stage it
// is built on, and its own instructions.

namespace {

// What stages may inherit from one another and fire, all together; far beyond
// real files, and little enough for any machine.
constexpr std::size_t kMaxInherited = std::size_t{64} << 20;
constexpr std::size_t kMaxTriggers = 100'000;
// Users and directories before each instruction.
constexpr std::size_t kMaxRemembered = std::size_t{64} << 20;

std::size_t size_of(const Variables& variables) {
  std::size_t size = 0;
  for (const auto& [name, variable] : variables) {
    size += 100 + name.size() + variable.unknown.name().size();
    if (variable.value) size += variable.value->size();
  }
  return size;
}

std::size_t size_of(const ImageState& state) {
  std::size_t size = 1000 + size_of(state.env) + size_of(state.args);
  for (const auto& port : state.ports) size += 50 + port.size();
  for (const auto& volume : state.volumes) size += 100 + volume.path.size();
  if (state.entrypoint) size += state.entrypoint->text.size();
  if (state.cmd) size += state.cmd->text.size();
  return size + 300 * (state.accounts.size() + state.groups.size());
}

class DockerfileEvaluator {
 public:
  DockerfileEvaluator(const Document& document, const EvaluateOptions& options)
      : document_(document),
        file_{document, options, StageNames(document),
              GlobalScope(options.build_args, target_name(document, options),
                          traits_of(options.builder.value_or(Builder::buildkit))
                              .sets_platform),
              result_} {}

  Evaluation run() {
    result_.target = target();
    result_.user_before.resize(document_.instructions.size());
    result_.run_scripts.resize(document_.instructions.size());
    result_.workdir_before.resize(document_.instructions.size());
    result_.stages.reserve(document_.stages.size());
    global_args();
    for (std::size_t i = 0; i < document_.stages.size(); ++i) stage(i);
    return std::move(result_);
  }

 private:
  static std::string target_name(const Document& document,
                                 const EvaluateOptions& options) {
    if (!options.target.empty() || document.stages.empty()) {
      return options.target;
    }
    return document.stages.back().name;
  }

  std::size_t target() const {
    const std::string& name = file_.options.target;
    if (name.empty()) {
      return document_.stages.empty() ? 0 : document_.stages.size() - 1;
    }
    if (const auto found = file_.names.for_copy(name)) return *found;
    const std::string known = file_.names.list();
    throw UnknownTarget("no stage is called `" + name + "`; " +
                        (known.empty() ? "no stage of the file has a name"
                                       : "the file has " + known));
  }

  void global_args() {
    const std::size_t end = document_.stages.empty()
                                ? document_.instructions.size()
                                : document_.stages.front().begin;
    for (std::size_t i = 0; i < end; ++i) {
      const Instruction& it = document_.instructions[i];
      if (it.keyword != Keyword::arg) continue;
      if (const auto* args = it.as<Assignments>()) {
        declare_global_args(file_, *args);
      }
    }
  }

  void stage(std::size_t index) {
    const Stage& stage = document_.stages[index];
    const FromTarget from = resolve_from(file_, index);
    ImageState state = begin(from, stage.begin);
    StageBuilder builder(file_, index, state);
    remember(stage.begin, state);
    if (from.stage) fire_triggers(*from.stage, builder);
    for (std::size_t i = stage.begin + 1; i < stage.end; ++i) {
      remember(i, state);
      builder.apply(document_.instructions[i], i);
    }
    result_.stages.push_back(std::move(state));
    result_.parents.push_back(from.stage);
  }

  ImageState begin(const FromTarget& from, std::size_t instruction) {
    if (from.stage) return inherit(result_.stages[*from.stage], instruction);
    ImageState state;
    if (!from.unknown) {
      state = base(from.reference);
    } else {
      state.base_reference = from.reference;
      state.base_unknown = from.unknown;
      state.user.unknown = from.unknown;
    }
    state.base_instruction = instruction;
    return state;
  }

  // Many stages of a file are built on the same image.
  ImageState base(const std::string& reference) {
    if (document_.stages.size() == 1) {
      return state_of_base(reference, file_.options);
    }
    const auto found = bases_.find(reference);
    if (found != bases_.end()) return found->second;
    return bases_.emplace(reference, state_of_base(reference, file_.options))
        .first->second;
  }

  ImageState inherit(const ImageState& parent, std::size_t instruction) {
    if (inherited_ <= kMaxInherited) inherited_ += size_of(parent);
    if (inherited_ <= kMaxInherited) {
      ImageState state = parent;
      // Triggers concern the next stage only.
      state.onbuild_users.clear();
      if (!file_.builder.stages_inherit_args) state.args.clear();
      return state;
    }
    ImageState state;
    state.base_reference = parent.base_reference;
    state.base_unknown = Unknown::Kind::many_stages;
    state.user.unknown = state.base_unknown;
    state.base_instruction = instruction;
    return state;
  }

  void fire_triggers(std::size_t parent, StageBuilder& builder) {
    const Stage& stage = document_.stages[parent];
    const auto& all = triggers(stage, parent);
    if (!all.empty()) result_.depends_on_builder = true;
    if (!file_.builder.fires_onbuild) return;
    for (const std::size_t i : all) {
      if (++fired_ > kMaxTriggers) return;
      const auto* onbuild = document_.instructions[i].as<Onbuild>();
      builder.apply(onbuild->trigger.front(), i);
    }
  }

  // Found once for each stage, however many are built on it.
  const std::vector<std::size_t>& triggers(const Stage& stage,
                                           std::size_t index) {
    const auto [found, is_new] = triggers_.try_emplace(index);
    if (!is_new) return found->second;
    for (std::size_t i = stage.begin; i < stage.end; ++i) {
      const auto* onbuild = document_.instructions[i].as<Onbuild>();
      if (onbuild != nullptr && !onbuild->trigger.empty()) {
        found->second.push_back(i);
      }
    }
    return found->second;
  }

  void remember(std::size_t instruction, const ImageState& state) {
    UserSetting& user = result_.user_before[instruction];
    remembered_ += state.workdir.size() + state.user.spec.size();
    if (remembered_ > kMaxRemembered) {
      user.unknown = Unknown::Kind::long_file;
      return;
    }
    user = state.user;
    result_.workdir_before[instruction] = state.workdir;
  }

  const Document& document_;
  Evaluation result_;
  BuildContextOfFile file_;
  std::map<std::string, ImageState, std::less<>> bases_;
  std::map<std::size_t, std::vector<std::size_t>> triggers_;
  std::size_t inherited_ = 0;
  std::size_t fired_ = 0;
  std::size_t remembered_ = 0;
};

}  // namespace

Evaluation evaluate(const Document& document, const EvaluateOptions& options) {
  return DockerfileEvaluator(document, options).run();
}

}  // namespace harden
