// templates/step_down_tools.json.
#include "knowledge/fact_text.h"
#include "knowledge/tables/template_reader.h"
#include "knowledge/tables/templates.h"

namespace harden::knowledge {
namespace {

bool is_tool(const std::string& name) {
  return name == "gosu" || name == "su-exec" || name == "setpriv";
}

StepDownEntry read_entry(const Json& json, const std::string& path) {
  TemplateObject object(json, path + ": a tool");
  StepDownEntry entry;
  entry.tool = object.text("tool");
  if (!is_tool(entry.tool)) object.fail("`" + entry.tool + "` is no tool");
  if (object.has("family")) {
    entry.family = parse_family(object.text("family"));
    if (!entry.family) object.fail("`family` is none");
  }
  entry.not_in = object.strings("not_in");
  entry.commands = object.strings("commands");
  // The last one tries it: a build without the tool must not succeed.
  if (entry.commands.empty() ||
      !entry.commands.back().starts_with(entry.tool + " ")) {
    object.fail("`commands` do not end with a call of `" + entry.tool + "`");
  }
  entry.copy = object.text("copy");
  if (object.text("source").empty()) object.fail("`source` is missing");
  object.refuse_unknown_keys();
  return entry;
}

}  // namespace

std::vector<StepDownEntry> read_step_down_templates(const std::string& path) {
  const Json json = read_template(path);
  if (!json.is_array()) throw TemplateError(path + ": is not a list");
  std::vector<StepDownEntry> entries;
  for (const Json& item : json) entries.push_back(read_entry(item, path));
  return entries;
}

}  // namespace harden::knowledge
