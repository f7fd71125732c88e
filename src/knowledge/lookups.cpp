// Distributions, runtimes and commands by name.
#include <algorithm>
#include <memory>
#include <stdexcept>
#include <vector>

#include "base/glob/glob.h"
#include "base/text/paths.h"
#include "knowledge/knowledge.h"
#include "knowledge/rows.h"

namespace harden {
namespace {

using knowledge::RuntimeRow;
using knowledge::tables;

// Made at the first question; most runs ask for one or none.
const std::vector<Runtime>& runtimes() {
  static const std::vector<Runtime> all = [] {
    std::vector<Runtime> list;
    for (const RuntimeRow& row : tables.runtimes) {
      Runtime& runtime = list.emplace_back();
      runtime.id = row.id;
      runtime.needs_home = row.needs_home;
      runtime.writes = knowledge::written_paths(row.writes);
      runtime.programs.assign(row.programs.begin(), row.programs.end());
      runtime.program_paths.assign(row.program_paths.begin(),
                                   row.program_paths.end());
      runtime.memory = row.memory;
      runtime.pids = row.pids;
      runtime.reaps = row.reaps;
      runtime.maps_tmp = row.maps_tmp;
      runtime.lists_interfaces = row.lists_interfaces;
      runtime.scratch = row.scratch;
    }
    return list;
  }();
  return all;
}

// "python3.12", "php-fpm8.2" and "ruby3.1" name the program and its version.
std::string_view without_version(std::string_view program) {
  return program.substr(0, program.size() - version_of(program).size());
}

const Runtime* find_program(std::string_view program) {
  for (std::size_t index = 0; index < tables.runtimes.size(); ++index) {
    const auto& programs = tables.runtimes[index].programs;
    if (std::ranges::find(programs, program) != programs.end()) {
      return &runtimes()[index];
    }
  }
  return nullptr;
}

bool fits(const StepDownPackage& it, std::string_view tool, Family family,
          std::string_view base) {
  return it.tool == tool && (!it.family || it.family == family) &&
         std::none_of(it.not_in.begin(), it.not_in.end(),
                      [&](std::string_view part) {
                        return base.find(part) != base.npos;
                      });
}

}  // namespace

std::vector<WrittenPath> knowledge::written_paths(
    std::span<const WriteRow> rows) {
  std::vector<WrittenPath> result;
  for (const WriteRow& it : rows) {
    result.push_back({std::string(it.path), it.volume, it.seeded});
  }
  return result;
}

const UserCommands* user_commands(Family family) {
  const auto& row = tables.families[static_cast<std::size_t>(family)];
  return row.has_commands ? &row.commands : nullptr;
}

const Runtime* find_runtime(std::string_view id) {
  const auto found = std::ranges::find(tables.runtimes, id, &RuntimeRow::id);
  if (found == tables.runtimes.end()) return nullptr;
  return &runtimes()[static_cast<std::size_t>(found - tables.runtimes.begin())];
}

const Runtime* find_runtime_of_program(std::string_view program) {
  program = base_name(program);
  if (const Runtime* runtime = find_program(program)) return runtime;
  return find_program(without_version(program));
}

std::span<const ServerFacts> all_servers() { return tables.servers.all(); }

const ServerFacts* find_server(std::string_view program) {
  program = base_name(program);
  const ServerFacts* found = tables.servers.find(program);
  return found == nullptr ? tables.servers.find(without_version(program))
                          : found;
}

std::string_view version_of(std::string_view name) {
  const std::size_t last = name.find_last_not_of("0123456789.");
  return last == std::string_view::npos ? std::string_view()
                                        : name.substr(last + 1);
}

std::span<const std::string_view> script_section(std::string_view name) {
  const auto& all = tables.script_sections;
  const auto found = std::ranges::find(all, name, &knowledge::SectionRow::name);
  if (found == all.end()) {
    throw std::logic_error("no script of templates/ has a section " +
                           std::string(name));
  }
  return found->lines;
}

bool matches_any(std::span<const std::string_view> patterns,
                 std::string_view text) {
  return std::ranges::any_of(patterns, [&](std::string_view pattern) {
    return matches_wildcard(pattern, text);
  });
}

const CommandFacts* find_command(std::string_view program) {
  return tables.commands.find(base_name(program));
}

const ShippedScript* find_start_script(std::string_view program) {
  return tables.start_scripts.find(base_name(program));
}

const StepDownPackage* find_step_down_package(std::string_view tool,
                                              Family family,
                                              std::string_view base) {
  for (const StepDownPackage& it : knowledge::tables.step_down_packages) {
    if (fits(it, tool, family, base)) return &it;
  }
  return nullptr;
}

}  // namespace harden
