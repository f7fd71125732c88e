// templates/commands.json.
#include <algorithm>
#include <array>
#include <set>
#include <string_view>

#include "knowledge/tables/template_reader.h"
#include "knowledge/tables/templates.h"

namespace harden::knowledge {

namespace {

// The enumerators of CommandFacts; the C++ compiler checks them once more.
constexpr std::array<std::string_view, 6> kUses = {
    "tool", "application", "root", "service", "wrapper", "steps_down"};
constexpr std::array<std::string_view, 9> kEffects = {
    "none",    "owner",  "mode",    "write", "account",
    "package", "kernel", "service", "system"};
// Those of Capability.
constexpr std::array<std::string_view, 14> kCapabilities = {
    "CHOWN",   "DAC_OVERRIDE", "FOWNER",     "FSETID",    "KILL",
    "SETGID",  "SETUID",       "SETFCAP",    "NET_ADMIN", "NET_BIND_SERVICE",
    "NET_RAW", "SYS_ADMIN",    "SYS_CHROOT", "SYS_MODULE"};

template <typename List>
bool contains(const List& list, const std::string& name) {
  return std::ranges::find(list, name) != list.end();
}

std::string first_name(const Json& json, const std::string& path) {
  TemplateObject object(json, path + ": an entry");
  const std::vector<std::string> names = object.strings("names");
  if (names.empty()) object.fail("`names` is missing or empty");
  return path + ": " + names.front();
}

void read_effect(TemplateObject& object, CommandEntry& entry) {
  entry.effect = object.text("effect", "none");
  if (!contains(kEffects, entry.effect)) {
    object.fail("`effect` is none of the known ones");
  }
  entry.path = object.text("path");
  entry.capabilities = object.strings("capabilities");
  for (const std::string& capability : entry.capabilities) {
    if (!contains(kCapabilities, capability)) {
      object.fail("`" + capability + "` is no known capability");
    }
  }
  entry.reason = object.text("reason");
  entry.remedy = object.text("remedy");
  const bool needs_root = entry.use == "root" || entry.use == "service";
  if (needs_root && entry.reason.empty()) object.fail("`reason` is missing");
  if (needs_root == (entry.effect == "none")) {
    object.fail("`effect` is for what needs root, and only for it");
  }
}

void read_arguments(TemplateObject& object, CommandEntry& entry) {
  entry.only_with = object.strings("only_with");
  entry.not_with = object.strings("not_with");
  entry.shows_with = object.number("shows_with");
  entry.is_init = object.flag("init", false);
  entry.elevates = object.flag("elevates", false);
  entry.waits = object.flag("waits", false);
  entry.repeats = object.flag("repeats", false);
  entry.value_options = object.strings("value_options");
  entry.operands = object.number("operands").value_or(0);
  entry.assignments = object.flag("assignments", false);
}

CommandEntry read_command(const Json& json, const std::string& path) {
  TemplateObject object(json, first_name(json, path));
  CommandEntry entry;
  entry.names = object.strings("names");
  entry.use = object.text("use");
  if (!contains(kUses, entry.use)) {
    object.fail("`use` is none of the known ones");
  }
  read_effect(object, entry);
  read_arguments(object, entry);
  if (object.text("source").empty()) object.fail("`source` is missing");
  object.refuse_unknown_keys();
  return entry;
}

StartScriptEntry read_start_script(const Json& json, const std::string& path) {
  TemplateObject object(json, first_name(json, path));
  StartScriptEntry entry;
  entry.names = object.strings("names");
  entry.needs_root = object.text("needs_root");
  entry.runtime = object.text("runtime");
  entry.starts_arguments = object.flag("starts_arguments", false);
  entry.source = object.text("source");
  if (entry.source.empty()) object.fail("`source` is missing");
  object.refuse_unknown_keys();
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
    templates.commands.push_back(read_command(item, path));
  }
  for (const Json& item :
       object.member("start_scripts", Json::value_t::array)) {
    templates.start_scripts.push_back(read_start_script(item, path));
  }
  object.refuse_unknown_keys();
  refuse_equal_names(templates.commands, path);
  refuse_equal_names(templates.start_scripts, path);
  return templates;
}

}  // namespace harden::knowledge
