// Programs that only start another one: tini, env, nice, timeout …
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "command/account_options.h"
#include "command/field.h"
#include "command/shell_commands.h"

namespace harden {

// Which of them are looked behind.
enum class Behind : std::uint8_t {
  wrappers,  // what starts the program as the same user, once
  sudo,      // sudo and doas as well
  repeated,  // not these, but xargs and parallel as well
};

// The words of a command, whatever they are kept as.
struct CommandWord {
  std::string_view text;
  bool known = true;
};
inline CommandWord command_word(const Field& it) {
  return {it.value, it.known};
}
inline CommandWord command_word(const ShellWord& it) {
  return {it.value, it.literal};
}
inline CommandWord command_word(const Argument& it) {
  return {it.value, it.known()};
}
inline CommandWord command_word(const std::string& it) { return {it}; }

// The same as fields.
template <typename Words>
std::vector<Field> fields_of(const Words& words) {
  std::vector<Field> fields;
  fields.reserve(words.size());
  for (const auto& it : words) {
    const CommandWord word = command_word(it);
    fields.push_back({std::string(word.text), word.known});
  }
  return fields;
}

class CommandWords {
 public:
  // Refers to the words; to be made as an argument.
  template <typename Words>
  CommandWords(const Words& words)
      : size_(words.size()),
        at_([&words](std::size_t i) { return command_word(words[i]); }) {}

  std::size_t size() const { return size_; }
  CommandWord operator[](std::size_t i) const { return at_(i); }

 private:
  std::size_t size_;
  std::function<CommandWord(std::size_t)> at_;
};

// Where the program begins that the one at `at` starts: behind its options,
// operands and assignments. `at` itself when that one starts no other.
std::size_t behind_wrapper(const CommandWords& words, std::size_t at,
                           Behind which = Behind::wrappers);
// Behind all of them, from `at` on; at most words.size().
std::size_t behind_wrappers(const CommandWords& words,
                            Behind which = Behind::wrappers,
                            std::size_t at = 0);

template <typename Word>
void drop_wrappers(std::vector<Word>& words, Behind which) {
  const auto behind =
      static_cast<std::ptrdiff_t>(behind_wrappers(words, which));
  words.erase(words.begin(), words.begin() + behind);
}

// `tail -f FILE`, `sleep infinity`: keeps the container up for what runs in
// the background.
bool keeps_alive(std::span<const Field> argv);

}  // namespace harden
