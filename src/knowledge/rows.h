// The compiled-in tables: what make_knowledge writes and the lookups read.
//
// Everything is a constant that refers to other constants, so that the program
// starts without running a line of code for it.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "base/text/word_index.h"
#include "knowledge/base_image.h"
#include "knowledge/fact_text.h"
#include "knowledge/knowledge.h"
#include "knowledge/package_managers.h"
#include "knowledge/server_facts.h"

namespace harden::knowledge {

using Strings = std::span<const std::string_view>;

struct AccountRow {
  std::string_view name;
  std::uint32_t uid;
  std::uint32_t gid;
  std::string_view home;
  Strings groups;
};

struct GroupRow {
  std::string_view name;
  std::uint32_t gid;
};

struct ImageRow {
  std::string_view id;
  // Which tags it is about: one of `tags` (none: any), none of `not_tags`, and
  // a version within all of `versions`.
  Strings tags;
  Strings not_tags;
  std::span<const VersionRange> versions;

  Family family;
  bool has_shell;
  bool has_user_tools;
  // The family's accounts do not exist here: only the listed ones do.
  bool accounts_complete;
  bool runs_as_any_user;
  std::optional<std::string_view> user;
  std::string_view install_tools;
  std::string_view ready_account;
  std::string_view steps_down_to;
  std::string_view needs_root;
  std::string_view workdir;
  std::string_view runtime;
  std::string_view compiles;
  std::string_view installs_to;
  bool starts_arguments;
  bool logs_to_stdout;
  std::string_view templates_in;
  std::string_view templates_fill;
  std::string_view templates_fill_variable;
  Strings file_capabilities;
  Strings output_links;
  std::span<const AccountRow> accounts;
  std::span<const GroupRow> groups;
  std::span<const WriteRow> writes;
  Strings entrypoint;
  Strings cmd;
  Strings env;
  Strings ports;
  std::string_view stop_signal;
  Strings entrypoint_reads;
  Strings env_names;
};

// A repository (sorted by it), or a pattern of repositories, and the rows of
// images that may answer for it.
struct NameRow {
  std::string_view repository;
  std::uint16_t image;
};

struct FamilyRow {
  Family family;
  bool has_commands;
  UserCommands commands;
  std::span<const AccountRow> accounts;
  std::span<const GroupRow> groups;
};

struct RuntimeRow {
  std::string_view id;
  bool needs_home;
  std::span<const WriteRow> writes;
  Strings programs;
  Strings program_paths;
  bool reaps;
  bool maps_tmp;
  bool lists_interfaces;
  std::uint64_t memory;
  std::uint32_t pids;
  const ScratchFacts* scratch;
};

struct SectionRow {
  std::string_view name;
  Strings lines;
};

struct Tables {
  std::span<const ImageRow> images;   // first match wins
  std::span<const NameRow> names;     // by repository, then by image
  std::span<const NameRow> patterns;  // by image
  Strings library_prefixes;           // "arm64v8/": other names of library/
  std::span<const FamilyRow> families;
  std::span<const RuntimeRow> runtimes;
  NamedRows<ServerFacts, &ServerFacts::program> servers;
  NamedRows<CommandFacts, &CommandFacts::name> commands;
  NamedRows<ShippedScript, &ShippedScript::name> start_scripts;
  NamedRows<PackageManagerFacts, &PackageManagerFacts::program>
      package_managers;
  std::span<const StepDownPackage> step_down_packages;  // first match wins
  std::span<const SectionRow> script_sections;
};
extern const Tables tables;

std::vector<WrittenPath> written_paths(std::span<const WriteRow> rows);

}  // namespace harden::knowledge
