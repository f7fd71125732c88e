// Names and numbers of system calls: templates/seccomp/calls.json.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "runtime/seccomp/rows.h"

namespace harden::seccomp {

// Null for a name that no architecture has.
const CallRow* find_call(std::string_view name);

// -1: the architecture ("amd64", "arm64", "x86", "arm") has no such call.
std::int32_t number_of(std::string_view name, std::string_view architecture);

// "system call 999" where the table has none.
std::string name_of(std::int32_t number, std::string_view architecture);

// The architecture that this program runs on; empty when it is another than
// the four of the table.
std::string_view native_architecture();

// The row of a list whose rows have names; null: there is none.
template <typename Row>
const Row* find_row(std::span<const Row> rows, std::string_view name) {
  for (const Row& it : rows) {
    if (it.name == name) return &it;
  }
  return nullptr;
}

}  // namespace harden::seccomp
