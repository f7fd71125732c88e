#include "cli/config/config_report.h"

#include <fmt/format.h>

#include "base/quote/visible_text.h"
#include "cli/config/toml_text.h"

namespace harden::cli {
namespace {

using SettingOrigin = EffectiveSetting::Origin;

constexpr auto origin_words =
    enum_words<SettingOrigin::built_in, SettingOrigin::option>(
        "default", "file", "option");

Json json_of(const EffectiveSetting& setting) {
  return {{"table", setting.table},
          {"key", setting.key},
          {"value", toml_json(*setting.value)},
          {"origin", origin_words.of(setting.origin)},
          {"place", text_or_null(setting.place)}};
}

std::string line(std::string_view text, std::string_view comment) {
  return fmt::format("{}  # {}\n", text, comment);
}

}  // namespace

std::string ConfigReport::heading() const {
  const std::string subject =
      file == "-" ? "the current folder" : visible(file);
  const std::string config = settings.config.empty() ? "there is no harden.toml"
                                                     : visible(settings.config);
  return fmt::format("# What holds for {}: {}\n", subject, config);
}

std::string ConfigReport::origin(const EffectiveSetting& setting) const {
  if (setting.origin == SettingOrigin::built_in) return "default";
  std::string text = visible(setting.place);
  if (setting.entry == EffectiveSetting::no_entry) return text;
  const PathIgnore& entry = settings.check.ignore[setting.entry];
  if (ignores.is_expired(entry)) return text + ", expired";
  return ignores.is_valid(entry) ? text : text + ", for other files";
}

std::string ConfigReport::entry(const EffectiveSetting& setting) const {
  std::string text = line(
      fmt::format("\n[[{}.{}]]", setting.table, setting.key), origin(setting));
  for (const auto& [key, node] : *setting.value->as_table()) {
    text += fmt::format("{} = {}\n", toml_key(key.str()), toml_text(node));
  }
  return text;
}

// An entry begins a table of its own: what follows it in the same one would be
// the entry's, so entries come behind.
std::string ConfigReport::text() const {
  std::string text = heading();
  std::string entries;
  std::string table;
  for (const EffectiveSetting& it : effective.list()) {
    if (it.entry != EffectiveSetting::no_entry) {
      entries += entry(it);
      continue;
    }
    if (it.table != table) text += fmt::format("\n[{}]\n", it.table);
    table = it.table;
    text += line(fmt::format("{} = {}", toml_key(it.key), toml_text(*it.value)),
                 origin(it));
  }
  return text + entries +
         "\n# What [policy] does not say follows from each Dockerfile;\n"
         "# `harden policy FILE` prints it.\n";
}

Json ConfigReport::json() const {
  Json result = {{"file", file}, {"config", text_or_null(settings.config)}};
  Json list = Json::array();
  for (const EffectiveSetting& it : effective.list()) {
    list.push_back(json_of(it));
  }
  result["settings"] = std::move(list);
  return result;
}

}  // namespace harden::cli
