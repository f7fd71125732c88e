#include "image/user/server_refusal.h"

#include <string>
#include <string_view>
#include <utility>

#include "image/start/server_settings.h"
#include "image/user/taken_ids.h"

namespace harden {
namespace {

Span server_span(const StageView& stage, const StartProgram& start) {
  return stage
      .instruction(start.instruction.value_or(stage.state().base_instruction))
      .span;
}

// The account itself, or its group.
bool names_account_of(const StageView& stage, const std::string& account,
                      const std::string& value) {
  if (value == account) return true;
  const TakenIds taken(stage.state());
  const KnownAccount* user = taken.account(account);
  const KnownGroup* group = taken.group(value);
  return user != nullptr && group != nullptr && user->gid == group->gid;
}

// What is wrong: "/etc/haproxy/haproxy.cfg:3 says `chroot /var/lib/haproxy`";
// empty when nothing is.
std::string setting_problem(const StageView& stage,
                            const InstalledServer& server,
                            const ServerSetting& setting) {
  const auto found = setting_lines(stage, setting, server.argv, server.folder);
  if (!found.at_hand) {
    return "what " + found.file + " says is not in the build context";
  }
  for (const SettingLine& it : found.lines) {
    if (setting.names_account &&
        names_account_of(stage, server.account, it.value)) {
      continue;
    }
    return it.place + " says `" + it.text + "`";
  }
  return {};
}

}  // namespace

std::optional<Refusal> server_refusal(const StageView& stage,
                                      const StartProgram& start,
                                      const InstalledServer& server) {
  const std::string name = "`" + std::string(server.name()) + "`";
  if (!server.facts->needs_root.empty()) {
    return Refusal{
        RefusalKind::needs_root, server_span(stage, start),
        name + " must be root: it " + std::string(server.facts->needs_root),
        std::string(server.facts->remedy)};
  }
  for (const ServerSetting& it : server.facts->settings) {
    const std::string problem = setting_problem(stage, server, it);
    if (problem.empty()) continue;
    return Refusal{RefusalKind::server_settings, server_span(stage, start),
                   name + " " + std::string(it.reason) + ", and " + problem,
                   std::string(it.remedy)};
  }
  return std::nullopt;
}

std::optional<Refusal> account_refusal(const StageView& stage,
                                       const StartProgram& start,
                                       const InstalledServer& server,
                                       const ChosenUser& user) {
  const ServerFacts& facts = *server.facts;
  if (facts.own_account.empty() || server.account.empty() ||
      user.account() == server.account) {
    return std::nullopt;
  }
  const bool is_there =
      TakenIds(stage.state()).account(server.account) != nullptr ||
      package_account(stage, server.account);
  const std::string told =
      server.named_by.empty() ? "" : " (`" + server.named_by + "`)";
  return Refusal{RefusalKind::server_settings, server_span(stage, start),
                 "only `" + server.account + "`" + told + " can run `" +
                     std::string(server.name()) + "`, which " +
                     server.filled(facts.own_account),
                 is_there
                     ? "leave out `--user`, `--uid` and `--gid`"
                     : "create `" + server.account + "` in a `RUN`" +
                           (server.named_by.empty()
                                ? ""
                                : ", or take `" + server.named_by + "` out")};
}

}  // namespace harden
