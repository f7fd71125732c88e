#include "runtime/apparmor/denial.h"

#include <algorithm>
#include <array>

namespace harden::apparmor {
namespace {

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

}  // namespace

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

}  // namespace harden::apparmor
