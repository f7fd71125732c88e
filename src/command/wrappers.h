// Programs that only start another one: tini, env, nice, timeout …
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "command/command_words.h"

namespace harden {

// Which of them are looked behind.
enum class Behind : std::uint8_t {
  wrappers,  // what starts the program as the same user, once
  sudo,      // sudo and doas as well
  repeated,  // not these, but xargs and parallel as well
};

// Where the program begins that the one at `at` starts: behind its options,
// operands and assignments. `at` itself when that one starts no other.
std::size_t behind_wrapper(const CommandWords& words, std::size_t at,
                           Behind which = Behind::wrappers);
// Behind all of them, from `at` on; at most words.size().
std::size_t behind_wrappers(const CommandWords& words,
                            Behind which = Behind::wrappers,
                            std::size_t at = 0);

// The name of the program behind them, where all words up to it are known;
// else, and where there is none, empty.
std::string_view known_program(const CommandWords& words, Behind which);

template <typename Word>
void drop_wrappers(std::vector<Word>& words, Behind which) {
  const auto behind =
      static_cast<std::ptrdiff_t>(behind_wrappers(words, which));
  words.erase(words.begin(), words.begin() + behind);
}

// `tail -f FILE`, `sleep infinity`: keeps the container up for what runs in
// the background.
bool keeps_alive(const CommandWords& argv);

}  // namespace harden
