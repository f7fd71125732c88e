#include "knowledge/tables/command_rows.h"

#include <map>
#include <utility>

namespace harden::knowledge {

namespace {

std::string command_row(const CommandEntry& entry, const std::string& name,
                        CppConstants& constants) {
  std::string row = "{";
  field(row, "name", literal(name));
  field(row, "use", "CommandFacts::Use::" + entry.use);
  field(row, "effect", "CommandFacts::Effect::" + entry.effect);
  field(row, "path", literal(entry.path));
  field(row, "capabilities", constants.strings(entry.capabilities));
  field(row, "reason", literal(entry.reason));
  field(row, "remedy", literal(entry.remedy));
  field(row, "only_with", constants.strings(entry.only_with));
  field(row, "not_with", constants.strings(entry.not_with));
  field(row, "shows_with",
        entry.shows_with ? std::to_string(*entry.shows_with) : "std::nullopt");
  const std::pair<const char*, bool> flags[] = {{"is_init", entry.is_init},
                                                {"elevates", entry.elevates},
                                                {"waits", entry.waits},
                                                {"repeats", entry.repeats}};
  for (const auto& [key, set] : flags) {
    if (set) field(row, key, "true");
  }
  field(row, "value_options", constants.strings(entry.value_options));
  field(row, "operands", std::to_string(entry.operands));
  field(row, "assignments", entry.assignments ? "true" : "false");
  return row + "}";
}

std::string start_script_row(const StartScriptEntry& entry,
                             const std::string& name, CppConstants&) {
  std::string row = "{";
  field(row, "name", literal(name));
  field(row, "needs_root", literal(entry.needs_root));
  field(row, "runtime", literal(entry.runtime));
  field(row, "starts_arguments", entry.starts_arguments ? "true" : "false");
  field(row, "source", literal(entry.source));
  return row + "}";
}

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& it : words) text += (text.empty() ? "" : " ") + it;
  return text;
}

std::string package_manager_row(const PackageManagerEntry& entry,
                                const std::string& program,
                                CppConstants& constants) {
  std::string row = "{";
  field(row, "program", literal(program));
  field(row, "manager", "PackageManager::" + entry.manager);
  field(row, "system", entry.system ? "true" : "false");
  field(row, "family", "Family::" + std::string(to_string(entry.family)));
  field(row, "letters_with_value", literal(entry.letters_with_value));
  field(row, "names_with_value", literal(joined(entry.names_with_value)));
  field(row, "installs_alone", entry.installs_alone ? "true" : "false");
  field(row, "install", constants.strings(entry.install));
  field(row, "install_others", constants.strings(entry.install_others));
  field(row, "update_lists", constants.strings(entry.update_lists));
  field(row, "upgrade", constants.strings(entry.upgrade));
  field(row, "remove", constants.strings(entry.remove));
  field(row, "other", constants.strings(entry.other));
  return row + "}";
}

const std::vector<std::string>& names_of(const PackageManagerEntry& entry) {
  return entry.programs;
}
template <typename Entry>
const std::vector<std::string>& names_of(const Entry& entry) {
  return entry.names;
}

template <typename Entry>
std::string named_rows(const std::string& type, const std::string& key,
                       const std::vector<Entry>& entries,
                       std::string (*row)(const Entry&, const std::string&,
                                          CppConstants&),
                       CppConstants& constants) {
  std::map<std::string, std::string> rows;
  for (const Entry& entry : entries) {
    for (const std::string& name : names_of(entry)) {
      rows[name] = row(entry, name, constants);
    }
  }
  std::vector<std::string> items;
  for (const auto& [name, text] : rows) items.push_back(text);
  return "{" +
         constants.indexed(constants.list(type, items),
                           "&" + type + "::" + key) +
         "}";
}

}  // namespace

std::string command_list(const std::vector<CommandEntry>& entries,
                         CppConstants& constants) {
  return named_rows("CommandFacts", "name", entries, command_row, constants);
}

std::string package_manager_list(
    const std::vector<PackageManagerEntry>& entries, CppConstants& constants) {
  return named_rows("PackageManagerFacts", "program", entries,
                    package_manager_row, constants);
}

std::string start_script_list(const std::vector<StartScriptEntry>& entries,
                              CppConstants& constants) {
  return named_rows("ShippedScript", "name", entries, start_script_row,
                    constants);
}

}  // namespace harden::knowledge
