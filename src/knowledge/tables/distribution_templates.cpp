// templates/distributions.json.
#include <array>

#include "knowledge/fact_text.h"
#include "knowledge/tables/template_reader.h"
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

void read_commands(TemplateObject& object, FamilyEntry& entry) {
  entry.has_commands = object.has("add_user");
  if (!entry.has_commands) return;
  entry.install_tools = object.text("install_tools");
  entry.add_group = object.text("add_group");
  entry.add_user = object.text("add_user");
  entry.nologin = object.text("nologin");
  require_placeholders(object, entry.add_group, {"{name}", "{gid}"});
  require_placeholders(object, entry.add_user,
                       {"{name}", "{uid}", "{home}", "{shell}"});
  if (!entry.nologin.starts_with('/')) object.fail("`nologin` is no path");
}

FamilyEntry read_family(const Json& json, const std::string& path) {
  TemplateObject object(json, path + ": a family");
  const std::string name = object.text("family");
  const auto family = parse_family(name);
  if (!family) object.fail("`" + name + "` is not a known family");
  FamilyEntry entry;
  entry.family = *family;
  read_commands(object, entry);
  entry.accounts = object.parsed("accounts", parse_account);
  entry.groups = object.parsed("groups", parse_group);
  if (object.text("source").empty()) object.fail("`source` is missing");
  object.refuse_unknown_keys();
  return entry;
}

}  // namespace

std::vector<FamilyEntry> read_family_templates(const std::string& path) {
  const Json json = read_template(path);
  if (!json.is_array()) throw TemplateError(path + ": is not a list");
  std::vector<FamilyEntry> families;
  for (const Json& family : json) families.push_back(read_family(family, path));
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
