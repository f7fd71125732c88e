#include "cli/config/settings.h"

#include <cstdlib>
#include <utility>
#include <vector>

#include "base/files/clean_path.h"
#include "base/files/file_kind.h"
#include "base/source/bad_input.h"
#include "cli/config/policy_settings.h"

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
  if (is_folder(path)) return;
  throw BadInput(path,
                 exists(path)
                     ? "is no folder; `--context` takes the build context"
                     : "no such folder; `--context` takes the build context");
}

// A Dockerfile that goes to standard output must not need files that are
// nowhere; a diff shows them.
bool may_write_files(const Arguments& arguments,
                     const std::string& dockerfile) {
  if (arguments.command == Command::check) {
    return arguments.diff || dockerfile != "-";
  }
  return arguments.command == Command::policy ||
         arguments.command == Command::profile ||
         arguments.command == Command::trace || arguments.in_place ||
         arguments.diff || arguments.write_scripts ||
         !writes_to_stdout(arguments);
}

// The folder's name as engines and Kubernetes take it.
std::string service_name(const std::string& folder) {
  const std::string path = resolved(folder.empty() ? "." : folder);
  std::string result;
  for (const char c : name_of(path)) {
    const char lower = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 0x20) : c;
    const bool plain =
        (lower >= 'a' && lower <= 'z') || (lower >= '0' && lower <= '9');
    if (plain) {
      result += lower;
    } else if (!result.empty() && result.back() != '-') {
      result += '-';
    }
    if (result.size() == 40) break;
  }
  while (!result.empty() && result.back() == '-') result.pop_back();
  return result.empty() ? "app" : result;
}

std::string final_name(const Arguments& arguments,
                       const std::string& dockerfile) {
  const bool writes_dockerfile = arguments.command == Command::harden;
  if (writes_dockerfile && !arguments.in_place &&
      !writes_to_stdout(arguments)) {
    return std::string(name_of(arguments.output));
  }
  return dockerfile == "-" ? "Dockerfile" : std::string(name_of(dockerfile));
}

}  // namespace

Settings::Settings(const Arguments& arguments, const std::string& dockerfile) {
  ConfigFiles configs(arguments);
  *this = Settings(arguments, dockerfile, configs);
}

Settings::Settings(const Arguments& arguments, const std::string& dockerfile,
                   ConfigFiles& configs)
    : files_(configs.of(dockerfile)), options_(files_->options) {
  options_.user = arguments.user;
  options_.uid = arguments.uid;
  options_.gid = arguments.gid;
  options_.user_style = arguments.user_style;
  options_.comments = arguments.comments;
  options_.step_down = arguments.step_down;
  options_.step_down_tool = arguments.step_down_tool;
  options_.may_write_files = may_write_files(arguments, dockerfile);
  options_.evaluate.target = arguments.target;
  for (const auto& it : arguments.build_args) {
    add_build_arg(it, options_.evaluate);
  }
  add_bases(*files_);
  add_rootfs(arguments);
  add_context(arguments, dockerfile);
  // Only what is written for an engine has a name.
  if (arguments.command != Command::check) {
    options_.policy.service =
        service_name(context_folder(arguments, dockerfile));
  }
  if (asks_for(arguments, BundlePart::seccomp)) {
    options_.policy.seccomp_file = seccomp_file_name;
  }
  options_.policy.final_name = final_name(arguments, dockerfile);
  read_policy_options(arguments.set, options_.policy);
}

// The command line counts more than harden.toml; lists add up.
void Settings::add_rootfs(const Arguments& arguments) {
  if (arguments.rootfs) options_.rootfs = *arguments.rootfs;
  if (!arguments.artifact.empty()) options_.artifact = arguments.artifact;
  options_.keep.insert(options_.keep.end(), arguments.keep.begin(),
                       arguments.keep.end());
  if (arguments.keep_shell && options_.rootfs != RootfsMode::scratch) {
    throw UsageError("`--keep-shell` works with `--rootfs=scratch` only");
  }
  options_.keep_shell = options_.keep_shell || arguments.keep_shell;
  options_.drop_healthcheck =
      options_.drop_healthcheck || arguments.drop_healthcheck;
}

void Settings::add_bases(const FileSettings& files) {
  daemon_ = files.daemon;
  options_.evaluate.bases = files.bases.get();
}

std::string context_folder(const Arguments& arguments,
                           const std::string& dockerfile) {
  if (!arguments.context.empty()) return arguments.context;
  return dockerfile == "-" ? "" : folder_of(dockerfile);
}

void Settings::add_context(const Arguments& arguments,
                           const std::string& dockerfile) {
  if (!arguments.context.empty()) require_folder(arguments.context);
  const std::string folder = context_folder(arguments, dockerfile);
  if (folder.empty()) return;
  context_ = std::make_unique<DirectoryContext>(
      folder, dockerfile == "-" ? "" : dockerfile);
  options_.context = context_.get();
}

}  // namespace harden::cli
