#include "dockerfile/syntax/frontend.h"

#include <algorithm>
#include <charconv>

namespace harden {
namespace {

// Cuts the digits off that the text begins with.
std::optional<int> take_number(std::string_view& text) {
  int number = 0;
  const auto [end, error] =
      std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || number < 0) return std::nullopt;
  text.remove_prefix(static_cast<std::size_t>(end - text.data()));
  return number;
}

}  // namespace

std::optional<FrontendVersion> frontend_version(std::string_view text) {
  const auto major = take_number(text);
  if (!major || !text.starts_with('.')) return std::nullopt;
  text.remove_prefix(1);
  const auto minor = take_number(text);
  if (!minor) return std::nullopt;
  return FrontendVersion{*major, *minor};
}

Frontend frontend_of(const Document& document) {
  const auto found =
      std::ranges::find(document.directives, "syntax", &Directive::name);
  if (found == document.directives.end()) return {};
  std::string_view image = found->value;
  // BuildKit: DetectSyntax takes the first word.
  image = image.substr(0, image.find(' '));
  image = image.substr(0, image.find('@'));
  if (image.starts_with("docker.io/")) image.remove_prefix(10);
  const std::size_t colon = image.find(':');
  const std::string_view tag =
      colon == image.npos ? "" : image.substr(colon + 1);
  if (image.substr(0, colon) != "docker/dockerfile") return {.docker = false};
  return {.docker = true,
          .labs = tag.ends_with("labs") || tag.ends_with("experimental"),
          .version = frontend_version(tag)};
}

}  // namespace harden
