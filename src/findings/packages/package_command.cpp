#include "findings/packages/package_command.h"

#include <algorithm>
#include <utility>

#include "base/text/find_any.h"

namespace harden::rule {

ArgumentOptions PackageCommand::options() const {
  return package_options(*request().facts, call->argv);
}

std::string_view PackageCommand::verb() const {
  const auto at = request().verb_at;
  return at ? std::string_view(call->argv[*at].value) : std::string_view();
}

std::vector<std::size_t> PackageCommand::operands() const {
  if (!request().verb_at) return {};
  std::vector<std::size_t> result = options().operands;
  std::erase_if(result,
                [&](std::size_t it) { return it <= *request().verb_at; });
  return result;
}

std::vector<std::string> PackageCommand::packages() const {
  std::vector<std::string> result;
  for (const std::size_t it : operands()) {
    const ShellWord& word = call->argv[it];
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
  return std::ranges::any_of(
      list, [&](std::size_t it) { return !call->argv[it].known; });
}

bool PackageCommand::installs() const {
  if (request().facts->installs_alone && !request().verb_at) {
    const ArgumentOptions read = options();
    return read.operands.empty() && !read.has({"-v"}) &&
           !read.has({"--version", "--help"});
  }
  return request().task == PackageTask::install ||
         request().task == PackageTask::install_others;
}

bool PackageCommand::updates_lists() const {
  return request().task == PackageTask::update_lists;
}

bool PackageCommand::upgrades() const {
  return request().task == PackageTask::upgrade;
}

bool PackageCommand::removes() const {
  return request().task == PackageTask::remove;
}

std::optional<PackageCommand> package_command(const Call& call) {
  if (!call.package) return std::nullopt;
  const PackageManager manager = call.package->facts->manager;
  if (manager == PackageManager::other) return std::nullopt;
  return PackageCommand{&call, manager};
}

std::optional<Edit> add_option(const Subject& subject,
                               const PackageCommand& command,
                               std::string_view option) {
  const auto& verb_at = command.request().verb_at;
  if (!verb_at) return std::nullopt;
  const Call& call = *command.call;
  const Span verb = call.argv[*verb_at].span;
  if (!subject.is_in_one_piece(call, verb)) return std::nullopt;
  const std::uint32_t at = subject.place(call, verb).end;
  return Edit{{at, at}, " " + std::string(option)};
}

}  // namespace harden::rule
