#include "image/start/named_writes.h"

#include <algorithm>
#include <functional>
#include <map>
#include <string_view>
#include <utility>

#include "base/quote/visible_text.h"
#include "base/text/paths.h"
#include "base/text/word_lists.h"
#include "base/text/word_text.h"
#include "command/file_effect.h"
#include "command/shell_commands.h"
#include "image/files/image_paths.h"
#include "image/start/launchers.h"
#include "image/start/option_value.h"
#include "image/start/package_scripts.h"
#include "knowledge/knowledge.h"
#include "knowledge/lists/start_writes.h"

namespace harden {
namespace {

using OptionKind = lists::WrittenOption::Kind;
using VariableKind = lists::WrittenVariable::Kind;
using OptionWords = std::vector<std::string>;

// `-Xlog:gc*:file=/logs/gc_%p.log:tags:filecount=5`, `file="a:b"`.
std::string_view unified_log_file(std::string_view value) {
  const std::size_t colon = value.find(':');
  if (colon == value.npos) return {};
  value.remove_prefix(colon + 1);
  if (value.starts_with("file=")) value.remove_prefix(5);
  if (!value.starts_with('"')) return value.substr(0, value.find(':'));
  value.remove_prefix(1);
  return value.substr(0, value.find('"'));
}

// Of an address of a database: `/data/app.db?mode=rwc`.
std::string_view without_parameters(std::string_view path) {
  return path.substr(0, path.find_first_of("?;"));
}

bool names_no_file(std::string_view value) {
  return value.empty() ||
         is_one_of(value, {"-", "stdout", "stderr", "syslog", "none", "off",
                           "false", "null"}) ||
         value.starts_with(':') || value.starts_with("mem:") ||
         value.find("memory:") != value.npos;
}

class NamedWriteCollector {
 public:
  NamedWriteCollector(const StageView& stage, const StartProgram& start)
      : stage_(stage), state_(stage.state()), start_(start) {
    for (const std::size_t i : stage_.chain()) {
      const auto* env = stage_.instruction(i).as<Assignments>();
      if (env == nullptr || stage_.instruction(i).keyword != Keyword::env) {
        continue;
      }
      for (const Assignment& it : env->list) set_in_[it.name.value] = i;
    }
  }

  std::vector<NamedWrite> run() {
    for (const auto& it : with_package_scripts(stage_, start_)) of_command(it);
    for (const auto& [name, variable] : state_.env) {
      if (variable.value) of_variable(name, *variable.value);
    }
    return std::move(result_);
  }

 private:
  // Where something is named.
  struct Source {
    std::string folder;  // that relative paths are seen from; empty: unknown
    std::optional<std::size_t> instruction;
    std::string prefix = {};     // "JAVA_OPTS="
    std::string_view file = {};  // NamedWrite::file
  };

  void of_command(const StartCommand& command) {
    const Source source{command.folder, start_.instruction};
    for (const std::string& it : command.redirected) {
      add(it, NamedWrite::Kind::file, "> " + it, source);
    }
    if (command.argv.empty()) return;
    const auto words = behind_launchers(command.argv);
    of_options(tool_name(words.front()), {words.begin(), words.end()}, source);
    for (const std::string& it : command.argv) of_address(it, source);
  }

  void of_variable(const std::string& name, const std::string& value) {
    const auto set_in = set_in_.find(name);
    // The base's own are its matter.
    if (set_in == set_in_.end()) return;
    const Source source{folder(), set_in->second, name + "="};
    for (const auto& it : lists::written_variables) {
      if (it.variable != name) continue;
      if (it.kind == VariableKind::options) {
        OptionWords words{std::string(it.programs)};
        for (const SimpleCommand& part : shell_commands(value)) {
          for (const auto& word : part.words) words.push_back(word.value);
        }
        of_options(it.programs, words, source);
      } else {
        add(value,
            it.kind == VariableKind::file ? NamedWrite::Kind::file
                                          : NamedWrite::Kind::folder,
            name + "=" + value, with_file(source, it.file));
      }
    }
    of_address(value, source);
  }

  std::string folder() const {
    if (state_.workdir_unknown) return {};
    return absolute_path("/", state_.workdir);
  }

  void of_options(std::string_view program, const OptionWords& argv,
                  const Source& source) {
    for (std::size_t i = 1; i < argv.size(); ++i) {
      if (argv[i] == "--") return;
      for (const auto& it : lists::written_options) {
        if (!has_word(it.programs, program)) continue;
        const auto value = option_value(it.option, argv, i);
        if (value) add_option(it, *value, argv[i], source);
      }
    }
  }

  void add_option(const lists::WrittenOption& it, std::string_view value,
                  const std::string& word, const Source& source) {
    std::string shown = word;
    if (word == it.option) shown += " " + std::string(value);
    if (it.option.empty()) shown.insert(0, std::string(it.programs) + " ");
    shown.insert(0, source.prefix);
    switch (it.kind) {
      case OptionKind::unified_log:
        return add(unified_log_file(value), NamedWrite::Kind::file, shown,
                   source);
      case OptionKind::folder:
        return add(value, NamedWrite::Kind::folder, shown,
                   with_file(source, it.file));
      case OptionKind::database:
        return add(value, NamedWrite::Kind::database, shown, source);
      case OptionKind::path:
        return add(value,
                   base_name(value).find('.') == value.npos
                       ? NamedWrite::Kind::folder
                       : NamedWrite::Kind::file,
                   shown, source);
      case OptionKind::file:
        return add(value, NamedWrite::Kind::file, shown, source);
    }
  }

  void of_address(std::string_view text, const Source& source) {
    // `--database-url=sqlite:///…`
    if (text.starts_with("--")) {
      const std::size_t equals = text.find('=');
      if (equals == text.npos) return;
      text.remove_prefix(equals + 1);
    }
    for (const auto& it : lists::database_addresses) {
      if (!text.starts_with(it.prefix) || !runs(it.programs) ||
          (!it.variable.empty() && source.prefix != it.variable)) {
        continue;
      }
      std::string path(without_parameters(text.substr(it.prefix.size())));
      if (!it.from_folder) path.insert(0, "/");
      if (names_no_file(path)) return;
      if (!it.below.empty() && !path.starts_with('/')) {
        path.insert(0, std::string(it.below) + "/");
      }
      return add(path, NamedWrite::Kind::database,
                 source.prefix + std::string(text), source);
    }
  }

  // The runtime that the address is read by.
  bool runs(std::string_view runtime) const {
    if (runtime.empty()) return true;
    if (state_.base && state_.base->runtime == runtime) return true;
    return std::ranges::any_of(start_.programs, [&](const std::string& it) {
      const Runtime* found = find_runtime_of_program(base_name(it));
      return found != nullptr && found->id == runtime;
    });
  }

  static Source with_file(Source source, std::string_view file) {
    source.file = file;
    return source;
  }

  void add(std::string_view value, NamedWrite::Kind kind,
           const std::string& shown, const Source& source) {
    if (names_no_file(value)) return;
    const std::optional<std::string> folder =
        source.folder.empty() ? std::nullopt : std::optional(source.folder);
    // A name that only the running process knows, in a folder that is known.
    const std::size_t open = value.find('%');
    if (open != value.npos && kind == NamedWrite::Kind::file) {
      const std::size_t slash = value.rfind('/', open);
      if (slash == value.npos) return;
      value = value.substr(0, slash);
      kind = NamedWrite::Kind::folder;
    }
    const PathTarget target = target_of(CommandWord(value), folder);
    if (target.path.empty() || target.path == "/" ||
        target.path.starts_with("/dev/") || anybody_may_write(target.path)) {
      return;
    }
    result_.push_back(
        {target.path, target.below ? NamedWrite::Kind::folder : kind,
         in_backticks(shown) + line(source), source.instruction, source.file});
  }

  std::string line(const Source& source) const {
    if (!source.instruction) return {};
    return " in " + stage_.line_of(*source.instruction);
  }

  const StageView stage_;
  const ImageState& state_;
  const StartProgram& start_;
  // The last ENV that sets each variable.
  std::map<std::string, std::size_t, std::less<>> set_in_;
  std::vector<NamedWrite> result_;
};

}  // namespace

std::vector<NamedWrite> named_writes(const StageView& stage,
                                     const StartProgram& start) {
  return NamedWriteCollector(stage, start).run();
}

}  // namespace harden
