// Programs that only start another one of their kind: `npx playwright`,
// `python -m gunicorn`, `bundle exec puma`.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace harden {

// The words from the program on that is started in the end. "tool@1.2" keeps
// its version.
std::span<const std::string> behind_launchers(
    std::span<const std::string> words);

// "playwright" of `/usr/bin/playwright` and `playwright@1.49`; the "@" that
// begins a name stays.
std::string_view tool_name(std::string_view word);

// Whether one of the programs is called so; `pip3.11` is `pip`.
bool is_tool(std::string_view programs, std::string_view name);

}  // namespace harden
