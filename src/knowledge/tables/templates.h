// The templates as values, checked.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "knowledge/base_image.h"
#include "knowledge/version.h"

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
  bool has_commands = true;
  std::string install_tools;
  std::string add_group;
  std::string add_user;
  std::string nologin;
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
  std::vector<Sign> signs;
  std::vector<std::string> module_files;
  std::vector<Module> modules;
};

struct RuntimeEntry {
  Runtime facts;
  std::optional<ScratchEntry> scratch;
};

// A part of templates/rootfs.sh.
struct ScriptSection {
  std::string name;
  std::vector<std::string> lines;
};

// Several commands with one meaning.
struct CommandEntry {
  std::vector<std::string> names;
  std::string use;
  std::string effect;
  std::string path;
  std::vector<std::string> capabilities;
  std::string reason;
  std::string remedy;
  std::vector<std::string> only_with;
  std::vector<std::string> not_with;
  std::optional<std::uint32_t> shows_with;
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

struct StepDownEntry {
  std::string tool;
  std::optional<Family> family;
  std::vector<std::string> not_in;
  std::vector<std::string> commands;
  std::string copy;
};

ImageTemplates read_image_templates(const std::string& path);
std::vector<FamilyEntry> read_family_templates(const std::string& path);
std::vector<RuntimeEntry> read_runtime_templates(const std::string& path);
std::vector<ScriptSection> read_script_template(const std::string& path);
CommandTemplates read_command_templates(const std::string& path);
std::vector<StepDownEntry> read_step_down_templates(const std::string& path);

}  // namespace harden::knowledge
