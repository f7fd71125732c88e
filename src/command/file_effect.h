// What a command does to one path of the image: the same answer for RUN lines
// and for start scripts.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "command/command_meaning.h"
#include "command/command_words.h"

namespace harden {

// A path as the words of a command tell it.
struct PathTarget {
  // Absolute and clean; empty when not known. Of `/data/$name` it is /data.
  std::string path;
  bool below = false;  // something below it, nobody knows what
  // As `path`, with the shell's `*`, `?` and `[…]` left in; empty when not even
  // these tell it all.
  std::string pattern = {};
};

// `folder` is where the command runs; nullopt when nobody knows.
PathTarget target_of(const CommandWord& word,
                     const std::optional<std::string>& folder);
// A folder of which something is meant, nobody knows what.
PathTarget something_in(const std::optional<std::string>& folder);
// What an option names; otherwise the folder where the command runs.
PathTarget named_or_folder(const CommandWord* named,
                           const std::optional<std::string>& folder);

struct FileEffect {
  enum class Kind : std::uint8_t {
    made,        // a folder: mkdir, `install -d`
    made_file,   // touch
    written,     // with new content: `>`, tee, dd
    changed,     // in part, or who knows: `>>`, `sed -i`
    line_ends,   // nothing else of it is changed: dos2unix
    copied,      // cp, install, a hard link
    moved,       // mv
    linked,      // `ln -s`: `to` leads to `from`
    unpacked,    // many files below `to`
    downloaded,  // curl, wget, git clone
    removed,     // rm
    owned,       // chown, chgrp
    mode,        // chmod
  };
  Kind kind;
  PathTarget to;
  PathTarget from = {};      // of copied, moved and linked
  bool recursive = false;    // concerns what lies below as well
  bool into_folder = false;  // `to` can only be a folder
  // It fails, or does something else, when the path is there already: a plain
  // mkdir.
  bool must_be_new = false;
  // The files keep the owners that they had elsewhere: `cp -a`, tar.
  bool keeps_owners = false;
  // Of owned: "app:app", ":app"; of mode: "u+x". Not known without a value.
  std::optional<std::string> text = {};
};

// Of one command: what it does to more paths is left out.
inline constexpr std::size_t most_effects = 20'000;

// /tmp, /dev/null, /proc/self/fd/1: any user may write there.
bool anybody_may_write(std::string_view path);

// What it takes to do it; nothing when anybody may.
void add_acts(const FileEffect& effect, std::vector<Act>& acts);

// `> FILE`, `>> FILE`.
FileEffect redirected_to(const CommandWord& word, bool appends,
                         const std::optional<std::string>& folder);

}  // namespace harden
