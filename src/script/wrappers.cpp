#include "script/wrappers.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace harden::script {
namespace {

struct Wrapper {
  std::string_view name;
  // Flags that take the next word.
  std::string_view flags_with_value;
  std::size_t operands = 0;  // of its own, before the command
  bool assignments = false;  // `env A=b CMD`
};

constexpr std::array wrappers{
    Wrapper{"tini", "pe"},       Wrapper{"tini-static", "pe"},
    Wrapper{"dumb-init", "r"},   Wrapper{"catatonit", ""},
    Wrapper{"docker-init", ""},  Wrapper{"env", "uCS", 0, true},
    Wrapper{"nice", "n"},        Wrapper{"ionice", "cn"},
    Wrapper{"nohup", ""},        Wrapper{"setsid", ""},
    Wrapper{"stdbuf", "ioe"},    Wrapper{"time", "fo"},
    Wrapper{"timeout", "ks", 1}, Wrapper{"command", ""},
    Wrapper{"builtin", ""},      Wrapper{"unbuffer", ""},
};

std::string_view base_name(std::string_view path) {
  return path.substr(path.rfind('/') + 1);
}

const Wrapper* find_wrapper(const Field& field) {
  if (!field.known) return nullptr;
  const std::string_view name = base_name(field.value);
  const auto found =
      std::find_if(wrappers.begin(), wrappers.end(),
                   [&](const Wrapper& it) { return it.name == name; });
  return found == wrappers.end() ? nullptr : &*found;
}

bool is_assignment(std::string_view word) {
  const std::size_t equals = word.find('=');
  return equals != std::string_view::npos && equals > 0 &&
         word.substr(0, equals).find('/') == std::string_view::npos;
}

std::size_t behind(const Wrapper& wrapper, std::span<const Field> argv,
                   std::size_t at) {
  for (; at < argv.size() && argv[at].value.size() > 1; ++at) {
    const std::string& word = argv[at].value;
    if (word == "--") return at + 1 + wrapper.operands;
    // `command -v x` asks and starts nothing.
    if (wrapper.name == "command" && (word == "-v" || word == "-V")) {
      return argv.size();
    }
    if (word[0] == '-') {
      const bool takes_word =
          word.size() == 2 &&
          wrapper.flags_with_value.find(word[1]) != std::string_view::npos;
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
    const Wrapper* wrapper = find_wrapper(argv[at]);
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
