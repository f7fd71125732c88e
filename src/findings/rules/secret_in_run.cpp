#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "base/text/find_any.h"
#include "command/argument_options.h"
#include "findings/runs/downloads.h"
#include "findings/secrets/secret_name.h"
#include "findings/secrets/secret_value.h"
#include "findings/subject.h"
#include "knowledge/lists/secrets.h"
#include "knowledge/lists/switches.h"

namespace harden::rule {

extern constexpr RuleInfo secret_in_run = {
    .code = "HD412",
    .name = "secret-in-run",
    .summary = "A RUN line holds a secret",
    .what =
        "The commands of a RUN are given a secret literally: a text of a form "
        "that only secrets have, an address with a password, `curl -u "
        "user:password`, `--password=…`, `//registry/:_authToken=…`, an "
        "assignment to a name that is a secret's. Placeholders and variables "
        "are left alone. Where the variable is a build argument with a "
        "secret's name, a remark says how it is mounted instead; arguments "
        "that the same line mounts (`--mount=type=secret,…,env=NAME`) are "
        "fine.",
    .why =
        "The text of RUN lines is part of the image's history, and build "
        "arguments are stored with it.",
    .remedy =
        "`RUN --mount=type=secret,id=TOKEN,env=TOKEN …`. Replace what has been "
        "published.",
    .before =
        "FROM alpine:3.20\nRUN wget --password=sunshine7 --user=ci "
        "https://example.com/app.tgz\nUSER 1000:1000\n",
    .references = {"https://docs.docker.com/build/building/secrets/",
                   "https://docs.docker.com/reference/build-checks/"
                   "secrets-used-in-arg-or-env/"},
    .severity = Severity::warning,
};

namespace {

constexpr std::string_view secret_in_run_remedy =
    "mount it for this command, `RUN --mount=type=secret,id=…`; a value that "
    "was published has to be replaced";

// Build arguments that are named like secrets, where RUN lines use them.
class SecretArguments {
 public:
  explicit SecretArguments(const Subject& subject) : subject_(subject) {
    for (const Instruction& it : subject.document.instructions) {
      const auto* list = it.as<Assignments>();
      if (it.keyword != Keyword::arg || list == nullptr) continue;
      for (const Assignment& arg : list->list) {
        if (is_secret_name(arg.name.value)) names_.insert(arg.name.value);
      }
    }
  }

  // The first in a word of the call whose value is the argument's; empty
  // when there is none.
  std::string_view used_in(const Call& call, const ShellWord& word) {
    if (names_.empty()) return {};
    for (const Span it : word.variables) {
      std::string_view name =
          std::string_view(word.value).substr(it.begin, it.size());
      name.remove_prefix(std::min(name.find_first_not_of("${"), name.size()));
      name = name.substr(0, find_any_of(name, ":-+=?#%/}"));
      if (names_.contains(name) && !is_mounted(call.instruction, name)) {
        return name;
      }
    }
    return {};
  }

 private:
  using Names = std::set<std::string, std::less<>>;

  // `--mount=type=secret,id=TOKEN,env=TOKEN` comes before the argument.
  bool is_mounted(std::size_t instruction, std::string_view name) {
    if (mounts_of_ != instruction) {
      mounts_of_ = instruction;
      mounted_.clear();
      for (const Flag& it : subject_.instruction(instruction).flags) {
        if (it.name == "mount" && it.value) note_mount(it.value->value);
      }
    }
    return mounted_.contains(name);
  }

  void note_mount(std::string_view value) {
    while (!value.empty()) {
      const std::size_t comma = std::min(value.find(','), value.size());
      const std::string_view part = value.substr(0, comma);
      if (part.starts_with("env=")) mounted_.emplace(part.substr(4));
      value.remove_prefix(std::min(comma + 1, value.size()));
    }
  }

  const Subject& subject_;
  Names names_;
  std::optional<std::size_t> mounts_of_;  // whose mounts these are
  Names mounted_;
};

class SecretInRunCheck : public SubjectCheck {
 public:
  SecretInRunCheck(const Subject& subject, Findings& findings)
      : SubjectCheck(subject, findings), arguments_(subject) {}

  void run() {
    for (const Call& it : subject_.calls().all()) {
      call_ = &it;
      for (const auto& word : it.command->words) text(word);
      for (const auto& assigned : it.command->assignments) {
        if (!text(assigned.value)) assignment(assigned);
      }
      for (const auto& redirection : it.command->redirections) {
        heredoc(redirection);
      }
      arguments();
    }
  }

 private:
  Span place(Span in_text) const { return subject_.place(*call_, in_text); }

  void say(Span in_text, Severity severity, const std::string& message) {
    Diagnostic& said = report(
        secret_in_run, place(in_text),
        message + ", which stays in the image's history and in this file",
        std::string(secret_in_run_remedy));
    said.severity = severity;
    // `sh -c '…'` is read twice, as a word and as a script.
    if (!findings_.empty() && findings_.back().rule == said.rule &&
        findings_.back().span == said.span) {
      return;
    }
  }

  bool text(const ShellWord& word) {
    expansions(word);
    if (const auto known = find_known_secret(word.value)) {
      say(word.span, severity(SecretValue::random),
          fmt::format("this `RUN` holds {}", known->kind));
      return true;
    }
    const auto login = find_login(word.value);
    if (!login) return false;
    say(word.span, severity(login->value),
        "this `RUN` holds an address with a password");
    return true;
  }

  void heredoc(const Redirection& it) {
    if (const auto known = find_known_secret(it.heredoc)) {
      say(it.target.span, severity(SecretValue::random),
          fmt::format("the text behind this holds {}", known->kind));
    }
  }

  // `export TOKEN=…` is a word, and is looked at below.
  void assignment(const ShellAssignment& it) {
    if (it.value.known) named(it.name, it.value.value, it.value.span);
  }

  void named(std::string_view name, std::string_view value, Span span) {
    if (!is_secret_name(name)) return;
    const SecretValue judged = judge_secret(value);
    if (judged == SecretValue::none) return;
    say(span, severity(judged),
        fmt::format("this `RUN` gives a secret literally, to `{}`",
                    name.substr(0, 100)));
  }

  void arguments() {
    const auto& argv = call_->argv;
    if (lists::account_programs.contains(call_->program)) {
      return;
    }
    for (std::size_t i = 1; i < argv.size(); ++i) {
      if (argv[i].known) argument(argv, i);
    }
    login();
  }

  // `--password=x`, `--password x`, `TOKEN=x`, `//host/:_authToken=x`.
  void argument(std::span<const ShellWord> argv, std::size_t at) {
    const std::string_view word = argv[at].value;
    const std::size_t equals = word.find('=');
    if (equals != std::string_view::npos) {
      std::string_view name = word.substr(0, equals);
      name = name.substr(name.find_last_of(" :") + 1);
      if (find_any_of(name, "/$\n") != std::string_view::npos) return;
      return named(name, word.substr(equals + 1), argv[at].span);
    }
    const bool option = word.starts_with("--") && at + 1 < argv.size();
    if (!option || !argv[at + 1].known) return;
    const std::string_view next = argv[at + 1].value;
    if (!next.starts_with('-')) named(word, next, argv[at + 1].span);
  }

  void login() {
    const std::string_view program = call_->program;
    for (const lists::LoginOption& it : lists::login_options) {
      if (it.program != program) continue;
      if (program == "docker" || program == "podman" || program == "buildah") {
        if (call_->argv.size() < 2 || call_->argv[1].value != "login") return;
      }
      const ArgumentOptions read(call_->argv,
                                 {.letters_with_value = it.letters_with_value,
                                  .names_with_value = "--user --proxy-user",
                                  .stops_at_operand = program == "sshpass"});
      const CommandWord* value = it.letter == "-u"
                                     ? read.value({"-u", "--user"})
                                     : read.value({it.letter});
      if (value != nullptr && value->known) option(*value, it);
    }
  }

  void option(const CommandWord& value, const lists::LoginOption& it) {
    std::string_view secret = value.text;
    if (it.behind_colon) {
      const std::size_t colon = secret.find(':');
      if (colon == std::string_view::npos) return;
      secret.remove_prefix(colon + 1);
    }
    const SecretValue judged = judge_secret(secret);
    if (judged == SecretValue::none) return;
    say(value.span, severity(judged),
        fmt::format("this `RUN` gives `{} {}` a password literally", it.program,
                    it.letter));
  }

  // Build arguments; once a RUN.
  void expansions(const ShellWord& word) {
    if (last_ == call_->instruction) return;
    const std::string_view name = arguments_.used_in(*call_, word);
    if (name.empty()) return;
    last_ = call_->instruction;
    expansion(word, name);
  }

  void expansion(const ShellWord& word, std::string_view name) {
    Diagnostic& said = report(
        secret_in_run, place(word.span),
        fmt::format("this `RUN` uses the build argument `{}`, whose value "
                    "stays in the build's history and cache",
                    name),
        fmt::format("mount it instead: `RUN "
                    "--mount=type=secret,id={0},env={0} …`, and `docker build "
                    "--secret id={0}`",
                    name));
    // The value itself is not here.
    said.severity = Severity::info;
  }

  Severity severity(SecretValue value) const {
    return secret_severity(secret_in_run, value,
                           subject_.in_image(call_->instruction));
  }

  const Call* call_ = nullptr;
  SecretArguments arguments_;
  std::optional<std::size_t> last_;  // that was said to use one
};

}  // namespace

void check_secret_in_run(const Subject& subject, Findings& findings) {
  SecretInRunCheck(subject, findings).run();
}

}  // namespace harden::rule
