// The fields of the templates' entries, named once for who reads them and who
// writes them: a key in JSON is a field of the row, and they stand in the order
// of its struct (knowledge/rows.h, knowledge/knowledge.h), which C++ wants.
#pragma once

#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "knowledge/tables/template_reader.h"
#include "knowledge/tables/templates.h"

namespace harden::knowledge {

// The enumerators that templates may name; the C++ compiler checks them again.
inline constexpr std::array<std::string_view, 6> uses = {
    "tool", "application", "root", "service", "wrapper", "steps_down"};
inline constexpr std::array<std::string_view, 9> effects = {
    "none",    "owner",  "mode",    "write", "account",
    "package", "kernel", "service", "system"};
inline constexpr std::array<std::string_view, 8> managers = {
    "apt", "apk", "dnf", "zypper", "pip", "npm", "yarn", "other"};

// A member that holds the name of an enumerator.
struct Enumerator {
  std::string& name;
  std::string_view type;
  std::span<const std::string_view> known;
};

template <typename Each>
void each_field(ImageEntry& entry, const Each& each) {
  BaseImage& facts = entry.facts;
  each("id", facts.id);
  each("tags", entry.tags);
  each("not_tags", entry.not_tags);
  each("versions", entry.versions);
  each("family", facts.family);
  each("has_shell", facts.has_shell);
  each("has_user_tools", facts.has_user_tools);
  each("accounts_complete", entry.accounts_complete);
  each("runs_as_any_user", facts.runs_as_any_user);
  each("user", facts.user);
  each("install_tools", facts.install_tools);
  each("ready_account", facts.ready_account);
  each("steps_down_to", facts.steps_down_to);
  each("needs_root", facts.needs_root);
  each("workdir", facts.workdir);
  each("runtime", facts.runtime);
  each("compiles", facts.compiles);
  each("installs_to", facts.installs_to);
  each("starts_arguments", facts.starts_arguments);
  each("logs_to_stdout", facts.logs_to_stdout);
  each("templates_in", facts.templates_in);
  each("templates_fill", facts.templates_fill);
  each("templates_fill_variable", facts.templates_fill_variable);
  each("file_capabilities", facts.file_capabilities);
  each("output_links", facts.output_links);
  each("accounts", facts.accounts);
  each("groups", facts.groups);
  each("writes", facts.writes);
  each("entrypoint", facts.entrypoint);
  each("cmd", facts.cmd);
  each("env", facts.env);
  each("ports", facts.ports);
  each("stop_signal", facts.stop_signal);
  each("entrypoint_reads", facts.entrypoint_reads);
  each("env_names", facts.env_names);
}

template <typename Each>
void each_field(FamilyEntry::Commands& commands, const Each& each) {
  each("install_tools", commands.install_tools);
  each("add_group", commands.add_group);
  each("add_user", commands.add_user);
  each("add_system_group", commands.add_system_group);
  each("add_system_user", commands.add_system_user);
  each("nologin", commands.nologin);
}

template <typename Each>
void each_field(RuntimeEntry& entry, const Each& each) {
  Runtime& facts = entry.facts;
  each("id", facts.id);
  each("needs_home", facts.needs_home);
  each("writes", facts.writes);
  each("programs", facts.programs);
  each("program_paths", facts.program_paths);
  each("reaps", facts.reaps);
  each("maps_tmp", facts.maps_tmp);
  each("lists_interfaces", facts.lists_interfaces);
}

template <typename Each>
void each_field(ScratchEntry& entry, const Each& each) {
  each("folders", entry.folders);
  each("interpreter", entry.interpreter);
  each("interpreters", entry.interpreters);
  each("asks", entry.asks);
  each("leaves_out", entry.leaves_out);
  each("leaves_out_in", entry.leaves_out_in);
  each("environment", entry.environment);
  each("packages", entry.packages);
  each("installers", entry.installers);
  each("source_files", entry.source_files);
  each("not_source_files", entry.not_source_files);
  each("module_files", entry.module_files);
}

template <typename Each>
void each_field(ServerEntry& entry, const Each& each) {
  each("id", entry.id);
  each("packages", entry.packages);
  each("account_packages", entry.account_packages);
  each("only_with", entry.only_with);
  each("account", entry.account);
  each("group", entry.group);
  each("groups", entry.groups);
  each("home", entry.home);
  each("shell", entry.shell);
  each("own_account", entry.own_account);
  each("account_options", entry.account_options);
  each("writes", entry.writes);
  each("gives", entry.gives);
  each("files", entry.files);
  each("reads", entry.reads);
  each("needs_home", entry.needs_home);
  each("starts_in", entry.starts_in);
  each("starts_in_unless", entry.starts_in_unless);
  each("needs_root", entry.needs_root);
  each("remedy", entry.remedy);
}

template <typename Each>
void each_field(ServerEntry::Setting& setting, const Each& each) {
  each("file", setting.file);
  each("options", setting.options);
  each("words", setting.words);
  each("names_account", setting.names_account);
  each("reason", setting.reason);
  each("remedy", setting.remedy);
}

template <typename Each>
void each_field(CommandEntry& entry, const Each& each) {
  each("use", Enumerator{entry.use, "CommandFacts::Use", uses});
  each("effect", Enumerator{entry.effect, "CommandFacts::Effect", effects});
  each("path", entry.path);
  each("capabilities", entry.capabilities);
  each("reason", entry.reason);
  each("remedy", entry.remedy);
  each("only_with", entry.only_with);
  each("not_with", entry.not_with);
  each("shows_with", entry.shows_with);
  each("init", entry.init);
  each("elevates", entry.elevates);
  each("waits", entry.waits);
  each("repeats", entry.repeats);
  each("value_options", entry.value_options);
  each("operands", entry.operands);
  each("assignments", entry.assignments);
}

template <typename Each>
void each_field(StartScriptEntry& entry, const Each& each) {
  each("needs_root", entry.needs_root);
  each("runtime", entry.runtime);
  each("starts_arguments", entry.starts_arguments);
  each("source", entry.source);
}

template <typename Each>
void each_field(PackageManagerEntry& entry, const Each& each) {
  each("manager", Enumerator{entry.manager, "PackageManager", managers});
  each("system", entry.system);
  each("family", entry.family);
  each("letters_with_value", entry.letters_with_value);
  each("installs_alone", entry.installs_alone);
  each("install", entry.install);
  each("install_others", entry.install_others);
  each("update_lists", entry.update_lists);
  each("upgrade", entry.upgrade);
  each("remove", entry.remove);
  each("other", entry.other);
}

template <typename Each>
void each_field(StepDownEntry& entry, const Each& each) {
  each("tool", entry.tool);
  each("family", entry.family);
  each("not_in", entry.not_in);
  each("commands", entry.commands);
  each("copy", entry.copy);
}

// An object of a template that is an entry, or a part of one.
class EntryObject : public TemplateObject {
 public:
  using TemplateObject::TemplateObject;

  using TemplateObject::read;
  void read(const std::string& key, Family& to);
  void read(const std::string& key, std::vector<Account>& to);
  void read(const std::string& key, std::vector<Group>& to);
  void read(const std::string& key, std::vector<WrittenPath>& to);
  void read(const std::string& key, std::vector<VersionRange>& to);
  void read(const std::string& key, const Enumerator& to);
  // null is nothing, too: what a variant does not have of its entry.
  template <typename T>
  void read(const std::string& key, std::optional<T>& to) {
    if (has(key) && !is_null(key)) read(key, to.emplace());
  }

  template <typename Entry>
  void read_fields(Entry& entry) {
    each_field(entry, [this](const std::string& key, auto&& member) {
      read(key, member);
    });
  }
};

}  // namespace harden::knowledge
