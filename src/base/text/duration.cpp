#include "base/text/duration.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <iterator>

#include "base/text/ascii.h"

namespace harden {
namespace {

// One more than the longest duration, which only a negative one reaches.
constexpr std::uint64_t duration_limit = std::uint64_t{1} << 63U;

struct DurationUnit {
  std::string_view name;
  std::uint64_t nanoseconds;
};
// Both signs for micro: U+00B5 and U+03BC.
constexpr DurationUnit duration_units[] = {{"ns", 1},
                                           {"us", 1000},
                                           {"\xc2\xb5s", 1000},
                                           {"\xce\xbcs", 1000},
                                           {"ms", 1'000'000},
                                           {"s", 1'000'000'000},
                                           {"m", 60'000'000'000},
                                           {"h", 3'600'000'000'000}};

// The steps of time.ParseDuration, which rounds fractions as it does.
class DurationReader {
 public:
  explicit DurationReader(std::string_view text) : text_(text) {}

  std::optional<std::uint64_t> read() {
    if (text_ == "0") return 0;
    if (text_.empty()) return std::nullopt;
    std::uint64_t sum = 0;
    while (!text_.empty()) {
      const auto part = read_part();
      if (!part) return std::nullopt;
      sum += *part;
      if (sum > duration_limit) return std::nullopt;
    }
    return sum;
  }

 private:
  // "1.5h"; at most `duration_limit`.
  std::optional<std::uint64_t> read_part() {
    std::uint64_t whole = 0;
    const bool has_whole = !text_.empty() && is_digit(text_.front());
    if (!read_whole(whole)) return std::nullopt;
    double digits = 0;
    double scale = 1;
    const bool has_fraction = read_fraction(digits, scale);
    if (!has_whole && !has_fraction) return std::nullopt;
    const DurationUnit* unit = read_unit();
    if (unit == nullptr || whole > duration_limit / unit->nanoseconds) {
      return std::nullopt;
    }
    const std::uint64_t value =
        whole * unit->nanoseconds +
        static_cast<std::uint64_t>(
            digits * (static_cast<double>(unit->nanoseconds) / scale));
    return value > duration_limit ? std::nullopt : std::optional(value);
  }

  bool read_whole(std::uint64_t& value) {
    for (; !text_.empty() && is_digit(text_.front()); text_.remove_prefix(1)) {
      if (value > duration_limit / 10) return false;
      value = value * 10 + static_cast<std::uint64_t>(text_.front() - '0');
      if (value > duration_limit) return false;
    }
    return true;
  }

  // Digits that no nanosecond can show are passed over.
  bool read_fraction(double& digits, double& scale) {
    if (!text_.starts_with('.')) return false;
    text_.remove_prefix(1);
    std::uint64_t value = 0;
    bool full = false;
    const std::size_t size = text_.size();
    for (; !text_.empty() && is_digit(text_.front()); text_.remove_prefix(1)) {
      const auto digit = static_cast<std::uint64_t>(text_.front() - '0');
      full = full || value > (duration_limit - 1) / 10 ||
             value * 10 + digit > duration_limit;
      if (full) continue;
      value = value * 10 + digit;
      scale *= 10;
    }
    digits = static_cast<double>(value);
    return text_.size() < size;
  }

  const DurationUnit* read_unit() {
    const auto end = std::find_if(text_.begin(), text_.end(), [](char c) {
      return c == '.' || is_digit(c);
    });
    const std::string_view name(text_.begin(), end);
    const auto* found =
        std::find_if(std::begin(duration_units), std::end(duration_units),
                     [&](const DurationUnit& it) { return it.name == name; });
    text_.remove_prefix(name.size());
    return found == std::end(duration_units) ? nullptr : found;
  }

  std::string_view text_;
};

}  // namespace

std::optional<std::chrono::nanoseconds> parse_duration(std::string_view text) {
  const bool negative = text.starts_with('-');
  if (negative || text.starts_with('+')) text.remove_prefix(1);
  const auto value = DurationReader(text).read();
  if (!value || (!negative && *value == duration_limit)) return std::nullopt;
  const auto count = static_cast<std::int64_t>(negative ? 0 - *value : *value);
  return std::chrono::nanoseconds(count);
}

std::string duration_text(std::chrono::nanoseconds duration) {
  constexpr std::uint64_t second = 1'000'000'000;
  const auto count = static_cast<std::uint64_t>(duration.count());
  const std::uint64_t size = duration.count() < 0 ? 0 - count : count;
  std::string text =
      fmt::format("{}{}", duration.count() < 0 ? "-" : "", size / second);
  if (size % second != 0) {
    text += fmt::format(".{:09}", size % second);
    text.erase(text.find_last_not_of('0') + 1);
  }
  return text + "s";
}

}  // namespace harden
