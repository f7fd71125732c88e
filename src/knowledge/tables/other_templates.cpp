// templates/distributions.json and templates/runtimes.json.
#include <array>
#include <set>

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

Runtime read_runtime(const Json& json, const std::string& path) {
  TemplateObject object(json, path + ": a runtime");
  Runtime runtime;
  runtime.id = object.text("id");
  if (runtime.id.empty()) object.fail("`id` is missing");
  runtime.needs_home = object.flag("needs_home", false);
  runtime.writes = object.parsed("writes", parse_written_path);
  runtime.programs = object.strings("programs");
  if (object.text("source").empty()) object.fail("`source` is missing");
  object.refuse_unknown_keys();
  return runtime;
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

std::vector<Runtime> read_runtime_templates(const std::string& path) {
  const Json json = read_template(path);
  if (!json.is_array()) throw TemplateError(path + ": is not a list");
  std::vector<Runtime> runtimes;
  std::set<std::string> names;
  for (const Json& item : json) {
    Runtime runtime = read_runtime(item, path);
    for (const std::string& program : runtime.programs) {
      if (!names.insert(program).second) {
        throw TemplateError(path + ": program `" + program + "` occurs twice");
      }
    }
    runtimes.push_back(std::move(runtime));
  }
  return runtimes;
}

}  // namespace harden::knowledge
