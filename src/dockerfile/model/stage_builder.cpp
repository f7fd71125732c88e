#include "dockerfile/model/stage_builder.h"

#include <memory>
#include <optional>
#include <utility>

#include "base/text/paths.h"
#include "dockerfile/accounts/account_table.h"
#include "dockerfile/accounts/copied_accounts.h"
#include "dockerfile/model/from_base.h"
#include "dockerfile/model/run_reader.h"
#include "dockerfile/model/run_script.h"
#include "dockerfile/syntax/problems.h"
#include "knowledge/programs.h"

namespace harden {
namespace {

constexpr std::size_t kMaxExpanded = std::size_t{64} << 20;
// Longer than any name or path that an engine takes. Both are copied for each
// instruction, so this also keeps the result small.
constexpr std::size_t kMaxUser = 1024;
constexpr std::size_t kMaxPath = 4096;

bool is_windows(const ImageState& state) {
  return state.base && state.base->family == Family::windows;
}

}  // namespace

void report_error(BuildContextOfFile& file, Span span, std::string message,
                  std::string help) {
  file.result.problems.push_back(
      syntax_error(span, std::move(message), std::move(help)));
}

Variable expand_in(BuildContextOfFile& file, const Word& word,
                   const VariableSource& variables) {
  if (file.expanded > kMaxExpanded) {
    return {std::nullopt, Unknown::Kind::many_values};
  }
  Expansion result =
      expand_word(word.value, variables,
                  {.escape = file.document.style.escape,
                   .special_names = file.builder.reads_special_names});
  file.expanded += result.cost;
  if (result.known()) return {std::move(result.value), {}};
  if (result.error.empty()) return {std::nullopt, result.unknown};
  report_error(file, word.span, result.error + ", so the build fails");
  return {std::nullopt, {Unknown::Kind::refused_word, result.error}};
}

void declare_global_args(BuildContextOfFile& file, const Assignments& args) {
  for (const Assignment& it : args.list) {
    const std::string& name = it.name.value;
    const auto given = file.options.build_args.find(name);
    if (given != file.options.build_args.end()) {
      file.global.set(name, {given->second, {}});
    } else if (it.value) {
      file.global.set(name, expand_in(file, *it.value, file.global));
    } else if (file.global.find(name).state == Binding::State::unset) {
      file.global.set(name, {std::nullopt, {Unknown::Kind::argument, name}});
    }
  }
}

Variable StageBuilder::expand(const Word& word) {
  return expand_in(file_, word, BuilderScope(file_, state_, inherited_));
}

Binding BuilderScope::find(std::string_view name) const {
  if (inherited_.contains(name) && state_.args.contains(name)) {
    file_.result.depends_on_builder = true;
  }
  if (is_proxy_variable(name) && !state_.args.contains(name) &&
      !state_.env.contains(name)) {
    const auto given = file_.options.build_args.find(name);
    if (given != file_.options.build_args.end()) {
      file_.result.depends_on_builder = true;
      if (file_.builder.gives_proxies) {
        return {Binding::State::known, given->second};
      }
    }
  }
  return StageScope(state_).find(name);
}

void StageBuilder::apply(const Instruction& instruction, std::size_t index) {
  if (const auto* list = instruction.as<Assignments>()) {
    if (instruction.keyword == Keyword::env) env(*list);
    if (instruction.keyword == Keyword::arg) arg(*list);
    if (instruction.keyword == Keyword::label) labels(*list);
  } else if (const auto* command = instruction.as<Command>()) {
    if (instruction.keyword == Keyword::run) {
      run(instruction, *command, index);
    } else {
      launch(instruction, *command, index);
    }
  } else if (const auto* words = instruction.as<WordList>()) {
    if (instruction.keyword == Keyword::expose) expose(*words);
    if (instruction.keyword == Keyword::volume) volume(*words, index);
  } else if (const auto* files = instruction.as<Transfer>()) {
    transfer(instruction, *files, index);
  } else if (const auto* trigger = instruction.as<Onbuild>()) {
    onbuild(*trigger, index);
  } else if (instruction.keyword == Keyword::user) {
    user(instruction, index);
  } else if (instruction.keyword == Keyword::workdir) {
    workdir(instruction);
  }
}

void StageBuilder::user(const Instruction& instruction, std::size_t index) {
  const auto* word = instruction.as<SingleWord>();
  if (word == nullptr) return;
  Variable value = expand(word->word);
  if (value.unknown.is(Unknown::Kind::platform_variable) ||
      word->word.value.find("$$") != std::string::npos) {
    file_.result.depends_on_builder = true;
  }
  state_.user = {};
  state_.user.instruction = index;
  if (!value.value) {
    state_.user.unknown = value.unknown;
  } else if (value.value->size() > kMaxUser) {
    state_.user.unknown = Unknown::Kind::long_user;
  } else {
    state_.user.spec = std::move(*value.value);
  }
}

void StageBuilder::workdir(const Instruction& instruction) {
  const auto* word = instruction.as<SingleWord>();
  if (word == nullptr) return;
  const Variable value = expand(word->word);
  const std::string& path = value.value ? *value.value : word->word.value;
  if (path.size() > kMaxPath) return;
  const bool absolute = path.starts_with('/') || is_windows_path(path);
  if (absolute || !value.value) state_.workdir_unknown = value.unknown;
  if (is_windows(state_) || is_windows_path(path)) {
    state_.workdir = absolute ? path : state_.workdir + "\\" + path;
  } else {
    state_.workdir = absolute_path(state_.workdir, path);
  }
  if (state_.workdir.size() > kMaxPath) state_.workdir = "/";
}

// All words of one ENV see the variables from before it.
void StageBuilder::env(const Assignments& assignments) {
  std::vector<std::pair<std::string, Variable>> changes;
  changes.reserve(assignments.list.size());
  for (const Assignment& it : assignments.list) {
    if (!it.value) continue;
    Variable name = expand(it.name);
    Variable value = expand(*it.value);
    if (name.value)
      changes.emplace_back(std::move(*name.value), std::move(value));
  }
  for (auto& [name, value] : changes) {
    state_.args.erase(name);
    inherited_.erase(name);
    state_.env.insert_or_assign(std::move(name), std::move(value));
  }
}

// dispatchArg: the build argument, else the default, else the global ARG;
// with none of them the ARG changes nothing.
void StageBuilder::arg(const Assignments& assignments) {
  for (const Assignment& it : assignments.list) {
    const std::string& name = it.name.value;
    const auto given = file_.options.build_args.find(name);
    if (given != file_.options.build_args.end()) {
      set_arg(name, Variable{given->second, {}});
      continue;
    }
    if (it.value) {
      set_arg(name, expand(*it.value));
      continue;
    }
    const Binding global = file_.global.find(name);
    const Unknown missing(Unknown::Kind::argument, name);
    if (global.state == Binding::State::known) {
      set_arg(name, Variable{std::string(global.value), {}});
    } else if (global.state == Binding::State::unknown &&
               !(global.unknown == missing)) {
      set_arg(name, Variable{std::nullopt, global.unknown});
    } else if (const auto old = state_.args.find(name);
               old != state_.args.end() && old->second.value) {
      file_.result.depends_on_builder = true;
      if (!file_.builder.bare_arg_keeps_value) old->second.value = "";
    } else if (!state_.args.contains(name) && !state_.env.contains(name) &&
               (file_.builder.sets_platform || !is_platform_variable(name))) {
      state_.args.emplace(name, Variable{std::nullopt, missing});
    }
    inherited_.erase(name);
  }
}

void StageBuilder::set_arg(const std::string& name, Variable value) {
  inherited_.erase(name);
  if (state_.env.contains(name)) {
    file_.result.depends_on_builder = true;
    if (!file_.builder.arg_hides_env) return;
  }
  state_.args.insert_or_assign(name, std::move(value));
}

// Labels have no effect here, but a word that is refused breaks the build.
void StageBuilder::labels(const Assignments& assignments) {
  for (const Assignment& it : assignments.list) {
    expand(it.name);
    if (it.value) expand(*it.value);
  }
}

// A variable may hold several ports.
void StageBuilder::expose(const WordList& list) {
  for (const Word& word : list.words) {
    const Variable value = expand(word);
    std::string_view rest = value.value ? *value.value : word.value;
    while (!rest.empty()) {
      const std::size_t begin = rest.find_first_not_of(" \t");
      if (begin == std::string_view::npos) break;
      rest.remove_prefix(begin);
      const std::string_view port = rest.substr(0, rest.find_first_of(" \t"));
      state_.ports.emplace_back(port);
      rest.remove_prefix(port.size());
    }
  }
}

void StageBuilder::volume(const WordList& list, std::size_t index) {
  for (const Word& word : list.words) {
    const Variable value = expand(word);
    std::string path = value.value ? *value.value : word.value;
    if (value.value && !is_windows(state_) && !is_windows_path(path)) {
      path = absolute_path("/", path);
    }
    state_.volumes.push_back({std::move(path), index});
  }
}

// An ENTRYPOINT drops a CMD that is not of this stage: dispatchEntrypoint.
void StageBuilder::launch(const Instruction& instruction,
                          const Command& command, std::size_t index) {
  Launch launch;
  launch.instruction = index;
  launch.exec_form = command.form == Command::Form::exec;
  for (const Word& word : command.argv) launch.argv.push_back(word.value);
  if (!launch.exec_form) launch.text = shell_text(instruction, command);
  if (instruction.keyword == Keyword::cmd) {
    state_.cmd = std::move(launch);
    cmd_set_ = true;
  } else if (instruction.keyword == Keyword::entrypoint) {
    state_.entrypoint = std::move(launch);
    if (!cmd_set_) state_.cmd.reset();
  } else if (instruction.keyword == Keyword::shell) {
    if (!launch.argv.empty() && !is_shell(launch.argv.front())) {
      file_.result.depends_on_builder = true;
    }
    if (file_.builder.takes_shell) state_.shell = std::move(launch.argv);
  }
}

void StageBuilder::run(const Instruction& instruction, const Command& command,
                       std::size_t index) {
  const BuilderScope scope(file_, state_, inherited_);
  const Family family = state_.base ? state_.base->family : Family::unknown;
  RunScript script =
      script_of_run(file_.document, instruction, command, state_);
  if (script.unreadable) {
    mark_incomplete(state_, script.unreadable);
  }
  read_run(script, {scope, family, index}, state_.workdir, state_);
  // A trigger runs at the place of its ONBUILD, which is none of its own.
  if (file_.document.instructions[index].keyword == Keyword::run) {
    file_.result.run_scripts[index] =
        std::make_shared<const RunScript>(std::move(script));
  }
}

// The lines of a heredoc; nullopt when the file does not tell all of them.
std::optional<std::string> StageBuilder::written_by(const Heredoc& heredoc) {
  std::string text = heredoc_text(file_.document, heredoc);
  if (!heredoc.expands || text.find_first_of("$\\") == text.npos) return text;
  // Quotes stay here, but not in a word.
  if (text.find_first_of("\"'\\") != text.npos) return std::nullopt;
  return expand({heredoc.body, std::move(text)}).value;
}

AccountCopies StageBuilder::copied_files(const Instruction& instruction,
                                         const Transfer& transfer,
                                         std::size_t index) {
  AccountCopies files;
  files.is_add = instruction.keyword == Keyword::add;
  files.instruction = index;
  files.destination = expand(transfer.destination);
  const bool concerns = concerns_accounts(files, state_);
  std::size_t heredocs = 0;
  for (const Word& word : transfer.sources) {
    AccountCopies::Source source;
    if (!word.value.starts_with("<<")) {
      source.path = expand(word);
    } else if (heredocs < instruction.heredocs.size()) {
      const Heredoc& heredoc = instruction.heredocs[heredocs++];
      source.heredoc = true;
      source.path = {heredoc.delimiter, {}};
      if (concerns) source.text = written_by(heredoc);
    }
    files.sources.push_back(std::move(source));
  }
  // What is left out, or where `--parents` puts it, is not looked at.
  const bool plain = instruction.flag("from") == nullptr &&
                     instruction.flag("exclude") == nullptr &&
                     instruction.flag("parents") == nullptr;
  if (plain) files.context = &file_.context;
  return files;
}

void StageBuilder::transfer(const Instruction& instruction,
                            const Transfer& transfer, std::size_t index) {
  AccountCopies files = copied_files(instruction, transfer, index);
  for (const char* name : {"chown", "chmod"}) {
    const Flag* flag = instruction.flag(name);
    if (flag != nullptr && flag->value) expand(*flag->value);
  }
  const Flag* from = instruction.flag("from");
  std::optional<ImageState> image;
  if (from == nullptr || !from->value) return copy_accounts(files, state_);
  const auto stage = file_.names.for_copy(from->value->value);
  if (stage && *stage >= stage_ && !may_copy_from(*stage)) {
    report_error(file_, from->span,
                 "`--from=" + from->value->value +
                     "` names a stage that is not finished here, so the "
                     "build fails");
  }
  const std::string& name = from->value->value;
  const bool concerns = concerns_accounts(files, state_);
  if (stage && *stage < stage_) {
    if (concerns) files.from = &file_.result.stages[*stage];
  } else if (!stage && (concerns || !file_.result.copied_from.contains(name))) {
    image = state_of_base(name, file_.options);
    file_.result.copied_from.insert_or_assign(name, image->base);
    if (concerns && image->base) files.from = &*image;
  }
  copy_accounts(files, state_);
}

// A later stage, where that does not need this one itself.
bool StageBuilder::may_copy_from(std::size_t later) const {
  // Of all such COPYs together; nobody writes that many.
  constexpr std::size_t most_lines = 1'000'000;
  if (!file_.builder.copies_from_later) return false;
  std::vector<std::size_t> open{later};
  std::set<std::size_t> seen;
  while (!open.empty() && file_.lines_looked_at < most_lines) {
    const std::size_t at = open.back();
    open.pop_back();
    if (at == stage_) return false;
    if (!seen.insert(at).second) continue;
    const Stage& stage = file_.document.stages[at];
    file_.lines_looked_at += stage.end - stage.begin;
    for (std::size_t i = stage.begin; i < stage.end; ++i) {
      const Instruction& it = file_.document.instructions[i];
      std::optional<std::size_t> needed;
      if (const auto* from = it.as<From>()) {
        needed = file_.names.for_from(from->image.value, at);
      } else if (const Flag* flag = it.flag("from"); flag && flag->value) {
        needed = file_.names.for_copy(flag->value->value);
      }
      if (needed) open.push_back(*needed);
    }
  }
  return true;
}

void StageBuilder::onbuild(const Onbuild& onbuild, std::size_t index) {
  if (!onbuild.trigger.empty() &&
      onbuild.trigger.front().keyword == Keyword::user) {
    state_.onbuild_users.push_back(index);
  }
}

}  // namespace harden
