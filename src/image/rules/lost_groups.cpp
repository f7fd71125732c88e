#include "base/text/joined_texts.h"
#include "image/image_rules.h"

namespace harden::rule {

extern constexpr RuleInfo lost_groups = {
    .code = "HD105",
    .name = "lost-groups",
    .summary = "`USER user:group` drops the user's other groups",
    .what =
        "An account with supplementary groups (`useradd -G audio app`) is set "
        "with an explicit group. Engines then give the process that one group "
        "and no other; `USER app` alone keeps them all.",
    .why =
        "Files and devices that are reached by those groups are no longer "
        "reached.",
    .remedy =
        "Leave the group out (`--user-style=name` writes the name alone), or "
        "start the container with `--group-add`.",
    .before =
        "FROM debian:12\nRUN useradd -u 10001 -U -G audio app\n"
        "USER app:app\nCMD [\"aplay\", \"/srv/hello.wav\"]\n",
    .references = {"https://docs.docker.com/reference/dockerfile/#user",
                   "moby/sys: user/user.go (GetExecUser)"},
    .severity = Severity::info,
};

namespace {

// "group `audio`", "groups `audio`, `video`"
std::string listed_groups(const std::vector<std::string>& groups) {
  return (groups.size() == 1 ? "group " : "groups ") + quoted_list(groups);
}

}  // namespace

// USER name:group drops the groups that the account is in.
void check_lost_groups(const Revision& file, Findings& findings) {
  if (file.evaluation().stages.empty() ||
      file.user().privilege != Privilege::unprivileged) {
    return;
  }
  const ImageState& state = file.stage().state();
  const std::size_t colon = state.user.spec.find(':');
  if (!state.user.instruction || colon == std::string::npos) return;
  for (const KnownAccount& it : state.accounts) {
    if (it.groups.empty() || it.name != file.user().name) continue;
    report(findings, lost_groups, file.user().span,
           "`USER " + state.user.spec + "` drops the supplementary " +
               listed_groups(it.groups) + " of `" + it.name + "`",
           "`USER " + state.user.spec.substr(0, colon) + "` keeps " +
               (it.groups.size() == 1 ? "it" : "them"));
  }
}

}  // namespace harden::rule
