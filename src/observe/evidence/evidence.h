// Which system calls a program was seen to make: read from what strace and the
// kernel's audit wrote about it.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "runtime/seccomp/seccomp.h"

namespace harden {

// What the reader has to be told about system calls; both are asked once or
// twice for each call that occurs, not for each line.
struct SyscallNames {
  std::function<bool(std::string_view name)> known;
  // By the architecture's number in audit records (0xc000003e); empty: none.
  std::function<std::string_view(std::uint32_t architecture,
                                 std::uint32_t number)>
      of_number;
};

// Takes logs in blocks of any size and keeps only names, so that their size
// does not matter. Each line tells by itself what it is:
//
//   full logs      `strace -f`, with or without `-o`, `-t`, `-r`, `-T`, `-y` …
//   summaries      the table of `strace -c`
//   audit records  of SCMP_ACT_LOG or auditd, as dmesg or journalctl show them
//
// Anything else between them, such as what the program printed, is passed over
// and counted.
class EvidenceReader {
 public:
  explicit EvidenceReader(SyscallNames names);
  ~EvidenceReader();
  EvidenceReader(const EvidenceReader&) = delete;
  EvidenceReader& operator=(const EvidenceReader&) = delete;

  // `name` is what messages call the log that follows. Throws BadInput.
  void begin(std::string name);
  // Throws BadInput for what is not text.
  void feed(std::string_view block);
  // The log is complete; it may have been cut in the middle of a line. Throws
  // BadInput when no line of it was a system call.
  void end();

  // Of all logs together.
  SyscallEvidence evidence() const;

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace harden
