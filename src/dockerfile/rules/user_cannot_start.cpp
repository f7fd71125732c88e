#include "dockerfile/rules/user_cannot_start.h"

namespace harden::rule {

extern constexpr RuleInfo user_cannot_start = {
    .code = "HD103",
    .name = "user-cannot-start",
    .summary = "The engine refuses to start this user",
    .what =
        "USER names an account that the image does not have, a number above "
        "2147483647, or something that is neither a name nor a decimal number "
        "(`0x0`). Or USER is an account, and the entrypoint hands over with a "
        "tool that works for root only: gosu, su-exec, chpst, su.",
    .why =
        "The image builds, and then no container starts from it: \"unable to "
        "find user\".",
    .remedy =
        "Create the account before the USER line, or use a number: `USER "
        "10001:10001` needs no account.",
    .before =
        "FROM debian:12\nCOPY app /usr/local/bin/\nUSER app\n"
        "CMD [\"app\"]\n",
    .references = {"moby/moby: daemon/oci_linux.go (getUser)",
                   "moby/sys: user/user.go (GetExecUser)"},
    .severity = Severity::error,
    .safety = Safety::changes_behaviour,
    .about_root = true,
};

}  // namespace harden::rule
