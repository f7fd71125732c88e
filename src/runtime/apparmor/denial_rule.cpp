#include "runtime/apparmor/denial_rule.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>

#include "runtime/apparmor/generalise.h"
#include "runtime/apparmor/rule_text.h"

namespace harden::apparmor {
namespace {

// A word of the kernel's own, which goes into a rule as it is.
bool is_word(std::string_view text) {
  return !text.empty() && text.size() <= 40 &&
         std::all_of(text.begin(), text.end(), [](char c) {
           return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ||
                  c == '_' || c == '-';
         });
}

WantedRule whole(std::string rule) { return {std::move(rule), {}, false}; }

std::optional<WantedRule> socket_rule(const Denial& denial) {
  if (!is_word(denial.family)) return std::nullopt;
  if (denial.sock_type.empty()) return whole("network " + denial.family);
  if (!is_word(denial.sock_type)) return std::nullopt;
  return whole(fmt::format("network {} {}", denial.family, denial.sock_type));
}

std::optional<WantedRule> signal_rule(const Denial& denial) {
  if (!is_word(denial.denied_mask)) return std::nullopt;
  std::string rule = fmt::format("signal ({})", denial.denied_mask);
  if (is_word(denial.signal)) rule += fmt::format(" set=({})", denial.signal);
  if (!denial.peer.empty()) rule += " peer=" + quoted(denial.peer);
  return whole(std::move(rule));
}

std::optional<WantedRule> trace_rule(const Denial& denial) {
  if (!is_word(denial.denied_mask)) return std::nullopt;
  std::string rule = fmt::format("ptrace ({})", denial.denied_mask);
  if (!denial.peer.empty()) rule += " peer=" + quoted(denial.peer);
  return whole(std::move(rule));
}

std::optional<WantedRule> mount_rule(const Denial& denial) {
  if (!denial.name.starts_with('/')) return std::nullopt;
  std::string rule = "mount";
  if (is_word(denial.file_system)) rule += " fstype=" + denial.file_system;
  if (!denial.source.empty()) rule += " " + quoted(denial.source);
  return whole(rule + " -> " + quoted(denial.name));
}

// The kernel tells creating and deleting apart, rules do not.
std::string file_permissions(std::string_view mask) {
  std::string letters;
  for (const char c : mask) {
    const bool writes = c == 'w' || c == 'a' || c == 'c' || c == 'd';
    if (writes) letters += 'w';
    if (c == 'r' || c == 'm' || c == 'l' || c == 'k' || c == 'x') letters += c;
  }
  return letters;
}

std::optional<WantedRule> file_rule(const Denial& denial) {
  std::string letters = file_permissions(denial.denied_mask);
  if (!denial.name.starts_with('/') || letters.empty()) return std::nullopt;
  // A program is also read and mapped.
  if (letters.find('x') != letters.npos) letters += "rm";
  Pattern pattern = generalise(denial.name);
  return WantedRule{std::move(pattern.text), std::move(letters),
                    pattern.generalised};
}

}  // namespace

std::optional<WantedRule> wanted_rule(const Denial& denial) {
  const std::string& operation = denial.operation;
  if (!denial.capability.empty()) {
    if (!is_word(denial.capability)) return std::nullopt;
    return whole("capability " + denial.capability);
  }
  if (operation == "mount") return mount_rule(denial);
  if (operation == "umount" && denial.name.starts_with('/')) {
    return whole("umount " + quoted(denial.name));
  }
  if (operation == "pivotroot") return whole("pivot_root");
  if (operation == "signal") return signal_rule(denial);
  if (operation == "ptrace") return trace_rule(denial);
  if (!denial.family.empty()) return socket_rule(denial);
  return file_rule(denial);
}

std::string sorted_permissions(const std::string& letters) {
  std::string result;
  for (const char c : std::string_view("mrwlk")) {
    if (letters.find(c) != letters.npos) result += c;
  }
  return letters.find('x') == letters.npos ? result : result + "ix";
}

bool is_dangerous(const std::string& subject, const std::string& permissions) {
  static constexpr std::array<std::string_view, 12> words = {
      "mount",
      "umount",
      "pivot_root",
      "capability sys_admin",
      "capability sys_module",
      "capability sys_ptrace",
      "capability sys_rawio",
      "capability dac_read_search",
      "capability mac_",
      "capability bpf",
      "network alg",
      "network vsock"};
  const bool word =
      std::any_of(words.begin(), words.end(),
                  [&](std::string_view it) { return subject.starts_with(it); });
  const bool writes = permissions.find('w') != permissions.npos;
  return word || (writes && (subject.starts_with("\"/sys/") ||
                             subject.starts_with("\"/proc/sys")));
}

}  // namespace harden::apparmor
