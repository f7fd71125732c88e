#include "image/start/installed_server.h"

#include <algorithm>
#include <utility>

#include "command/package_call.h"
#include "image/start/launchers.h"
#include "image/start/option_value.h"
#include "image/start/server_settings.h"
#include "knowledge/knowledge.h"

namespace harden {
namespace {

// "nginx" of `nginx=1.22.1-9`, `nginx:amd64` and `nginx/bookworm`.
std::string_view package_name(std::string_view operand) {
  return operand.substr(0, operand.find_first_of("=:/"));
}

// The first package of the image that fits. The table is about Debian's.
std::optional<InstalledPackage> find_package(const StageView& stage,
                                             ServerFacts::Names patterns) {
  for (const std::size_t i : stage.chain()) {
    if (stage.instruction(i).keyword != Keyword::run) continue;
    for (const SimpleCommand& it : stage.commands_of(i)) {
      const auto call = package_call(it.words);
      if (!call || call->facts->family != Family::debian ||
          call->task != PackageTask::install || !call->verb_at) {
        continue;
      }
      for (const std::size_t operand : call->options.operands) {
        if (operand <= *call->verb_at) continue;
        const std::string_view name = package_name(it.words[operand].value);
        if (matches_any(patterns, name)) return {{std::string(name), i}};
      }
    }
  }
  return std::nullopt;
}

void find_account(const StageView& stage, InstalledServer& server) {
  server.account = server.facts->account;
  for (const ServerSetting& it : server.facts->settings) {
    if (!it.names_account) continue;
    const auto found = setting_lines(stage, it, server.argv, server.folder);
    if (found.lines.empty()) continue;
    server.account = found.lines.front().value;
    server.named_by = found.lines.front().text;
  }
  const auto option = find_option(server.facts->account_options, server.argv);
  if (!option) return;
  // `--user NAME:GROUP`
  server.account = option->value.substr(0, option->value.find(':'));
  server.named_by = option->shown;
}

}  // namespace

std::string_view InstalledServer::name() const {
  return tool_name(argv.front());
}

std::string InstalledServer::filled(std::string_view text) const {
  constexpr std::string_view place = "{version}";
  std::string result(text);
  const std::size_t at = result.find(place);
  if (at != result.npos) result.replace(at, place.size(), version);
  return result;
}

std::optional<InstalledServer> installed_server(const StageView& stage,
                                                const StartProgram& start) {
  for (const StartCommand& it : start.commands) {
    if (it.argv.empty()) continue;
    const auto words = behind_launchers(it.argv);
    const ServerFacts* facts = find_server(tool_name(words.front()));
    if (facts == nullptr ||
        (!facts->only_with.empty() && !has_argument(facts->only_with, words))) {
      continue;
    }
    InstalledServer result;
    result.facts = facts;
    result.argv.assign(words.begin(), words.end());
    result.folder = it.folder;
    if (!facts->packages.empty()) {
      result.package = find_package(stage, facts->packages);
      if (!result.package) continue;
      const std::string_view version = version_of(result.name());
      result.version =
          version.empty() ? version_of(result.package->name) : version;
    }
    find_account(stage, result);
    return result;
  }
  return std::nullopt;
}

std::optional<PackageAccount> package_account(const StageView& stage,
                                              std::string_view name) {
  // Several servers may share it, and it is there from the first one on.
  std::optional<PackageAccount> first;
  for (const ServerFacts& it : all_servers()) {
    if (it.account != name || it.home.empty()) continue;
    for (const auto& patterns : {it.packages, it.account_packages}) {
      auto found = find_package(stage, patterns);
      if (!found || (first && first->package.instruction <= found->instruction))
        continue;
      first = {&it, *std::move(found), std::string(name)};
    }
  }
  if (first) return first;
  const std::string_view names[] = {name};
  auto found = find_package(stage, names);
  if (!found) return std::nullopt;
  return {{nullptr, *std::move(found), std::string(name)}};
}

std::optional<InstalledPackage> unknown_package(const StageView& stage,
                                                const StartProgram& start) {
  if (!stage.state().only_system_accounts_missing) return std::nullopt;
  for (const std::string& program : start.programs) {
    if (program.find('/') != program.npos || find_command(program) != nullptr ||
        find_runtime_of_program(program) != nullptr) {
      continue;
    }
    const std::string server = program + "-server";
    const std::string_view names[] = {program, server};
    if (auto found = find_package(stage, names)) return found;
  }
  return std::nullopt;
}

}  // namespace harden
