#include "findings/packages/package_command.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <utility>

#include "base/text/one_of.h"

namespace harden::lint_rules {
namespace {

using Manager = PackageManager;
using script::ArgumentOptions;
using script::Field;
using script::OptionSyntax;

constexpr std::array<std::pair<std::string_view, Manager>, 13> manager_programs{
    {
        {"apt-get", Manager::apt},
        {"apt", Manager::apt},
        {"aptitude", Manager::apt},
        {"apk", Manager::apk},
        {"yum", Manager::dnf},
        {"dnf", Manager::dnf},
        {"dnf5", Manager::dnf},
        {"microdnf", Manager::dnf},
        {"tdnf", Manager::dnf},
        {"zypper", Manager::zypper},
        {"npm", Manager::npm},
        {"yarn", Manager::yarn},
        {"yarnpkg", Manager::yarn},
    }};

bool is_pip_module(const std::vector<Field>& argv) {
  return argv.size() > 2 && argv[1].value == "-m" && argv[2].value == "pip";
}

std::optional<Manager> manager_of(const Call& call) {
  const std::string_view name = call.program;
  for (const auto& [program, manager] : manager_programs) {
    if (name == program) return manager;
  }
  const std::string_view unnumbered = unversioned(name);
  const bool pip = unnumbered == "pip" ||
                   (unnumbered == "python" && is_pip_module(call.argv));
  return pip ? std::optional(Manager::pip) : std::nullopt;
}

// Which of their options take a value, from their manual pages.
OptionSyntax syntax_of(Manager manager) {
  switch (manager) {
    case Manager::apt:
      return {.letters_with_value = "otca",
              .names_with_value =
                  "--option --target-release "
                  "--default-release --config-file "
                  "--host-architecture"};
    case Manager::apk:
      return {.letters_with_value = "tpX",
              .names_with_value =
                  "--virtual --root --repository --arch "
                  "--keys-dir --repositories-file "
                  "--cache-dir --cache-max-age --wait"};
    case Manager::dnf:
      return {.letters_with_value = "cdexR",
              .names_with_value =
                  "--config --exclude --excludepkgs --enablerepo --disablerepo "
                  "--repo --repoid --installroot --releasever --setopt "
                  "--disableexcludes --disableplugin --enableplugin "
                  "--forcearch --advisory"};
    case Manager::zypper:
      return {.letters_with_value = "rtR",
              .names_with_value = "--repo --type --root --config --from"};
    case Manager::pip:
      return {.letters_with_value = "rcitef",
              .names_with_value =
                  "--requirement --constraint --index-url --extra-index-url "
                  "--target --find-links --trusted-host --cache-dir --prefix "
                  "--timeout --retries --root --python-version --platform "
                  "--src --upgrade-strategy --only-binary --no-binary --proxy "
                  "--editable --log --implementation --abi --config-settings "
                  "--progress-bar --cert --client-cert --report"};
    case Manager::npm:
      return {.letters_with_value = "Cw",
              .names_with_value =
                  "--prefix --registry --cache --loglevel "
                  "--workspace --userconfig --omit --include"};
    case Manager::yarn:
      return {.letters_with_value = {},
              .names_with_value =
                  "--cwd --registry --cache-folder "
                  "--network-timeout --modules-folder "
                  "--network-concurrency"};
  }
  return {};
}

bool knows(Manager manager, std::string_view verb,
           std::initializer_list<std::string_view> apt,
           std::initializer_list<std::string_view> apk,
           std::initializer_list<std::string_view> dnf,
           std::initializer_list<std::string_view> zypper) {
  switch (manager) {
    case Manager::apt:
      return is_one_of(verb, apt);
    case Manager::apk:
      return is_one_of(verb, apk);
    case Manager::dnf:
      return is_one_of(verb, dnf);
    case Manager::zypper:
      return is_one_of(verb, zypper);
    default:
      return false;
  }
}

}  // namespace

std::string_view PackageCommand::verb() const {
  return verb_at ? std::string_view(call->argv[*verb_at].value)
                 : std::string_view();
}

std::vector<std::size_t> PackageCommand::operands() const {
  std::vector<std::size_t> result;
  for (const std::size_t it : options.operands) {
    if (verb_at && it > *verb_at) result.push_back(it);
  }
  return result;
}

std::vector<std::string> PackageCommand::packages() const {
  std::vector<std::string> result;
  for (const std::size_t it : operands()) {
    const Field& word = call->argv[it];
    if (!word.known) continue;
    // `@development-tools` is a group of dnf.
    const std::size_t from = word.value.starts_with('@') ? 1 : 0;
    const std::size_t end = word.value.find_first_of("=<>~@:", from);
    std::string name = word.value.substr(from, end - from);
    if (!name.empty()) result.push_back(std::move(name));
  }
  return result;
}

bool PackageCommand::has_unknown_packages() const {
  const auto list = operands();
  return std::any_of(list.begin(), list.end(),
                     [&](std::size_t it) { return !call->argv[it].known; });
}

bool PackageCommand::installs() const {
  switch (manager) {
    case Manager::pip:
      return verb() == "install";
    case Manager::npm:
      return is_one_of(verb(), {"install", "i", "ci", "add", "isntall"});
    case Manager::yarn:
      return is_one_of(verb(), {"install", "add"}) ||
             (!verb_at && options.operands.empty() && !options.has({"-v"}) &&
              !options.has({"--version", "--help"}));
    default:
      return knows(manager, verb(), {"install", "build-dep", "reinstall"},
                   {"add"},
                   {"install", "groupinstall", "localinstall", "reinstall",
                    "builddep", "in", "group", "module"},
                   {"install", "in", "source-install", "si"});
  }
}

bool PackageCommand::updates_lists() const {
  return knows(manager, verb(), {"update"}, {"update"},
               {"makecache", "check-update"}, {"refresh", "ref"});
}

bool PackageCommand::upgrades() const {
  return knows(
      manager, verb(),
      {"upgrade", "dist-upgrade", "full-upgrade", "safe-upgrade"}, {"upgrade"},
      {"update", "upgrade", "distro-sync", "upgrade-minimal", "update-minimal"},
      {"update", "up", "dist-upgrade", "dup", "patch"});
}

bool PackageCommand::removes() const {
  return knows(manager, verb(), {"remove", "purge", "autoremove", "autopurge"},
               {"del"}, {"remove", "erase", "autoremove", "groupremove"},
               {"remove", "rm"});
}

std::optional<PackageCommand> package_command(const Call& call) {
  const auto manager = manager_of(call);
  if (!manager) return std::nullopt;
  PackageCommand result{&call, *manager, std::nullopt,
                        ArgumentOptions(call.argv, syntax_of(*manager))};
  auto& operands = result.options.operands;
  // `-m pip`: the module's name is no verb.
  const bool module = *manager == Manager::pip && is_pip_module(call.argv);
  if (module && !operands.empty()) operands.erase(operands.begin());
  if (!operands.empty() && call.argv[operands.front()].known) {
    result.verb_at = operands.front();
  }
  return result;
}

std::optional<Edit> add_option(const Subject& subject,
                               const PackageCommand& command,
                               std::string_view option) {
  if (!command.verb_at) return std::nullopt;
  const Call& call = *command.call;
  const Span verb = call.argv[*command.verb_at].span;
  if (!subject.is_in_one_piece(call, verb)) return std::nullopt;
  const std::uint32_t at = subject.place(call, verb).end;
  return Edit{{at, at}, " " + std::string(option)};
}

}  // namespace harden::lint_rules
