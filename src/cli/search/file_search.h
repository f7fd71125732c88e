// Which files `harden check` looks at: what its arguments name, and what is
// found there.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "cli/search/folder_walk.h"

namespace harden::cli {

struct FoundFile {
  // A file that is named has to be what harden checks. One that a pattern gives
  // may be other YAML, and one in a folder may only be called like a
  // Dockerfile.
  enum class By : std::uint8_t { name, pattern, folder };

  std::string path;  // "-" is standard input
  By by = By::name;
};

struct FoundFiles {
  // In the order of the arguments, those of a folder sorted; none twice.
  std::vector<FoundFile> files;
  // Folders that cannot be read, patterns that match nothing; one line each.
  std::vector<SearchFailure> failures;
};

FoundFiles find_files(const std::vector<std::string>& arguments);

// `Dockerfile`, `Dockerfile.*`, `*.Dockerfile` and the same with Containerfile,
// in letters of either case.
bool is_dockerfile_name(std::string_view name);
// The plain name, which nothing but a Dockerfile has.
bool is_plain_dockerfile_name(std::string_view name);
// By its ending it may be a Compose file or manifest.
bool is_settings_name(std::string_view name);

}  // namespace harden::cli
