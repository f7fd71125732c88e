// Programs by name: templates/lists/programs.json.
#pragma once

#include <span>
#include <string_view>

#include "base/text/word_lists.h"

namespace harden::lists {

extern const SortedWords shells;
extern const SortedWords multi_call_programs;  // busybox
// `wait-for-it db:5432 -- PROGRAM …`: they start what stands behind `--`.
extern const SortedWords waiting_scripts;
// What scripts read in to set variables; none of it needs root.
extern const SortedWords variable_scripts;

// With one of these a server does what it is asked for, and ends.
extern const SortedWords ending_options;

// They create no users, whatever their arguments; files below /etc aside.
extern const SortedWords account_keepers;

// They change or delete accounts that exist.
extern const SortedWords account_changers;
// They leave /etc/passwd and /etc/group as they are when these are named.
extern const SortedWords account_file_readers;
// They keep accounts, but may start what their words name.
extern const SortedWords text_runners;

// They run the file that stands behind their options …
extern const SortedWords interpreters;
// … and these, without one, what they read from standard input.
extern const SortedWords stdin_interpreters;

// Build or fetch something: their failure has to be seen.
extern const SortedWords failing_programs;
// Fail themselves when they read nothing, or half of it.
extern const SortedWords noticing_programs;

// What a name may be a link to: a pattern as AppArmor reads it.
struct ProgramLink {
  std::string_view name;
  std::string_view pattern;
};
extern const std::span<const ProgramLink> program_links;
// Where engines put their own init: patterns of paths.
extern const SortedWords engine_inits;

}  // namespace harden::lists
