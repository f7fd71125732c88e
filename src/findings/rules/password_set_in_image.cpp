#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>

#include "command/argument_options.h"
#include "findings/subject.h"
#include "knowledge/lists/secrets.h"

namespace harden::rule {

extern constexpr RuleInfo password_set_in_image = {
    .code = "HD451",
    .name = "password-set-in-image",
    .summary = "An account of the image gets a password",
    .what =
        "A RUN of the image sets or removes the password of an account: "
        "`chpasswd`, `passwd` that reads one, `passwd -d`, `useradd -p` and "
        "`usermod -p` with anything but `!` and `*`, `echo … | adduser`. "
        "Passwords that the line makes up by chance, or reads from "
        "/run/secrets, do not count, nor do stages that are not shipped.",
    .why =
        "All containers of the image have the same password, and whoever "
        "pulls it can read the line, or guess the hash in /etc/shadow. With an "
        "empty one any process becomes that user by `su`.",
    .remedy =
        "Leave accounts without a password (`useradd` does, `passwd -l`). "
        "`docker exec -u` needs none.",
    .before =
        "FROM debian:12\nRUN echo 'root:root' | chpasswd\nUSER 1000:1000\n"
        "CMD [\"app\"]\n",
    .references = {"CVE-2019-5021", "https://manpages.debian.org/chpasswd.8"},
    .severity = Severity::warning,
};

namespace {

constexpr std::string_view useradd_values = "bcdefgGkKpPRsuZ";
constexpr std::string_view usermod_values = "cdefgGlpPRsuvVwWZ";

// Made while the image is built: nobody knows it, and nobody needs to.
bool is_made_up(std::string_view text) {
  return !lists::secret_makers.part_of(text).empty();
}

// No password fits: the account is locked.
bool locks(std::string_view value) {
  return !value.empty() && (value[0] == '!' || value[0] == '*' || value == "x");
}

class PasswordCheck : public SubjectCheck {
 public:
  using SubjectCheck::SubjectCheck;

  void run() {
    for (const Call& it : subject_.calls().all()) {
      if (!subject_.in_image(it.instruction)) continue;
      const std::string_view program = it.program;
      if (program == "chpasswd") {
        if (reads_password(it)) say(it, "sets a password", input(it));
      } else if (program == "passwd") {
        passwd(it);
      } else if (program == "useradd") {
        option(it, useradd_values);
      } else if (program == "usermod") {
        option(it, usermod_values);
      } else if (program == "adduser") {
        adduser(it);
      }
    }
  }

 private:
  // What the commands before it in the pipe write, or the text behind it, as
  // far as the line shows it.
  std::string input(const Call& call) const {
    std::string text;
    constexpr int most = 5;
    const Call* writer = subject_.calls().writer(call);
    for (int i = 0; writer != nullptr && i < most; ++i) {
      for (const ShellWord& it : writer->argv) text += it.value + "\n";
      writer = subject_.calls().writer(*writer);
    }
    for (const auto& it : call.command->redirections) {
      if (it.op.starts_with('<')) text += it.target.value + "\n" + it.heredoc;
    }
    return text;
  }

  static bool has_input(const Call& call) {
    const auto& redirections = call.command->redirections;
    return call.writer || std::ranges::any_of(redirections, [](const auto& it) {
             return it.op.starts_with('<');
           });
  }

  bool reads_password(const Call& call) const {
    return !is_made_up(input(call));
  }

  void passwd(const Call& call) {
    const ArgumentOptions read(call.argv, {.letters_with_value = "inwxrR"});
    if (read.has({"-d", "--delete"})) {
      return say(call, "sets no password", first_operand(call, read));
    }
    const bool other = read.has(
        {"-l", "-u", "-S", "-e", "--lock", "--unlock", "--status", "--expire"});
    if (!other && has_input(call) && reads_password(call)) {
      say(call, "sets a password", first_operand(call, read));
    }
  }

  static std::string first_operand(const Call& call,
                                   const ArgumentOptions& read) {
    return read.operands.empty() ? "root" : call.argv[read.operands[0]].value;
  }

  // `useradd -p HASH`, `usermod --password HASH`.
  void option(const Call& call, std::string_view letters) {
    const ArgumentOptions read(
        call.argv,
        {.letters_with_value = letters,
         .names_with_value = "--password --uid --gid --groups --shell --home "
                             "--home-dir --comment --login"});
    const CommandWord* value = read.value({"-p", "--password"});
    if (value == nullptr || is_made_up(value->text)) return;
    const std::string user =
        read.operands.empty() ? "" : call.argv[read.operands.back()].value;
    if (value->known && value->text.empty()) {
      return say(call, "sets an empty password", user);
    }
    if (!value->known || !locks(value->text)) {
      say(call, "sets a password", user);
    }
  }

  // `echo … | adduser app`: it asks for one.
  void adduser(const Call& call) {
    const ArgumentOptions read(call.argv, {.letters_with_value = "hgsGuk"});
    const bool asks = !read.has({"-D", "-S", "--system", "--disabled-password",
                                 "--disabled-login"}) &&
                      has_input(call);
    const std::string text = input(call);
    const bool given = text.starts_with("echo\n") || text.starts_with("printf");
    // A group: `adduser app wheel`.
    if (asks && given && read.operands.size() == 1 && !is_made_up(text)) {
      say(call, "sets a password", first_operand(call, read));
    }
  }

  void say(const Call& call, std::string_view what, std::string_view of) {
    const bool root = of == "root" || of.starts_with("root:") ||
                      of.find("\nroot:") != std::string_view::npos ||
                      of.find(" root:") != std::string_view::npos;
    findings_.push_back(finding(
        password_set_in_image, subject_.place(call),
        fmt::format("`{}` {}{}: {}", call.program, what,
                    root ? " for root" : "",
                    what == "sets a password"
                        ? "it is the same in all containers, and whoever has "
                          "the image can look for it"
                        : "any process becomes that user by `su`"),
        "leave the account without one (`passwd -l`); `docker exec` needs "
        "none"));
  }
};

}  // namespace

void check_password_set_in_image(const Subject& subject, Findings& findings) {
  PasswordCheck(subject, findings).run();
}

}  // namespace harden::rule
