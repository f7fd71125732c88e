#include "findings/packages/package_command.h"

#include <algorithm>
#include <utility>

namespace harden::rule {
namespace {}  // namespace

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
  return std::ranges::any_of(
      list, [&](std::size_t it) { return !call->argv[it].known; });
}

bool PackageCommand::installs() const {
  if (facts->installs_alone && !verb_at) {
    return options.operands.empty() && !options.has({"-v"}) &&
           !options.has({"--version", "--help"});
  }
  return task == PackageTask::install || task == PackageTask::install_others;
}

bool PackageCommand::updates_lists() const {
  return task == PackageTask::update_lists;
}

bool PackageCommand::upgrades() const { return task == PackageTask::upgrade; }

bool PackageCommand::removes() const { return task == PackageTask::remove; }

std::optional<PackageCommand> package_command(const Call& call) {
  auto read = package_call(call.argv);
  if (!read || read->facts->manager == PackageManager::other) {
    return std::nullopt;
  }
  const PackageManager manager = read->facts->manager;
  return PackageCommand{std::move(*read), &call, manager};
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

}  // namespace harden::rule
