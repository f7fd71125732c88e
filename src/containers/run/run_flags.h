// The flags of `docker run`, `podman run` and `create`.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "command/command_words.h"
#include "containers/container_settings.h"
#include "containers/setting_reader.h"
#include "knowledge/lists/container_settings.h"

namespace harden::containers {

// A word of the line, or the part of it that is a flag's value.
struct Argument {
  std::string text;             // what the shell does not tell is `$NAME`
  std::string unknown_because;  // empty: all is told
  Span span;

  operator CommandWord() const { return {text, unknown_because.empty()}; }
};

// By its name without dashes, or by its letter. Null for one that nobody knows.
const lists::RunFlag* find_flag(std::string_view name);
const lists::RunFlag* find_flag(char letter);

// What it says about isolation; most say nothing.
void read_flag(const lists::RunFlag& flag, const Argument& value,
               SettingReader& reader);

// All names, without dashes.
const std::vector<std::string_view>& flag_names();

}  // namespace harden::containers
