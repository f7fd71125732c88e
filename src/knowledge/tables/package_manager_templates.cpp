// templates/package_managers.json. An entry that is `like` another has that
// one's options and verbs.
#include <algorithm>
#include <array>
#include <string_view>

#include "knowledge/fact_text.h"
#include "knowledge/tables/template_reader.h"
#include "knowledge/tables/templates.h"

namespace harden::knowledge {

namespace {

using Entries = std::vector<PackageManagerEntry>;

// The enumerators of PackageManager.
constexpr std::array<std::string_view, 8> managers = {
    "apt", "apk", "dnf", "zypper", "pip", "npm", "yarn", "other"};

void read_verbs(TemplateObject& object, PackageManagerEntry& entry) {
  entry.system = object.flag("system", false);
  entry.letters_with_value = object.text("letters_with_value");
  entry.names_with_value = object.strings("names_with_value");
  entry.installs_alone = object.flag("installs_alone", false);
  entry.install = object.strings("install");
  entry.install_others = object.strings("install_others");
  entry.update_lists = object.strings("update_lists");
  entry.upgrade = object.strings("upgrade");
  entry.remove = object.strings("remove");
  entry.other = object.strings("other");
}

PackageManagerEntry& like(const std::string& program, Entries& entries,
                          const TemplateObject& object) {
  for (PackageManagerEntry& it : entries) {
    if (std::ranges::find(it.programs, program) != it.programs.end()) return it;
  }
  object.fail("there is no `" + program + "` yet that it could be like");
}

PackageManagerEntry read_manager(const Json& json, const std::string& path,
                                 Entries& before) {
  TemplateObject object(json, path + ": a package manager");
  PackageManagerEntry entry;
  if (object.has("like")) {
    entry = like(object.text("like"), before, object);
  } else {
    read_verbs(object, entry);
  }
  entry.manager = object.text("manager");
  if (std::ranges::find(managers, entry.manager) == managers.end()) {
    object.fail("`manager` is none of the known ones");
  }
  entry.programs = object.strings("programs");
  if (entry.programs.empty()) object.fail("`programs` is missing or empty");
  const auto family = parse_family(object.text("family", "unknown"));
  if (!family) object.fail("`family` is none of the known ones");
  entry.family = *family;
  if (object.text("source").empty()) object.fail("`source` is missing");
  object.refuse_unknown_keys();
  return entry;
}

}  // namespace

Entries read_package_manager_templates(const std::string& path) {
  const Json json = read_template(path);
  if (!json.is_array()) throw TemplateError(path + ": is not a list");
  Entries entries;
  for (const Json& item : json) {
    entries.push_back(read_manager(item, path, entries));
  }
  return entries;
}

}  // namespace harden::knowledge
