#include "image/files/run_paths.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <string_view>
#include <utility>

#include "base/text/find_any.h"
#include "base/text/paths.h"
#include "command/shell_values.h"
#include "command/wrappers.h"
#include "dockerfile/model/run_script.h"
#include "dockerfile/model/scope.h"
#include "image/files/file_mode.h"
#include "image/files/stage_chain.h"

namespace harden {
namespace {

using ChangeKind = PathChange::Kind;

struct PathCommandCall {
  std::vector<std::string> flags;  // "-R", "--parents"
  std::vector<Argument> operands;
  std::vector<std::string> values;  // of the flags that take one

  bool has(char letter, std::string_view name) const {
    return std::any_of(flags.begin(), flags.end(), [&](const auto& flag) {
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
  RunPathReader(const Document& document, const Evaluation& evaluation,
                std::size_t stage)
      : document_(document),
        evaluation_(evaluation),
        stage_(stage),
        state_(evaluation.stages[stage]),
        scope_(state_) {}

  std::vector<PathChange> run() {
    for (std::size_t index : stage_chain(document_, evaluation_, stage_)) {
      const Instruction& it = document_.instructions[index];
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
    folder_ = evaluation_.workdir_before[index];
    const std::string_view text = document_.text(it.span);
    maybe_ = text.find("||") != std::string_view::npos ||
             text.find("if ") != std::string_view::npos;
    const auto& script = run_script(evaluation_, index);
    ShellValues values(scope_);
    for (const SimpleCommand& run : script.commands) {
      const auto name = written_program(run.words, Behind::sudo);
      if (name.empty() || reader_of(name) != nullptr) {
        std::vector<Argument> words = values.resolve(run.words);
        drop_wrappers(words, Behind::sudo);
        if (!words.empty() && words.front().known()) act(words);
      }
      values.assign(run);
    }
  }

  using Words = std::vector<Argument>;
  using Read = void (RunPathReader::*)(std::string_view name, const Words&);
  struct NamedReader {
    std::string_view name;
    Read read;
  };
  static Read reader_of(std::string_view name) {
    static constexpr NamedReader all[] = {
        {"cd", &RunPathReader::change_folder},
        {"chmod", &RunPathReader::change_right},
        {"chown", &RunPathReader::change_right},
        {"install", &RunPathReader::install},
        {"ln", &RunPathReader::move},
        {"mkdir", &RunPathReader::make},
        {"mv", &RunPathReader::move},
        {"rm", &RunPathReader::move},
        {"rmdir", &RunPathReader::move},
        {"touch", &RunPathReader::touch},
    };
    const auto found = std::ranges::find(all, name, &NamedReader::name);
    return found == std::end(all) ? nullptr : found->read;
  }

  void act(const Words& words) {
    const std::string_view name = base_name(words.front().value);
    if (const Read it = reader_of(name)) (this->*it)(name, words);
  }

  void change_folder(std::string_view, const Words& words) {
    folder_ = words.size() == 2 ? path(words[1]) : std::nullopt;
  }

  void make(std::string_view, const Words& words) {
    const PathCommandCall call = read_call(words, "m");
    const bool parents = call.has('p', "parents");
    for (const Argument& it : call.operands) {
      add({ChangeKind::made, path(it), false, !parents});
    }
  }

  void touch(std::string_view, const Words& words) {
    for (const Argument& it : read_call(words, "drt").operands) {
      add({ChangeKind::made_file, path(it)});
    }
  }

  void install(std::string_view, const Words& words) {
    const PathCommandCall call = read_call(words, "ogmt");
    if (!call.has('d', "directory")) return;
    for (const Argument& it : call.operands) {
      add({ChangeKind::made, path(it)});
      for (const std::string& value : call.values) {
        if (value[0] != 'o') continue;
        add({ChangeKind::owned, path(it), false, false, value.substr(1)});
      }
    }
  }

  void change_right(std::string_view name, const Words& words) {
    const PathCommandCall call = read_call(words, "");
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

  void move(std::string_view name, const Words& words) {
    const PathCommandCall call = read_call(words, "t");
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
        find_any_of(word.value, "*?$[{`") != std::string::npos ||
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

  const Document& document_;
  const Evaluation& evaluation_;
  std::size_t stage_;
  const ImageState& state_;
  StageScope scope_;
  std::size_t index_ = 0;
  std::optional<std::string> folder_;  // none: not known
  bool maybe_ = false;
  std::vector<PathChange> changes_;
};

}  // namespace

std::vector<PathChange> run_paths(const Document& document,
                                  const Evaluation& evaluation,
                                  std::size_t stage) {
  return RunPathReader(document, evaluation, stage).run();
}

}  // namespace harden
