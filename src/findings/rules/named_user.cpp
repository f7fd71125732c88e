#include <fmt/format.h>

#include <optional>
#include <string>
#include <string_view>

#include "dockerfile/accounts/account_table.h"
#include "dockerfile/syntax/edit_helpers.h"
#include "findings/subject.h"

namespace harden::rule {

extern constexpr RuleInfo named_user = {
    .code = "HD461",
    .name = "named-user",
    .summary = "`USER` is a name, where Kubernetes needs a number",
    .what =
        "The image's user is unprivileged and set by name. The last USER of "
        "the final stage counts.",
    .why =
        "With `runAsNonRoot: true` and no `runAsUser` the kubelet must see "
        "that the user is not root. It does not look into the image, so it "
        "refuses to start a name.",
    .remedy =
        "On request harden writes the numbers where the file tells "
        "them: `uid:gid`, or the uid alone where the account is in further "
        "groups, which an explicit group would drop.",
    .before =
        "FROM debian:12\nRUN groupadd --gid 1000 app && "
        "useradd --uid 1000 --gid 1000 app\nUSER app\n"
        "CMD [\"sleep\", \"infinity\"]\n",
    .references = {"https://kubernetes.io/docs/tasks/configure-pod-container/"
                   "security-context/"},
    .severity = Severity::info,
    .safety = Safety::changes_behaviour,
    .on_request = true,
};

namespace {

// With a group of its own the process would lose the account's other groups.
std::optional<std::string> in_numbers(const Subject& subject) {
  const EffectiveUser& user = subject.user;
  if (!user.uid || *user.uid == 0) return std::nullopt;
  const bool names_group =
      subject.image->user.spec.find(':') != std::string::npos;
  if (names_group && !user.gid) return std::nullopt;
  const KnownAccount* account = find_account(*subject.image, user.name);
  const bool in_groups = account != nullptr && !account->groups.empty();
  const bool alone = !names_group && (in_groups || !user.gid);
  return alone ? std::to_string(*user.uid)
               : fmt::format("{}:{}", *user.uid, *user.gid);
}

std::optional<Fix> numbered_user(const Subject& subject,
                                 const Instruction& user) {
  const auto* word = user.as<SingleWord>();
  const auto numbers = in_numbers(subject);
  if (word == nullptr || !numbers) return std::nullopt;
  return Fix{"name the user by number",
             Safety::changes_behaviour,
             {replace_word(word->word, *numbers)}};
}

bool is_named(std::string_view spec) {
  const std::string_view name = spec.substr(0, spec.find(':'));
  return !name.empty() && !parse_id(name);
}

}  // namespace

void check_named_user(const Subject& subject, Findings& findings) {
  if (subject.image == nullptr) return;
  const UserSetting& user = subject.image->user;
  if (subject.user.privilege != Privilege::unprivileged || !user.known() ||
      !user.instruction || !is_named(user.spec)) {
    return;
  }
  const Instruction& it = subject.instruction(*user.instruction);
  Diagnostic& said = report(
      findings, named_user, it.span,
      fmt::format("`USER {}` is a name: Kubernetes refuses to start the image "
                  "with `runAsNonRoot`, since it cannot look names up",
                  user.spec),
      "write the number, as in `USER 10001:10001`");
  said.fix = numbered_user(subject, it);
}

}  // namespace harden::rule
