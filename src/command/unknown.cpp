#include "command/unknown.h"

#include <fmt/format.h>

namespace harden {
namespace {

using UnknownKind = Unknown::Kind;

// Programs have any length in hostile files.
constexpr std::size_t most_of_name = 60;

std::string_view shortened(std::string_view name) {
  return name.substr(0, most_of_name);
}

std::string of_variable(const Unknown& it) {
  switch (it.kind()) {
    case UnknownKind::argument:
      return fmt::format("`ARG {}` has no default", it.name());
    case UnknownKind::base_variable:
      return fmt::format("the base image `{}` may set `{}`", it.of(),
                         it.name());
    case UnknownKind::platform_variable:
      return fmt::format("`{}` depends on the platform of the build",
                         it.name());
    case UnknownKind::unset_variable:
      return fmt::format("nothing in the file sets `{}`", it.name());
    case UnknownKind::set_again:
      return "it is set again later";
    case UnknownKind::set_by_command:
      return fmt::format("`{}` is set by `{}`", it.name(), it.of());
    case UnknownKind::set_on_some_ways:
      return fmt::format("`{}` is set on some ways through the `RUN` only",
                         it.name());
    case UnknownKind::long_value:
      return fmt::format("`{}` is very long", it.name());
    case UnknownKind::slow_value:
      return fmt::format("the pattern for `{}` takes too long", it.name());
    case UnknownKind::shell_word:
      return fmt::format("`{}` is worked out by the shell",
                         shortened(it.name()));
    case UnknownKind::refused_word:
      return it.name();
    case UnknownKind::many_values:
      return "the variables of the file grow beyond 64 MiB";
    default:
      return {};
  }
}

std::string of_base(const Unknown& it) {
  switch (it.kind()) {
    case UnknownKind::from_line:
      return "its `FROM` cannot be read";
    case UnknownKind::empty_base:
      return fmt::format("`{}` is empty", it.name());
    case UnknownKind::base_image:
      return fmt::format("nothing is known about the base image `{}`",
                         it.name());
    case UnknownKind::user_of_base:
      return fmt::format(
          "nothing is known about the user of the base image `{}`", it.name());
    case UnknownKind::image:
      return fmt::format("nothing is known about the image `{}`", it.name());
    case UnknownKind::user_of_image:
      return fmt::format("nothing is known about the user of the image `{}`",
                         it.name());
    case UnknownKind::many_stages:
      return "the stages of the file inherit too much";
    case UnknownKind::long_file:
      return "the file is too long";
    case UnknownKind::long_user:
      return "`USER` is longer than any name";
    default:
      return of_variable(it);
  }
}

std::string of_account(const Unknown& it) {
  switch (it.kind()) {
    case UnknownKind::uid_out_of_range:
      return "the uid in its line is out of range";
    case UnknownKind::not_a_uid:
      return fmt::format("`{}` is not a uid", it.name());
    case UnknownKind::several_uids:
      return fmt::format("a `RUN` may give `{}` one uid or another", it.name());
    case UnknownKind::uid_of_base:
      return "its base image is not known";
    case UnknownKind::name_of_user:
      return fmt::format("`RUN` creates a user whose name is not known: {}",
                         it.of());
    case UnknownKind::name_of_group:
      return fmt::format("`RUN` creates a group whose name is not known: {}",
                         it.of());
    case UnknownKind::many_users:
      return "the file creates very many users";
    case UnknownKind::many_groups:
      return "the file creates very many groups";
    case UnknownKind::written_accounts:
      return fmt::format("`RUN` writes `{}` with lines that are not known here",
                         it.name());
    case UnknownKind::changed_accounts:
      return fmt::format("`RUN` changes the accounts with `{}`", it.name());
    case UnknownKind::elevated:
      return fmt::format(
          "{} starts the program through `sudo`, as root if sudoers allows it",
          it.name());
    case UnknownKind::step_down_fails:
      return fmt::format("`{}` in {} works for root only", it.name(), it.of());
    case UnknownKind::builder:
      return fmt::format("it depends on the builder: {}", it.name());
    case UnknownKind::copied_over:
      return fmt::format("files copied to `{}` may bring another /etc/passwd",
                         it.name());
    case UnknownKind::copied_accounts:
      return fmt::format("the lines of the copied `{}` are not known",
                         it.name());
    default:
      return of_base(it);
  }
}

}  // namespace

std::string Unknown::text() const {
  switch (kind_) {
    case UnknownKind::packages:
      return fmt::format("`{}` installs packages, which may create users",
                         name());
    case UnknownKind::program:
      return fmt::format("`RUN` starts `{}`, which may create users",
                         shortened(name()));
    case UnknownKind::unnamed_program:
      return fmt::format("`RUN` starts a program that is not known: {}", of());
    case UnknownKind::script:
      return "`RUN` starts a script, which may create users";
    case UnknownKind::script_of:
      return fmt::format("`RUN` is a script of `{}`", name());
    case UnknownKind::shell:
      return fmt::format("`RUN` is written for `{}`", name());
    case UnknownKind::windows_commands:
      return "the commands of Windows images are not read";
    default:
      return of_account(*this);
  }
}

}  // namespace harden
