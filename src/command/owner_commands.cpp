// chown, chgrp, chmod, setfacl.
#include <algorithm>
#include <span>
#include <string>
#include <string_view>

#include "command/argument_options.h"
#include "command/interpreters.h"

namespace harden {
namespace {

using Kind = FileEffect::Kind;

constexpr OptionSyntax owner_syntax = {
    .letters_with_value = {}, .names_with_value = "--from --reference"};

bool is_recursive(const ArgumentOptions& options) {
  return options.has({"-R", "--recursive"});
}

// The same for each path; once without a path when others bring them (xargs).
Effects on_paths(const CommandLine& line, std::span<const std::size_t> paths,
                 FileEffect effect) {
  Effects effects;
  for (const std::size_t path : paths) {
    if (effects.files.size() >= most_effects) break;
    effect.to = target_of(line.argv[path], line.folder);
    effects.files.push_back(effect);
  }
  if (effects.files.empty()) effects.files.push_back(std::move(effect));
  return effects;
}

Effects change_owner(const CommandLine& line, std::string_view before) {
  const ArgumentOptions options(line.argv, owner_syntax);
  std::span<const std::size_t> operands = options.operands;
  FileEffect effect{
      .kind = Kind::owned, .to = {}, .recursive = is_recursive(options)};
  if (!options.has({"--reference"}) && !operands.empty()) {
    const CommandWord owner = line.argv[operands.front()];
    if (owner.known) effect.text = std::string(before).append(owner.text);
    operands = operands.subspan(1);
  }
  return on_paths(line, operands, std::move(effect));
}

Effects chown(const CommandLine& line) { return change_owner(line, ""); }
Effects chgrp(const CommandLine& line) { return change_owner(line, ":"); }

// `chmod -x FILE`: this is not an option.
bool is_mode(const ArgumentOption& option) {
  return option.name.empty() &&
         std::string_view("rwxXst").find(option.letter) != std::string::npos;
}

Effects chmod(const CommandLine& line) {
  const ArgumentOptions options(line.argv, owner_syntax);
  std::span<const std::size_t> operands = options.operands;
  FileEffect effect{
      .kind = Kind::mode, .to = {}, .recursive = is_recursive(options)};
  const auto option = std::ranges::find_if(options.options, is_mode);
  if (option != options.options.end()) {
    if (operands.empty()) return {};
    effect.text = std::string(line.argv[option->at].text);
  } else if (!options.has({"--reference"}) && !operands.empty()) {
    const CommandWord mode = line.argv[operands.front()];
    if (mode.known) effect.text = std::string(mode.text);
    operands = operands.subspan(1);
  } else if (operands.empty()) {
    return {};
  }
  return on_paths(line, operands, std::move(effect));
}

Effects setfacl(const CommandLine& line) {
  const ArgumentOptions options(
      line.argv, {.letters_with_value = "mxMX",
                  .names_with_value = "--modify --remove --modify-file "
                                      "--remove-file --set --set-file"});
  if (options.operands.empty()) return {};
  return on_paths(
      line, options.operands,
      {.kind = Kind::mode, .to = {}, .recursive = is_recursive(options)});
}

constexpr NamedInterpreter owner_table[] = {
    {"chown", chown},
    {"chgrp", chgrp},
    {"chmod", chmod},
    {"setfacl", setfacl},
};

}  // namespace

std::span<const NamedInterpreter> owner_interpreters() { return owner_table; }

}  // namespace harden
