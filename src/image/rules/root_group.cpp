#include <utility>

#include "image/image_rules.h"

namespace harden::rule {

extern constexpr RuleInfo root_group = {
    .code = "HD104",
    .name = "root-group",
    .summary = "The user is unprivileged, but its group is root's",
    .what =
        "The process has gid 0 though its uid is not 0: `USER 1000` without a "
        "group where /etc/passwd has no such uid, `USER 1000:0`, or an account "
        "whose primary group is root. Images made for OpenShift do this on "
        "purpose.",
    .why =
        "The process may read and write whatever root's group may, which in "
        "many images is more than intended.",
    .remedy = "Name the group: `USER 1000:1000`.",
    .before = "FROM debian:12\nUSER 1000\nCMD [\"sleep\", \"infinity\"]\n",
    .references = {"https://docs.docker.com/reference/dockerfile/#user",
                   "moby/moby: daemon/oci_linux.go (getUser)"},
    .severity = Severity::warning,
    .about_root = true,
};

// A process in group 0 may write what the image's root group may.
void check_root_group(const Revision& file, Findings& findings) {
  const EffectiveUser& user = file.user();
  if (!user.root_group) return;
  const std::string uid =
      user.uid ? std::to_string(*user.uid) : std::string("the user");
  Diagnostic said = about_user(
      file, root_group,
      user.privilege == Privilege::steps_down
          ? "let the step-down set the group and the groups, too, as `gosu`, "
            "`su-exec` and `setpriv --reuid=USER --regid=GROUP "
            "--clear-groups` do"
          : "name a group as well, such as `USER " + uid + ":" + uid + "`");
  said.message = "the process runs as uid " + uid +
                 " but in group 0, whose files it may change";
  findings.push_back(std::move(said));
}

}  // namespace harden::rule
