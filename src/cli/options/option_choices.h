// The words that an option takes, where its type in --help does not spell them
// out (`auto|always|never` does): one list for reading it and for completing
// it. The order is that of the enum which the words stand for.
#pragma once

#include <array>
#include <span>
#include <string_view>

namespace harden::cli {

template <std::size_t count>
using Choices = std::array<std::string_view, count>;

inline constexpr Choices<2> user_styles = {"numeric", "name"};
inline constexpr Choices<3> step_down_tools = {"gosu", "su-exec", "setpriv"};
inline constexpr Choices<8> bundle_part_names = {
    "run",    "compose", "kubernetes", "daemon",
    "policy", "seccomp", "apparmor",   "report"};
inline constexpr Choices<2> engines = {"docker", "podman"};
inline constexpr Choices<7> report_formats = {
    "text", "json", "sarif", "junit", "gitlab", "github", "markdown"};
inline constexpr Choices<4> fail_levels = {"error", "warning", "info", "never"};
inline constexpr Choices<3> completion_shells = {"bash", "zsh", "fish"};

struct OptionChoices {
  std::string_view option;  // or the name of a positional
  std::string_view type;    // as --help shows it
  std::span<const std::string_view> words;
};
inline constexpr OptionChoices option_choices[] = {
    {"--user-style", "STYLE", user_styles},
    {"--step-down-tool", "TOOL", step_down_tools},
    {"--emit", "LIST", bundle_part_names},
    {"--engine", "ENGINE", engines},
    {"--format", "FORMAT", report_formats},
    {"--fail-level", "LEVEL", fail_levels},
    {"SHELL", "", completion_shells},
};

}  // namespace harden::cli
