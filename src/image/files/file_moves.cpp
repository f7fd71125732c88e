#include "image/files/file_moves.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <string_view>
#include <utility>

#include "base/glob/go_glob.h"
#include "base/text/paths.h"
#include "command/account_options.h"
#include "command/shell_values.h"
#include "command/wrappers.h"
#include "dockerfile/model/scope.h"
#include "image/files/image_paths.h"

namespace harden {
namespace {

using MoveKind = FileMove::Kind;

constexpr OptionSpec copy_options[] = {
    {"target-directory", 't', true},
    {"suffix", 'S', true},
    {"symbolic", 's'},
};
constexpr OptionSpec install_options[] = {
    {"target-directory", 't', true},
    {"suffix", 'S', true},
    {"mode", 'm', true},
    {"owner", 'o', true},
    {"group", 'g', true},
    {"directory", 'd'},
};
constexpr OptionSpec sed_options[] = {
    {"in-place", 'i'},
    {"expression", 'e', true},
    {"file", 'f', true},
};
constexpr OptionSpec curl_options[] = {
    {"output", 'o', true}, {"remote-name", 'O'},   {"header", 'H', true},
    {"user", 'u', true},   {"request", 'X', true}, {"data", 'd', true},
};
constexpr OptionSpec wget_options[] = {
    {"output-document", 'O', true},
    {"directory-prefix", 'P', true},
    {"output-file", 'o', true},
};
constexpr OptionSpec clone_options[] = {
    {"branch", 'b', true}, {"depth", 'D', true, false}, {"config", 'c', true}};

// `s/\r$//`, `s/\r//g`, with any delimiter; the shell may have left `\r` or
// the character itself.
bool mends_line_ends(std::string_view script) {
  if (script.size() < 4 || script[0] != 's') return false;
  const std::string delimiter(1, script[1]);
  for (const char* pattern : {"\\r", "\\r$", "\\r\\+$", "\\x0D$", "\r", "\r$",
                              "^M$", "\\r*$", "\\s*$", "\\015$"}) {
    const std::string want = "s" + delimiter + pattern + delimiter + delimiter;
    if (script == want || script == want + "g") return true;
  }
  return false;
}

bool is_address(std::string_view word) {
  return word.find("://") != std::string_view::npos;
}

std::string_view name_of_address(std::string_view address) {
  address = address.substr(0, address.find_first_of("?#"));
  return base_name(address);
}

class FileMoveReader {
 public:
  FileMoveReader(const ImageState& state, std::string folder)
      : scope_(state), values_(scope_), folder_(std::move(folder)) {}

  std::vector<FileMove> run(const std::vector<SimpleCommand>& commands) {
    for (const SimpleCommand& command : commands) {
      const auto name = written_program(command.words, Behind::sudo);
      if (name.empty() || reader_of(name) != nullptr || name == "tr") {
        read(command);
      } else {
        values_.assign(command);
        redirections(command);
      }
    }
    return std::move(moves_);
  }

 private:
  using Words = std::vector<Argument>;
  using Read = void (FileMoveReader::*)(std::string_view name, const Words&);
  struct NamedReader {
    std::string_view name;
    Read read;
  };
  static Read reader_of(std::string_view name) {
    static constexpr NamedReader all[] = {
        {"cd", &FileMoveReader::change_folder},
        {"cp", &FileMoveReader::copy},
        {"curl", &FileMoveReader::download},
        {"git", &FileMoveReader::clone},
        {"install", &FileMoveReader::install},
        {"ln", &FileMoveReader::link},
        {"mv", &FileMoveReader::copy},
        {"patch", &FileMoveReader::change},
        {"perl", &FileMoveReader::change},
        {"sed", &FileMoveReader::sed},
        {"tee", &FileMoveReader::tee},
        {"wget", &FileMoveReader::download},
    };
    const auto found = std::ranges::find(all, name, &NamedReader::name);
    return found == std::end(all) ? nullptr : found->read;
  }

  void read(const SimpleCommand& command) {
    Words words = values_.resolve(command.words);
    values_.assign(command);
    drop_wrappers(words, Behind::sudo);
    if (!strips_line_ends(words, command)) redirections(command);
    if (words.empty() || !words.front().known()) return;
    const std::string_view name = base_name(words.front().value);
    if (const Read it = reader_of(name)) (this->*it)(name, words);
  }

  static std::span<const Argument> behind_name(const Words& words) {
    return std::span(words).subspan(1);
  }

  void change_folder(std::string_view, const Words& words) {
    if (auto folder = words.size() == 2 ? place(words[1]) : std::nullopt) {
      folder_ = *folder;
    }
  }

  void copy(std::string_view, const Words& words) {
    copy(MoveKind::copied, parse_options(behind_name(words), copy_options));
  }

  void link(std::string_view, const Words& words) {
    const auto call = parse_options(behind_name(words), copy_options);
    copy(call.has('s') ? MoveKind::linked : MoveKind::copied, call);
  }

  void install(std::string_view, const Words& words) {
    const auto call = parse_options(behind_name(words), install_options);
    if (!call.has('d')) copy(MoveKind::copied, call);
  }

  void change(std::string_view, const Words& words) {
    for (const Argument& it : behind_name(words)) add(MoveKind::changed, it);
  }

  // `tr -d '\r' < a > b` copies.
  bool strips_line_ends(const Words& words, const SimpleCommand& command) {
    if (words.size() != 3 || base_name(words[0].value) != "tr" ||
        words[1].value != "-d" || command.redirections.size() != 2) {
      return false;
    }
    const auto& first = command.redirections[0];
    const auto& second = command.redirections[1];
    if (first.op == second.op) return false;
    const auto& source = first.op == "<" ? first : second;
    const auto& target = first.op == "<" ? second : first;
    const auto from = place(values_.resolve(source.target));
    const auto to = place(values_.resolve(target.target));
    if (from && to) moves_.push_back({MoveKind::copied, *from, *to});
    return true;
  }

  void redirections(const SimpleCommand& command) {
    for (const Redirection& it : command.redirections) {
      const bool writes = it.op == ">" || it.op == ">|" || it.op == "&>";
      if (!writes && it.op != ">>") continue;
      add(writes ? MoveKind::written : MoveKind::changed,
          values_.resolve(it.target));
    }
  }

  void copy(MoveKind kind, const ParsedOptions& call) {
    std::vector<Argument> sources = call.operands;
    Argument target{"."};
    bool into_folder = true;
    if (const Argument* folder = call.find('t')) {
      target = *folder;
    } else if (sources.size() > 1) {
      target = sources.back();
      sources.pop_back();
      into_folder = sources.size() > 1 || target.value.ends_with('/') ||
                    base_name(target.value) == ".";
    }
    const auto to = place(target);
    if (!to) return;
    for (const Argument& it : sources) {
      const bool as_written = kind == MoveKind::linked && it.known() &&
                              !it.value.empty() && it.value[0] != '/';
      const auto from = as_written ? std::optional(it.value) : copied_place(it);
      if (from) moves_.push_back({kind, *from, *to, into_folder});
    }
  }

  // `cp -r docker/. /` copies what is in the folder.
  std::optional<std::string> copied_place(const Argument& it) const {
    auto from = place(it);
    if (from && it.value.ends_with("/.")) *from += "/.";
    return from;
  }

  void tee(std::string_view, const Words& words) {
    const bool appends = std::ranges::any_of(
        words, [](const Argument& it) { return it.value == "-a"; });
    for (std::size_t i = 1; i < words.size(); ++i) {
      add(appends ? MoveKind::changed : MoveKind::written, words[i]);
    }
  }

  void sed(std::string_view, const Words& words) {
    const auto call = parse_options(behind_name(words), sed_options);
    if (!call.has('i')) return;
    auto files = call.operands;
    bool harmless = true;
    bool script_given = call.has('f');
    for (const auto& [letter, value] : call.options) {
      if (letter == 'e') harmless &= mends_line_ends(value.value);
      script_given |= letter == 'e';
    }
    if (!script_given && !files.empty()) {
      harmless = mends_line_ends(files.front().value);
      files.erase(files.begin());
    }
    if (harmless && !call.has('f')) return;
    for (const Argument& it : files) add(MoveKind::changed, it);
  }

  void download(std::string_view name, const Words& words) {
    const bool curl = name == "curl";
    const auto call = curl ? parse_options(behind_name(words), curl_options)
                           : parse_options(behind_name(words), wget_options);
    for (const auto& [letter, value] : call.options) {
      if (letter == (curl ? 'o' : 'O')) add(MoveKind::downloaded, value);
    }
    if (curl ? !call.has('O') : call.has('O')) return;
    const Argument* folder = curl ? nullptr : call.find('P');
    for (const Argument& it : call.operands) {
      if (!it.known() || !is_address(it.value)) continue;
      const std::string prefix = folder == nullptr ? "" : folder->value + "/";
      add(MoveKind::downloaded,
          {prefix + std::string(name_of_address(it.value))});
    }
  }

  void clone(std::string_view, const Words& words) {
    if (words.size() < 3 || words[1].value != "clone") return;
    const auto call = parse_options(std::span(words).subspan(2), clone_options);
    if (call.operands.size() > 1) {
      add(MoveKind::downloaded, call.operands[1]);
    } else if (!call.operands.empty() && call.operands[0].known()) {
      std::string_view name = base_name(call.operands[0].value);
      if (name.ends_with(".git")) name.remove_suffix(4);
      add(MoveKind::downloaded, {std::string(name)});
    }
  }

  // Nothing for what only the shell can tell.
  std::optional<std::string> place(const Argument& word) const {
    if (!word.known() || word.value.empty() || word.value[0] == '~' ||
        word.value.find_first_of("${`") != std::string::npos) {
      return std::nullopt;
    }
    return absolute_path(folder_, word.value);
  }

  void add(MoveKind kind, const Argument& word) {
    if (auto to = place(word)) moves_.push_back({kind, {}, std::move(*to)});
  }

  StageScope scope_;
  ShellValues values_;
  std::string folder_;
  std::vector<FileMove> moves_;
};

// What stands behind `top` in a path below it: "/sub/file" or "".
std::string behind(const std::string& path, const std::string& top) {
  return top == "/" ? path : path.substr(top.size());
}

// The name under which `from` arrives in the folder `to`, seen from `path`; and
// where `path` was then. nullopt when it did not come this way.
std::optional<std::string> as_entry(const FileMove& move,
                                    const std::string& path) {
  const std::string folder = move.to == "/" ? "" : move.to;
  if (!path.starts_with(folder + "/")) return std::nullopt;
  const std::string rest = path.substr(folder.size() + 1);
  const std::string name = rest.substr(0, rest.find('/'));
  const std::string source_folder =
      move.from.find('/') == std::string::npos ? "" : parent_folder(move.from);
  const std::string_view last = base_name(move.from);
  if (!matches_path(last, name)) return std::nullopt;
  return (source_folder == "/" ? "" : source_folder) +
         (source_folder.empty() ? "" : "/") + rest;
}

}  // namespace

std::vector<FileMove> file_moves(const StageView& stage,
                                 std::size_t instruction) {
  const Instruction& it = stage.instruction(instruction);
  const auto* command = it.as<Command>();
  if (it.keyword != Keyword::run || command == nullptr) return {};
  const ImageState& state = stage.of(instruction).state();
  return FileMoveReader(state, stage.evaluation.workdir_before[instruction])
      .run(stage.commands_of(instruction));
}

std::vector<std::string> paths_before(const FileMove& move,
                                      const std::string& path) {
  std::vector<std::string> result;
  const bool link = move.kind == MoveKind::linked;
  if (!link && move.kind != MoveKind::copied) return result;
  auto add = [&](const std::string& folder, const std::string& from) {
    result.push_back(link ? absolute_path(folder, from)
                          : absolute_path("/", from));
  };
  if (auto entry = as_entry(move, path)) add(move.to, *entry);
  const bool content = move.from.ends_with("/.");
  if ((!move.into_folder || content) && move.to != "/" &&
      is_below(path, move.to)) {
    add(parent_folder(move.to), move.from + behind(path, move.to));
  } else if (content && move.to == "/") {
    add("/", move.from + path);
  }
  return result;
}

bool concerns(const FileMove& move, const std::string& path) {
  if (move.kind == MoveKind::downloaded) return is_below(path, move.to);
  if (move.kind != MoveKind::written && move.kind != MoveKind::changed)
    return false;
  return move.to == path || matches_path(move.to, path);
}

}  // namespace harden
