#include "observe/evidence/audit_line.h"

#include <charconv>

namespace harden::evidence {
namespace {

struct AuditFields {
  std::string_view type, architecture, call;
};

std::string_view value_at(std::string_view line, std::size_t at) {
  const std::string_view value = line.substr(at);
  return value.substr(0, value.find_first_of(" \t\r\x1d"));
}

// Programs choose their names, but the kernel prints those in quotes, and in
// hexadecimal where they have a blank: a key behind one is the kernel's own.
AuditFields fields_of(std::string_view line) {
  AuditFields fields;
  std::size_t at = 0;
  while ((at = line.find('=', at)) != line.npos) {
    const std::string_view before = line.substr(0, at++);
    const auto take = [&](std::string_view key, std::string_view& value) {
      if (!value.empty() || !before.ends_with(key)) return;
      const std::size_t begin = before.size() - key.size();
      if (begin != 0 && before[begin - 1] != ' ') return;
      value = value_at(line, at);
    };
    take("type", fields.type);
    take("arch", fields.architecture);
    take("syscall", fields.call);
  }
  return fields;
}

bool is_of_kind(std::string_view type) {
  return type == "1326" || type == "SECCOMP" || type == "1300" ||
         type == "SYSCALL";
}

std::optional<std::uint32_t> number(std::string_view text, int base) {
  std::uint32_t value = 0;
  const char* const end = text.data() + text.size();
  const auto read = std::from_chars(text.data(), end, value, base);
  if (text.empty() || read.ec != std::errc() || read.ptr != end) {
    return std::nullopt;
  }
  return value;
}

}  // namespace

std::optional<AuditCall> read_audit_line(std::string_view line) {
  const AuditFields fields = fields_of(line);
  const std::string_view call = fields.call;
  if (call.empty() || !is_of_kind(fields.type)) return std::nullopt;
  AuditCall result;
  const auto value = number(call, 10);
  if (!value) {
    result.name = call;
    return result;
  }
  const auto architecture = number(fields.architecture, 16);
  if (!architecture) return std::nullopt;
  result.number = *value;
  result.architecture = *architecture;
  return result;
}

}  // namespace harden::evidence
