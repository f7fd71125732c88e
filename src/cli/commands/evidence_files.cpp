#include "cli/commands/evidence_files.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <set>

#include "base/files/read_input.h"
#include "base/quote/visible_text.h"
#include "base/text/enum_words.h"
#include "runtime/seccomp/call_table.h"

namespace harden::cli {
namespace {

// From <linux/audit.h>.
constexpr auto architectures = word_table<std::uint32_t>({{"amd64", 0xc000003e},
                                                          {"arm64", 0xc00000b7},
                                                          {"x86", 0x40000003},
                                                          {"arm", 0x40000028}});

std::string_view name_of_number(std::uint32_t architecture,
                                std::uint32_t number) {
  const std::string_view name = architectures.of(architecture);
  if (name.empty() || number > 0xffff) return {};
  const auto* call = seccomp::find_call(
      seccomp::name_of(static_cast<std::int32_t>(number), name));
  return call == nullptr ? std::string_view() : call->name;
}

}  // namespace

SyscallNames known_syscalls() {
  return {
      [](std::string_view name) { return seccomp::find_call(name) != nullptr; },
      name_of_number};
}

SyscallEvidence read_evidence(const std::vector<std::string>& logs) {
  EvidenceReader reader(known_syscalls());
  for (const std::string& it : logs) {
    reader.begin(it == "-" ? "<stdin>" : it);
    read_blocks(it,
                "a log of strace or of the kernel's audit, or - for "
                "standard input",
                [&](std::string_view block) { reader.feed(block); });
    reader.end();
  }
  return reader.evidence();
}

std::string left_out_note(const std::vector<std::string>& left_out) {
  if (left_out.empty()) return {};
  return fmt::format(
      "left out because the engine's default refuses them to this container, "
      "too: {}",
      fmt::join(left_out, ", "));
}

std::vector<std::string> evidence_notes(const SyscallEvidence& evidence) {
  std::vector<std::string> notes;
  if (!evidence.unknown.empty()) {
    notes.push_back(fmt::format(
        "passed over because no system call has that name: {}",
        visible(fmt::format("{}", fmt::join(evidence.unknown, ", ")))));
  }
  std::set<std::string> failed = evidence.failed;
  // Every profile answers it with ENOSYS.
  failed.erase("clone3");
  if (!failed.empty()) {
    notes.push_back(fmt::format(
        "allowed, though they only ever failed with ENOSYS or EPERM: {}",
        fmt::join(failed, ", ")));
  }
  if (evidence.compat32) {
    notes.emplace_back(
        "32-bit programs were seen; --compat32 lets them run, too");
  }
  return notes;
}

}  // namespace harden::cli
