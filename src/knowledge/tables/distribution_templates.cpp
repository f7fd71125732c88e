// templates/distributions.json.
#include <array>

#include "knowledge/fact_text.h"
#include "knowledge/tables/entry_fields.h"
#include "knowledge/tables/templates.h"

namespace harden::knowledge {

namespace {

// A command that loses a placeholder would create the wrong user.
void require_placeholders(const TemplateObject& object,
                          const std::string& command,
                          std::initializer_list<std::string_view> names) {
  for (const std::string_view name : names) {
    if (command.find(name) == std::string::npos) {
      object.fail("`" + command + "` lacks " + std::string(name));
    }
  }
}

void read_commands(EntryObject& object, FamilyEntry::Commands& commands) {
  object.read_fields(commands);
  require_placeholders(object, commands.add_group, {"{name}", "{gid}"});
  require_placeholders(object, commands.add_user,
                       {"{name}", "{uid}", "{home}", "{shell}"});
  if (!commands.nologin.starts_with('/'))
    object.fail("`nologin` is not a path");
}

FamilyEntry read_family(const Json& json, const std::string& path) {
  EntryObject object(json, path + ": a family");
  FamilyEntry entry;
  object.read("family", entry.family);
  entry.has_commands = object.has("add_user");
  if (entry.has_commands) read_commands(object, entry.commands);
  object.read("accounts", entry.accounts);
  object.read("groups", entry.groups);
  object.require_source();
  return entry;
}

}  // namespace

std::vector<FamilyEntry> read_family_templates(const std::string& path) {
  std::vector<FamilyEntry> families;
  for (const Json& it : read_template_list(path)) {
    families.push_back(read_family(it, path));
  }
  for (std::size_t index = 0; index < std::size(kFamilyNames); ++index) {
    if (index >= families.size() ||
        families[index].family != static_cast<Family>(index)) {
      throw TemplateError(path +
                          ": expected one entry for each family in the "
                          "order of `enum class Family`; no. " +
                          std::to_string(index) + " is not `" +
                          std::string(kFamilyNames[index]) + "`");
    }
  }
  return families;
}

}  // namespace harden::knowledge
