// bane's profile, in bane's order, with the fixed rules of today's engines.
#include "runtime/apparmor/bane.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/text/ascii.h"
#include "base/text/word_lists.h"
#include "knowledge/capability_names.h"
#include "runtime/apparmor/apparmor.h"
#include "runtime/apparmor/profile_rules.h"

namespace harden {
namespace {

using namespace apparmor;

constexpr std::string_view bane_usage =
    R"(# AppArmor profile from the settings of bane. Written by harden.
#
#   apparmor_parser -r -W FILE                    load it, or what was changed
#   aa-status | grep {0}    is it loaded, and does it enforce?
#   apparmor_parser -r -C FILE                    log only
#   apparmor_parser -R FILE                       take it out again
#   docker run --security-opt apparmor={0} …
#
# It is there after a restart of the host as /etc/apparmor.d/containers/{0}.
# AppArmor 2.x knows no `abi`: leave that line out.

)";

// Names of bane's template; newer engines have dropped them or say more.
constexpr std::string_view older_files = R"(  deny @{PROC}/mem rwklx,
  deny @{PROC}/kmem rwklx,
  deny /sys/firmware/efi/efivars/** rwklx,
)";

// One rule a value: "  BEFORE VALUE AFTER,", and a blank line in front.
std::string rules(const Texts& values, std::string_view before,
                  std::string_view after) {
  std::string text;
  for (const std::string& it : values) {
    const bool path = it.starts_with('/') || it.starts_with('@');
    text += fmt::format("{}  {}{}{},\n", text.empty() ? "\n" : "", before,
                        path ? as_glob(it) : it, after);
  }
  return text;
}

std::string lines(const Texts& values, std::string_view indent) {
  std::string text;
  for (const std::string& it : values)
    text += fmt::format("{}{}\n", indent, it);
  return text;
}

std::string network(const BaneSettings& settings) {
  std::string text = settings.protocols.empty()
                         ? "\n  network,\n"
                         : rules(settings.protocols, "network inet ", "");
  text += "  deny network alg,\n";
  if (!settings.raw) text += "  deny network raw,\n";
  if (!settings.packet) text += "  deny network packet,\n";
  return text;
}

std::string capabilities(const BaneSettings& settings) {
  if (settings.deny_capabilities.empty()) {
    return rules(settings.allow_capabilities, "capability ", "");
  }
  return "\n  capability,\n" +
         rules(settings.deny_capabilities, "deny capability ", "");
}

}  // namespace

BaneProfile read_bane(const SourceFile& source) {
  BaneProfile result;
  const BaneSettings settings = read_bane_settings(source, result.notes);
  result.name = "docker-" + settings.name;
  std::string& text = result.text;
  text = fmt::format(bane_usage, result.name) + preamble(true);
  text += lines(settings.imports, "") + opening(result.name, false);
  text +=
      "  include <abstractions/base>\n" + lines(settings.inner_imports, "  ");
  text += network(settings) + "\n  file,\n  umount,\n";
  text += rules(settings.read_only_paths, "deny ", " wl");
  text += rules(settings.log_on_write_paths, "audit ", " w");
  text += rules(settings.writable_paths, "", " w");
  text += rules(settings.allow_exec, "", " ix");
  text += rules(settings.deny_exec, "deny ", " mrwklx");
  text += capabilities(settings) + signal_rules(result.name);
  text += fmt::format("\n  ptrace (trace, tracedby, read, readby) peer={},\n",
                      quoted_text(result.name));
  text += std::string(kernel_files) + std::string(older_files) + "}\n";
  return result;
}

namespace apparmor {

namespace {

// What may stand behind `network inet` (apparmor.d(5)).
constexpr std::array<std::string_view, 9> protocols = {
    "tcp",       "udp", "icmp", "stream", "dgram",
    "seqpacket", "rdm", "raw",  "packet"};

template <typename List>
bool holds(const List& list, std::string_view value) {
  return is_one_of(value, list);
}

bool has_control(std::string_view text) {
  return std::ranges::any_of(text, [](char c) {
    return static_cast<unsigned char>(c) < 0x20 || c == 0x7F;
  });
}

bool is_plain_character(char c) { return is_word(c) || c == '.' || c == '-'; }

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
  return std::ranges::all_of(
      name, [](char c) { return is_plain_character(c) || c == '/'; });
}

// `@{NAME}=WORDS`
bool is_variable(std::string_view text) {
  const std::size_t end = text.find("}=");
  if (!text.starts_with("@{") || end == text.npos) return false;
  const std::string_view name = text.substr(2, end - 2);
  const std::string_view words = text.substr(end + 2);
  return !name.empty() && std::ranges::all_of(name, is_plain_character) &&
         words.find_first_of("#,\"") == words.npos && !words.empty();
}

}  // namespace

std::string name_problem(std::string_view value) {
  if (value.empty() || value.size() > 100) return "must have 1 to 100 letters";
  const bool fine = std::ranges::all_of(value, is_plain_character);
  return fine ? "" : "must be made of letters, digits, `_`, `.` and `-`";
}

std::string path_problem(std::string_view value) {
  if (!value.starts_with('/') && !value.starts_with("@{")) {
    return "must begin with `/` because a rule is about absolute paths";
  }
  if (has_control(value)) return "must not hold control characters";
  const bool unbalanced =
      std::ranges::count(value, '{') != std::ranges::count(value, '}') ||
      std::ranges::count(value, '[') != std::ranges::count(value, ']');
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

}  // namespace apparmor

}  // namespace harden
