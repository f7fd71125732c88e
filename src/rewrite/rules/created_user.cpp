#include <string>

#include "base/rules/rule.h"
#include "rewrite/user/user_notes.h"

namespace harden {
namespace rule {

extern constexpr RuleInfo created_user = {
    .code = "HD111",
    .name = "created-user",
    .summary = "Which user the image runs as now, and why that one",
    .what =
        "The account that harden chose: the one that a package brings for the "
        "server that starts, one that RUN creates and no USER uses, one that "
        "the base image ships, or a new one with uid = gid = 10001.",
    .why =
        "Ids from 10000 to 59999 are free on every distribution: above those "
        "of packages and people, below those of `nobody`. An account that a "
        "package brings is made before it, from 900 on: the package keeps it, "
        "and files that are for this account alone stay readable.",
    .remedy =
        "`--user NAME`, `--uid N` and `--gid N` choose another. The home of a "
        "new account is /nonexistent unless the program needs one.",
    .before =
        "FROM ruby:3.3-slim\n"
        "WORKDIR /srv\n"
        "COPY . .\n"
        "CMD [\"ruby\", \"server.rb\"]\n",
    .after =
        "FROM ruby:3.3-slim\n"
        "WORKDIR /srv\n"
        "COPY . .\n"
        "# Run as an unprivileged user (added by harden)\n"
        "RUN groupadd --gid 10001 app && \\\n"
        "    useradd --no-log-init --uid 10001 --gid 10001 --no-create-home "
        "--home-dir /nonexistent --shell /usr/sbin/nologin app\n"
        "USER 10001:10001\n"
        "CMD [\"ruby\", \"server.rb\"]\n",
    .references = {"https://kubernetes.io/docs/tasks/configure-pod-container/"
                   "security-context/",
                   "shadow: man 8 useradd; BusyBox: adduser --help"},
    .severity = Severity::info,
    .of_rewrite = true,
};

}  // namespace rule

namespace {

std::string described(const ChosenUser& user) {
  const std::string number = user.user_argument(UserStyle::numeric);
  if (user.create) {
    return "the user `" + user.name + "` (" + number + ") is created: ";
  }
  std::string text = "the program runs as ";
  if (user.name.empty()) {
    text += number;
  } else {
    text += "`" + user.name + "`";
    if (number != user.name) text += " (" + number + ")";
  }
  return text + ": ";
}

// Kubernetes takes a name for a possible root.
std::string unknown_number(const ChosenUser& user) {
  if (user.no_number_because.empty()) return {};
  return "; " + user.no_number_because +
         ", so `USER` has its name, which Kubernetes' `runAsNonRoot` cannot "
         "check";
}

}  // namespace

Diagnostic user_note(const ChosenUser& user, Span verdict) {
  return finding(rule::created_user, verdict,
                 described(user) + user.because + unknown_number(user));
}

}  // namespace harden
