#include "cli/config/settings.h"

#include <cstdlib>
#include <utility>
#include <vector>

#include "base/files/clean_path.h"
#include "base/files/file_kind.h"
#include "base/source/source_file.h"
#include "base/text/ascii.h"
#include "cli/config/config_tables.h"

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
                     ? "is not a folder; `--context` takes the build context"
                     : "no such folder; `--context` takes the build context");
}

// The folder's name as engines and Kubernetes take it.
std::string service_name(const std::string& folder) {
  const std::string path = resolved(folder.empty() ? "." : folder);
  std::string result;
  for (const char c : name_of(path)) {
    if (is_alnum(c)) {
      result += lower(c);
    } else if (!result.empty() && result.back() != '-') {
      result += '-';
    }
    if (result.size() == 40) break;
  }
  while (!result.empty() && result.back() == '-') result.pop_back();
  return result.empty() ? "app" : result;
}

}  // namespace

Settings::Settings(const SettingsRequest& request,
                   const std::string& dockerfile) {
  ConfigFiles configs(request.arguments);
  *this = Settings(request, dockerfile, configs);
}

Settings::Settings(const SettingsRequest& request,
                   const std::string& dockerfile, ConfigFiles& configs)
    : files_(configs.of(dockerfile)), options_(files_->options) {
  const HardeningArguments& arguments = request.arguments;
  static_cast<UserWishes&>(options_) = arguments;
  options_.comments = !arguments.no_comments;
  options_.may_write_files = request.may_write_files;
  options_.evaluate.target = arguments.target;
  for (const auto& it : arguments.build_args) {
    add_build_arg(it, options_.evaluate);
  }
  if (arguments.builder) options_.evaluate.builder = arguments.builder;
  options_.evaluate.bases = files_->bases.get();
  add_rootfs(arguments);
  add_context(arguments, dockerfile, configs.folders());
  PolicyWishes& policy = options_.policy;
  if (request.is_for_engine) {
    policy.service = service_name(context_folder(arguments, dockerfile));
  }
  policy.seccomp_file = request.seccomp_file;
  policy.final_name = request.final_name;
  if (policy.final_name.empty()) {
    policy.final_name =
        dockerfile == "-" ? "Dockerfile" : std::string(name_of(dockerfile));
  }
  read_policy_options(arguments.set, policy);
  for (const auto& [path, mount] : policy.writable) {
    options_.mounted.push_back(path);
  }
}

// The command line counts more than harden.toml; lists add up.
void Settings::add_rootfs(const RootfsArguments& arguments) {
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

std::string context_folder(const ContextArguments& arguments,
                           const std::string& dockerfile) {
  if (!arguments.context.empty()) return arguments.context;
  return dockerfile == "-" ? "" : folder_of(dockerfile);
}

void Settings::add_context(const ContextArguments& arguments,
                           const std::string& dockerfile,
                           RealFolders& folders) {
  if (!arguments.context.empty()) require_folder(arguments.context);
  const std::string folder = context_folder(arguments, dockerfile);
  if (folder.empty()) return;
  context_ = std::make_unique<DirectoryContext>(
      folder, dockerfile == "-" ? "" : dockerfile, folders.of(folder));
  options_.context = context_.get();
}

}  // namespace harden::cli
