#include "image/user/server_refusal.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "base/text/paths.h"
#include "image/files/file_origin.h"
#include "image/start/option_value.h"

namespace harden {
namespace {

constexpr std::string_view blanks = " \t\r";

Span start_span(const StageView& stage, const StartProgram& start) {
  return stage
      .instruction(start.instruction.value_or(stage.state().base_instruction))
      .span;
}

std::string_view without_blanks(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(blanks);
  if (begin == text.npos) return {};
  return text.substr(begin, text.find_last_not_of(blanks) + 1 - begin);
}

class SettingCheck {
 public:
  SettingCheck(const StageView& stage, const InstalledServer& server,
               const ServerSetting& setting)
      : stage_(stage), server_(server), setting_(setting) {}

  // What is wrong: "/etc/haproxy/haproxy.cfg:3 says `chroot /var/lib/haproxy`";
  // empty when nothing is.
  std::string problem() const {
    const std::string path = file();
    const auto found = FileOrigin(stage_).find(path);
    if (!found || !found->at_hand() || found->changed_by ||
        found->heredoc_expands) {
      return "what " + path + " says is not in the build context";
    }
    int number = 0;
    std::string_view rest = found->text;
    while (!rest.empty()) {
      const std::string_view line = rest.substr(0, rest.find('\n'));
      rest.remove_prefix(std::min(rest.size(), line.size() + 1));
      ++number;
      if (!is_wrong(without_blanks(line))) continue;
      return path + ":" + std::to_string(number) + " says `" +
             std::string(without_blanks(line)) + "`";
    }
    return {};
  }

 private:
  std::string file() const {
    const auto named = find_option(setting_.options, server_.argv);
    if (!named) return std::string(setting_.file);
    return absolute_path(server_.folder, named->value);
  }

  bool is_wrong(std::string_view line) const {
    const std::size_t end = line.find_first_of(" \t=:");
    const std::string_view word = line.substr(0, end);
    const auto& words = setting_.words;
    if (std::find(words.begin(), words.end(), word) == words.end()) {
      return false;
    }
    if (!setting_.names_account || end == line.npos) return true;
    const std::string_view value = line.substr(line.find_first_not_of(
        " \t=:", end));
    return value != server_.account;
  }

  const StageView& stage_;
  const InstalledServer& server_;
  const ServerSetting& setting_;
};

}  // namespace

std::optional<Refusal> server_refusal(const StageView& stage,
                                      const StartProgram& start,
                                      const InstalledServer& server) {
  const std::string name = "`" + std::string(server.name()) + "`";
  if (!server.facts->needs_root.empty()) {
    return Refusal{
        RefusalKind::needs_root, start_span(stage, start),
        name + " must be root: it " + std::string(server.facts->needs_root),
        std::string(server.facts->remedy)};
  }
  for (const ServerSetting& it : server.facts->settings) {
    const std::string problem = SettingCheck(stage, server, it).problem();
    if (problem.empty()) continue;
    return Refusal{RefusalKind::server_settings, start_span(stage, start),
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
  const std::string option =
      server.named_by.empty() ? "" : ", and the start says `" +
                                         server.named_by + "`";
  return Refusal{
      RefusalKind::server_settings, start_span(stage, start),
      "only `" + server.account + "` can run `" + std::string(server.name()) +
          "`: it " + server.filled(facts.own_account) + option,
      server.named_by.empty()
          ? "create `" + server.account + "` in the file, or let harden choose "
            "the account"
          : "take the option out, or create `" + server.account +
                "` in the file"};
}

}  // namespace harden
