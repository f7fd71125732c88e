#include "knowledge/tables/write_tables.h"

#include <algorithm>
#include <map>
#include <utility>

#include "base/glob/glob.h"
#include "knowledge/tables/cpp_constants.h"
#include "knowledge/tables/entry_fields.h"

namespace harden::knowledge {

namespace {

// What the fields of rows are set to.
std::string cpp(const std::string& text, CppConstants&) {
  return literal(text);
}
std::string cpp(bool value, CppConstants&) { return value ? "true" : "false"; }
std::string cpp(std::uint32_t value, CppConstants&) {
  return std::to_string(value) + "u";
}
std::string cpp(const Version& version, CppConstants&) {
  std::string parts;
  for (const std::uint32_t it : version) parts += std::to_string(it) + "u, ";
  return "{" + parts + "}";
}
std::string cpp(Family family, CppConstants&) {
  return "Family::" + std::string(to_string(family));
}
std::string cpp(const Enumerator& value, CppConstants&) {
  return std::string(value.type) + "::" + value.name;
}
template <typename T>
std::string cpp(const std::optional<T>& value, CppConstants& constants) {
  return value ? cpp(*value, constants) : "std::nullopt";
}
std::string cpp(const std::vector<std::string>& texts,
                CppConstants& constants) {
  return constants.strings(texts);
}

// A list of rows that are made from their values in order.
template <typename T, typename Values>
std::string rows(const std::string& type, const std::vector<T>& items,
                 CppConstants& constants, const Values& values) {
  std::vector<std::string> result;
  for (const T& it : items) {
    std::string row;
    const auto add = [&](const auto&... fields) {
      ((row += cpp(fields, constants) + ", "), ...);
    };
    values(it, add);
    result.push_back("{" + row + "}");
  }
  return constants.list(type, result);
}

std::string cpp(const std::vector<Account>& accounts, CppConstants& constants) {
  return rows("AccountRow", accounts, constants,
              [](const Account& it, const auto& add) {
                add(it.name, it.uid, it.gid, it.home, it.groups);
              });
}
std::string cpp(const std::vector<Group>& groups, CppConstants& constants) {
  return rows("GroupRow", groups, constants,
              [](const Group& it, const auto& add) { add(it.name, it.gid); });
}
std::string cpp(const std::vector<WrittenPath>& writes,
                CppConstants& constants) {
  return rows("WriteRow", writes, constants,
              [](const WrittenPath& it, const auto& add) {
                add(it.path, it.volume, it.seeded);
              });
}
std::string cpp(const std::vector<VersionRange>& ranges,
                CppConstants& constants) {
  return rows(
      "VersionRange", ranges, constants,
      [](const VersionRange& it, const auto& add) { add(it.below, it.bound); });
}

// Fields of a row, from those that each_field() names.
template <typename Entry>
std::string fields_of(Entry entry, CppConstants& constants) {
  std::string fields;
  each_field(entry, [&](const std::string& key, const auto& member) {
    field(fields, key, cpp(member, constants));
  });
  return fields;
}

// The fields that are no members of an entry, or made of several.
std::string others(const ImageEntry&, CppConstants&) { return {}; }
std::string others(const CommandEntry&, CppConstants&) { return {}; }
std::string others(const StartScriptEntry&, CppConstants&) { return {}; }
std::string others(const StepDownEntry&, CppConstants&) { return {}; }

std::string others(const PackageManagerEntry& entry, CppConstants&) {
  std::string names;
  for (const std::string& it : entry.names_with_value) {
    names += (names.empty() ? "" : " ") + it;
  }
  return ".names_with_value = " + literal(names);
}

std::string others(const ScratchEntry& entry, CppConstants& constants) {
  const std::string type = "SourceSign::Needs";
  std::string fields;
  field(fields, "signs",
        rows("SourceSign", entry.signs, constants,
             [&](ScratchEntry::Sign it, const auto& add) {
               add(it.text, Enumerator{it.needs, type, {}}, it.means);
             }));
  field(fields, "modules",
        rows("NeedyModule", entry.modules, constants,
             [&](ScratchEntry::Module it, const auto& add) {
               add(it.name, Enumerator{it.needs, type, {}});
             }));
  return fields;
}

std::string others(const RuntimeEntry& entry, CppConstants& constants) {
  std::string fields;
  field(fields, "memory", std::to_string(entry.facts.memory));
  field(fields, "pids", cpp(entry.facts.pids, constants));
  // An expression for a pointer to the facts.
  const auto scratch = [&] {
    return constants.list("ScratchFacts",
                          {"{" + fields_of(*entry.scratch, constants) +
                           others(*entry.scratch, constants) + "}"});
  };
  field(fields, "scratch", entry.scratch ? scratch() : "nullptr");
  return fields;
}

std::string others(const ServerEntry& entry, CppConstants& constants) {
  std::vector<std::string> settings;
  for (const ServerEntry::Setting& it : entry.settings) {
    settings.push_back("{" + fields_of(it, constants) + "}");
  }
  std::string fields;
  field(fields, "memory", std::to_string(entry.memory));
  field(fields, "pids", cpp(entry.pids, constants));
  field(fields, "settings", constants.list("ServerSetting", settings));
  return fields;
}

template <typename Entry>
std::string row(const Entry& entry, CppConstants& constants) {
  return fields_of(entry, constants) + others(entry, constants);
}

std::string row(const FamilyEntry& entry, CppConstants& constants) {
  std::string fields;
  field(fields, "family", cpp(entry.family, constants));
  field(fields, "has_commands", cpp(entry.has_commands, constants));
  field(fields, "commands", "{" + fields_of(entry.commands, constants) + "}");
  field(fields, "accounts", cpp(entry.accounts, constants));
  field(fields, "groups", cpp(entry.groups, constants));
  return fields;
}

std::string row(const ScriptSection& section, CppConstants& constants) {
  std::string fields;
  field(fields, "name", literal(section.name));
  field(fields, "lines", constants.strings(section.lines));
  return fields;
}

template <typename Entry>
std::string row_list(const std::string& type, const std::vector<Entry>& entries,
                     CppConstants& constants) {
  std::vector<std::string> result;
  for (const Entry& it : entries) {
    result.push_back("{" + row(it, constants) + "}");
  }
  return constants.list(type, result);
}

// One row for each name of an entry, sorted by it.
template <typename Entry>
std::string named_rows(const std::string& type,
                       const std::vector<Entry>& entries, const char* key,
                       std::vector<std::string> Entry::*names,
                       CppConstants& constants) {
  std::map<std::string, std::string> sorted;
  for (const Entry& entry : entries) {
    for (const std::string& name : entry.*names) {
      std::string& text = sorted[name] = "{";
      field(text, key, literal(name));
      text += row(entry, constants) + "}";
    }
  }
  std::vector<std::string> items;
  for (const auto& [name, text] : sorted) items.push_back(text);
  return "{" +
         constants.indexed(constants.list(type, items),
                           "&" + type + "::" + key) +
         "}";
}

using Names = std::vector<std::pair<std::string, std::size_t>>;

// Which entries may answer for which repository (or pattern of them).
Names names_of(const std::vector<ImageEntry>& entries, bool patterns) {
  Names names;
  for (std::size_t index = 0; index < entries.size(); ++index) {
    for (const std::string& image : entries[index].images) {
      if (is_wildcard(image) == patterns) names.emplace_back(image, index);
    }
  }
  if (!patterns) std::ranges::sort(names);
  return names;
}

std::string name_list(const Names& names, CppConstants& constants) {
  std::vector<std::string> items;
  for (const auto& [name, index] : names) {
    items.push_back("{" + literal(name) + ", " + std::to_string(index) + "}");
  }
  return constants.list("NameRow", items);
}

std::string all_tables(const Templates& templates, CppConstants& constants) {
  const ImageTemplates& images = templates.images;
  const CommandTemplates& commands = templates.commands;
  const std::pair<const char*, std::string> tables[] = {
      {"images", row_list("ImageRow", images.entries, constants)},
      {"names", name_list(names_of(images.entries, false), constants)},
      {"patterns", name_list(names_of(images.entries, true), constants)},
      {"library_prefixes", constants.strings(images.library_prefixes)},
      {"families", row_list("FamilyRow", templates.families, constants)},
      {"runtimes", row_list("RuntimeRow", templates.runtimes, constants)},
      {"servers", named_rows("ServerFacts", templates.servers, "program",
                             &ServerEntry::programs, constants)},
      {"commands", named_rows("CommandFacts", commands.commands, "name",
                              &CommandEntry::names, constants)},
      {"start_scripts",
       named_rows("ShippedScript", commands.start_scripts, "name",
                  &StartScriptEntry::names, constants)},
      {"package_managers",
       named_rows("PackageManagerFacts", templates.package_managers, "program",
                  &PackageManagerEntry::programs, constants)},
      {"step_down_packages",
       row_list("StepDownPackage", templates.step_downs, constants)},
      {"script_sections",
       row_list("SectionRow", templates.scripts, constants)}};
  std::string fields;
  for (const auto& [name, rows] : tables) field(fields, name, rows);
  return fields;
}

}  // namespace

std::string write_tables(const Templates& templates) {
  CppConstants constants;
  const std::string fields = all_tables(templates, constants);
  const std::string lists = write_lists(templates.lists, constants);
  return "// Made from templates/*.json by make_knowledge; do not edit.\n"
         "#include \"knowledge/rows.h\"\n" +
         include_lists(templates.lists) +
         "\n"
         "namespace harden::knowledge {\nnamespace {\n" +
         constants.definitions() +
         "}  // namespace\n\nconstinit const Tables tables = {" + fields +
         "};\n\n}  // namespace harden::knowledge\n\n"
         "namespace harden::lists {\n\nusing namespace knowledge;\n\n" +
         lists + "\n}  // namespace harden::lists\n";
}

}  // namespace harden::knowledge
