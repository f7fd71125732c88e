#include "runtime/apparmor/bane_values.h"

#include <algorithm>
#include <array>

#include "base/text/ascii.h"
#include "knowledge/capability_names.h"

namespace harden::apparmor {
namespace {

// What may stand behind `network inet` (apparmor.d(5)).
constexpr std::array<std::string_view, 9> protocols = {
    "tcp",       "udp", "icmp", "stream", "dgram",
    "seqpacket", "rdm", "raw",  "packet"};

template <typename List>
bool holds(const List& list, std::string_view value) {
  return std::find(list.begin(), list.end(), value) != list.end();
}

bool has_control(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) {
    return static_cast<unsigned char>(c) < 0x20 || c == 0x7F;
  });
}

bool is_plain_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
         (c >= '0' && c <= '9') || c == '_' || c == '.' || c == '-';
}

bool is_include(std::string_view text) {
  if (text.starts_with('#')) text.remove_prefix(1);
  constexpr std::string_view word = "include ";
  if (!text.starts_with(word)) return false;
  text.remove_prefix(word.size());
  constexpr std::string_view maybe = "if exists ";
  if (text.starts_with(maybe)) text.remove_prefix(maybe.size());
  if (text.size() < 3 || text.front() != '<' || text.back() != '>') {
    return false;
  }
  const std::string_view name = text.substr(1, text.size() - 2);
  return std::all_of(name.begin(), name.end(),
                     [](char c) { return is_plain_character(c) || c == '/'; });
}

// `@{NAME}=WORDS`
bool is_variable(std::string_view text) {
  const std::size_t end = text.find("}=");
  if (!text.starts_with("@{") || end == text.npos) return false;
  const std::string_view name = text.substr(2, end - 2);
  const std::string_view words = text.substr(end + 2);
  return !name.empty() &&
         std::all_of(name.begin(), name.end(), is_plain_character) &&
         words.find_first_of("#,\"") == words.npos && !words.empty();
}

}  // namespace

std::string name_problem(std::string_view value) {
  if (value.empty() || value.size() > 100) return "must have 1 to 100 letters";
  const bool fine = std::all_of(value.begin(), value.end(), is_plain_character);
  return fine ? "" : "must be made of letters, digits, `_`, `.` and `-`";
}

std::string path_problem(std::string_view value) {
  if (!value.starts_with('/') && !value.starts_with("@{")) {
    return "must begin with `/`, for a rule is about absolute paths";
  }
  if (has_control(value)) return "must not hold control characters";
  const bool unbalanced = std::count(value.begin(), value.end(), '{') !=
                              std::count(value.begin(), value.end(), '}') ||
                          std::count(value.begin(), value.end(), '[') !=
                              std::count(value.begin(), value.end(), ']');
  if (unbalanced) return "holds a bracket without its other half";
  if (value.ends_with('\\')) return "must not end in a backslash";
  return {};
}

std::string capability_problem(std::string_view value) {
  const auto found = find_capability(value);
  if (!found) return "names no capability";
  const std::string name = lower_case(*found);
  return value == name ? "" : "must be written as `" + name + "`";
}

std::string protocol_problem(std::string_view value) {
  return holds(protocols, value)
             ? ""
             : "names no protocol such as `tcp`, `udp` or `icmp`";
}

std::string import_problem(std::string_view value) {
  const bool fine =
      !has_control(value) && (is_include(value) || is_variable(value));
  return fine ? ""
              : "must hold lines such as `#include <abstractions/base>` or "
                "`@{PROC}=/proc/`";
}

// Within quotes a quote is all that could end them.
std::string as_glob(std::string_view path) {
  if (path.find_first_of(" \",#") == path.npos) return std::string(path);
  std::string result = "\"";
  for (std::size_t i = 0; i < path.size(); ++i) {
    if (path[i] == '\\' && i + 1 < path.size()) {
      result += path[i++];
    } else if (path[i] == '"') {
      result += '\\';
    }
    result += path[i];
  }
  return result + '"';
}

}  // namespace harden::apparmor
