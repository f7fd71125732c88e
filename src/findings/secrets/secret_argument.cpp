#include "findings/secrets/secret_argument.h"

#include <algorithm>

#include "findings/secrets/secret_name.h"

namespace harden::rule {

SecretArguments::SecretArguments(const Subject& subject) : subject_(subject) {
  for (const Instruction& it : subject.document.instructions) {
    const auto* list = it.as<Assignments>();
    if (it.keyword != Keyword::arg || list == nullptr) continue;
    for (const Assignment& arg : list->list) {
      if (is_secret_name(arg.name.value)) names_.insert(arg.name.value);
    }
  }
}

std::string_view SecretArguments::used_in(const Call& call,
                                          const ShellWord& word) {
  if (names_.empty()) return {};
  for (const Span it : word.variables) {
    std::string_view name =
        std::string_view(word.value).substr(it.begin, it.size());
    name.remove_prefix(std::min(name.find_first_not_of("${"), name.size()));
    name = name.substr(0, name.find_first_of(":-+=?#%/}"));
    if (names_.contains(name) && !is_mounted(call.instruction, name)) {
      return name;
    }
  }
  return {};
}

// `--mount=type=secret,id=TOKEN,env=TOKEN` comes before the argument.
bool SecretArguments::is_mounted(std::size_t instruction,
                                 std::string_view name) {
  if (mounts_of_ != instruction) {
    mounts_of_ = instruction;
    mounted_.clear();
    for (const Flag& it : subject_.document.instructions[instruction].flags) {
      if (it.name == "mount" && it.value) note_mount(it.value->value);
    }
  }
  return mounted_.contains(name);
}

void SecretArguments::note_mount(std::string_view value) {
  while (!value.empty()) {
    const std::size_t comma = std::min(value.find(','), value.size());
    const std::string_view part = value.substr(0, comma);
    if (part.starts_with("env=")) mounted_.emplace(part.substr(4));
    value.remove_prefix(std::min(comma + 1, value.size()));
  }
}

}  // namespace harden::rule
