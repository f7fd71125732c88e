#include <array>
#include <cstdint>
#include <cstring>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "base/source/source_file.h"
#include "observe/evidence/audit_line.h"
#include "observe/evidence/evidence.h"
#include "observe/evidence/line_splitter.h"
#include "observe/evidence/strace_line.h"

namespace harden::evidence {

// The names that were seen, and how those calls went.
class SeenCalls {
 public:
  explicit SeenCalls(std::function<bool(std::string_view)> known)
      : known_(std::move(known)) {}

  // False for a name that no system call has.
  bool add(std::string_view name, StraceCall::Outcome outcome);

  // Its names, failed and unknown.
  void fill(SyscallEvidence& evidence) const;

 private:
  struct Call {
    bool is_known = false;
    bool returned = false;
    bool refused = false;
  };
  struct Hash : std::hash<std::string_view> {
    using is_transparent = void;
  };
  using Calls = std::unordered_map<std::string, Call, Hash, std::equal_to<>>;

  Call* find(std::string_view name);
  Calls::iterator insert(std::string_view name);

  std::function<bool(std::string_view)> known_;
  Calls calls_;  // its elements never move
  // Those asked for last, at a place that is quickly told from the name.
  std::array<Calls::value_type*, 256> recent_{};
  std::size_t unknown_ = 0;
};

namespace {

// A program may print any number of words with a parenthesis behind them.
constexpr std::size_t most_unknown = 100;

std::size_t place_of(std::string_view name) {
  const auto at = [&](std::size_t i) {
    return static_cast<std::size_t>(static_cast<unsigned char>(name[i]));
  };
  const std::size_t last = name.size() - 1;
  return (at(0) * 7 + at(last / 2) * 31 + at(last) * 3 + last * 61) % 256;
}

}  // namespace

SeenCalls::Calls::iterator SeenCalls::insert(std::string_view name) {
  const bool known = known_(name);
  if (!known && ++unknown_ > most_unknown) return calls_.end();
  return calls_.emplace(std::string(name), Call{known}).first;
}

SeenCalls::Call* SeenCalls::find(std::string_view name) {
  if (name.empty()) return nullptr;
  Calls::value_type*& recent = recent_[place_of(name)];
  if (recent != nullptr && recent->first == name) return &recent->second;
  auto call = calls_.find(name);
  if (call == calls_.end()) call = insert(name);
  if (call == calls_.end()) return nullptr;
  recent = &*call;
  return &recent->second;
}

bool SeenCalls::add(std::string_view name, StraceCall::Outcome outcome) {
  Call* const call = find(name);
  if (call == nullptr) return false;
  using Outcome = StraceCall::Outcome;
  call->returned |= outcome == Outcome::returned;
  call->refused |= outcome == Outcome::refused;
  return call->is_known;
}

void SeenCalls::fill(SyscallEvidence& evidence) const {
  for (const auto& [name, call] : calls_) {
    if (!call.is_known) {
      evidence.unknown.insert(name);
      continue;
    }
    evidence.names.insert(name);
    if (call.refused && !call.returned) evidence.failed.insert(name);
  }
}

// The table that `strace -c` prints.
class SummaryTable {
 public:
  enum class Line : std::uint8_t { none, frame, row };

  // What a line is; of a row `name` becomes the call's.
  Line take(std::string_view line, std::string_view& name);
  // Whether the next line may belong to a table that has begun.
  bool is_open() const { return state_ != State::outside; }
  // Another log begins.
  void reset() { state_ = State::outside; }

 private:
  enum class State : std::uint8_t { outside, headed, inside, at_sum };

  State state_ = State::outside;
  // `--summary-columns` may put the name first; else it is looked for last.
  bool name_is_first_ = false;
};

namespace {

constexpr std::string_view blanks = " \t\r";

std::string_view first_word(std::string_view line) {
  const std::size_t begin = line.find_first_not_of(blanks);
  if (begin == line.npos) return {};
  line.remove_prefix(begin);
  return line.substr(0, line.find_first_of(blanks));
}

std::string_view last_word(std::string_view line) {
  const std::size_t end = line.find_last_not_of(blanks);
  if (end == line.npos) return {};
  line = line.substr(0, end + 1);
  const std::size_t before = line.find_last_of(blanks);
  return before == line.npos ? line : line.substr(before + 1);
}

// "------ ----------- ----------------"
bool is_rule(std::string_view line) {
  return line.starts_with("---") &&
         line.find_first_not_of("- \t\r") == line.npos;
}

// Its other columns have numbers: a sentence that ends in "syscall" has none.
bool is_header(std::string_view line) {
  return line.find("calls") != line.npos || line.find("% time") != line.npos;
}

}  // namespace

SummaryTable::Line SummaryTable::take(std::string_view line,
                                      std::string_view& name) {
  if (state_ == State::inside) {
    if (is_rule(line)) {
      state_ = State::at_sum;
      return Line::frame;
    }
    name = name_is_first_ ? first_word(line) : last_word(line);
    return name.empty() ? Line::none : Line::row;
  }
  if (state_ == State::headed) {
    state_ = is_rule(line) ? State::inside : State::outside;
    return is_rule(line) ? Line::frame : Line::none;
  }
  if (state_ == State::at_sum) {
    state_ = State::outside;
    return Line::frame;
  }
  name_is_first_ = first_word(line) == "syscall";
  const bool named = name_is_first_ || last_word(line) == "syscall";
  if (!named || !is_header(line)) return Line::none;
  state_ = State::headed;
  return Line::frame;
}

}  // namespace harden::evidence

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
