#include "observe/evidence/evidence.h"

#include <cstdio>
#include <string>
#include <string_view>

#include "cli/commands/evidence_files.h"
#include "inputs.h"
#include "process.h"
#include "sections.h"
#include "timing.h"

namespace harden::bench {
namespace {

constexpr std::size_t block = std::size_t{256} << 10;

// What `strace -f -tt -o FILE` writes, over and over.
std::string many_calls(std::size_t bytes) {
  constexpr std::string_view lines =
      "29340 02:57:18.933219 openat(AT_FDCWD, \"/etc/ld.so.cache\", "
      "O_RDONLY|O_CLOEXEC) = 3\n"
      "29340 02:57:18.933826 read(3, \"\\177ELF\\2\\1\\1\\3\\0\"..., 832) = "
      "832\n"
      "29341 02:57:18.934182 futex(0x7f5a3c0008f8, FUTEX_WAIT_PRIVATE, 2, NULL "
      "<unfinished ...>\n"
      "29340 02:57:18.934261 epoll_wait(5, [{events=EPOLLIN, data={u32=8, "
      "u64=8}}], 64, 1000) = 1\n"
      "29341 02:57:18.934344 <... futex resumed>) = 0\n"
      "29340 02:57:18.934401 --- SIGCHLD {si_signo=SIGCHLD, "
      "si_code=CLD_EXITED, "
      "si_pid=29341, si_uid=0} ---\n";
  std::string text;
  text.reserve(bytes + lines.size());
  while (text.size() < bytes) text += lines;
  return text;
}

std::size_t count_lines(std::string_view text) {
  std::size_t lines = 0;
  for (std::size_t at = 0; (at = text.find('\n', at)) != text.npos; ++at) {
    ++lines;
  }
  return lines;
}

void read_calls(std::string_view text) {
  EvidenceReader reader(cli::known_syscalls());
  reader.begin("log");
  for (std::size_t at = 0; at < text.size(); at += block) {
    reader.feed(text.substr(at, block));
  }
  reader.end();
  keep(reader.evidence());
}

}  // namespace

void report_evidence_memory(const Programs& programs) {
  const TemporaryFile file(many_calls(std::size_t{1} << 20), 128);
  const ProcessCost cost = run_process(
      {programs.harden, "profile", "seccomp", "--from-strace", file.path()});
  std::printf("  128 MB log of strace          %8.1f MB   aim < 50\n",
              cost.peak_kilobytes / 1024.0);
}

void report_evidence() {
  const std::string text = many_calls(std::size_t{16} << 20);
  const double reading = best_of(5, [&] { keep(count_lines(text)); });
  const double taking = best_of(5, [&] { read_calls(text); });
  std::printf("\nlogs of strace, one core\n");
  std::printf("  %-28s  %8.0f MB/s   1/%.0f of reading   aim > 200 MB/s\n",
              "system calls", static_cast<double>(text.size()) / taking / 1e6,
              taking / reading);
}

}  // namespace harden::bench
