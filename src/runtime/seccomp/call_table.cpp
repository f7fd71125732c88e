#include "runtime/seccomp/call_table.h"

#include <algorithm>

namespace harden::seccomp {
namespace {

using Column = std::int32_t CallRow::*;

Column column_of(std::string_view architecture) {
  if (architecture == "amd64") return &CallRow::amd64;
  if (architecture == "arm64") return &CallRow::arm64;
  if (architecture == "x86") return &CallRow::i386;
  if (architecture == "arm") return &CallRow::arm;
  return nullptr;
}

}  // namespace

const CallRow* find_call(std::string_view name) {
  const auto found = std::ranges::lower_bound(
      tables.calls, name, std::ranges::less(), &CallRow::name);
  return found != tables.calls.end() && found->name == name ? &*found : nullptr;
}

std::int32_t number_of(std::string_view name, std::string_view architecture) {
  const CallRow* row = find_call(name);
  const Column column = column_of(architecture);
  return row == nullptr || column == nullptr ? -1 : row->*column;
}

std::string name_of(std::int32_t number, std::string_view architecture) {
  if (const Column column = column_of(architecture); column != nullptr) {
    for (const CallRow& it : tables.calls) {
      if (it.*column == number) return std::string(it.name);
    }
  }
  return "system call " + std::to_string(number);
}

std::string_view native_architecture() {
#if defined(__x86_64__)
  return "amd64";
#elif defined(__aarch64__)
  return "arm64";
#elif defined(__i386__)
  return "x86";
#elif defined(__arm__)
  return "arm";
#else
  return {};
#endif
}

}  // namespace harden::seccomp
