// As whom a process of the sandbox would run. One user is all that an
// unprivileged sandbox has, so the soft limit of message queues, which shells
// leave alone and children inherit, stands for the uid.
#pragma once

#include <sys/resource.h>

#include <cstdint>
#include <string_view>

namespace harden::differential {

struct Tag {
  std::uint32_t uid = 0;
  bool capabilities = false;  // kept although the uid is not 0
};

inline Tag read_tag() {
  rlimit limit = {};
  getrlimit(RLIMIT_MSGQUEUE, &limit);
  return {static_cast<std::uint32_t>(limit.rlim_cur / 2),
          limit.rlim_cur % 2 != 0};
}

inline void write_tag(Tag tag) {
  rlimit limit = {};
  getrlimit(RLIMIT_MSGQUEUE, &limit);
  limit.rlim_cur =
      static_cast<rlim_t>(tag.uid) * 2 + (tag.capabilities ? 1 : 0);
  setrlimit(RLIMIT_MSGQUEUE, &limit);
}

// Words of scripts that would be programs in other images.
inline constexpr std::string_view missing_programs[] = {
    "app", "root", "www-data", "a", "b", "c", "x", "0", "1", "other"};

// Where the programs of a run tell that they were started.
inline constexpr char record_fifo[] = "/w/.record";
// `name uid` lines of accounts that a script makes.
inline constexpr char accounts_file[] = "/w/.accounts";
// The status that a server ends with; none when it goes on for ever.
inline constexpr char server_ends_file[] = "/w/myapp/ends";

}  // namespace harden::differential
