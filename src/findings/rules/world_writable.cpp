#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "findings/modes/given_mode.h"
#include "findings/subject.h"

namespace harden::rule {

extern constexpr RuleInfo world_writable = {
    .code = "HD403",
    .name = "world-writable",
    .summary = "Every user may write files of the image",
    .what =
        "`chmod 777`, `chmod a+w`, `mkdir -m 777`, `COPY --chmod=666` and the "
        "like in the final image, unless a later line takes it back. Modes "
        "with the sticky bit (1777), as /tmp has, are fine. One finding a "
        "RUN.",
    .why =
        "Whoever gets into any process of the container can change these "
        "files, also those that root or another service runs or reads.",
    .remedy =
        "Give the files to the one user that writes them. harden makes 1777 of "
        "777 where only /tmp or /var/tmp is meant, and leaves all others: it "
        "cannot know who writes there.",
    .before =
        "FROM debian:12\nRUN mkdir /data && chmod -R 777 /data\n"
        "USER 1000:1000\n",
    .references = {"https://cwe.mitre.org/data/definitions/732.html"},
    .severity = Severity::warning,
    .safety = Safety::changes_behaviour,
};

namespace {

bool opens(const GivenMode& it) {
  const ModeBits bits = added_bits(it.mode);
  return bits.others_write && !bits.sticky;
}

bool closes(std::string_view mode) {
  const ModeBits bits = added_bits(mode);
  if (is_octal_mode(mode)) return !bits.others_write || bits.sticky;
  return bits.sticky || mode.find("o-") != std::string_view::npos ||
         mode.find("o=") != std::string_view::npos;
}

// `chmod 666 /dev/null`, as every system has it; the engine makes a new /dev.
bool is_device(std::string_view path) { return path.starts_with("/dev/"); }

bool is_for_all(std::string_view path) {
  while (path.size() > 1 && path.ends_with('/')) path.remove_suffix(1);
  return path == "/tmp" || path == "/var/tmp";
}

// The mode that every distribution gives to /tmp.
std::optional<Fix> sticky_bit(const GivenMode& it) {
  const bool plain = it.mode == "777" || it.mode == "0777";
  if (!plain || !it.mode_place || it.recursive || it.paths.empty() ||
      !std::ranges::all_of(it.paths, is_for_all)) {
    return std::nullopt;
  }
  return Fix{"let only owners remove their files",
             Safety::changes_behaviour,
             {{*it.mode_place, "1777"}}};
}

Diagnostic said_of(const GivenMode& it) {
  const std::string what =
      it.paths.empty() ? "it" : "`" + it.paths.front() + "`";
  Diagnostic said = finding(
      world_writable, it.place,
      fmt::format("`{}` lets every user write {}: whoever gets into any "
                  "process can change what others read or run",
                  it.mode, what),
      "give it to the one user that writes there: `chown`, `COPY --chown`, or "
      "its group and 775");
  said.fix = sticky_bit(it);
  if (said.fix) said.help = "give it 1777, as distributions do";
  return said;
}

}  // namespace

void check_world_writable(const Subject& subject, Findings& findings) {
  const auto found = lasting_modes(subject, {opens, closes, nullptr});
  const GivenMode* before = nullptr;
  for (const GivenMode& it : found) {
    if (!it.paths.empty() && std::ranges::all_of(it.paths, is_device)) continue;
    // One finding a RUN is enough.
    if (before == nullptr || before->instruction != it.instruction) {
      findings.push_back(said_of(it));
    } else {
      findings.back().labels.push_back({it.place, "and here"});
    }
    before = &it;
  }
}

}  // namespace harden::rule
