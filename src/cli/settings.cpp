#include "cli/settings.h"

#include <sys/stat.h>

#include <cstdlib>

#include "cli/clean_path.h"
#include "harden/bad_input.h"

namespace harden::cli {
namespace {

// `NAME` alone takes the value from the environment; where that has none, the
// argument counts as not given, as for docker build.
void add_build_arg(const std::string& given, EvaluateOptions& options) {
  const auto equals = given.find('=');
  const std::string name = given.substr(0, equals);
  if (equals != std::string::npos) {
    options.build_args[name] = given.substr(equals + 1);
  } else if (const char* value = std::getenv(name.c_str())) {
    options.build_args[name] = value;
  }
}

void require_folder(const std::string& path) {
  struct stat status = {};
  if (stat(path.c_str(), &status) != 0) {
    throw BadInput(path, "no such folder; `--context` takes the build context");
  }
  if (!S_ISDIR(status.st_mode)) {
    throw BadInput(path, "is no folder; `--context` takes the build context");
  }
}

}  // namespace

Settings::Settings(const Arguments& arguments, const std::string& dockerfile) {
  options_.user = arguments.user;
  options_.uid = arguments.uid;
  options_.gid = arguments.gid;
  options_.user_style = arguments.user_style;
  options_.comments = arguments.comments;
  options_.evaluate.target = arguments.target;
  for (const auto& it : arguments.build_args) {
    add_build_arg(it, options_.evaluate);
  }
  add_bases(arguments, dockerfile);
  add_context(arguments, dockerfile);
}

void Settings::add_bases(const Arguments&, const std::string&) {
  options_.evaluate.bases = &builtin_bases();
}

// Standard input has no folder, and so no context unless it is named.
void Settings::add_context(const Arguments& arguments,
                           const std::string& dockerfile) {
  const bool piped = dockerfile == "-";
  if (!arguments.context.empty()) require_folder(arguments.context);
  if (arguments.context.empty() && piped) return;
  context_ = std::make_unique<DirectoryContext>(
      arguments.context.empty() ? folder_of(dockerfile) : arguments.context,
      piped ? "" : dockerfile);
  options_.context = context_.get();
}

}  // namespace harden::cli
