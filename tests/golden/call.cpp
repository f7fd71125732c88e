#include "call.h"

#include <algorithm>
#include <string_view>

namespace harden::golden {
namespace {

enum class Kind { input, setting, wish, output };

struct Option {
  std::string_view name;
  Kind kind;
  bool takes_value;
};

constexpr Option known_options[] = {
    {"--target", Kind::setting, true},
    {"--build-arg", Kind::setting, true},
    {"--context", Kind::setting, true},
    {"--base-inspect", Kind::setting, true},
    {"--config", Kind::setting, true},
    {"--user", Kind::wish, true},
    {"--uid", Kind::wish, true},
    {"--gid", Kind::wish, true},
    {"--user-style", Kind::wish, true},
    {"--no-comments", Kind::wish, false},
    {"--step-down", Kind::wish, true},
    {"--step-down-tool", Kind::wish, true},
    {"--rootfs", Kind::wish, true},
    {"--artifact", Kind::wish, true},
    {"--keep", Kind::wish, true},
    {"--keep-shell", Kind::wish, false},
    {"--drop-healthcheck", Kind::wish, false},
    {"--set", Kind::wish, true},
    {"-o", Kind::output, true},
    {"--output", Kind::output, true},
    {"--emit", Kind::output, true},
    {"--bundle", Kind::output, true},
    {"--engine", Kind::output, true},
};

// What is in no list is a switch about the output, such as `--diff`.
Option option(std::string_view word) {
  if (word == "-" || !word.starts_with('-')) return {word, Kind::input, false};
  const std::string_view name = word.substr(0, word.find('='));
  const auto* found =
      std::find_if(std::begin(known_options), std::end(known_options),
                   [&](auto& it) { return it.name == name; });
  if (found == std::end(known_options)) return {name, Kind::output, false};
  return {name, found->kind, found->takes_value && name == word};
}

}  // namespace

Words joined(Words words, const Words& more) {
  words.insert(words.end(), more.begin(), more.end());
  return words;
}

Call read_call(const Words& words) {
  Call call;
  bool in_place = false;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const Option it = option(words[i]);
    Words whole{words[i]};
    if (it.takes_value && i + 1 < words.size()) whole.push_back(words[++i]);
    in_place |= it.name == "--in-place";
    if (it.name == "-o" || it.name == "--output") call.output = whole.back();
    if (it.kind == Kind::input) call.inputs.push_back(whole.front());
    if (it.kind == Kind::setting) call.settings = joined(call.settings, whole);
    if (it.kind == Kind::wish) call.wishes = joined(call.wishes, whole);
  }
  if (in_place && call.inputs.size() == 1) call.output = call.inputs.front();
  return call;
}

}  // namespace harden::golden
