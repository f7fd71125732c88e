// The flags of `docker run`, `podman run` and `create`.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "containers/container_settings.h"
#include "containers/setting_reader.h"

namespace harden::containers {

// A word of the line, or the part of it that is a flag's value.
struct Argument {
  std::string text;             // what the shell does not tell is `$NAME`
  std::string unknown_because;  // empty: all is told
  Span span;
};

struct RunFlag {
  std::string_view name;  // without dashes
  char letter = '\0';     // of the short form
  bool takes_value = true;
  // Null for what says nothing about isolation.
  void (*read)(const Argument&, SettingReader&) = nullptr;
};

// Null for a flag that nobody knows.
const RunFlag* find_flag(std::string_view name);
const RunFlag* find_flag(char letter);

// All names, without dashes.
const std::vector<std::string_view>& flag_names();

}  // namespace harden::containers
