#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "runtime/apparmor/apparmor.h"
#include "runtime/apparmor/generalise.h"
#include "runtime/apparmor/profile_rules.h"

namespace harden::apparmor {
namespace {

// Fields as the kernel writes them (security/apparmor: audit.c, file.c, lsm.c);
// empty: not there. Names that hold blanks, quotes or bytes beyond ASCII are
// written in hexadecimal, and decoded here.
struct Denial {
  bool allowed = false;  // in complain mode
  std::string operation;
  std::string profile;
  std::string name;
  std::string target;  // of a link
  std::string denied_mask;
  std::string family;
  std::string sock_type;
  std::string capability;
  std::string signal;
  std::string peer;
  std::string file_system;
  std::string source;  // of a mount
};

// The rule that one denial asks for.
struct WantedRule {
  // What stands before the permissions: a path in quotes. For all but files the
  // whole rule, without the comma.
  std::string subject;
  std::string permissions;  // of files: letters of "rwmlkx"; else empty
  bool generalised = false;
};

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

// Unquoted text of an untrusted string; anything else is as it stands.
std::string decoded(std::string_view text) {
  std::string result;
  for (std::size_t i = 0; i + 1 < text.size(); i += 2) {
    const int high = hex_digit(text[i]);
    const int low = hex_digit(text[i + 1]);
    if (high < 0 || low < 0) return std::string(text);
    result += static_cast<char>(high * 16 + low);
  }
  return text.size() % 2 == 0 ? result : std::string(text);
}

struct LogField {
  std::string_view key;
  std::string Denial::*member;
  bool untrusted;  // in hexadecimal where it is not quoted
};
constexpr std::array<LogField, 12> fields = {{
    {"operation", &Denial::operation, false},
    {"profile", &Denial::profile, true},
    {"name", &Denial::name, true},
    {"target", &Denial::target, true},
    {"denied_mask", &Denial::denied_mask, false},
    {"family", &Denial::family, false},
    {"sock_type", &Denial::sock_type, false},
    {"capname", &Denial::capability, false},
    {"signal", &Denial::signal, false},
    {"peer", &Denial::peer, true},
    {"fstype", &Denial::file_system, true},
    {"srcname", &Denial::source, true},
}};

void set(std::string_view key, std::string_view value, bool is_quoted,
         Denial& denial) {
  for (const LogField& it : fields) {
    if (it.key != key || !(denial.*it.member).empty()) continue;
    denial.*it.member =
        it.untrusted && !is_quoted ? decoded(value) : std::string(value);
  }
}

// Takes `KEY=VALUE` or `KEY="VALUE"` off the front; false at the end, and for
// a value whose quote never ends.
bool take_field(std::string_view& rest, Denial& denial) {
  rest.remove_prefix(std::min(rest.find_first_not_of(' '), rest.size()));
  if (rest.empty()) return false;
  const std::size_t end = std::min(rest.find_first_of(" ="), rest.size());
  const std::string_view key = rest.substr(0, end);
  rest.remove_prefix(end);
  if (!rest.starts_with('=')) return true;
  rest.remove_prefix(1);
  const bool is_quoted = rest.starts_with('"');
  if (is_quoted) rest.remove_prefix(1);
  const std::size_t stop = rest.find(is_quoted ? '"' : ' ');
  if (is_quoted && stop == rest.npos) return false;
  set(key, rest.substr(0, stop), is_quoted, denial);
  rest.remove_prefix(std::min(stop, rest.size()));
  if (is_quoted) rest.remove_prefix(1);
  return true;
}

// nullopt for all lines but denials, and such as complain mode let through.
std::optional<Denial> read_denial(std::string_view line) {
  constexpr std::string_view mark = "apparmor=\"";
  const std::size_t at = line.find(mark);
  if (at == line.npos) return std::nullopt;
  std::string_view rest = line.substr(at + mark.size());
  Denial denial;
  denial.allowed = rest.starts_with("ALLOWED\"");
  if (!denial.allowed && !rest.starts_with("DENIED\"")) return std::nullopt;
  rest.remove_prefix(rest.find('"') + 1);
  while (take_field(rest, denial)) {
  }
  return denial;
}

// A word of the kernel's own, which goes into a rule as it is.
bool is_word(std::string_view text) {
  return !text.empty() && text.size() <= 40 &&
         std::ranges::all_of(text, [](char c) {
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
  if (!denial.peer.empty()) rule += " peer=" + quoted_text(denial.peer);
  return whole(std::move(rule));
}

std::optional<WantedRule> trace_rule(const Denial& denial) {
  if (!is_word(denial.denied_mask)) return std::nullopt;
  std::string rule = fmt::format("ptrace ({})", denial.denied_mask);
  if (!denial.peer.empty()) rule += " peer=" + quoted_text(denial.peer);
  return whole(std::move(rule));
}

std::optional<WantedRule> mount_rule(const Denial& denial) {
  if (!denial.name.starts_with('/')) return std::nullopt;
  std::string rule = "mount";
  if (is_word(denial.file_system)) rule += " fstype=" + denial.file_system;
  if (!denial.source.empty()) rule += " " + quoted_text(denial.source);
  return whole(rule + " -> " + quoted_text(denial.name));
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

// nullopt for an operation that nobody knows, and a line that was cut off.
std::optional<WantedRule> wanted_rule(const Denial& denial) {
  const std::string& operation = denial.operation;
  if (!denial.capability.empty()) {
    if (!is_word(denial.capability)) return std::nullopt;
    return whole("capability " + denial.capability);
  }
  if (operation == "mount") return mount_rule(denial);
  if (operation == "umount" && denial.name.starts_with('/')) {
    return whole("umount " + quoted_text(denial.name));
  }
  if (operation == "pivotroot") return whole("pivot_root");
  if (operation == "signal") return signal_rule(denial);
  if (operation == "ptrace") return trace_rule(denial);
  if (!denial.family.empty()) return socket_rule(denial);
  return file_rule(denial);
}

// "mrwlk" and "ix" in the order in which rules have them; each once.
std::string sorted_permissions(const std::string& letters) {
  std::string result;
  for (const char c : std::string_view("mrwlk")) {
    if (letters.find(c) != letters.npos) result += c;
  }
  return letters.find('x') == letters.npos ? result : result + "ix";
}

// It would undo the confinement.
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
  const bool word = std::ranges::any_of(
      words, [&](std::string_view it) { return subject.starts_with(it); });
  const bool writes = permissions.find('w') != permissions.npos;
  return word || (writes && (subject.starts_with("\"/sys/") ||
                             subject.starts_with("\"/proc/sys")));
}

}  // namespace
}  // namespace harden::apparmor

namespace harden {
namespace {

// A program that walks through file names must not fill the memory.
constexpr std::size_t most_rules = 10000;
constexpr std::size_t most_others = 100;
// The kernel's own lines are shorter (AUDIT_MESSAGE_TEXT_MAX).
constexpr std::size_t longest_line = 16384;

}  // namespace

AppArmorLog::AppArmorLog(std::string profile) : profile_(std::move(profile)) {}

// In complain mode a program without a rule gets a profile of its own below.
bool AppArmorLog::is_ours(const std::string& name) {
  if (name == profile_ || name.starts_with(profile_ + "//null-")) return true;
  if (name.empty()) return false;
  const auto found = others_.find(name);
  if (found != others_.end()) {
    ++found->second;
  } else if (others_.size() < most_others) {
    others_[name] = 1;
  }
  return false;
}

void AppArmorLog::add_line(std::string_view line) {
  const auto denial = apparmor::read_denial(line.substr(0, longest_line));
  if (!denial || !is_ours(denial->profile)) return;
  ++lines_;
  const auto wanted = apparmor::wanted_rule(*denial);
  const bool known = wanted && subjects_.contains(wanted->subject);
  if (!wanted || (!known && subjects_.size() >= most_rules)) {
    ++not_understood_;
    return;
  }
  Count& count = subjects_[wanted->subject];
  count.permissions =
      apparmor::sorted_permissions(count.permissions + wanted->permissions);
  count.lines += 1;
  count.generalised = count.generalised || wanted->generalised;
}

std::vector<ProposedRule> AppArmorLog::rules() const {
  std::vector<ProposedRule> result;
  for (const auto& [subject, count] : subjects_) {
    ProposedRule rule;
    rule.rule = "  " + subject;
    if (!count.permissions.empty()) rule.rule += " " + count.permissions;
    rule.rule += ",";
    rule.lines = count.lines;
    rule.generalised = count.generalised;
    rule.dangerous = apparmor::is_dangerous(subject, count.permissions);
    result.push_back(std::move(rule));
  }
  return result;
}

std::vector<ProposedRule> rules_from_log(std::string_view log,
                                         std::string_view profile) {
  AppArmorLog reader{std::string(profile)};
  while (!log.empty()) {
    const std::size_t end = std::min(log.find('\n'), log.size());
    reader.add_line(log.substr(0, end));
    log.remove_prefix(std::min(end + 1, log.size()));
  }
  return reader.rules();
}

}  // namespace harden
