// templates/step_down_tools.json.
#include "knowledge/tables/entry_fields.h"
#include "knowledge/tables/templates.h"

namespace harden::knowledge {
namespace {

bool is_tool(const std::string& name) {
  return name == "gosu" || name == "su-exec" || name == "setpriv";
}

StepDownEntry read_entry(const Json& json, const std::string& path) {
  EntryObject object(json, path + ": a tool");
  StepDownEntry entry;
  object.read_fields(entry);
  if (!is_tool(entry.tool)) object.fail("`" + entry.tool + "` is no tool");
  // The last one tries it: a build without the tool must not succeed.
  if (entry.commands.empty() ||
      !entry.commands.back().starts_with(entry.tool + " ")) {
    object.fail("`commands` do not end with a call of `" + entry.tool + "`");
  }
  object.require_source();
  return entry;
}

}  // namespace

std::vector<StepDownEntry> read_step_down_templates(const std::string& path) {
  std::vector<StepDownEntry> entries;
  for (const Json& item : read_template_list(path)) {
    entries.push_back(read_entry(item, path));
  }
  return entries;
}

}  // namespace harden::knowledge
