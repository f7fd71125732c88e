// Paths as WORKDIR, VOLUME and COPY resolve them.
#pragma once

#include <string>
#include <string_view>

namespace harden {

// The part behind the last `/`.
constexpr std::string_view base_name(std::string_view path) {
  return path.substr(path.rfind('/') + 1);
}

// The folder that something at an absolute path lies in; "/" for the root.
std::string parent_folder(std::string_view path);

// Whether a path is `folder` or lies below it; both absolute and clean.
bool is_below(std::string_view path, std::string_view folder);

// `path`, seen from `directory` when it is relative, without `.`, `..`,
// double and trailing slashes. Always absolute.
std::string absolute_path(std::string_view directory, std::string_view path);

// `C:\app`, `\app`.
bool is_windows_path(std::string_view path);

}  // namespace harden
