#include "image/files/file_mode.h"

#include <algorithm>

namespace harden {
namespace {

bool has(std::string_view text, char c) {
  return text.find(c) != std::string_view::npos;
}

ModeEffect octal(std::string_view mode) {
  if (mode.size() > 4) return ModeEffect::plain;
  // chown would take a set-user-id bit away.
  if (mode.size() == 4 && mode[0] != '0' && mode[0] != '1') {
    return ModeEffect::plain;
  }
  if (mode.size() < 3) return ModeEffect::plain;
  mode = mode.substr(mode.size() - 3);
  const int owner = mode[0] - '0';
  const int group = mode[1] - '0';
  const int others = mode[2] - '0';
  if ((others & 2) != 0) return ModeEffect::open;
  const bool hidden = (owner & 5 & ~others) != 0;
  return hidden || (group & 2) != 0 ? ModeEffect::narrow : ModeEffect::plain;
}

// One clause of `u+x,g=u`.
ModeEffect clause(std::string_view text) {
  const std::size_t at = text.find_first_of("+-=");
  if (at == std::string_view::npos) return ModeEffect::plain;
  const std::string_view who = text.substr(0, at);
  const std::string_view what = text.substr(at + 1);
  const bool all = has(who, 'a') || has(who, 'o');
  if (text[at] == '-') {
    const bool hides = has(what, 'r') || has(what, 'x');
    return all && hides ? ModeEffect::narrow : ModeEffect::plain;
  }
  if (has(what, 's') || has(what, 't')) return ModeEffect::plain;
  if (all) {
    if (has(what, 'w')) return ModeEffect::open;
    const bool hides = text[at] == '=' && !has(what, 'r') && !has(what, 'u');
    return hides ? ModeEffect::narrow : ModeEffect::plain;
  }
  // Without a letter the umask takes writing from all but the owner.
  if (who.empty()) return ModeEffect::plain;
  if (has(who, 'g') && (has(what, 'w') || has(what, 'u'))) {
    return ModeEffect::narrow;
  }
  return has(who, 'u') && has(what, 'x') ? ModeEffect::narrow
                                         : ModeEffect::plain;
}

}  // namespace

ModeEffect mode_effect(std::string_view mode) {
  if (mode.empty()) return ModeEffect::plain;
  if (mode.find_first_not_of("01234567") == std::string_view::npos) {
    return octal(mode);
  }
  ModeEffect result = ModeEffect::plain;
  while (!mode.empty()) {
    const std::size_t comma = std::min(mode.find(','), mode.size());
    const ModeEffect one = clause(mode.substr(0, comma));
    if (one == ModeEffect::open) return one;
    if (one == ModeEffect::narrow) result = one;
    mode.remove_prefix(std::min(comma + 1, mode.size()));
  }
  return result;
}

}  // namespace harden
