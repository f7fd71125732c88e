#include "findings/report/report_path.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text/ascii.h"

namespace harden {
namespace {

bool is_unreserved(char c) {
  return is_word(c) ||
         std::string_view("-.~/").find(c) != std::string_view::npos;
}

}  // namespace

std::string report_path(std::string_view name, std::string_view folder) {
  std::string path;
  std::string_view rest = name;
  while (!rest.empty()) {
    const auto end = std::min(rest.find('/'), rest.size());
    const std::string_view part = rest.substr(0, end);
    const bool slash = end < rest.size();
    const bool nothing =
        part == "." || (part.empty() && (!path.empty() || !slash));
    if (!nothing) path += part;
    if (!nothing && slash) path += '/';
    rest.remove_prefix(end + (slash ? 1 : 0));
  }
  const std::string below = std::string(folder) + '/';
  if (!folder.empty() && path.starts_with(below)) path.erase(0, below.size());
  return path.empty() ? std::string(name) : path;
}

std::string uri_of(std::string_view path) {
  std::string uri = path.starts_with('/') ? "file://" : "";
  for (const char c : path) {
    if (is_unreserved(c)) {
      uri += c;
    } else {
      uri += fmt::format("%{:02X}", static_cast<unsigned char>(c));
    }
  }
  return uri;
}

}  // namespace harden
