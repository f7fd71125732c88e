#include "image/files/run_paths.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "base/text/paths.h"
#include "command/shell_values.h"
#include "command/wrappers.h"
#include "dockerfile/model/run_script.h"
#include "dockerfile/model/scope.h"

namespace harden {
namespace {

using ChangeKind = PathChange::Kind;

struct PathCommandCall {
  std::vector<std::string> flags;  // "-R", "--parents"
  std::vector<Argument> operands;
  std::vector<std::string> values;  // of the flags that take one

  bool has(char letter, std::string_view name) const {
    return std::ranges::any_of(flags, [&](const auto& flag) {
      if (flag.starts_with("--")) return flag.substr(2) == name;
      return flag.find(letter) != std::string::npos;
    });
  }
};

// `letters`: the short flags that take a word.
PathCommandCall read_call(const std::vector<Argument>& words,
                          std::string_view letters) {
  PathCommandCall call;
  for (std::size_t i = 1; i < words.size(); ++i) {
    const std::string& word = words[i].value;
    if (word.size() < 2 || word[0] != '-') {
      call.operands.push_back(words[i]);
      continue;
    }
    call.flags.push_back(word);
    const bool takes_word =
        word[1] != '-' && letters.find(word.back()) != std::string_view::npos;
    if (takes_word && i + 1 < words.size()) {
      call.values.push_back(std::string(1, word.back()) + words[++i].value);
    }
  }
  return call;
}

class RunPathReader {
 public:
  RunPathReader(const StageView& stage)
      : stage_(stage), state_(stage.state()), scope_(state_) {}

  std::vector<PathChange> run() {
    for (std::size_t index : stage_.chain()) {
      const Instruction& it = stage_.instruction(index);
      const auto* command = it.as<Command>();
      if (it.keyword == Keyword::run && command != nullptr) {
        read(index, it);
      }
    }
    return std::move(changes_);
  }

 private:
  void read(std::size_t index, const Instruction& it) {
    index_ = index;
    folder_ = stage_.evaluation.workdir_before[index];
    const std::string_view text = stage_.document.text(it.span);
    maybe_ = text.find("||") != std::string_view::npos ||
             text.find("if ") != std::string_view::npos;
    const auto& script = run_script(stage_.evaluation, index);
    ShellValues values(scope_);
    for (const SimpleCommand& run : script.commands) {
      std::vector<Argument> words = values.resolve(run.words);
      values.assign(run);
      drop_wrappers(words, Behind::sudo);
      if (!words.empty() && words.front().known()) act(words);
    }
  }

  void act(const std::vector<Argument>& words) {
    const std::string_view name = base_name(words.front().value);
    if (name == "cd") {
      change_folder(words);
    } else if (name == "mkdir") {
      const PathCommandCall call = read_call(words, "m");
      const bool parents = call.has('p', "parents");
      for (const Argument& it : call.operands) {
        add({ChangeKind::made, path(it), false, !parents});
      }
    } else if (name == "touch") {
      for (const Argument& it : read_call(words, "drt").operands) {
        add({ChangeKind::made_file, path(it)});
      }
    } else if (name == "install") {
      install(read_call(words, "ogmt"));
    } else if (name == "chown" || name == "chmod") {
      change_right(name, read_call(words, ""));
    } else if (name == "rm" || name == "rmdir" || name == "mv" ||
               name == "ln") {
      move(name, read_call(words, "t"));
    }
  }

  void change_folder(const std::vector<Argument>& words) {
    folder_ = words.size() == 2 ? path(words[1]) : std::nullopt;
  }

  void install(const PathCommandCall& call) {
    if (!call.has('d', "directory")) return;
    for (const Argument& it : call.operands) {
      add({ChangeKind::made, path(it)});
      for (const std::string& value : call.values) {
        if (value[0] != 'o') continue;
        add({ChangeKind::owned, path(it), false, false, value.substr(1)});
      }
    }
  }

  void change_right(std::string_view name, const PathCommandCall& call) {
    if (call.operands.size() < 2) return;
    const Argument& what = call.operands.front();
    const bool recursive = call.has('R', "recursive");
    for (std::size_t i = 1; i < call.operands.size(); ++i) {
      auto place = path(call.operands[i]);
      if (name == "chown") {
        std::string owner =
            what.known() ? what.value.substr(0, what.value.find_first_of(":."))
                         : std::string();
        // `chown :group` leaves the owner.
        if (what.known() && owner.empty()) continue;
        add({ChangeKind::owned, place, recursive, false, std::move(owner)});
        continue;
      }
      const ModeEffect effect = mode_effect(what.value);
      if (effect == ModeEffect::plain || !what.known()) continue;
      add({effect == ModeEffect::open ? ChangeKind::opened
                                      : ChangeKind::narrowed,
           place, recursive});
    }
  }

  void move(std::string_view name, const PathCommandCall& call) {
    const bool keeps_last = name == "mv" || name == "ln";
    for (std::size_t i = 0; i < call.operands.size(); ++i) {
      const bool last = keeps_last && i + 1 == call.operands.size();
      if (last) {
        add({ChangeKind::placed, path(call.operands[i]), false, true});
      } else if (name != "ln") {
        add({ChangeKind::removed, path(call.operands[i]), true});
      }
    }
  }

  // Nothing for what the shell makes of the word.
  std::optional<std::string> path(const Argument& word) const {
    if (!word.known() || word.value.empty() || word.value[0] == '~' ||
        word.value.find_first_of("*?$[{`") != std::string::npos ||
        (word.value[0] != '/' && !folder_)) {
      return std::nullopt;
    }
    return absolute_path(folder_.value_or("/"), word.value);
  }

  struct ChangeDraft {
    ChangeKind kind;
    std::optional<std::string> path;
    bool recursive = false;
    bool must_be_new = false;
    std::string owner = {};
  };

  void add(ChangeDraft draft) {
    if (!draft.path) return;
    changes_.push_back({draft.kind, std::move(*draft.path), draft.recursive,
                        draft.must_be_new, std::move(draft.owner), maybe_,
                        index_});
  }

  const StageView stage_;
  const ImageState& state_;
  StageScope scope_;
  std::size_t index_ = 0;
  std::optional<std::string> folder_;  // none: not known
  bool maybe_ = false;
  std::vector<PathChange> changes_;
};

}  // namespace

std::vector<PathChange> run_paths(const StageView& stage) {
  return RunPathReader(stage).run();
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
