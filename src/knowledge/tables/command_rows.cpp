#include "knowledge/tables/command_rows.h"

#include <map>

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

template <typename Entry>
std::string sorted_list(const std::string& type,
                        const std::vector<Entry>& entries,
                        std::string (*row)(const Entry&, const std::string&,
                                           CppConstants&),
                        CppConstants& constants) {
  std::map<std::string, std::string> rows;
  for (const Entry& entry : entries) {
    for (const std::string& name : entry.names) {
      rows[name] = row(entry, name, constants);
    }
  }
  std::vector<std::string> items;
  for (const auto& [name, text] : rows) items.push_back(text);
  return constants.list(type, items);
}

}  // namespace

std::string command_list(const std::vector<CommandEntry>& entries,
                         CppConstants& constants) {
  return sorted_list("CommandFacts", entries, command_row, constants);
}

std::string start_script_list(const std::vector<StartScriptEntry>& entries,
                              CppConstants& constants) {
  return sorted_list("ShippedScript", entries, start_script_row, constants);
}

}  // namespace harden::knowledge
