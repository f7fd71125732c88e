#include "knowledge/tables/write_tables.h"

#include <algorithm>

#include "base/glob/wildcard.h"
#include "knowledge/fact_text.h"
#include "knowledge/tables/command_rows.h"
#include "knowledge/tables/cpp_constants.h"
#include "knowledge/tables/runtime_rows.h"

namespace harden::knowledge {

namespace {

std::string cpp(bool value) { return value ? "true" : "false"; }
std::string cpp(std::uint32_t value) { return std::to_string(value) + "u"; }
std::string cpp(Family family) {
  return "Family::" + std::string(to_string(family));
}
std::string cpp(const Group& group) {
  return "{" + literal(group.name) + ", " + cpp(group.gid) + "}";
}
std::string cpp(const VersionRange& range) {
  return "{" + cpp(range.below) + ", {" + cpp(range.bound[0]) + ", " +
         cpp(range.bound[1]) + ", " + cpp(range.bound[2]) + "}}";
}
std::string cpp(const Account& account, CppConstants& constants) {
  return "{" + literal(account.name) + ", " + cpp(account.uid) + ", " +
         cpp(account.gid) + ", " + literal(account.home) + ", " +
         constants.strings(account.groups) + "}";
}

template <typename T>
std::string list(const std::string& type, const std::vector<T>& values,
                 CppConstants& constants) {
  std::vector<std::string> items;
  for (const T& value : values) items.push_back(cpp(value));
  return constants.list(type, items);
}

std::string accounts(const std::vector<Account>& values,
                     CppConstants& constants) {
  std::vector<std::string> items;
  for (const Account& value : values) items.push_back(cpp(value, constants));
  return constants.list("AccountRow", items);
}

std::string image_row(const ImageEntry& entry, CppConstants& constants) {
  const BaseImage& facts = entry.facts;
  std::string row = "{";
  field(row, "id", literal(facts.id));
  field(row, "tags", constants.strings(entry.tags));
  field(row, "not_tags", constants.strings(entry.not_tags));
  field(row, "versions", list("VersionRange", entry.versions, constants));
  field(row, "family", cpp(facts.family));
  field(row, "has_shell", cpp(facts.has_shell));
  field(row, "has_user_tools", cpp(facts.has_user_tools));
  field(row, "accounts_complete", cpp(entry.accounts_complete));
  field(row, "runs_as_any_user", cpp(facts.runs_as_any_user));
  field(row, "user", facts.user ? literal(*facts.user) : "std::nullopt");
  field(row, "install_tools", literal(facts.install_tools));
  field(row, "ready_account", literal(facts.ready_account));
  field(row, "steps_down_to", literal(facts.steps_down_to));
  field(row, "needs_root", literal(facts.needs_root));
  field(row, "workdir", literal(facts.workdir));
  field(row, "runtime", literal(facts.runtime));
  field(row, "compiles", literal(facts.compiles));
  field(row, "installs_to", literal(facts.installs_to));
  field(row, "starts_arguments", cpp(facts.starts_arguments));
  field(row, "logs_to_stdout", cpp(facts.logs_to_stdout));
  field(row, "templates_in", literal(facts.templates_in));
  field(row, "templates_fill", literal(facts.templates_fill));
  field(row, "accounts", accounts(facts.accounts, constants));
  field(row, "groups", list("GroupRow", facts.groups, constants));
  field(row, "writes", write_list(facts.writes, constants));
  field(row, "entrypoint", constants.strings(facts.entrypoint));
  field(row, "cmd", constants.strings(facts.cmd));
  field(row, "env", constants.strings(facts.env));
  field(row, "ports", constants.strings(facts.ports));
  field(row, "stop_signal", literal(facts.stop_signal));
  field(row, "entrypoint_reads", constants.strings(facts.entrypoint_reads));
  field(row, "env_names", constants.strings(facts.env_names));
  return row + "}";
}

std::string family_row(const FamilyEntry& entry, CppConstants& constants) {
  std::string row = "{";
  field(row, "family", cpp(entry.family));
  field(row, "has_commands", cpp(entry.has_commands));
  field(row, "commands",
        "{" + literal(entry.install_tools) + ", " + literal(entry.add_group) +
            ", " + literal(entry.add_user) + ", " + literal(entry.nologin) +
            "}");
  field(row, "accounts", accounts(entry.accounts, constants));
  field(row, "groups", list("GroupRow", entry.groups, constants));
  return row + "}";
}

std::string section_row(const ScriptSection& section, CppConstants& constants) {
  std::string row = "{";
  field(row, "name", literal(section.name));
  field(row, "lines", constants.strings(section.lines));
  return row + "}";
}

std::string step_down_row(const StepDownEntry& entry, CppConstants& constants) {
  std::string row = "{";
  field(row, "tool", literal(entry.tool));
  field(row, "family", entry.family ? cpp(*entry.family) : "std::nullopt");
  field(row, "not_in", constants.strings(entry.not_in));
  field(row, "commands", constants.strings(entry.commands));
  field(row, "copy", literal(entry.copy));
  return row + "}";
}

using Names = std::vector<std::pair<std::string, std::size_t>>;

// Which entries may answer for which repository (or pattern of them).
Names names_of(const std::vector<ImageEntry>& entries, bool patterns) {
  Names names;
  for (std::size_t index = 0; index < entries.size(); ++index) {
    for (const std::string& image : entries[index].images) {
      if (is_wildcard(image) == patterns) names.emplace_back(image, index);
    }
  }
  if (!patterns) std::ranges::sort(names);
  return names;
}

std::string name_list(const Names& names, CppConstants& constants) {
  std::vector<std::string> items;
  for (const auto& [name, index] : names) {
    items.push_back("{" + literal(name) + ", " + std::to_string(index) + "}");
  }
  return constants.list("NameRow", items);
}

template <typename T>
std::string row_list(const std::string& type, const std::vector<T>& entries,
                     std::string (*row)(const T&, CppConstants&),
                     CppConstants& constants) {
  std::vector<std::string> rows;
  for (const T& entry : entries) rows.push_back(row(entry, constants));
  return constants.list(type, rows);
}

}  // namespace

std::string write_tables(const Templates& templates) {
  const ImageTemplates& images = templates.images;
  const CommandTemplates& commands = templates.commands;
  CppConstants constants;
  std::string fields;
  field(fields, "images",
        row_list("ImageRow", images.entries, image_row, constants));
  field(fields, "names", name_list(names_of(images.entries, false), constants));
  field(fields, "patterns",
        name_list(names_of(images.entries, true), constants));
  field(fields, "library_prefixes", constants.strings(images.library_prefixes));
  field(fields, "families",
        row_list("FamilyRow", templates.families, family_row, constants));
  field(fields, "runtimes",
        row_list("RuntimeRow", templates.runtimes, runtime_row, constants));
  field(fields, "commands", command_list(commands.commands, constants));
  field(fields, "start_scripts",
        start_script_list(commands.start_scripts, constants));
  field(fields, "package_managers",
        package_manager_list(templates.package_managers, constants));
  field(fields, "step_down_packages",
        row_list("StepDownPackage", templates.step_downs, step_down_row,
                 constants));
  field(fields, "script_sections",
        row_list("SectionRow", templates.scripts, section_row, constants));
  const std::string lists = write_lists(templates.lists, constants);
  return "// Made from templates/*.json by make_knowledge; do not edit.\n"
         "#include \"knowledge/rows.h\"\n" +
         include_lists(templates.lists) +
         "\n"
         "namespace harden::knowledge {\nnamespace {\n" +
         constants.definitions() +
         "}  // namespace\n\nconstinit const Tables tables = {" + fields +
         "};\n\n}  // namespace harden::knowledge\n\n"
         "namespace harden::lists {\n\nusing namespace knowledge;\n\n" +
         lists + "\n}  // namespace harden::lists\n";
}

}  // namespace harden::knowledge
