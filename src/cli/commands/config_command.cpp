#include "cli/commands/config_command.h"

#include <unistd.h>

#include <filesystem>
#include <string>
#include <system_error>

#include "base/files/clean_path.h"
#include "base/source/source_file.h"
#include "cli/check/each_file.h"
#include "cli/config/config_files.h"
#include "cli/config/config_report.h"
#include "cli/config/effective_settings.h"
#include "cli/config/settings.h"
#include "cli/output/console.h"

namespace harden::cli {
namespace {

// Of a folder, what holds for the Dockerfile there.
std::string file_in(const std::string& given) {
  std::error_code ignored;
  const bool is_folder = std::filesystem::is_directory(given, ignored);
  return is_folder ? join_path(given, "Dockerfile") : given;
}

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
    const EffectiveSettings effective(arguments_, files);
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
