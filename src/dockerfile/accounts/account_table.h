// Looks up and changes the users and groups of an image.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "dockerfile/image_state.h"

namespace harden {

const KnownAccount* find_account(const ImageState& state,
                                 std::string_view name);
const KnownAccount* find_account(const ImageState& state, std::uint32_t uid);
const KnownGroup* find_group(const ImageState& state, std::string_view name);
const KnownGroup* find_group(const ImageState& state, std::uint32_t gid);

// The gid of a group's name, from the groups, the accounts' own groups, and
// `root`.
std::optional<std::uint32_t> gid_of(const ImageState& state,
                                    std::string_view group);

// The users and groups that the file may add; more than anybody writes.
inline constexpr std::size_t kMaxAccounts = 1024;

// An account or group whose name exists already is left as it is: the tools
// refuse to add it again.
void add_account(ImageState& state, KnownAccount account);
// The same for one that a tool or a line adds: `root` exists as well, though
// the tables leave it out.
void create_account(ImageState& state, KnownAccount account);
void add_group(ImageState& state, KnownGroup group);
// It has one uid on one way through a RUN, and another on another.
void forget_uid(KnownAccount& account);
void remove_account(ImageState& state, std::string_view name);
void remove_group(ImageState& state, std::string_view name);

// Names may exist that are not in the tables; the first reason is kept.
void mark_incomplete(ImageState& state, Unknown why,
                     bool only_system_accounts = false);

// Any line of /etc/passwd may have changed: who has uid 0 is not known.
void mark_changed(ImageState& state, const Unknown& why);

// The lines of /etc/passwd or /etc/group.
void add_passwd_lines(ImageState& state, std::string_view lines,
                      std::size_t instruction);
void add_group_lines(ImageState& state, std::string_view lines,
                     std::size_t instruction);

// A decimal number of at most 32 bits, without a sign.
std::optional<std::uint32_t> parse_id(std::string_view text);

}  // namespace harden
