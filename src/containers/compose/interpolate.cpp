#include "containers/compose/interpolate.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text/ascii.h"

namespace harden::containers {
namespace {

constexpr int max_depth = 20;

std::string_view name_at(std::string_view text) {
  const auto end = std::find_if_not(text.begin(), text.end(), is_word);
  return text.substr(0, static_cast<std::size_t>(end - text.begin()));
}

// The length of `${…}` without its last brace; npos when that is missing.
std::size_t braces_at(std::string_view text) {
  int depth = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text.substr(at, 2) == "${") ++depth;
    if (text[at] == '}' && --depth == 0) return at;
  }
  return std::string_view::npos;
}

class Expansion {
 public:
  void expand(std::string_view text, int depth) {
    while (!text.empty()) {
      const auto dollar = std::min(text.find('$'), text.size());
      result.text += text.substr(0, dollar);
      text.remove_prefix(dollar);
      if (!text.empty()) text.remove_prefix(variable(text, depth));
    }
  }

  Interpolated result;

 private:
  // What stands at a `$`; returns how long that is.
  std::size_t variable(std::string_view text, int depth) {
    if (text.starts_with("$$")) {
      result.text += '$';
      return 2;
    }
    if (text.starts_with("${")) return braces(text, depth);
    const std::string_view name = name_at(text.substr(1));
    if (name.empty()) {
      result.text += '$';
    } else {
      unknown(name);
    }
    return 1 + name.size();
  }

  std::size_t braces(std::string_view text, int depth) {
    const auto end = braces_at(text);
    if (end == std::string_view::npos || depth == max_depth) {
      unknown("{");
      return text.size();
    }
    const std::string_view inner = text.substr(2, end - 2);
    const std::string_view name = name_at(inner);
    std::string_view rest = inner.substr(name.size());
    if (rest.starts_with(":-")) rest.remove_prefix(1);
    if (rest.starts_with('-')) {
      expand(rest.substr(1), depth + 1);
    } else {
      unknown(name);
    }
    return end + 1;
  }

  void unknown(std::string_view name) {
    if (name == "HOME") {
      result.text += '~';
      return;
    }
    result.text += fmt::format("${}", name);
    if (!result.unknown_because.empty()) return;
    result.unknown_because = fmt::format(
        "`${}` comes from the environment and has no default", name);
  }
};

}  // namespace

Interpolated interpolate(std::string_view text) {
  if (text.find('$') == text.npos) return {std::string(text), ""};
  Expansion expansion;
  expansion.expand(text, 0);
  return std::move(expansion.result);
}

}  // namespace harden::containers
