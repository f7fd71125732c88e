#include "command/wrappers.h"

#include <algorithm>
#include <string_view>

#include "base/text/paths.h"
#include "base/text/word_lists.h"
#include "command/argument_options.h"
#include "knowledge/knowledge.h"

namespace harden {
namespace {

bool starts_the_rest(const CommandFacts& facts, Behind which) {
  return facts.use == CommandFacts::Use::wrapper ||
         (facts.elevates && which == Behind::sudo) ||
         (facts.repeats && which == Behind::repeated);
}

const CommandFacts* find_wrapper(const CommandWord& word, Behind which) {
  if (!word.known) return nullptr;
  const CommandFacts* facts = find_command(word.text);
  return facts != nullptr && starts_the_rest(*facts, which) ? facts : nullptr;
}

// `-u`, `--user`, and the last of the letters `-nu`: the value is the next
// word. Behind a letter that takes a value the rest of the word is it.
bool takes_next(const CommandFacts& wrapper, std::string_view word) {
  const auto takes_value = [&](std::string_view option) {
    return is_one_of(option, wrapper.value_options);
  };
  if (word.starts_with("--") || takes_value(word)) return takes_value(word);
  for (std::size_t i = 1; i < word.size(); ++i) {
    const char option[] = {'-', word[i]};
    if (takes_value({option, 2})) return i + 1 == word.size();
  }
  return false;
}

std::size_t behind(const CommandFacts& wrapper, const CommandWords& words,
                   std::size_t at) {
  for (; at < words.size(); ++at) {
    const std::string_view word = words[at].text;
    if (word.size() < 2) break;
    if (word == "--") return at + 1 + wrapper.operands;
    // `command -v x` asks and starts nothing.
    if (wrapper.name == "command" && (word == "-v" || word == "-V")) {
      return words.size();
    }
    if (word[0] == '-') {
      if (takes_next(wrapper, word)) ++at;
    } else if (!wrapper.assignments || !is_assignment(word)) {
      break;
    }
  }
  return at + wrapper.operands;
}

}  // namespace

std::size_t behind_wrapper(const CommandWords& words, std::size_t at,
                           Behind which) {
  if (at >= words.size()) return at;
  const CommandFacts* wrapper = find_wrapper(words[at], which);
  if (wrapper == nullptr) return at;
  return std::min(behind(*wrapper, words, at + 1), words.size());
}

std::size_t behind_wrappers(const CommandWords& words, Behind which,
                            std::size_t at) {
  for (std::size_t next = 0; at < words.size(); at = next) {
    next = behind_wrapper(words, at, which);
    if (next == at) break;
  }
  return at;
}

std::string_view known_program(const CommandWords& words, Behind which) {
  const std::size_t at = behind_wrappers(words, which);
  for (std::size_t i = 0; i <= at; ++i) {
    if (i == words.size() || !words[i].known) return {};
  }
  return base_name(words[at].text);
}

bool keeps_alive(const CommandWords& argv) {
  if (argv.size() < 2 || !argv[0].known) return false;
  const std::string_view name = base_name(argv[0].text);
  if (name == "sleep") return argv[1].text == "infinity";
  if (name != "tail") return false;
  return std::ranges::any_of(argv.behind(1), [](const CommandWord& it) {
    return it.text == "--follow" || it.text == "--retry" ||
           (it.text.size() > 1 && it.text[0] == '-' && it.text[1] != '-' &&
            it.text.find_first_of("fF") != it.text.npos);
  });
}

}  // namespace harden
