// templates/base_images.json.
//
// An entry may have variants: the same image under other tags. A variant is the
// entry with some keys replaced, and is asked before it. `source` says where
// the facts come from; it is required, and stays in the template.
#include <algorithm>
#include <set>

#include "knowledge/fact_text.h"
#include "knowledge/tables/template_reader.h"
#include "knowledge/tables/templates.h"

namespace harden::knowledge {

namespace {

void read_selection(TemplateObject& object, ImageEntry& entry) {
  entry.images = object.strings("images");
  if (entry.images.empty()) object.fail("`images` is missing or empty");
  entry.tags = object.strings("tags");
  entry.not_tags = object.strings("not_tags");
  entry.versions = object.parsed("versions", parse_version_range);
}

void read_launch(TemplateObject& object, BaseImage& facts) {
  facts.entrypoint = object.strings("entrypoint");
  facts.cmd = object.strings("cmd");
  facts.env = object.strings("env");
  for (const std::string& variable : facts.env) {
    const std::size_t equals = variable.find('=');
    if (equals == 0 || equals == std::string::npos) {
      object.fail("`" + variable + "` in `env` is not NAME=value");
    }
  }
  facts.ports = object.parsed("ports", parse_port);
  facts.env_names = object.strings("env_names");
  facts.stop_signal = object.text("stop_signal");
  facts.entrypoint_reads = object.strings("entrypoint_reads");
  facts.workdir = object.text("workdir");
  facts.writes = object.parsed("writes", parse_written_path);
  facts.runtime = object.text("runtime");
}

void read_behaviour(TemplateObject& object, BaseImage& facts) {
  facts.compiles = object.text("compiles");
  facts.installs_to = object.text("installs_to");
  facts.starts_arguments = object.flag("starts_arguments", false);
  facts.logs_to_stdout = object.flag("logs_to_stdout", false);
  facts.templates_in = object.text("templates_in");
  facts.templates_fill = object.text("templates_fill");
  if (facts.templates_in.empty() != facts.templates_fill.empty()) {
    object.fail("`templates_in` and `templates_fill` need each other");
  }
}

void read_users(TemplateObject& object, BaseImage& facts) {
  // A variant says `"user": null` when only its entry's user is known.
  if (object.has("user") && !object.is_null("user")) {
    facts.user = object.text("user");
  }
  facts.accounts = object.parsed("accounts", parse_account);
  facts.groups = object.parsed("groups", parse_group);
  facts.ready_account = object.text("ready_account");
  facts.steps_down_to = object.text("steps_down_to");
  facts.runs_as_any_user = object.flag("runs_as_any_user", false);
  facts.needs_root = object.text("needs_root");
  if (!facts.needs_root.empty() && facts.runs_as_any_user) {
    object.fail("`needs_root` and `runs_as_any_user` exclude each other");
  }
}

ImageEntry read_entry(const Json& json, const std::string& place) {
  TemplateObject object(json, place);
  ImageEntry entry;
  read_selection(object, entry);
  entry.facts.id = object.text("id");
  const auto family = parse_family(object.text("family", "unknown"));
  if (!family) object.fail("`family` is none of the known ones");
  entry.facts.family = *family;
  entry.facts.has_shell = object.flag("has_shell", true);
  entry.facts.has_user_tools = object.flag("has_user_tools", true);
  entry.facts.install_tools = object.text("install_tools");
  entry.accounts_complete = object.flag("accounts_complete", false);
  read_users(object, entry.facts);
  read_launch(object, entry.facts);
  read_behaviour(object, entry.facts);
  if (object.text("source").empty()) object.fail("`source` is missing");
  object.refuse_unknown_keys();
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
