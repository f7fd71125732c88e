#include <algorithm>
#include <set>
#include <string>
#include <string_view>

#include "base/text/ascii.h"
#include "base/text/word_lists.h"
#include "image/files/image_paths.h"
#include "rewrite/scratch/scratch_questions.h"
#include "rewrite/scratch/scratch_subject.h"
#include "rewrite/scratch/started_commands.h"

namespace harden {
namespace {

bool has_more_groups(const ScratchSubject& subject) {
  const auto& accounts = subject.state().accounts;
  return subject.state().user.spec.find(':') == std::string::npos &&
         std::ranges::any_of(accounts, [&](const KnownAccount& it) {
           return it.uid == subject.user.uid && !it.groups.empty();
         });
}

bool is_account(const ScratchSubject& subject, const std::string& name) {
  const auto& accounts = subject.state().accounts;
  return std::ranges::any_of(
      accounts, [&](const KnownAccount& it) { return it.name == name; });
}

// A number needs no look-up. A name stays where the file does not tell its
// number, or where a number would lose groups: passwd and group come along.
Objection add_user(const ScratchSubject& subject, ScratchPlan& plan) {
  const EffectiveUser& user = subject.user;
  const std::string numbers =
      "set `USER` as numbers, such as `USER 10001:10001`";
  const auto& at = subject.config.user;
  if (at &&
      subject.instruction(*at).arguments.text.find('$') != std::string::npos) {
    // Whoever builds the image may choose another one.
    return subject.refuse_at(*at,
                             "`USER` depends on a variable, and a scratch "
                             "image should not depend on who builds it",
                             numbers);
  }
  if (user.uid && user.gid && !has_more_groups(subject)) {
    plan.user = std::to_string(*user.uid) + ":" + std::to_string(*user.gid);
    return std::nullopt;
  }
  const std::string& spec = subject.state().user.spec;
  if (!is_account(subject, spec.substr(0, spec.find(':')))) {
    return subject.refuse(user.span,
                          "the number of its user is not known, and neither "
                          "is the line that makes it",
                          numbers);
  }
  plan.user = spec;
  return std::nullopt;
}

bool comes_along(const ScratchSubject& subject, const ScratchPlan& plan,
                 const std::string& name) {
  if (is_one_of(name, plan.programs)) {
    return true;
  }
  const auto places = program_places(subject.state(), name);
  return is_one_of(plan.program, places);
}

bool can_run(const ScratchSubject& subject, const ScratchPlan& plan,
             const Command& command) {
  if (plan.shell) return true;
  return command.form == Command::Form::exec && !command.argv.empty() &&
         comes_along(subject, plan, command.argv.front().value);
}

Objection add_healthcheck(const ScratchSubject& subject, ScratchPlan& plan) {
  const auto& at = subject.config.healthcheck;
  if (!at) return std::nullopt;
  const Instruction& instruction = subject.instruction(*at);
  const auto* check = instruction.as<Healthcheck>();
  if (check != nullptr &&
      (!check->command || can_run(subject, plan, *check->command))) {
    if (check->command && plan.shell) {
      add_commands(instruction, *check->command, plan.commands);
    }
    plan.repeated.push_back(*at);
    return std::nullopt;
  }
  if (subject.options.drop_healthcheck) {
    plan.dropped_healthcheck = at;
    return std::nullopt;
  }
  return subject.refuse_at(*at,
                           "`HEALTHCHECK` starts what a scratch image lacks",
                           "make the program check itself, or drop it with "
                           "`--drop-healthcheck`");
}

bool is_set_by_file(const ScratchSubject& subject, std::string_view name) {
  const auto& settings = subject.config.settings;
  return std::ranges::any_of(settings, [&](std::size_t i) {
    const Instruction& it = subject.instruction(i);
    const auto* list = it.as<Assignments>();
    return it.keyword == Keyword::env && list != nullptr &&
           std::ranges::any_of(list->list, [&](const auto& entry) {
             return entry.name.value == name;
           });
  });
}

// Adds the names that an ENV or ARG sets.
void add_declared(const Instruction& instruction, VariableNames& names) {
  const auto* list = instruction.as<Assignments>();
  const bool declares = instruction.keyword == Keyword::env ||
                        instruction.keyword == Keyword::arg;
  if (!declares || list == nullptr) return;
  for (const Assignment& it : list->list) names.insert(it.name.value);
}

bool is_listed(const std::vector<std::string>& variables,
               std::string_view name) {
  return std::ranges::any_of(variables, [&](const std::string& it) {
    return it.substr(0, it.find('=')) == name;
  });
}

// In front of the file's own lines, which may use the base's values:
// `PATH=/x:$PATH`.
void add_environment(const ScratchSubject& subject, ScratchPlan& plan) {
  auto& list = plan.inherited.environment;
  if (subject.state().base != nullptr) {
    for (const std::string& it : subject.state().base->env) {
      const bool engines_own = it == "PATH=" + std::string(usual_path);
      if (!engines_own) list.push_back(it);
    }
  }
  if (plan.runtime == nullptr) return;
  for (const auto it : plan.runtime->scratch->environment) {
    const auto name = it.substr(0, it.find('='));
    if (!is_listed(list, name) && !is_set_by_file(subject, name)) {
      list.emplace_back(it);
    }
  }
}

// Whether the base image may set it to something that nobody knows.
bool may_be_set(const BaseImage& base, const std::string& name) {
  if (is_listed(base.env, name) || name == "PATH") return false;
  const auto& all = base.env_names;
  return all.empty() || is_one_of(name, all);
}

// A line that uses a variable of the base image would get another value; also
// `ENV A=$A:/x`, where the line itself sets it.
Objection check_variables(const ScratchSubject& subject) {
  const auto& base = subject.state().base;
  if (base == nullptr || base->env_complete) return std::nullopt;
  VariableNames declared;
  for (const std::size_t i : subject.config.settings) {
    const Instruction& it = subject.instruction(i);
    for (const std::string& name : variables_in(it.arguments.text)) {
      if (declared.contains(name) || !may_be_set(*base, name)) continue;
      return subject.refuse_at(i,
                               "`$" + name +
                                   "` may come from the base image, whose "
                                   "variables are not all known",
                               "name it in `env` of the base in harden.toml, "
                               "or give `--base-inspect`");
    }
    add_declared(it, declared);
  }
  return std::nullopt;
}

bool workdir_is_relative(const ScratchSubject& subject,
                         const ScratchPlan& plan) {
  for (const std::size_t i : plan.repeated) {
    const Instruction& it = subject.instruction(i);
    if (it.keyword == Keyword::workdir) {
      return !it.arguments.text.starts_with('/');
    }
  }
  return true;
}

void add_inherited(const ScratchSubject& subject, ScratchPlan& plan) {
  add_environment(subject, plan);
  const auto& base = subject.state().base;
  if (base == nullptr) return;
  if (!base->workdir.empty() && workdir_is_relative(subject, plan)) {
    plan.inherited.workdir = base->workdir;
  }
  for (const PathSetting& it : subject.state().volumes) {
    if (!it.instruction) plan.inherited.volumes.push_back(it.path);
  }
  plan.inherited.ports = base->ports;
  plan.inherited.stop_signal = base->stop_signal;
  const bool own_stop_signal =
      std::ranges::any_of(plan.repeated, [&](std::size_t i) {
        return subject.instruction(i).keyword == Keyword::stopsignal;
      });
  if (own_stop_signal) plan.inherited.stop_signal.clear();
  const bool own_start = subject.config.entrypoint || subject.config.cmd;
  if (!own_start) plan.inherited.cmd = base->cmd;
}

}  // namespace

Objection add_config(const ScratchSubject& subject, ScratchPlan& plan) {
  if (auto it = check_unprivileged(subject)) return it;
  if (auto it = add_user(subject, plan)) return it;
  if (auto it = check_variables(subject)) return it;
  plan.repeated = subject.config.settings;
  if (auto it = add_healthcheck(subject, plan)) return it;
  for (const auto& it : {subject.config.entrypoint, subject.config.cmd}) {
    if (it) plan.repeated.push_back(*it);
  }
  add_inherited(subject, plan);
  return std::nullopt;
}

namespace {

bool is_setting(Keyword keyword) {
  using enum Keyword;
  constexpr Keyword settings[] = {env,     label,  maintainer,
                                  workdir, expose, volume};
  return std::ranges::find(settings, keyword) != std::end(settings);
}

}  // namespace

VariableNames variables_in(std::string_view text) {
  VariableNames names;
  for (std::size_t at = text.find('$'); at != std::string_view::npos;
       at = text.find('$', at + 1)) {
    std::size_t begin = at + 1;
    if (begin < text.size() && text[begin] == '{') ++begin;
    std::size_t end = begin;
    while (end < text.size() && is_word(text[end])) ++end;
    if (end > begin) names.emplace(text.substr(begin, end - begin));
  }
  return names;
}

ImageConfig image_config(const StageView& stage) {
  const ImageState& state = stage.state();
  const std::vector<std::size_t> chain = stage.chain();
  ImageConfig result;
  result.user = state.user.instruction;
  if (state.entrypoint) result.entrypoint = state.entrypoint->instruction;
  if (state.cmd) result.cmd = state.cmd->instruction;
  std::optional<std::size_t> stop_signal;
  for (const std::size_t i : chain) {
    const Keyword keyword = stage.instruction(i).keyword;
    if (keyword == Keyword::healthcheck) result.healthcheck = i;
    if (keyword == Keyword::stopsignal) stop_signal = i;
  }
  std::vector<std::size_t> all;
  VariableNames used;
  for (const std::size_t i : chain) {
    const Instruction& it = stage.instruction(i);
    const bool kept = is_setting(it.keyword) || stop_signal == i;
    if (kept || result.user == i) used.merge(variables_in(it.arguments.text));
    if (kept || it.keyword == Keyword::arg) all.push_back(i);
  }
  for (const std::size_t i : all) {
    const Instruction& it = stage.instruction(i);
    const auto* list = it.as<Assignments>();
    const bool needed =
        it.keyword != Keyword::arg ||
        (list != nullptr &&
         std::ranges::any_of(list->list, [&](const Assignment& arg) {
           return used.contains(arg.name.value);
         }));
    if (needed) result.settings.push_back(i);
  }
  return result;
}

}  // namespace harden
