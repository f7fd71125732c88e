// Paths as WORKDIR, VOLUME and COPY resolve them.
#pragma once

#include <string>
#include <string_view>

namespace harden::model {

// `path`, seen from `directory` when it is relative, without `.`, `..`,
// double and trailing slashes. Always absolute.
std::string absolute_path(std::string_view directory, std::string_view path);

// `C:\app`, `\app`.
bool is_windows_path(std::string_view path);

}  // namespace harden::model
