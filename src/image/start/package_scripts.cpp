#include "image/start/package_scripts.h"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "base/json/json_tree.h"
#include "base/text/word_lists.h"
#include "command/shell_commands.h"
#include "image/start/launchers.h"

namespace harden {
namespace {

// `npm start`, `npm run serve`, `yarn serve`: the script's name.
std::optional<std::string> script_named_by(
    const std::vector<std::string>& argv) {
  if (argv.empty() ||
      !is_one_of(tool_name(argv.front()), {"npm", "pnpm", "yarn", "bun"})) {
    return std::nullopt;
  }
  std::size_t at = 1;
  const auto skip_options = [&] {
    while (at < argv.size() && argv[at].starts_with('-')) ++at;
  };
  skip_options();
  if (at < argv.size() && is_one_of(argv[at], {"run", "run-script"})) {
    ++at;
    skip_options();
  }
  if (at >= argv.size()) return std::nullopt;
  return argv[at];
}

class PackageScripts {
 public:
  explicit PackageScripts(const StageView& stage) {
    constexpr std::size_t most = std::size_t{256} << 10;
    if (stage.context == nullptr) return;
    auto text = stage.context->read("package.json", most);
    if (!text) return;
    try {
      package_ = read_json(SourceFile("package.json", *std::move(text)));
    } catch (const BadInput&) {
      // Nobody can tell what it runs.
    }
  }

  // Scripts name others; one that names itself ends somewhere.
  void add(const StartCommand& command, std::vector<StartCommand>& to,
           int depth = 0) const {
    to.push_back(command);
    constexpr int most = 4;
    const auto name = script_named_by(command.argv);
    if (!name || depth == most) return;
    const std::string* line = find(*name);
    if (line == nullptr) return;
    for (const SimpleCommand& it : shell_commands(*line)) {
      if (to.size() > most_commands) return;
      add(command_of(it, command.folder), to, depth + 1);
    }
  }

 private:
  static constexpr std::size_t most_commands = 200;

  const std::string* find(std::string_view name) const {
    const JsonMember* scripts = package_.find("scripts");
    if (scripts == nullptr) return nullptr;
    const JsonMember* line = scripts->value.find(name);
    return line != nullptr && line->value.kind == JsonValue::Kind::text
               ? &line->value.text
               : nullptr;
  }

  static StartCommand command_of(const SimpleCommand& command,
                                 const std::string& folder) {
    StartCommand result;
    result.folder = folder;
    for (const ShellWord& it : command.words) result.argv.push_back(it.value);
    for (const Redirection& it : command.redirections) {
      if (it.op.ends_with('>') && it.target.known) {
        result.redirected.push_back(it.target.value);
      }
    }
    return result;
  }

  JsonValue package_;
};

}  // namespace

std::vector<StartCommand> with_package_scripts(const StageView& stage,
                                               const StartProgram& start) {
  const bool named =
      std::ranges::any_of(start.commands, [](const StartCommand& it) {
        return script_named_by(it.argv).has_value();
      });
  if (!named) return start.commands;
  const PackageScripts scripts(stage);
  std::vector<StartCommand> result;
  for (const StartCommand& it : start.commands) scripts.add(it, result);
  return result;
}

}  // namespace harden
