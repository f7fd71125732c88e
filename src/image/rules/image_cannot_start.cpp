// HD103 of an image: its text is in dockerfile/rules/user_cannot_start.cpp.
#include "dockerfile/rules/user_cannot_start.h"
#include "image/image_rules.h"

namespace harden::rule {

void check_user_cannot_start(const Revision& file, Findings& findings) {
  if (file.user().privilege != Privilege::cannot_start) return;
  const Unknown& why = file.user().unknown;
  findings.push_back(
      about_user(file, user_cannot_start,
                 why.is(Unknown::Kind::step_down_fails)
                     ? "take out one of both: `USER`, or `" + why.name() + "`"
                     : std::string()));
}

}  // namespace harden::rule
