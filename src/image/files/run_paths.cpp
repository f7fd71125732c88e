#include "image/files/run_paths.h"

#include <algorithm>
#include <utility>

#include "base/text/find_any.h"
#include "base/text/paths.h"
#include "dockerfile/model/run_script.h"

namespace harden {
namespace {

using ChangeKind = PathChange::Kind;
using EffectKind = FileEffect::Kind;

class PathChangeCollector {
 public:
  explicit PathChangeCollector(const StageView& stage) : stage_(stage) {}

  std::vector<PathChange> run() {
    for (const std::size_t index : stage_.chain()) {
      for (const RunEffect& it : run_script(stage_.evaluation, index).effects) {
        add(it, index);
      }
    }
    return std::move(changes_);
  }

 private:
  void add(const RunEffect& it, std::size_t index) {
    PathChange change{.kind = ChangeKind::made,
                      .path = it.to,
                      .recursive = it.recursive,
                      .must_be_new = it.must_be_new,
                      .maybe = it.maybe,
                      .instruction = index};
    switch (it.kind) {
      case EffectKind::made:
        return add(std::move(change), ChangeKind::made);
      case EffectKind::made_file:
        return add(std::move(change), ChangeKind::made_file);
      case EffectKind::removed:
        change.recursive = true;
        return add(std::move(change), ChangeKind::removed);
      case EffectKind::moved: {
        PathChange taken = change;
        taken.path = it.from;
        taken.recursive = true;
        taken.must_be_new = false;
        add(std::move(taken), ChangeKind::removed);
        return add(std::move(change), ChangeKind::placed);
      }
      case EffectKind::linked:
        return add(std::move(change), ChangeKind::placed);
      case EffectKind::copied:
        // A hard link; cp writes over what is there.
        if (it.must_be_new) add(std::move(change), ChangeKind::placed);
        return;
      case EffectKind::owned:
        return add_owner(std::move(change), it);
      case EffectKind::mode:
        return add_mode(std::move(change), it);
      default:
        return;
    }
  }

  void add_owner(PathChange change, const RunEffect& it) {
    change.owner = it.text.substr(0, it.text.find_first_of(":."));
    // `chown :group` leaves the owner.
    if (it.is_told && change.owner.empty()) return;
    add(std::move(change), ChangeKind::owned);
  }

  void add_mode(PathChange change, const RunEffect& it) {
    const ModeEffect effect = mode_effect(it.text);
    if (!it.is_told || effect == ModeEffect::plain) return;
    add(std::move(change),
        effect == ModeEffect::open ? ChangeKind::opened : ChangeKind::narrowed);
  }

  // Nothing for what only the image tells.
  void add(PathChange change, ChangeKind kind) {
    if (change.path.empty() ||
        find_any_of(change.path, "*?[{") != std::string::npos)
      return;
    change.kind = kind;
    changes_.push_back(std::move(change));
  }

  const StageView stage_;
  std::vector<PathChange> changes_;
};

}  // namespace

std::vector<PathChange> run_paths(const StageView& stage) {
  return PathChangeCollector(stage).run();
}

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
