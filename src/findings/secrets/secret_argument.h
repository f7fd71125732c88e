// Build arguments that are named like secrets, where RUN lines use them.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "findings/subject.h"

namespace harden::rule {

class SecretArguments {
 public:
  explicit SecretArguments(const Subject& subject);

  // The first in a word of the call whose value is the argument's; empty when
  // there is none.
  std::string_view used_in(const Call& call, const ShellWord& word);

 private:
  using Names = std::set<std::string, std::less<>>;

  bool is_mounted(std::size_t instruction, std::string_view name);
  void note_mount(std::string_view value);

  const Subject& subject_;
  Names names_;
  std::optional<std::size_t> mounts_of_;  // whose mounts these are
  Names mounted_;
};

}  // namespace harden::rule
