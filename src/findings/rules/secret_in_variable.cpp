#include <fmt/format.h>

#include <set>
#include <string>

#include "findings/secrets/secret_name.h"
#include "findings/secrets/secret_value.h"
#include "findings/secrets/written_text.h"
#include "findings/subject.h"

namespace harden::rule {

extern constexpr RuleInfo secret_in_variable = {
    .code = "HD410",
    .name = "secret-in-variable",
    .summary = "ENV, ARG or LABEL holds a secret",
    .what =
        "A variable or label has a value of a form that only secrets have "
        "(keys of AWS, tokens of GitHub, GitLab, npm, Slack, Stripe, …, "
        "private keys, signed web tokens, an address with a password), or a "
        "name that ends like a secret's (`…PASSWORD`, `…TOKEN`, `…SECRET`, "
        "`…API_KEY`) and a value that is none of: empty, a switch, a path, an "
        "address, a placeholder such as `changeme` or `<token>`.\n\n"
        "Real secrets are errors: the known forms, and values with such a "
        "name that only a program makes up. What somebody chose (`DB_PASSWORD="
        "sunshine7`) is a warning, a default that everybody tries (`password`, "
        "`root`) a remark. `ARG TOKEN` without a default is a warning where "
        "the image is made and a remark in other stages.",
    .why =
        "`docker inspect` and `docker history` show all variables and build "
        "arguments of an image to everybody who may pull it, also those that "
        "a later line sets to nothing.",
    .remedy =
        "At build time mount the secret for the one command that needs it: "
        "`RUN --mount=type=secret,id=TOKEN,env=TOKEN …`. At run time give it "
        "when the container starts. Replace what has been published.",
    .before =
        "FROM node:22\nARG NPM_TOKEN\nENV DB_PASSWORD=sunshine7\n"
        "RUN npm ci\nUSER node\nCMD [\"node\", \"server.js\"]\n",
    .references = {"https://docs.docker.com/build/building/secrets/",
                   "https://docs.docker.com/reference/build-checks/"
                   "secrets-used-in-arg-or-env/"},
    .severity = Severity::warning,
};

namespace {

constexpr std::string_view at_run_time =
    "give it when the container starts, as a secret file or with `--env-file`; "
    "a value that was published has to be replaced";

std::string mount_help(std::string_view name) {
  return fmt::format(
      "give it to the one command that needs it: `RUN "
      "--mount=type=secret,id={0},env={0} …`, and `docker build --secret "
      "id={0}`",
      name);
}

class SecretVariableCheck : public SubjectCheck {
 public:
  SecretVariableCheck(const Subject& subject, Findings& findings)
      : SubjectCheck(subject, findings) {
    const auto& all = subject.document.instructions;
    for (std::size_t i = 0; i < all.size(); ++i) {
      if (all[i].keyword == Keyword::env) note_kept(all[i]);
      if (all[i].keyword == Keyword::arg) note_arguments(all[i], i);
    }
  }

  void run() {
    const auto& all = subject_.document.instructions;
    for (at_ = 0; at_ < all.size(); ++at_) {
      const auto* list = all[at_].as<Assignments>();
      if (list == nullptr) continue;
      for (const Assignment& it : list->list) look(it);
    }
  }

 private:
  using Names = std::set<std::string, std::less<>>;

  void note_kept(const Instruction& env) {
    const auto* list = env.as<Assignments>();
    if (list == nullptr) return;
    for (const Assignment& it : list->list) {
      if (!it.value) continue;
      kept_.insert(written_value(subject_.document, *it.value).variable);
    }
  }

  void note_arguments(const Instruction& arg, std::size_t index) {
    const auto* list = arg.as<Assignments>();
    if (list == nullptr) return;
    for (const Assignment& it : list->list) {
      arguments_.insert(it.name.value);
      if (subject_.in_image(index)) in_image_.insert(it.name.value);
    }
  }

  void look(const Assignment& it) {
    if (!it.value) return bare_argument(it.name.value, it);
    const WrittenValue value = written_value(subject_.document, *it.value);
    const std::string_view text =
        value.literal ? std::string_view(value.text) : it.value->value;
    if (const auto known = find_known_secret(text)) {
      return say(it, severity(SecretValue::random),
                 fmt::format("holds {}, which everybody can read who has the "
                             "image or this file",
                             known->kind));
    }
    if (const auto login = find_login(text)) return address(it, *login);
    if (!is_secret_name(it.name.value)) return;
    if (value.literal) {
      literal(it, judge_secret(value.text));
    } else {
      copied(it, value);
    }
  }

  void address(const Assignment& it, const Login& login) {
    say(it, severity(login.value),
        "holds an address with a password, which everybody can read who has "
        "the image or this file");
  }

  void literal(const Assignment& it, SecretValue value) {
    if (value == SecretValue::none) return;
    say(it, severity(value),
        value == SecretValue::guessable
            ? "sets a default that everybody tries first"
            : "holds a secret by its name, which everybody can read who has "
              "the image or this file");
  }

  // `ENV TOKEN=$TOKEN`.
  void copied(const Assignment& it, const WrittenValue& value) {
    const bool keeps = keyword() != Keyword::arg && subject_.in_image(at_) &&
                       arguments_.contains(value.variable);
    if (!keeps || !is_secret_name(value.variable)) return;
    say(it, secret_in_variable.severity,
        fmt::format("writes the build argument `{}` into the image, where "
                    "everybody can read it who has the image",
                    value.variable));
  }

  // `ARG TOKEN`, once for each name, in the image where it is there.
  void bare_argument(const std::string& name, const Assignment& it) {
    const bool here = subject_.in_image(at_);
    if (!is_secret_name(name) || kept_.contains(name) || said_.contains(name) ||
        (!here && in_image_.contains(name)) ||
        subject_.stage_of(at_) == nullptr) {
      return;
    }
    said_.insert(name);
    Diagnostic& said = report(
        secret_in_variable, it.name.span,
        fmt::format("`ARG {}` takes a secret as a build argument, which stays "
                    "in {}",
                    name,
                    here ? "the history of the image" : "the build's cache"),
        mount_help(name));
    // A cache is on fewer machines than an image.
    if (!here) said.severity = Severity::info;
  }

  Keyword keyword() const { return subject_.instruction(at_).keyword; }

  // What is not in the image, as ARG before FROM, is in the file alone.
  Severity severity(SecretValue value) const {
    return secret_severity(secret_in_variable, value, subject_.in_image(at_));
  }

  void say(const Assignment& it, Severity severity, std::string what) {
    const bool argument = keyword() == Keyword::arg;
    Diagnostic& said = report(
        secret_in_variable, {it.name.span.begin, it.value->span.end},
        fmt::format("`{} {}` {}", to_string(keyword()), it.name.value, what),
        argument ? mount_help(it.name.value) : std::string(at_run_time));
    said.severity = severity;
  }

  std::size_t at_ = 0;
  Names kept_;       // written into the image by an ENV
  Names arguments_;  // all ARGs
  Names in_image_;   // ARGs of the stages that make the image
  Names said_;
};

}  // namespace

void check_secret_in_variable(const Subject& subject, Findings& findings) {
  SecretVariableCheck(subject, findings).run();
}

}  // namespace harden::rule
