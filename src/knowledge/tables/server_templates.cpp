// templates/servers.json.
#include <set>
#include <string>

#include "knowledge/tables/entry_fields.h"
#include "knowledge/tables/templates.h"

namespace harden::knowledge {

namespace {

ServerEntry::Setting read_setting(const Json& json, const std::string& place) {
  EntryObject object(json, place + ": a setting");
  ServerEntry::Setting setting;
  object.read_fields(setting);
  if (!setting.file.starts_with('/')) object.fail("`file` is not a path");
  if (setting.words.empty()) object.fail("`words` is missing");
  if (setting.reason.empty()) object.fail("`reason` is missing");
  if (setting.remedy.empty()) object.fail("`remedy` is missing");
  object.refuse_unknown_keys();
  return setting;
}

void require_paths(const TemplateObject& object,
                   const std::vector<std::string>& paths) {
  for (const std::string& it : paths) {
    if (!it.starts_with('/')) object.fail("`" + it + "` is not a path");
  }
}

ServerEntry read_server(const Json& json, const std::string& path) {
  EntryObject object(json, path + ": a server");
  ServerEntry entry;
  object.read_fields(entry);
  entry.programs = object.strings("programs");
  if (entry.id.empty()) object.fail("`id` is missing");
  if (entry.programs.empty()) object.fail("`programs` is missing");
  if (entry.needs_root.empty() != entry.remedy.empty()) {
    object.fail("`needs_root` and `remedy` need each other");
  }
  if (!entry.home.empty() && entry.account.empty()) {
    object.fail("`home` without `account`");
  }
  require_paths(object, entry.files);
  require_paths(object, entry.reads);
  if (object.has("limits")) {
    read_limits(object.member("limits", Json::value_t::object),
                path + ": " + entry.id, entry.memory, entry.pids);
  }
  if (object.has("settings")) {
    for (const Json& it : object.member("settings", Json::value_t::array)) {
      entry.settings.push_back(read_setting(it, path + ": " + entry.id));
    }
  }
  object.require_source();
  return entry;
}

}  // namespace

std::vector<ServerEntry> read_server_templates(const std::string& path) {
  std::vector<ServerEntry> servers;
  std::set<std::string> names;
  for (const Json& item : read_template_list(path)) {
    ServerEntry server = read_server(item, path);
    for (const std::string& program : server.programs) {
      if (!names.insert(program).second) {
        throw TemplateError(path + ": program `" + program + "` occurs twice");
      }
    }
    servers.push_back(std::move(server));
  }
  return servers;
}

}  // namespace harden::knowledge
