// templates/package_managers.json. An entry that is `like` another has that
// one's options and verbs, but for those that it says itself.
#include <algorithm>
#include <string>

#include "knowledge/tables/entry_fields.h"
#include "knowledge/tables/templates.h"

namespace harden::knowledge {
namespace {

using Entries = std::vector<PackageManagerEntry>;

PackageManagerEntry& like(const std::string& program, Entries& entries,
                          const TemplateObject& object) {
  for (PackageManagerEntry& it : entries) {
    if (std::ranges::find(it.programs, program) != it.programs.end()) return it;
  }
  object.fail("there is no `" + program + "` yet that it could be like");
}

PackageManagerEntry read_manager(const Json& json, const std::string& path,
                                 Entries& before) {
  EntryObject object(json, path + ": a package manager");
  PackageManagerEntry entry;
  if (object.has("like")) {
    entry = like(object.text("like"), before, object);
    entry.manager.clear();
    entry.family = Family::unknown;
  }
  object.read_fields(entry);
  object.read("names_with_value", entry.names_with_value);
  entry.programs = object.strings("programs");
  if (entry.programs.empty()) object.fail("`programs` is missing or empty");
  object.require_source();
  return entry;
}

// templates/step_down_tools.json.
bool is_tool(const std::string& name) {
  return name == "gosu" || name == "su-exec" || name == "setpriv";
}

StepDownEntry read_step_down(const Json& json, const std::string& path) {
  EntryObject object(json, path + ": a tool");
  StepDownEntry entry;
  object.read_fields(entry);
  if (!is_tool(entry.tool)) object.fail("`" + entry.tool + "` is not a tool");
  // The last one tries it: a build without the tool must not succeed.
  if (entry.commands.empty() ||
      !entry.commands.back().starts_with(entry.tool + " ")) {
    object.fail("`commands` do not end with a call of `" + entry.tool + "`");
  }
  object.require_source();
  return entry;
}

}  // namespace

Entries read_package_manager_templates(const std::string& path) {
  Entries entries;
  for (const Json& item : read_template_list(path)) {
    entries.push_back(read_manager(item, path, entries));
  }
  return entries;
}

std::vector<StepDownEntry> read_step_down_templates(const std::string& path) {
  std::vector<StepDownEntry> entries;
  for (const Json& item : read_template_list(path)) {
    entries.push_back(read_step_down(item, path));
  }
  return entries;
}

}  // namespace harden::knowledge
