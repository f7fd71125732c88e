#include "cli/output/build_files.h"

#include <unistd.h>

#include <set>

#include "base/files/clean_path.h"
#include "cli/config/settings.h"
#include "cli/search/companion_ignore.h"
#include "cli/search/context_files.h"

namespace harden::cli {

BuildFiles::BuildFiles(const ContextArguments& arguments,
                       const std::string& file, const Hardened& result)
    : context_(context_folder(arguments, file)) {
  if (context_.empty()) {
    throw UsageError(
        "standard input has no build context; name it with `--context`");
  }
  dockerfile_ = folder_.write("Dockerfile", result.text());
  const auto ignore = ignore_text(
      {file == "-" ? "" : file, dockerfile_, context_}, result.files());
  if (ignore) folder_.write("Dockerfile.dockerignore", *ignore);
  write_scripts(result.files());
}

void BuildFiles::write_scripts(const std::vector<NewFile>& scripts) {
  const ContextFiles files(scripts, context_);
  std::set<std::string> there;
  for (const NewFile& it : scripts) {
    const std::string path = join_path(context_, it.path);
    if (access(path.c_str(), F_OK) == 0) there.insert(clean_path(path));
  }
  files.write([&](const std::string& path) {
    if (!there.contains(clean_path(path))) written_.push_back(path);
  });
}

BuildFiles::~BuildFiles() {
  for (const std::string& it : written_) unlink(it.c_str());
}

}  // namespace harden::cli
