#include <cstring>
#include <utility>

#include "base/source/bad_input.h"
#include "observe/evidence/audit_line.h"
#include "observe/evidence/evidence.h"
#include "observe/evidence/line_splitter.h"
#include "observe/evidence/seen_calls.h"
#include "observe/evidence/strace_line.h"
#include "observe/evidence/summary_table.h"

namespace harden {
namespace {

using evidence::LineSplitter;
using evidence::SeenCalls;
using evidence::StraceCall;
using evidence::SummaryTable;
using Outcome = StraceCall::Outcome;

constexpr std::uint32_t audit_i386 = 0x40000003;
constexpr std::uint32_t audit_arm = 0x40000028;

// Which tool wrote a file that begins so; empty for none of them.
std::string_view packer_of(std::string_view bytes) {
  if (bytes.starts_with("\x1f\x8b")) return "gzip";
  if (bytes.starts_with("\x28\xb5\x2f\xfd")) return "zstd";
  if (bytes.starts_with("\xfd"
                        "7zXZ"))
    return "xz";
  if (bytes.starts_with("BZh")) return "bzip2";
  return {};
}

}  // namespace

class EvidenceReader::Impl {
 public:
  explicit Impl(SyscallNames names)
      : names_(std::move(names)), seen_(names_.known) {}

  void begin(std::string name) {
    name_ = std::move(name);
    table_.reset();
    splitter_ = {};
    calls_in_log_ = lines_in_log_ = 0;
    is_first_block_ = true;
  }

  void feed(std::string_view block) {
    if (is_first_block_ && !block.empty()) refuse_packed(block);
    if (std::memchr(block.data(), '\0', block.size()) != nullptr) {
      throw BadInput(name_, "is binary, not the text that strace writes");
    }
    splitter_.feed(block, [this](std::string_view line) { take(line); });
  }

  void end() {
    splitter_.finish([this](std::string_view line) { take(line); });
    if (calls_in_log_ != 0) return;
    if (lines_in_log_ == 0) throw BadInput(name_, "is empty");
    throw BadInput(name_,
                   "no line is a system call; needed is what `strace -f -o "
                   "FILE` or `strace -c -f` writes, or audit records of "
                   "seccomp");
  }

  SyscallEvidence evidence() const {
    SyscallEvidence result = counts_;
    seen_.fill(result);
    return result;
  }

 private:
  void refuse_packed(std::string_view block) {
    is_first_block_ = false;
    const std::string_view packer = packer_of(block);
    if (packer.empty()) return;
    throw BadInput(name_, "is compressed with " + std::string(packer) +
                              "; unpack it, or give `-` and pipe it in");
  }

  void take(std::string_view line) {
    if (line.ends_with('\r')) line.remove_suffix(1);
    ++counts_.lines;
    ++lines_in_log_;
    // Calls are what there is most of.
    is_frame_ = false;
    const bool read = table_.is_open() ? take_table(line)
                                       : take_call(line) || take_table(line) ||
                                             take_audit(line);
    calls_in_log_ += read ? 1 : 0;
    if (!read && !is_told(line)) ++counts_.unread;
  }

  // Lines that belong to these logs and name no call.
  bool is_told(std::string_view line) {
    const bool compat32 = evidence::tells_32_bit(line);
    counts_.compat32 |= compat32;
    return compat32 || is_frame_ || line.find("--- SIG") != line.npos ||
           line.find("+++ ") != line.npos || line.starts_with("strace: ");
  }

  bool take_table(std::string_view line) {
    std::string_view name;
    const SummaryTable::Line kind = table_.take(line, name);
    is_frame_ = kind == SummaryTable::Line::frame;
    return kind == SummaryTable::Line::row &&
           seen_.add(name, Outcome::returned);
  }

  bool take_call(std::string_view line) {
    const auto call = evidence::read_strace_line(line);
    return call && !call->is_doubtful && seen_.add(call->name, call->outcome);
  }

  bool take_audit(std::string_view line) {
    const auto call = evidence::read_audit_line(line);
    if (!call) return false;
    if (!call->name.empty()) return seen_.add(call->name, Outcome::open);
    const std::string_view name =
        names_.of_number(call->architecture, call->number);
    counts_.compat32 |=
        call->architecture == audit_i386 || call->architecture == audit_arm;
    return !name.empty() && seen_.add(name, Outcome::open);
  }

  SyscallNames names_;
  SeenCalls seen_;
  SyscallEvidence counts_;
  std::string name_;
  LineSplitter splitter_;
  SummaryTable table_;
  bool is_frame_ = false;
  bool is_first_block_ = true;
  std::uint64_t calls_in_log_ = 0;
  std::uint64_t lines_in_log_ = 0;
};

EvidenceReader::EvidenceReader(SyscallNames names)
    : impl_(std::make_unique<Impl>(std::move(names))) {}
EvidenceReader::~EvidenceReader() = default;

void EvidenceReader::begin(std::string name) { impl_->begin(std::move(name)); }
void EvidenceReader::feed(std::string_view block) { impl_->feed(block); }
void EvidenceReader::end() { impl_->end(); }
SyscallEvidence EvidenceReader::evidence() const { return impl_->evidence(); }

}  // namespace harden
