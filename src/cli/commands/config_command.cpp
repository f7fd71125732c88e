#include <unistd.h>

#include <filesystem>
#include <string>
#include <system_error>

#include "base/files/clean_path.h"
#include "base/source/bad_input.h"
#include "cli/check/each_file.h"
#include "cli/commands/commands.h"
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
  explicit ConfigPrinter(const Arguments& arguments)
      : arguments_(arguments), configs_(arguments) {}

  int print_one(const std::string& given) {
    if (given != "-" && access(given.c_str(), F_OK) != 0) {
      throw BadInput(given, "no such file");
    }
    const std::string file = file_in(given);
    // All mistakes are told, also those of options.
    const Settings settings(arguments_, file, configs_);
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
  const Arguments& arguments_;
  ConfigFiles configs_;
  JsonList list_{"  "};
  bool is_first_ = true;
};

}  // namespace

int run_config(const Arguments& given) {
  Arguments arguments = given;
  if (arguments.files.empty()) arguments.files = {"-"};
  ConfigPrinter printer(arguments);
  if (arguments.json) print("[");
  const int status = each_file(arguments, [&](const std::string& file) {
    return printer.print_one(file);
  });
  if (arguments.json) print("\n]\n");
  return status;
}

}  // namespace harden::cli
