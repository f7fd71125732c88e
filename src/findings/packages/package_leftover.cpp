#include "findings/packages/package_leftover.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <utility>

namespace harden::rule {
namespace {

using Manager = PackageManager;

// Each edit looks through the RUN.
constexpr std::size_t most_edited = 100;

class PackageLeftoverCollector {
 public:
  PackageLeftoverCollector(const Subject& subject, std::size_t instruction)
      : subject_(subject),
        instruction_(instruction),
        packages_(subject, instruction) {}

  std::vector<PackageLeftover> run() {
    if (packages_.all().empty() || only_updates(subject_, instruction_)) {
      return {};
    }
    apt();
    apk();
    clean_all(Manager::dnf, {"/var/cache/yum", "/var/cache/dnf"}, "clean all");
    clean_all(Manager::zypper, {"/var/cache/zypp"}, "clean --all");
    add_language_caches(subject_, instruction_, packages_, result_);
    return std::move(result_);
  }

 private:
  void apt() {
    const PackageCommand* update = packages_.last(
        Manager::apt, [](const auto& it) { return it.updates_lists(); });
    if (update == nullptr ||
        has_cache_mount(packages_.run(), "/var/lib/apt/lists") ||
        packages_.removed_behind(*update->call, "/var/lib/apt/lists") ||
        packages_.cleaned_behind(*update, {"distclean"})) {
      return;
    }
    result_.push_back({update->call,
                       fmt::format("`{}` leaves its package lists in the image",
                                   command_name(*update)),
                       "`rm -rf /var/lib/apt/lists/*`"});
    if (packages_.text() != nullptr && !update->call->nested) {
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
    const PackageCommand* command = packages_.last(Manager::apk, keeps);
    if (command == nullptr ||
        has_cache_mount(packages_.run(), "/var/cache/apk") ||
        packages_.removed_behind(*command->call, "/var/cache/apk") ||
        packages_.removed_behind(*command->call, "/etc/apk/cache") ||
        packages_.cleaned_behind(*command, {"cache"})) {
      return;
    }
    result_.push_back({command->call,
                       fmt::format("`{}` leaves the package index in the image",
                                   command_name(*command)),
                       "`apk add --no-cache`"});
    std::vector<Edit> edits;
    if (packages_.all().size() > most_edited) return;
    for (const PackageCommand& it : packages_.all()) {
      if (it.manager != Manager::apk || !keeps(it)) continue;
      const auto edit = it.updates_lists()
                            ? without(*it.call)
                            : add_option(subject_, it, "--no-cache");
      if (!edit) return;
      edits.push_back(*edit);
    }
    result_.back().edits = std::move(edits);
  }

  // `apk add` gets an index by itself.
  std::optional<Edit> without(const Call& call) {
    const bool followed =
        std::ranges::any_of(packages_.all(), [&](const PackageCommand& it) {
          return it.call > &call && it.manager == Manager::apk && it.installs();
        });
    if (!followed || !packages_.always_runs(call)) return std::nullopt;
    return packages_.text()->remove(call.span);
  }

  void clean_all(Manager manager,
                 std::initializer_list<std::string_view> folders,
                 std::string_view how) {
    const PackageCommand* command = packages_.last(manager, [](const auto& it) {
      return it.installs() || it.upgrades() || it.updates_lists();
    });
    if (command == nullptr ||
        packages_.cleaned_behind(*command, {"clean", "cc"}))
      return;
    for (const std::string_view it : folders) {
      if (packages_.removed_behind(*command->call, it)) return;
      if (has_cache_mount(packages_.run(), it)) return;
    }
    const std::string cleaner =
        fmt::format("{} {}", command->call->program, how);
    result_.push_back({command->call,
                       fmt::format("`{}` leaves its cache in the image",
                                   command_name(*command)),
                       "`" + cleaner + "`"});
    if (packages_.always_runs(*command->call) && !packages_.removes_manager()) {
      result_.back().cleaner = with_sudo(*command->call, cleaner);
    }
  }

  const Subject& subject_;
  std::size_t instruction_;
  RunPackages packages_;
  std::vector<PackageLeftover> result_;
};

}  // namespace

std::string command_name(const PackageCommand& it) {
  return it.verb().empty() || it.manager == Manager::yarn
             ? std::string(it.call->program)
             : fmt::format("{} {}", it.call->program, it.verb());
}

std::string with_sudo(const Call& call, std::string_view command) {
  return (call.by_sudo ? "sudo " : "") + std::string(command);
}

std::vector<PackageLeftover> package_leftovers(const Subject& subject,
                                               std::size_t instruction) {
  return PackageLeftoverCollector(subject, instruction).run();
}

namespace {

bool is_within(std::string_view path, std::string_view folder) {
  while (folder.size() > 1 && folder.ends_with('/')) folder.remove_suffix(1);
  return path.starts_with(folder) &&
         (path.size() == folder.size() || path[folder.size()] == '/' ||
          folder == "/");
}

// One `--mount=…` value.
bool holds(std::string_view fields, std::string_view path) {
  bool is_cache = false;
  bool fits = false;
  while (!fields.empty()) {
    const std::string_view field = fields.substr(0, fields.find(','));
    fields.remove_prefix(std::min(field.size() + 1, fields.size()));
    const std::size_t equals = field.find('=');
    if (equals == std::string_view::npos) continue;
    const std::string_view key = field.substr(0, equals);
    const std::string_view value = field.substr(equals + 1);
    // What a tmpfs holds is not in the image either.
    if (key == "type") is_cache = value == "cache" || value == "tmpfs";
    if (key != "target" && key != "dst" && key != "destination") continue;
    fits = value.find('$') != std::string_view::npos || is_within(path, value);
  }
  return is_cache && fits;
}

}  // namespace

bool has_cache_mount(const Instruction& run, std::string_view path) {
  return std::ranges::any_of(run.flags, [&](const Flag& it) {
    return it.name == "mount" && it.value && holds(it.value->value, path);
  });
}

}  // namespace harden::rule
