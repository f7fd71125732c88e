// What a build needs of a hardened Dockerfile that is written nowhere.
#pragma once

#include <string>
#include <vector>

#include "base/files/temporary_file.h"
#include "cli/options/shared_arguments.h"
#include "findings/driver.h"

namespace harden::cli {

// The Dockerfile lies in a temporary folder, with the ignore file that counts
// for it. Changed scripts have to lie in the context: those that are not there
// already are taken away again.
class BuildFiles {
 public:
  // Throws OutputError.
  BuildFiles(const ContextArguments& arguments, const std::string& file,
             const Hardened& result);
  ~BuildFiles();
  BuildFiles(const BuildFiles&) = delete;
  BuildFiles& operator=(const BuildFiles&) = delete;

  const std::string& dockerfile() const { return dockerfile_; }
  const std::string& context() const { return context_; }

 private:
  void write_scripts(const std::vector<NewFile>& scripts);

  TemporaryFolder folder_;
  std::string context_;
  std::string dockerfile_;
  std::vector<std::string> written_;
};

}  // namespace harden::cli
