#include "knowledge/tables/lists.h"

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <set>

namespace harden::knowledge {
namespace {

// templates/lists/*.json, read.

ListEntry read_list(const std::string& name, const Json& json,
                    const std::string& file) {
  TemplateObject object(json, file + ": " + name);
  ListEntry entry;
  entry.name = name;
  entry.of = object.text("of");
  entry.words = object.strings("words");
  if (object.has("rows")) {
    for (const Json& row : object.member("rows", Json::value_t::array)) {
      if (!row.is_object()) object.fail("a row is not an object");
      entry.rows.push_back(row);
    }
  }
  if (entry.words.empty() == entry.rows.empty()) {
    object.fail("has neither `words` nor `rows`, or both");
  }
  object.require_source();
  std::ranges::sort(entry.words);
  const auto twice = std::ranges::adjacent_find(entry.words);
  if (twice != entry.words.end()) {
    object.fail("`" + *twice + "` occurs twice");
  }
  return entry;
}

std::vector<ListEntry> read_file(const std::string& path) {
  const Json json = read_template(path);
  if (!json.is_object()) throw TemplateError(path + ": is not an object");
  std::vector<ListEntry> lists;
  for (const auto& [name, list] : json.items()) {
    lists.push_back(read_list(name, list, path));
  }
  return lists;
}

// templates/lists/*.json, written. A key of a row is a field of its struct, in
// the struct's order; the C++ compiler refuses any other.
// The struct of a table's rows, and which of its fields holds an enumerator.
struct RowType {
  std::string_view list;
  std::string_view type;
  std::string_view enumeration = {};  // the key, and the type of its values
  std::string_view enumeration_type = {};
};
constexpr RowType row_types[] = {
    {"admin_ports", "lists::AdminPort"},
    {"capability_givers", "lists::CapabilityGiver"},
    {"dangerous_capabilities", "lists::DangerousCapability"},
    {"database_addresses", "lists::DatabaseAddress"},
    {"default_writes", "lists::DefaultWrite"},
    {"home_copies", "lists::HomeCopy"},
    {"home_files", "lists::HomeFiles"},
    {"host_folders", "lists::HostFolder", "reach", "lists::Reach"},
    {"instruction_flags", "lists::InstructionFlag", "kind",
     "lists::InstructionFlag::Kind"},
    {"labelled_folders", "lists::LabelledFolder", "reach", "lists::Reach"},
    {"launchers", "lists::Launcher"},
    {"login_options", "lists::LoginOption"},
    {"old_selinux_types", "lists::OldSelinuxType"},
    {"program_links", "lists::ProgramLink"},
    {"run_flags", "lists::RunFlag"},
    {"secret_forms", "lists::SecretForm"},
    {"signature_switches", "lists::CheckOption", "kind",
     "lists::CheckOption::Kind"},
    {"tls_switches", "lists::CheckOption", "kind", "lists::CheckOption::Kind"},
    {"tls_variables", "lists::TlsVariable", "when", "lists::TlsVariable::When"},
    {"writing_signs", "lists::WritingSign"},
    {"written_options", "lists::WrittenOption", "kind",
     "lists::WrittenOption::Kind"},
    {"written_variables", "lists::WrittenVariable", "kind",
     "lists::WrittenVariable::Kind"},
};

const RowType& row_type(const std::string& list) {
  const auto found = std::ranges::find(row_types, list, &RowType::list);
  if (found == std::end(row_types)) {
    throw TemplateError("no struct is known for the rows of `" + list + "`");
  }
  return *found;
}

std::string value(const Json& json, const std::string& place,
                  CppConstants& constants) {
  if (json.is_string()) return literal(json.get<std::string>());
  if (json.is_array()) {
    return constants.strings(json.get<std::vector<std::string>>());
  }
  if (json.is_boolean() || json.is_number_integer()) return json.dump();
  throw TemplateError(place + ": a value is of a kind that no row has");
}

std::string row_of(const Json& json, const RowType& type,
                   CppConstants& constants) {
  std::string row = "{";
  for (const auto& [key, item] : json.items()) {
    field(row, key,
          key == type.enumeration
              ? std::string(type.enumeration_type) +
                    "::" + item.get<std::string>()
              : value(item, std::string(type.list), constants));
  }
  return row + "}";
}

std::string definition(const ListEntry& list, CppConstants& constants) {
  if (!list.words.empty()) {
    return "constinit const SortedWords " + list.name + "{" +
           constants.indexed(constants.strings(list.words)) + "};\n";
  }
  const RowType& type = row_type(list.name);
  std::vector<std::string> rows;
  for (const Json& row : list.rows) {
    rows.push_back(row_of(row, type, constants));
  }
  const std::string name(type.type);
  return "constinit const std::span<const " + name + "> " + list.name + "{" +
         constants.list(name, rows) + "};\n";
}

}  // namespace

ListTemplates read_list_templates(const std::string& folder) {
  ListTemplates files;
  for (const auto& it : std::filesystem::directory_iterator(folder)) {
    if (it.path().extension() != ".json") continue;
    files[it.path().stem().string()] = read_file(it.path().string());
  }
  return files;
}

std::string write_lists(const ListTemplates& files, CppConstants& constants) {
  std::string text;
  for (const auto& [file, lists] : files) {
    for (const ListEntry& it : lists) text += definition(it, constants);
  }
  return text;
}

std::string include_lists(const ListTemplates& files) {
  std::string text;
  for (const auto& [file, lists] : files) {
    text += "#include \"knowledge/lists/" + file + ".h\"\n";
  }
  return text;
}

}  // namespace harden::knowledge
