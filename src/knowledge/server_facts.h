// What the package of a server brings, and what the server wants of it:
// templates/servers.json. Debian's, and those that are built from it.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace harden {

namespace knowledge {

struct WriteRow {
  std::string_view path;
  bool volume;
  bool seeded;
};

}  // namespace knowledge

// A line of a server's configuration that works for root only, or for the
// account that it names.
struct ServerSetting {
  using Names = std::span<const std::string_view>;

  std::string_view file;  // where the package looks for it
  Names options;          // that name another file: "-f"
  Names words;            // with which such a line begins
  // Such a line names an account, or its group; the first of them decides whom
  // the server runs as, and the others have to agree.
  bool names_account = false;
  std::string_view reason;  // "sets its group even when it is not root"
  std::string_view remedy;
};

struct ServerFacts {
  using Names = std::span<const std::string_view>;

  std::string_view program;  // "named"; a version at the end is left out
  std::string_view id;
  // Patterns of those that bring it, and its account. None: it may come from
  // anywhere, and brings none.
  Names packages;
  Names account_packages;  // of others that bring the account
  Names only_with;         // one of these arguments; none: always
  // Whom the package makes for it, or the system's account that it is for. May
  // be empty.
  std::string_view account;
  std::string_view group;  // its first one; empty: called as the account
  Names groups;            // others that it needs
  std::string_view home;
  std::string_view shell;  // empty: none to log in with
  // Why no other account can run it: "must own its database". Empty: any can.
  std::string_view own_account;
  // Options with which it is told an account, and that make it set its ids even
  // when it is not root.
  Names account_options;
  // Folders that it writes and that nobody gives to it, such as those that
  // packages leave to systemd. A version stands for "{version}" here and below.
  std::span<const knowledge::WriteRow> writes;
  // Those that the package gives to its account.
  std::span<const knowledge::WriteRow> gives;
  Names files;  // that it writes, in folders that are the system's
  // What its tools leave for root alone to read.
  Names reads;
  bool needs_home = false;
  // It keeps its data in the folder where it starts, unless it is told
  // otherwise by one of these arguments, patterns of them.
  std::string_view starts_in;
  Names starts_in_unless;
  // Why nothing but root can run it, and what to do; may be empty.
  std::string_view needs_root;
  std::string_view remedy;
  // Room for a small one; 0: as for any service. Bytes, and processes with
  // threads.
  std::uint64_t memory = 0;
  std::uint32_t pids = 0;
  std::span<const ServerSetting> settings;
};

// By the name of a program, which may end with a version; null when it is none
// of those that are known.
const ServerFacts* find_server(std::string_view program);
// One for each program of a server.
std::span<const ServerFacts> all_servers();

// The version at the end of a name: "8.2" of `php-fpm8.2`; may be empty.
std::string_view version_of(std::string_view name);

}  // namespace harden
