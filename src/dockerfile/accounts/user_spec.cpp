#include "dockerfile/accounts/user_spec.h"

#include <algorithm>

#include "base/text/ascii.h"

namespace harden {
namespace {

// Ids end at the largest 32-bit signed number, though Linux knows more.
constexpr std::uint64_t kMaxId = 2147483647;

// strconv.Atoi: an optional sign and decimal digits, nothing else. `00`, `+0`
// and `-0` are all 0.
Identity parse_identity(std::string_view text) {
  Identity result;
  result.text = text;
  if (text.empty()) return result;
  const bool negative = text.front() == '-';
  std::string_view digits = text;
  if (negative || text.front() == '+') digits.remove_prefix(1);
  if (digits.empty() || !std::all_of(digits.begin(), digits.end(), is_digit)) {
    result.kind = Identity::Kind::name;
    return result;
  }
  std::uint64_t value = 0;
  for (const char c : digits) {
    value = std::min<std::uint64_t>(
        value * 10 + static_cast<std::uint64_t>(c - '0'), kMaxId + 1);
  }
  if (value > kMaxId || (negative && value > 0)) {
    result.kind = Identity::Kind::out_of_range;
    return result;
  }
  result.kind = Identity::Kind::number;
  result.number = static_cast<std::uint32_t>(value);
  return result;
}

}  // namespace

UserSpec parse_user_spec(std::string_view spec) {
  const std::size_t colon = std::min(spec.find(':'), spec.size());
  std::string_view group = spec.substr(std::min(colon + 1, spec.size()));
  group = group.substr(0, group.find(':'));
  return {parse_identity(spec.substr(0, colon)), parse_identity(group)};
}

}  // namespace harden
