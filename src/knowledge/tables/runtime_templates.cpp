// templates/runtimes.json.
#include <algorithm>
#include <array>
#include <set>
#include <string_view>

#include "knowledge/fact_text.h"
#include "knowledge/tables/entry_fields.h"
#include "knowledge/tables/templates.h"

namespace harden::knowledge {

namespace {

constexpr std::array<std::string_view, 3> needs_words = {"libraries", "plugins",
                                                         "programs"};

ScratchEntry::Sign read_sign(const Json& json, const std::string& place) {
  TemplateObject object(json, place + ": a sign");
  ScratchEntry::Sign sign;
  sign.text = object.text("text");
  sign.needs = object.text("needs");
  sign.means = object.text("means");
  if (sign.text.empty()) object.fail("`text` is missing");
  if (sign.means.empty()) object.fail("`means` is missing");
  if (std::ranges::find(needs_words, sign.needs) == needs_words.end()) {
    object.fail("`needs` is neither libraries nor plugins nor programs");
  }
  object.refuse_unknown_keys();
  return sign;
}

std::vector<ScratchEntry::Module> read_modules(const Json& json,
                                               const std::string& place) {
  TemplateObject object(json, place + ": modules");
  std::vector<ScratchEntry::Module> modules;
  for (const std::string_view needs : needs_words) {
    for (std::string& name : object.strings(std::string(needs))) {
      modules.push_back({std::move(name), std::string(needs)});
    }
  }
  object.refuse_unknown_keys();
  return modules;
}

ScratchEntry read_scratch(const Json& json, const std::string& place) {
  EntryObject object(json, place);
  ScratchEntry entry;
  object.read_fields(entry);
  if (object.has("signs")) {
    for (const Json& sign : object.member("signs", Json::value_t::array)) {
      entry.signs.push_back(read_sign(sign, place));
    }
  }
  if (object.has("modules")) {
    entry.modules =
        read_modules(object.member("modules", Json::value_t::object), place);
  }
  if (entry.leaves_out.empty() != entry.leaves_out_in.empty()) {
    object.fail("`leaves_out` and `leaves_out_in` need each other");
  }
  if (entry.asks.empty() != entry.interpreter.empty()) {
    object.fail("`asks` and `interpreter` need each other");
  }
  for (const std::string& folder : entry.folders) {
    if (!folder.starts_with('/')) object.fail("`" + folder + "` is not a path");
  }
  for (const std::string& variable : entry.environment) {
    if (variable.find('=') == std::string::npos) {
      object.fail("`" + variable + "` is not NAME=value");
    }
  }
  object.refuse_unknown_keys();
  return entry;
}

RuntimeEntry read_runtime(const Json& json, const std::string& path) {
  EntryObject object(json, path + ": a runtime");
  RuntimeEntry entry;
  Runtime& facts = entry.facts;
  object.read_fields(entry);
  if (facts.id.empty()) object.fail("`id` is missing");
  if (object.has("limits")) {
    read_limits(object.member("limits", Json::value_t::object),
                path + ": limits of " + facts.id, facts.memory, facts.pids);
  }
  if (object.has("scratch")) {
    entry.scratch =
        read_scratch(object.member("scratch", Json::value_t::object),
                     path + ": scratch of " + facts.id);
  }
  object.require_source();
  return entry;
}

}  // namespace

void read_limits(const Json& json, const std::string& place,
                 std::uint64_t& memory, std::uint32_t& pids) {
  TemplateObject object(json, place + ": limits");
  const std::string size = object.text("memory");
  const auto bytes = parse_size(size);
  if (!bytes) object.fail("`" + size + "` is not a size such as 256m");
  memory = *bytes;
  pids = object.number("pids", 10000).value_or(0);
  object.refuse_unknown_keys();
}

std::vector<RuntimeEntry> read_runtime_templates(const std::string& path) {
  std::vector<RuntimeEntry> runtimes;
  std::set<std::string> names;
  for (const Json& item : read_template_list(path)) {
    RuntimeEntry runtime = read_runtime(item, path);
    for (const std::string& program : runtime.facts.programs) {
      if (!names.insert(program).second) {
        throw TemplateError(path + ": program `" + program + "` occurs twice");
      }
    }
    runtimes.push_back(std::move(runtime));
  }
  return runtimes;
}

}  // namespace harden::knowledge
