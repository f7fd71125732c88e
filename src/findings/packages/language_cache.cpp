#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "findings/packages/package_leftover.h"

namespace harden::rule {
namespace {

using Manager = PackageManager;

// "~/.npm", "/root/.npm/_cacache", "target=/home/app/.npm,uid=1000"; not
// ".npmrc".
bool names_folder(std::string_view text, std::string_view folder) {
  for (std::size_t at = text.find(folder); at != text.npos;
       at = text.find(folder, at + 1)) {
    const std::size_t end = at + folder.size();
    if (end == text.size() ||
        std::string_view("/,*\"'").find(text[end]) != text.npos) {
      return true;
    }
  }
  return false;
}

class LanguageCacheCollector {
 public:
  LanguageCacheCollector(const Subject& subject, std::size_t instruction,
                         RunPackages& packages,
                         std::vector<PackageLeftover>& result)
      : subject_(subject),
        instruction_(instruction),
        packages_(packages),
        result_(result) {}

  void run() {
    pip();
    npm();
    yarn();
  }

 private:
  // By ENV, ARG or in the RUN itself.
  bool is_set(std::string_view name) const {
    const ImageState* state = subject_.state_of(instruction_);
    if (state != nullptr &&
        (state->env.contains(name) || state->args.contains(name))) {
      return true;
    }
    return std::ranges::any_of(packages_.calls(), [&](const Call& it) {
      const auto named = [&](const ShellAssignment& a) {
        return a.name == name;
      };
      const auto exported = [&](const ShellWord& word) {
        return word.value.starts_with(name) &&
               word.value.substr(name.size()).starts_with('=');
      };
      return std::ranges::any_of(it.command->assignments, named) ||
             std::ranges::any_of(it.argv, exported);
    });
  }

  // Whoever's home it is: `--mount=type=cache,target=/home/app/.cache/pip`.
  bool mounts(std::string_view folder) const {
    return std::ranges::any_of(packages_.run().flags, [&](const Flag& it) {
      return it.name == "mount" && it.value &&
             names_folder(it.value->value, folder);
    });
  }

  bool removed_in_home(const Call& call, std::string_view folder) const {
    return std::ranges::any_of(packages_.calls(), [&](const Call& it) {
      if (&it < &call || it.program != "rm") return false;
      return std::ranges::any_of(it.argv, [&](const ShellWord& word) {
        return names_folder(word.value, folder) || !word.known;
      });
    });
  }

  void pip() {
    const auto keeps = [](const PackageCommand& it) {
      return it.installs() &&
             !it.options().has({"--no-cache-dir", "--cache-dir", "--no-cache"});
    };
    const PackageCommand* command = packages_.last(Manager::pip, keeps);
    if (command == nullptr || is_set("PIP_NO_CACHE_DIR") || mounts(".cache") ||
        removed_in_home(*command->call, ".cache") ||
        packages_.cleaned_behind(*command, {"cache"})) {
      return;
    }
    result_.push_back({command->call,
                       fmt::format("`{} install` leaves its cache in the image",
                                   command->call->program.starts_with("python")
                                       ? "pip"
                                       : command->call->program),
                       "`pip install --no-cache-dir`"});
    std::vector<Edit> edits;
    for (const PackageCommand& it : packages_.all()) {
      if (it.manager != Manager::pip || !keeps(it)) continue;
      const auto edit = add_option(subject_, it, "--no-cache-dir");
      if (!edit) return;
      edits.push_back(*edit);
    }
    result_.back().edits = std::move(edits);
  }

  void npm() {
    const PackageCommand* command =
        packages_.last(Manager::npm, [](const PackageCommand& it) {
          return it.installs() && !it.options().has({"--cache"});
        });
    if (command == nullptr || is_set("npm_config_cache") ||
        is_set("NPM_CONFIG_CACHE") || mounts(".npm") ||
        removed_in_home(*command->call, ".npm") ||
        packages_.removed_behind(*command->call, "/root") ||
        packages_.cleaned_behind(*command, {"cache"})) {
      return;
    }
    add_script_cache(*command, "npm cache clean --force");
    if (packages_.always_runs(*command->call) && !removes_behind(*command)) {
      result_.back().cleaner =
          with_sudo(*command->call, "npm cache clean --force");
    }
  }

  // No fix: of Yarn 2 and later the cache may be what the program is loaded
  // from, and only the project's files tell.
  void yarn() {
    const PackageCommand* command =
        packages_.last(Manager::yarn, [](const PackageCommand& it) {
          return it.installs() && !it.options().has({"--cache-folder"});
        });
    if (command == nullptr || is_set("YARN_CACHE_FOLDER") ||
        command->options().has({"--immutable", "--immutable-cache"}) ||
        mounts("yarn") || mounts(".cache") ||
        removed_in_home(*command->call, "yarn") ||
        removed_in_home(*command->call, ".cache") ||
        packages_.removed_behind(*command->call, "/root") ||
        packages_.cleaned_behind(*command, {"cache"}) || brings_yarn_files()) {
      return;
    }
    add_script_cache(*command, "yarn cache clean");
  }

  void add_script_cache(const PackageCommand& command, std::string_view how) {
    result_.push_back({command.call,
                       fmt::format("`{}` leaves its cache in the image",
                                   command_name(command)),
                       fmt::format("`{}`", how)});
  }

  // `.yarnrc.yml`, `.yarn/`: of Yarn 2 and later.
  bool brings_yarn_files() const {
    return std::ranges::any_of(
        subject_.document.instructions, [](const Instruction& it) {
          const auto* transfer = it.as<Transfer>();
          return transfer != nullptr &&
                 std::ranges::any_of(transfer->sources, [](const Word& word) {
                   return word.value.find(".yarn") != std::string::npos;
                 });
        });
  }

  // What removes packages may remove npm.
  bool removes_behind(const PackageCommand& command) const {
    return std::ranges::any_of(packages_.all(), [&](const auto& it) {
      return it.call > command.call && it.removes();
    });
  }

  const Subject& subject_;
  std::size_t instruction_;
  RunPackages& packages_;
  std::vector<PackageLeftover>& result_;
};

}  // namespace

void add_language_caches(const Subject& subject, std::size_t instruction,
                         RunPackages& packages,
                         std::vector<PackageLeftover>& result) {
  LanguageCacheCollector(subject, instruction, packages, result).run();
}

}  // namespace harden::rule
