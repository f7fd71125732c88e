// Durations as Go's package time reads and writes them: in HEALTHCHECK, the
// options of engines and Compose files.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace harden {

// "1m30s", "1.5h", "-2ms", "0"; nullopt for what time.ParseDuration refuses,
// more than 292 years included.
std::optional<std::chrono::nanoseconds> parse_duration(std::string_view text);

// In seconds, to the last digit: "90s", "0.5s", "0.000000001s".
std::string duration_text(std::chrono::nanoseconds duration);

// Docker refuses shorter ones for a health check, but for 0, its default
// (moby: container.MinimumDuration).
inline constexpr std::chrono::nanoseconds shortest_health_time =
    std::chrono::milliseconds(1);

}  // namespace harden
