// templates/commands.json.
#include <algorithm>
#include <array>
#include <set>
#include <string_view>
#include <type_traits>

#include "knowledge/tables/entry_fields.h"
#include "knowledge/tables/templates.h"

namespace harden::knowledge {

namespace {

// The enumerators of Capability.
constexpr std::array<std::string_view, 14> kCapabilities = {
    "CHOWN",   "DAC_OVERRIDE", "FOWNER",     "FSETID",    "KILL",
    "SETGID",  "SETUID",       "SETFCAP",    "NET_ADMIN", "NET_BIND_SERVICE",
    "NET_RAW", "SYS_ADMIN",    "SYS_CHROOT", "SYS_MODULE"};

std::string first_name(const Json& json, const std::string& path) {
  TemplateObject object(json, path + ": an entry");
  const std::vector<std::string> names = object.strings("names");
  if (names.empty()) object.fail("`names` is missing or empty");
  return path + ": " + names.front();
}

void check_effect(const TemplateObject& object, const CommandEntry& entry) {
  for (const std::string& capability : entry.capabilities) {
    if (std::ranges::find(kCapabilities, capability) == kCapabilities.end()) {
      object.fail("`" + capability + "` is not a known capability");
    }
  }
  const bool needs_root = entry.use == "root" || entry.use == "service";
  if (needs_root && entry.reason.empty()) object.fail("`reason` is missing");
  if (needs_root == (entry.effect == "none")) {
    object.fail("`effect` is for what needs root, and only for it");
  }
}

template <typename Entry>
Entry read_named(const Json& json, const std::string& path) {
  EntryObject object(json, first_name(json, path));
  Entry entry;
  object.read("names", entry.names);
  object.read_fields(entry);
  if constexpr (std::is_same_v<Entry, CommandEntry>)
    check_effect(object, entry);
  object.require_source();
  return entry;
}

template <typename Entry>
void refuse_equal_names(const std::vector<Entry>& entries,
                        const std::string& path) {
  std::set<std::string> names;
  for (const Entry& entry : entries) {
    for (const std::string& name : entry.names) {
      if (names.insert(name).second) continue;
      throw TemplateError(path + ": command `" + name + "` occurs twice");
    }
  }
}

}  // namespace

CommandTemplates read_command_templates(const std::string& path) {
  const Json json = read_template(path);
  TemplateObject object(json, path);
  CommandTemplates templates;
  for (const Json& item : object.member("commands", Json::value_t::array)) {
    templates.commands.push_back(read_named<CommandEntry>(item, path));
  }
  for (const Json& item :
       object.member("start_scripts", Json::value_t::array)) {
    templates.start_scripts.push_back(read_named<StartScriptEntry>(item, path));
  }
  object.refuse_unknown_keys();
  refuse_equal_names(templates.commands, path);
  refuse_equal_names(templates.start_scripts, path);
  return templates;
}

}  // namespace harden::knowledge
