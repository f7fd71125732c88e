// templates/base_images.json.
//
// An entry may have variants: the same image under other tags. A variant is the
// entry with some keys replaced, and is asked before it. `source` says where
// the facts come from; it is required, and stays in the template.
#include <algorithm>
#include <set>

#include "knowledge/fact_text.h"
#include "knowledge/tables/entry_fields.h"
#include "knowledge/tables/templates.h"

namespace harden::knowledge {

namespace {

void check_environment(const TemplateObject& object,
                       const std::vector<std::string>& environment) {
  for (const std::string& variable : environment) {
    const std::size_t equals = variable.find('=');
    if (equals == 0 || equals == std::string::npos) {
      object.fail("`" + variable + "` in `env` is not NAME=value");
    }
  }
}

ImageEntry read_entry(const Json& json, const std::string& place) {
  EntryObject object(json, place);
  ImageEntry entry;
  object.read("images", entry.images);
  if (entry.images.empty()) object.fail("`images` is missing or empty");
  object.read_fields(entry);
  BaseImage& facts = entry.facts;
  facts.ports = object.parsed("ports", parse_port);
  check_environment(object, facts.env);
  if (facts.templates_in.empty() != facts.templates_fill.empty()) {
    object.fail("`templates_in` and `templates_fill` need each other");
  }
  if (!facts.needs_root.empty() && facts.runs_as_any_user) {
    object.fail("`needs_root` and `runs_as_any_user` exclude each other");
  }
  object.require_source();
  return entry;
}

std::string id_of(const Json& json, const std::string& file) {
  TemplateObject object(json, file + ": an entry");
  const std::string id = object.text("id");
  if (id.empty()) object.fail("`id` is missing");
  return id;
}

// The entry with the variant's keys instead of its own; "node" and "alpine"
// give "node-alpine".
Json apply_variant(Json entry, const Json& variant, const std::string& file) {
  const std::string id = id_of(entry, file) + "-" + id_of(variant, file);
  for (const auto& [key, value] : variant.items()) entry[key] = value;
  entry["id"] = id;
  return entry;
}

void read_with_variants(Json json, const std::string& file,
                        std::vector<ImageEntry>& entries) {
  Json variants = Json::array();
  if (json.is_object() && json.contains("variants")) {
    variants = json["variants"];
    json.erase("variants");
  }
  const std::string place = file + ": " + id_of(json, file);
  for (const Json& variant : variants) {
    const Json whole = apply_variant(json, variant, file);
    entries.push_back(read_entry(whole, file + ": " + id_of(whole, file)));
  }
  entries.push_back(read_entry(json, place));
}

void refuse_equal_ids(const std::vector<ImageEntry>& entries,
                      const std::string& file) {
  std::set<std::string> ids;
  for (const ImageEntry& entry : entries) {
    if (!ids.insert(entry.facts.id).second) {
      throw TemplateError(file + ": two entries have the id `" +
                          entry.facts.id + "`");
    }
  }
}

}  // namespace

ImageTemplates read_image_templates(const std::string& path) {
  const Json json = read_template(path);
  TemplateObject object(json, path);
  ImageTemplates templates;
  templates.library_prefixes = object.strings("library_prefixes");
  for (const Json& entry : object.member("images", Json::value_t::array)) {
    read_with_variants(entry, path, templates.entries);
  }
  object.refuse_unknown_keys();
  refuse_equal_ids(templates.entries, path);
  return templates;
}

}  // namespace harden::knowledge
