#include "cli/commands/config_command.h"

#include <fmt/format.h>
#include <unistd.h>

#include <filesystem>
#include <string>
#include <system_error>
#include <utility>

#include "base/files/clean_path.h"
#include "base/quote/json_line.h"
#include "base/quote/visible_text.h"
#include "base/source/source_file.h"
#include "cli/config/config_files.h"
#include "cli/config/effective_settings.h"
#include "cli/config/path_ignores.h"
#include "cli/config/settings.h"
#include "cli/config/toml_text.h"
#include "cli/output/console.h"
#include "cli/output/failure.h"

namespace harden::cli {
namespace {

// Of a folder, what holds for the Dockerfile there.
std::string file_in(const std::string& given) {
  std::error_code ignored;
  const bool is_folder = std::filesystem::is_directory(given, ignored);
  return is_folder ? join_path(given, "Dockerfile") : given;
}

constexpr auto origin_words =
    enum_words<EffectiveSetting::Origin::built_in,
               EffectiveSetting::Origin::option>("default", "file", "option");

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

struct ConfigReport {
  const std::string& file;  // "-": none in particular
  const FileSettings& settings;
  const EffectiveSettings& effective;
  const PathIgnores& ignores;

  // A harden.toml with the same meaning; comments tell where each comes from.
  // An entry begins a table of its own: what follows it in the same one would
  // be the entry's, so entries come behind.
  std::string text() const {
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
      text +=
          line(fmt::format("{} = {}", toml_key(it.key), toml_text(*it.value)),
               origin(it));
    }
    return text + entries +
           "\n# What [policy] does not say follows from each Dockerfile;\n"
           "# `harden policy FILE` prints it.\n";
  }

  Json json() const {
    Json list = Json::array();
    for (const EffectiveSetting& it : effective.list()) {
      list.push_back(json_of(it));
    }
    return {{"file", file},
            {"config", text_or_null(settings.config.name())},
            {"settings", std::move(list)}};
  }

 private:
  std::string heading() const {
    const std::string& config = settings.config.name();
    return fmt::format(
        "# What holds for {}: {}\n",
        file == "-" ? "the current folder" : visible(file),
        config.empty() ? "there is no harden.toml" : visible(config));
  }

  std::string origin(const EffectiveSetting& setting) const {
    if (setting.origin == EffectiveSetting::Origin::built_in) return "default";
    std::string text = visible(setting.place);
    if (setting.entry == EffectiveSetting::no_entry) return text;
    const PathIgnore& entry = settings.check.ignore[setting.entry];
    if (ignores.is_expired(entry)) return text + ", expired";
    return ignores.is_valid(entry) ? text : text + ", for other files";
  }

  std::string entry(const EffectiveSetting& setting) const {
    std::string text =
        line(fmt::format("\n[[{}.{}]]", setting.table, setting.key),
             origin(setting));
    for (const auto& [key, node] : *setting.value->as_table()) {
      text += fmt::format("{} = {}\n", toml_key(key.str()), toml_text(node));
    }
    return text;
  }
};

class ConfigPrinter {
 public:
  explicit ConfigPrinter(const ConfigArguments& arguments)
      : arguments_(arguments), configs_(arguments) {}

  int print_one(const std::string& given) {
    if (given != "-" && access(given.c_str(), F_OK) != 0) {
      throw BadInput(given, "no such file");
    }
    const std::string file = file_in(given);
    // All mistakes are told, also those of options.
    const Settings settings({arguments_}, file, configs_);
    const FileSettings& files = settings.files();
    const EffectiveSettings effective(arguments_, files.config);
    const PathIgnores ignores(files.check, file, today());
    const ConfigReport report{file, files, effective, ignores};
    if (arguments_.json) {
      print(list_.next(json_line(report.json())));
    } else {
      print((is_first_ ? "" : "\n") + report.text());
    }
    is_first_ = false;
    return done;
  }

 private:
  const ConfigArguments& arguments_;
  ConfigFiles configs_;
  JsonList list_{"  "};
  bool is_first_ = true;
};

}  // namespace

const CommandHelp ConfigArguments::help = {
    "harden config", "harden config [FILE...] [OPTIONS]",
    "Prints what holds for files: the settings of the nearest harden.toml, of\n"
    "the command line, and what harden does of its own accord.",
    R"(Examples:
  harden config
  harden config web/Dockerfile
  harden config web/Dockerfile --fail-level=warning --set limits.memory=1g
  harden config web/Dockerfile --format json

The text is a harden.toml with the same meaning. A comment behind each setting
says where it comes from. docs/harden.schema.json describes the file for
editors.

Exit status:
  0  printed
  2  a file or harden.toml is not readable or wrong, or wrong usage)"};

void ConfigArguments::declare(OptionSet& options) {
  options.positionals("FILE", files, "Files whose settings are printed");
  options.choice("--format", json, text_or_json, "text|json",
                 "How they are printed");
  declare_config(options);
  declare_weights(options);
  declare_rootfs(options);
  declare_policy_keys(options);
  declare_colour(options);
}

int run(const ConfigArguments& given) {
  ConfigArguments arguments = given;
  if (arguments.files.empty()) arguments.files = {"-"};
  ConfigPrinter printer(arguments);
  if (arguments.json) print("[");
  const int status = each_file(
      arguments.files, arguments.no_color,
      [&](const std::string& file) { return printer.print_one(file); });
  if (arguments.json) print("\n]\n");
  return status;
}

}  // namespace harden::cli
