#include "findings/packages/package_command.h"

#include <algorithm>
#include <utility>

#include "base/text/find_any.h"

namespace harden::rule {
namespace {}  // namespace

std::string_view PackageCommand::verb() const {
  return read->verb_at ? std::string_view(call->argv[*read->verb_at].value)
                       : std::string_view();
}

std::vector<std::size_t> PackageCommand::operands() const {
  std::vector<std::size_t> result;
  for (const std::size_t it : read->options.operands) {
    if (read->verb_at && it > *read->verb_at) result.push_back(it);
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
    const std::size_t end = find_any_of(word.value, "=<>~@:", from);
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
  const ArgumentOptions& options = read->options;
  if (read->facts->installs_alone && !read->verb_at) {
    return options.operands.empty() && !options.has({"-v"}) &&
           !options.has({"--version", "--help"});
  }
  return read->task == PackageTask::install ||
         read->task == PackageTask::install_others;
}

bool PackageCommand::updates_lists() const {
  return read->task == PackageTask::update_lists;
}

bool PackageCommand::upgrades() const {
  return read->task == PackageTask::upgrade;
}

bool PackageCommand::removes() const {
  return read->task == PackageTask::remove;
}

std::optional<PackageCommand> package_command(const Call& call) {
  if (!call.package) return std::nullopt;
  const PackageManager manager = call.package->facts->manager;
  if (manager == PackageManager::other) return std::nullopt;
  return PackageCommand{&call, &*call.package, manager};
}

std::optional<Edit> add_option(const Subject& subject,
                               const PackageCommand& command,
                               std::string_view option) {
  const auto& verb_at = command.read->verb_at;
  if (!verb_at) return std::nullopt;
  const Call& call = *command.call;
  const Span verb = call.argv[*verb_at].span;
  if (!subject.is_in_one_piece(call, verb)) return std::nullopt;
  const std::uint32_t at = subject.place(call, verb).end;
  return Edit{{at, at}, " " + std::string(option)};
}

}  // namespace harden::rule
