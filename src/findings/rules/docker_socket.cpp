#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "base/text/ascii.h"
#include "command/shell_commands.h"
#include "findings/subject.h"
#include "knowledge/lists/host_paths.h"

namespace harden::rule {

extern constexpr RuleInfo docker_socket = {
    .code = "HD453",
    .name = "docker-socket",
    .summary = "The image is made to command a container engine",
    .what =
        "VOLUME, COPY, RUN, ENV, ENTRYPOINT or CMD of the final image name the "
        "socket of Docker, containerd, Podman or CRI-O, or ENV sets "
        "DOCKER_HOST.",
    .why =
        "Whoever may write to the socket can start a container that holds the "
        "host's root folder: that is root on the host, whatever user and "
        "profile this container has.",
    .remedy =
        "Do without it: build images without an engine (rootless BuildKit, "
        "kaniko), ask a proxy that allows a few calls, or leave the address to "
        "whoever starts the container.",
    .before =
        "FROM docker:27-cli\nVOLUME /var/run/docker.sock\nUSER 1000:1000\n",
    .references =
        {"https://docs.docker.com/engine/security/"
         "#docker-daemon-attack-surface",
         "CIS Docker Benchmark 5.32: the Docker socket is not mounted"},
    .severity = Severity::warning,
};

namespace {

// `/docker.sock:/x`, not `/docker.socket`. The second letters tell most apart.
bool begins_with_end(std::string_view text, std::string_view end) {
  if (text.size() < end.size() || text[1] != end[1] || !text.starts_with(end)) {
    return false;
  }
  const char next = text.size() > end.size() ? text[end.size()] : '\0';
  return !is_alnum(next) && next != '.' && next != '_';
}

// The ends of their paths begin with `/`, as few words do.
bool names_socket(std::string_view text) {
  for (std::size_t at = text.find('/'); at != text.npos;
       at = text.find('/', at + 1)) {
    const std::string_view rest = text.substr(at);
    if (std::ranges::any_of(lists::engine_sockets, [&](std::string_view it) {
          return begins_with_end(rest, it);
        })) {
      return true;
    }
  }
  return false;
}

class EngineSocketCheck : public SubjectCheck {
 public:
  using SubjectCheck::SubjectCheck;

  void run() {
    for (const std::size_t i : subject_.image_instructions()) {
      const Instruction& it = subject_.instruction(i);
      if (it.keyword == Keyword::run) {
        look_at_calls(i);
      } else {
        std::visit([&](const auto& body) { look(body, it); }, it.body);
      }
    }
  }

 private:
  void look_at_calls(std::size_t instruction) {
    for (const Call& call : subject_.calls_of(instruction)) {
      const auto names = [](const ShellWord& it) {
        return names_socket(it.value);
      };
      if (std::ranges::any_of(call.argv, names)) {
        return say(subject_.place(call));
      }
    }
  }

  void look(const Transfer& it, const Instruction&) {
    look_at_words(it.sources);
    look_at_words({it.destination});
  }
  void look(const WordList& it, const Instruction&) { look_at_words(it.words); }
  void look(const Assignments& it, const Instruction& instruction) {
    if (instruction.keyword == Keyword::label) return;
    for (const Assignment& one : it.list) {
      if (one.value && names_socket(one.value->value)) {
        say(one.value->span);
      } else if (instruction.keyword == Keyword::env && one.value &&
                 one.name.value == "DOCKER_HOST" && !one.value->value.empty() &&
                 one.value->value != "\"\"") {
        say_host(one.value->span);
      }
    }
  }
  void look(const Command& it, const Instruction& instruction) {
    if (it.form == Command::Form::exec) return look_at_words(it.argv);
    const auto commands = shell_commands(shell_text(instruction, it));
    for (const SimpleCommand& command : commands) {
      for (const ShellWord& word : command.words) {
        if (names_socket(word.value)) return say(instruction.span);
      }
    }
  }
  template <typename Other>
  void look(const Other&, const Instruction&) {}

  void look_at_words(const std::vector<Word>& words) {
    const auto found = std::ranges::find_if(
        words, [](const Word& it) { return names_socket(it.value); });
    if (found != words.end()) say(found->span);
  }

  void say(Span place) {
    report(
        docker_socket, place,
        "the image is made to use the engine's socket: whoever may write there "
        "starts containers as root of the host",
        "do without it, or put a proxy in between that allows the few calls "
        "that are needed");
  }

  void say_host(Span place) {
    report(docker_socket, place,
           "`DOCKER_HOST` makes the image command a container engine: whoever "
           "gets into the container may be root of that engine's host",
           "do without it, or let whoever starts the container set it");
  }
};

}  // namespace

void check_docker_socket(const Subject& subject, Findings& findings) {
  EngineSocketCheck(subject, findings).run();
}

}  // namespace harden::rule
