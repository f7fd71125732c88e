// templates/lists/*.json, read.
#include <algorithm>
#include <filesystem>
#include <set>

#include "knowledge/tables/lists.h"

namespace harden::knowledge {

namespace {

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
  if (object.text("source").empty()) object.fail("`source` is missing");
  object.refuse_unknown_keys();
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

}  // namespace

ListTemplates read_list_templates(const std::string& folder) {
  ListTemplates files;
  for (const auto& it : std::filesystem::directory_iterator(folder)) {
    if (it.path().extension() != ".json") continue;
    files[it.path().stem().string()] = read_file(it.path().string());
  }
  return files;
}

}  // namespace harden::knowledge
