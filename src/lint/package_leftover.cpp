#include "lint/package_leftover.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>

#include "lint/cache_mount.h"
#include "lint/package_command.h"
#include "lint/update_alone.h"

namespace harden::lint_rules {
namespace {

using Manager = PackageManager;

// Each edit looks through the RUN.
constexpr std::size_t most_edited = 100;

class Looker {
 public:
  Looker(const Subject& subject, std::size_t instruction)
      : subject_(subject),
        instruction_(instruction),
        run_(subject.document.instructions[instruction]),
        calls_(subject.called_by(instruction)) {
    for (const CalledCommand& it : calls_) {
      auto found = package_command(it);
      // Of another root's folder: what is left there is not followed.
      if (found && !found->options.has({"--installroot", "--root"})) {
        packages_.push_back(std::move(*found));
      }
    }
  }

  std::vector<PackageLeftover> run() {
    if (packages_.empty() || only_updates(subject_, instruction_)) return {};
    apt();
    apk();
    clean_all(Manager::dnf, {"/var/cache/yum", "/var/cache/dnf"}, "clean all");
    clean_all(Manager::zypper, {"/var/cache/zypp"}, "clean --all");
    pip();
    return std::move(result_);
  }

 private:
  template <typename Test>
  const PackageCommand* last(Manager manager, Test test) const {
    const PackageCommand* found = nullptr;
    for (const PackageCommand& it : packages_) {
      if (it.manager == manager && test(it)) found = &it;
    }
    return found;
  }

  // `docker-image-cleanup`, `/build/clean.sh`: what they remove is not seen.
  static bool may_clean(const CalledCommand& call) {
    return !package_command(call) &&
           call.program().find("clean") != std::string_view::npos;
  }

  // Whether a command behind `call` removes the path.
  bool removed_behind(const CalledCommand* call, std::string_view path) const {
    return std::any_of(
        calls_.begin(), calls_.end(), [&](const CalledCommand& it) {
          return &it > call && (may_remove(it, path) || may_clean(it));
        });
  }

  // `yum clean all`, `apt-get distclean`, `pip cache purge`.
  bool cleaned_behind(const PackageCommand& command,
                      std::initializer_list<std::string_view> verbs) const {
    return std::any_of(
        packages_.begin(), packages_.end(), [&](const PackageCommand& it) {
          return it.call > command.call && it.manager == command.manager &&
                 std::find(verbs.begin(), verbs.end(), it.verb()) !=
                     verbs.end();
        });
  }

  static std::string name_of(const PackageCommand& it) {
    return it.verb().empty() || it.manager == Manager::yarn
               ? std::string(it.call->program())
               : fmt::format("{} {}", it.call->program(), it.verb());
  }

  static std::string with_sudo(const CalledCommand& call, std::string command) {
    return call.by_sudo ? "sudo " + command : command;
  }

  const RunText* text() {
    if (!text_) text_ = RunText::of(subject_, instruction_);
    return text_ ? &*text_ : nullptr;
  }

  bool always_runs(const CalledCommand& call) {
    return !call.nested && text() != nullptr && text()->always_runs(call.span);
  }

  void apt() {
    const PackageCommand* update =
        last(Manager::apt, [](const auto& it) { return it.updates_lists(); });
    if (update == nullptr || has_cache_mount(run_, "/var/lib/apt/lists") ||
        removed_behind(update->call, "/var/lib/apt/lists") ||
        cleaned_behind(*update, {"distclean"})) {
      return;
    }
    result_.push_back({update->call,
                       fmt::format("`{}` leaves its package lists in the image",
                                   name_of(*update)),
                       "`rm -rf /var/lib/apt/lists/*`"});
    if (text() != nullptr && !update->call->nested) {
      result_.back().cleaner =
          with_sudo(*update->call, "rm -rf /var/lib/apt/lists/*");
    }
  }

  static bool keeps_no_index(const PackageCommand& it) {
    return it.options.has({"--no-cache", "--cache-dir"});
  }

  void apk() {
    const auto keeps = [](const PackageCommand& it) {
      return (it.installs() || it.upgrades() || it.updates_lists()) &&
             !keeps_no_index(it);
    };
    const PackageCommand* command = last(Manager::apk, keeps);
    if (command == nullptr || has_cache_mount(run_, "/var/cache/apk") ||
        removed_behind(command->call, "/var/cache/apk") ||
        removed_behind(command->call, "/etc/apk/cache") ||
        cleaned_behind(*command, {"cache"})) {
      return;
    }
    result_.push_back({command->call,
                       fmt::format("`{}` leaves the package index in the image",
                                   name_of(*command)),
                       "`apk add --no-cache`"});
    std::vector<Edit> edits;
    if (packages_.size() > most_edited) return;
    for (const PackageCommand& it : packages_) {
      if (it.manager != Manager::apk || !keeps(it)) continue;
      const auto edit =
          it.updates_lists() ? without(*it.call) : with_flag(it, "--no-cache");
      if (!edit) return;
      edits.push_back(*edit);
    }
    result_.back().edits = std::move(edits);
  }

  // `apk add` gets an index by itself.
  std::optional<Edit> without(const CalledCommand& call) {
    const bool followed = std::any_of(
        packages_.begin(), packages_.end(), [&](const PackageCommand& it) {
          return it.call > &call && it.manager == Manager::apk && it.installs();
        });
    if (!followed || !always_runs(call)) return std::nullopt;
    return text()->remove(call.span);
  }

  std::optional<Edit> with_flag(const PackageCommand& it,
                                std::string_view flag) const {
    return add_option(subject_, it, flag);
  }

  void clean_all(Manager manager,
                 std::initializer_list<std::string_view> folders,
                 std::string_view how) {
    const PackageCommand* command = last(manager, [](const auto& it) {
      return it.installs() || it.upgrades() || it.updates_lists();
    });
    if (command == nullptr || cleaned_behind(*command, {"clean", "cc"})) return;
    for (const std::string_view it : folders) {
      if (removed_behind(command->call, it)) return;
      if (has_cache_mount(run_, it)) return;
    }
    const std::string cleaner =
        fmt::format("{} {}", command->call->program(), how);
    result_.push_back(
        {command->call,
         fmt::format("`{}` leaves its cache in the image", name_of(*command)),
         "`" + cleaner + "`"});
    if (always_runs(*command->call) && !removes_manager()) {
      result_.back().cleaner = with_sudo(*command->call, cleaner);
    }
  }

  // `rpm -e python`: what then cannot clean up.
  bool removes_manager() const {
    const auto erases = [](const CalledCommand& it) {
      return it.program() == "rpm" &&
             std::ranges::any_of(it.argv, [](const script::Field& word) {
               return word.value.starts_with("-e") || word.value == "--erase";
             });
    };
    const auto removes = [](const PackageCommand& it) {
      if (!it.removes()) return false;
      return it.has_unknown_packages() ||
             std::ranges::any_of(it.packages(), is_of_manager);
    };
    return std::any_of(calls_.begin(), calls_.end(), erases) ||
           std::any_of(packages_.begin(), packages_.end(), removes);
  }

  static bool is_of_manager(const std::string& package) {
    for (const std::string_view it :
         {"python", "rpm", "yum", "dnf", "microdnf", "libdnf", "zypper"}) {
      if (package.starts_with(it)) return true;
    }
    return false;
  }

  bool pip_has_no_cache() const {
    const ImageState* state = subject_.state_of(instruction_);
    constexpr std::string_view name = "PIP_NO_CACHE_DIR";
    if (state != nullptr &&
        (state->env.contains(name) || state->args.contains(name))) {
      return true;
    }
    const auto sets = [](const CalledCommand& it) {
      const auto named = [](const model::ShellAssignment& a) {
        return a.name == "PIP_NO_CACHE_DIR";
      };
      const auto exported = [](const script::Field& word) {
        return word.value.starts_with("PIP_NO_CACHE_DIR=");
      };
      return std::ranges::any_of(it.assignments, named) ||
             std::ranges::any_of(it.argv, exported);
    };
    return std::any_of(calls_.begin(), calls_.end(), sets) ||
           has_cache_mount(run_, "/root/.cache/pip") || mounts_pip();
  }

  // Of another user: `--mount=type=cache,target=/home/app/.cache/pip`.
  bool mounts_pip() const {
    return std::ranges::any_of(run_.flags, [](const Flag& it) {
      return it.name == "mount" && it.value &&
             it.value->value.find(".cache") != std::string::npos;
    });
  }

  bool home_cache_removed(const CalledCommand* call) const {
    return std::any_of(
        calls_.begin(), calls_.end(), [&](const CalledCommand& it) {
          if (&it < call || it.program() != "rm") return false;
          return std::ranges::any_of(it.argv, [](const script::Field& word) {
            return word.value.find(".cache") != std::string::npos ||
                   !word.known;
          });
        });
  }

  void pip() {
    const auto keeps = [](const PackageCommand& it) {
      return it.installs() &&
             !it.options.has({"--no-cache-dir", "--cache-dir", "--no-cache"});
    };
    const PackageCommand* command = last(Manager::pip, keeps);
    if (command == nullptr || pip_has_no_cache() ||
        home_cache_removed(command->call) ||
        cleaned_behind(*command, {"cache"})) {
      return;
    }
    result_.push_back(
        {command->call,
         fmt::format("`{} install` leaves its cache in the image",
                     command->call->program().starts_with("python")
                         ? "pip"
                         : command->call->program()),
         "`pip install --no-cache-dir`"});
    std::vector<Edit> edits;
    for (const PackageCommand& it : packages_) {
      if (it.manager != Manager::pip || !keeps(it)) continue;
      const auto edit = with_flag(it, "--no-cache-dir");
      if (!edit) return;
      edits.push_back(*edit);
    }
    result_.back().edits = std::move(edits);
  }

  const Subject& subject_;
  std::size_t instruction_;
  const Instruction& run_;
  std::span<const CalledCommand> calls_;
  std::vector<PackageCommand> packages_;
  std::optional<RunText> text_;
  std::vector<PackageLeftover> result_;
};

}  // namespace

std::vector<PackageLeftover> package_leftovers(const Subject& subject,
                                               std::size_t instruction) {
  return Looker(subject, instruction).run();
}

}  // namespace harden::lint_rules
