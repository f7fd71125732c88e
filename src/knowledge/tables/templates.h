// The templates as values, checked.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "knowledge/base_image.h"
#include "knowledge/fact_text.h"
#include "knowledge/tables/lists.h"
#include "knowledge/tables/template_reader.h"

namespace harden::knowledge {

struct ImageEntry {
  BaseImage facts;
  bool accounts_complete = false;
  std::vector<std::string> images;  // repositories or patterns of them
  std::vector<std::string> tags;
  std::vector<std::string> not_tags;
  std::vector<VersionRange> versions;
};

struct ImageTemplates {
  std::vector<std::string> library_prefixes;
  std::vector<ImageEntry> entries;  // variants stand before their entry
};

struct FamilyEntry {
  Family family = Family::unknown;
  struct Commands {
    std::string install_tools;
    std::string add_group;
    std::string add_user;
    std::string add_system_group;
    std::string add_system_user;
    std::string nologin;
  };
  bool has_commands = true;
  Commands commands;
  std::vector<Account> accounts;
  std::vector<Group> groups;
};

// ScratchFacts; `needs` are the words of SourceSign::Needs.
struct ScratchEntry {
  struct Sign {
    std::string text;
    std::string needs;
    std::string means;
  };
  struct Module {
    std::string name;
    std::string needs;
  };
  std::vector<std::string> folders;
  std::string interpreter;
  std::vector<std::string> interpreters;
  std::vector<std::string> asks;
  std::vector<std::string> leaves_out;
  std::string leaves_out_in;
  std::vector<std::string> environment;
  std::vector<std::string> packages;
  std::vector<std::string> installers;
  std::vector<std::string> source_files;
  std::vector<std::string> not_source_files;
  std::vector<std::string> module_files;
  std::vector<Sign> signs;
  std::vector<Module> modules;
};

struct RuntimeEntry {
  Runtime facts;
  std::optional<ScratchEntry> scratch;
};

// ServerFacts.
struct ServerEntry {
  struct Setting {
    std::string file;
    std::vector<std::string> options;
    std::vector<std::string> words;
    bool names_account = false;
    std::string reason;
    std::string remedy;
  };
  std::string id;
  std::vector<std::string> packages;
  std::vector<std::string> account_packages;
  std::vector<std::string> programs;
  std::vector<std::string> only_with;
  std::string account;
  std::string group;
  std::vector<std::string> groups;
  std::string home;
  std::string shell;
  std::string own_account;
  std::vector<std::string> account_options;
  std::vector<WrittenPath> writes;
  std::vector<WrittenPath> gives;
  std::vector<std::string> files;
  std::vector<std::string> reads;
  bool needs_home = false;
  std::string starts_in;
  std::vector<std::string> starts_in_unless;
  std::string needs_root;
  std::string remedy;
  std::uint64_t memory = 0;
  std::uint32_t pids = 0;
  std::vector<Setting> settings;
};

// A part of a script of templates/.
struct ScriptSection {
  std::string name;
  std::vector<std::string> lines;
};

// Several commands with one meaning.
struct CommandEntry {
  std::vector<std::string> names;
  std::string use;
  std::string effect = "none";
  std::string path;
  std::vector<std::string> capabilities;
  std::string reason;
  std::string remedy;
  std::vector<std::string> only_with;
  std::vector<std::string> not_with;
  std::optional<std::uint32_t> shows_with;
  bool init = false;
  bool elevates = false;
  bool waits = false;
  bool repeats = false;
  std::vector<std::string> value_options;
  std::uint32_t operands = 0;
  bool assignments = false;
};

struct StartScriptEntry {
  std::vector<std::string> names;
  std::string needs_root;
  std::string runtime;
  bool starts_arguments = false;
  std::string source;
};

struct CommandTemplates {
  std::vector<CommandEntry> commands;
  std::vector<StartScriptEntry> start_scripts;
};

// PackageManagerFacts, for several programs.
struct PackageManagerEntry {
  std::vector<std::string> programs;
  std::string manager;
  bool system = false;
  Family family = Family::unknown;
  std::string letters_with_value;
  std::vector<std::string> names_with_value;
  bool installs_alone = false;
  std::vector<std::string> install;
  std::vector<std::string> install_others;
  std::vector<std::string> update_lists;
  std::vector<std::string> upgrade;
  std::vector<std::string> remove;
  std::vector<std::string> other;
};

struct StepDownEntry {
  std::string tool;
  std::optional<Family> family;
  std::vector<std::string> not_in;
  std::vector<std::string> commands;
  std::string copy;
};

// All of templates/ but seccomp/.
struct Templates {
  ImageTemplates images;
  std::vector<FamilyEntry> families;
  std::vector<RuntimeEntry> runtimes;
  std::vector<ServerEntry> servers;
  CommandTemplates commands;
  std::vector<PackageManagerEntry> package_managers;
  std::vector<StepDownEntry> step_downs;
  std::vector<ScriptSection> scripts;
  ListTemplates lists;
};

// Refuses keys that name what no other table has: a runtime, a command.
void check_references(const Templates& templates);

ImageTemplates read_image_templates(const std::string& path);
std::vector<FamilyEntry> read_family_templates(const std::string& path);
std::vector<RuntimeEntry> read_runtime_templates(const std::string& path);
// `limits` of a runtime or a server: {"memory": "512m", "pids": 200}.
void read_limits(const Json& json, const std::string& place,
                 std::uint64_t& memory, std::uint32_t& pids);
std::vector<ServerEntry> read_server_templates(const std::string& path);
// The sections of scripts; their names occur once.
std::vector<ScriptSection> read_script_templates(
    const std::vector<std::string>& paths);
CommandTemplates read_command_templates(const std::string& path);
std::vector<PackageManagerEntry> read_package_manager_templates(
    const std::string& path);
std::vector<StepDownEntry> read_step_down_templates(const std::string& path);

}  // namespace harden::knowledge
