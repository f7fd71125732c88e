// Image names as the engine reads them (distribution's reference grammar,
// docker.io as the default registry).
#include <algorithm>

#include "knowledge/base_image.h"

namespace harden {

namespace {

// The part before the first slash is a registry when it could be a host name;
// otherwise it is a namespace of Docker Hub.
bool is_registry(std::string_view part) {
  return part == "localhost" || std::ranges::any_of(part, [](char c) {
           return c == '.' || c == ':' || (c >= 'A' && c <= 'Z');
         });
}

std::string_view without_default_registry(std::string_view name) {
  const std::size_t slash = name.find('/');
  if (slash == std::string_view::npos) return name;
  const std::string_view registry = name.substr(0, slash);
  if (registry == "docker.io" || registry == "index.docker.io") {
    name.remove_prefix(slash + 1);
  } else if (is_registry(registry)) {
    return name;
  }
  constexpr std::string_view kLibrary = "library/";
  const bool official = name.starts_with(kLibrary) &&
                        name.find('/', kLibrary.size()) == name.npos;
  return official ? name.substr(kLibrary.size()) : name;
}

}  // namespace

ImageReference parse_image_reference(std::string_view reference) {
  ImageReference result;
  const std::size_t at = reference.find('@');
  if (at != std::string_view::npos) {
    result.digest = reference.substr(at + 1);
    reference = reference.substr(0, at);
  }
  // A colon before the last slash belongs to the registry's port.
  const std::size_t slash = reference.rfind('/');
  const std::size_t colon = reference.rfind(':');
  if (colon != std::string_view::npos &&
      (slash == std::string_view::npos || colon > slash)) {
    result.tag = reference.substr(colon + 1);
    reference = reference.substr(0, colon);
  }
  result.repository = without_default_registry(reference);
  return result;
}

}  // namespace harden
