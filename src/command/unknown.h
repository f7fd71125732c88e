// Why something is not known. Made where it is found out, asked by its kind,
// and turned into words in one place: unknown.cpp. Nobody reads the words.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <utility>

namespace harden {

class Unknown {
 public:
  enum class Kind : std::uint8_t {
    nothing,  // all is known
    // --- Variables; `name` is the variable's.
    argument,           // an ARG without default
    base_variable,      // the base image `of` may set it
    platform_variable,  // TARGETARCH
    unset_variable,     // nothing in the file sets it
    set_again,          // it is set once more, later
    set_by_command,     // `read`, in `of`
    set_on_some_ways,   // by a branch, a pipe or a function
    long_value,
    slow_value,    // a pattern for it takes too long
    shell_word,    // `name` is a word that the shell works out: `$(…)`
    refused_word,  // the engine does not take it; `name` says why
    many_values,   // of the file, all together
    // --- Bases; `name` is the image's.
    from_line,  // it cannot be read
    empty_base,
    base_image,
    user_of_base,
    image,  // the same of an image that nothing is built on
    user_of_image,
    many_stages,  // they inherit too much from one another
    long_file,
    long_user,
    // --- Accounts.
    uid_out_of_range,
    not_a_uid,      // `name` is given as one
    several_uids,   // of the account `name`, on several ways through a RUN
    uid_of_base,    // the account is the base's, which is not known
    name_of_user,   // `of` says why
    name_of_group,  // `of` says why
    many_users,
    many_groups,
    packages,          // `name` installs them
    program,           // `name` is started by a RUN
    unnamed_program,   // `of` says why its name is not known
    script,            // a shell's, in a RUN
    written_accounts,  // the file `name`
    changed_accounts,  // by the program `name`
    copied_over,       // files, to the folder `name`
    copied_accounts,   // the file `name`
    elevated,          // an account's start, by sudo in `name`
    step_down_fails,   // by `name` in `of`, which only root can start so
    builder,           // `name` says what each makes of it
    // --- Commands of a RUN.
    script_of,  // another interpreter, `name`
    shell,      // another one, `name`
    windows_commands,
  };

  Unknown() = default;
  Unknown(Kind kind) : kind_(kind) {}
  Unknown(Kind kind, std::string name, std::string of = {})
      : kind_(kind),
        subject_(std::make_shared<const Subject>(
            Subject{std::move(name), std::move(of)})) {}

  explicit operator bool() const { return kind_ != Kind::nothing; }
  Kind kind() const { return kind_; }
  bool is(Kind kind) const { return kind_ == kind; }
  const std::string& name() const { return subject().name; }
  const std::string& of() const { return subject().of; }
  // "`ARG APP_USER` has no default": a clause behind "because". Empty when all
  // is known.
  std::string text() const;

  friend bool operator==(const Unknown& left, const Unknown& right) {
    return left.kind_ == right.kind_ && left.name() == right.name() &&
           left.of() == right.of();
  }

 private:
  struct Subject {
    std::string name;
    std::string of;
  };
  const Subject& subject() const {
    static const Subject none;
    return subject_ == nullptr ? none : *subject_;
  }

  Kind kind_ = Kind::nothing;
  // Shared: the same answer is kept with each instruction of a file.
  std::shared_ptr<const Subject> subject_;
};

}  // namespace harden
