#include "command/wrappers.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "base/text/paths.h"
#include "knowledge/knowledge.h"

namespace harden::script {
namespace {

const CommandFacts* find_wrapper(const Field& field) {
  if (!field.known) return nullptr;
  const CommandFacts* facts = find_command(field.value);
  const bool wraps =
      facts != nullptr && facts->use == CommandFacts::Use::wrapper;
  return wraps ? facts : nullptr;
}

bool is_assignment(std::string_view word) {
  const std::size_t equals = word.find('=');
  return equals != std::string_view::npos && equals > 0 &&
         word.substr(0, equals).find('/') == std::string_view::npos;
}

std::size_t behind(const CommandFacts& wrapper, std::span<const Field> argv,
                   std::size_t at) {
  for (; at < argv.size() && argv[at].value.size() > 1; ++at) {
    const std::string& word = argv[at].value;
    if (word == "--") return at + 1 + wrapper.operands;
    // `command -v x` asks and starts nothing.
    if (wrapper.name == "command" && (word == "-v" || word == "-V")) {
      return argv.size();
    }
    if (word[0] == '-') {
      const bool takes_word = std::ranges::find(wrapper.value_options, word) !=
                              wrapper.value_options.end();
      if (takes_word) ++at;
      continue;
    }
    if (!wrapper.assignments || !is_assignment(word)) break;
  }
  return at + wrapper.operands;
}

}  // namespace

std::size_t behind_wrappers(std::span<const Field> argv) {
  std::size_t at = 0;
  while (at < argv.size()) {
    const CommandFacts* wrapper = find_wrapper(argv[at]);
    if (wrapper == nullptr) break;
    at = std::min(behind(*wrapper, argv, at + 1), argv.size());
  }
  return at;
}

bool keeps_alive(std::span<const Field> argv) {
  if (argv.size() < 2 || !argv[0].known) return false;
  const std::string_view name = base_name(argv[0].value);
  if (name == "sleep") return argv[1].value == "infinity";
  if (name != "tail") return false;
  return std::any_of(argv.begin() + 1, argv.end(), [](const Field& it) {
    return it.value == "--follow" || it.value == "--retry" ||
           (it.value.size() > 1 && it.value[0] == '-' && it.value[1] != '-' &&
            it.value.find_first_of("fF") != std::string::npos);
  });
}

}  // namespace harden::script
