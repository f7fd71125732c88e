#include "cli/search/companion_ignore.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <optional>
#include <string_view>
#include <utility>

#include "base/files/atomic_file.h"
#include "base/files/clean_path.h"
#include "base/files/file_kind.h"
#include "base/files/read_input.h"
#include "cli/search/ignore_file.h"

namespace harden::cli {
namespace {

constexpr std::size_t max_bytes = std::size_t{1} << 20;

// A pattern that matches the path. Lines are trimmed and cannot hold line ends:
// there `?` stands, which is any character.
std::string escaped_pattern(const std::string& path) {
  std::string result;
  for (std::size_t at = 0; at < path.size(); ++at) {
    const auto byte = static_cast<unsigned char>(path[at]);
    const bool at_an_end = at == 0 || at + 1 == path.size();
    if (byte < 0x20 || (byte == ' ' && at_an_end)) {
      result += '?';
      continue;
    }
    const std::string_view special = at == 0 ? "*?[\\#!" : "*?[\\";
    if (special.find(path[at]) != special.npos) result += '\\';
    result += path[at];
  }
  return result;
}

// The files that an ignore file leaves out, as lines that let them in.
std::vector<std::string> missing_lines(const std::string& ignore_text,
                                       const std::vector<NewFile>& needed) {
  const IgnoreFile ignore(ignore_text);
  std::vector<std::string> result;
  for (const NewFile& it : needed) {
    const std::string path = clean_path("/" + it.path).substr(1);
    if (ignore.excludes(path)) result.push_back("!" + escaped_pattern(path));
  }
  return result;
}

// The bundle's path in the context, as a line that leaves it out; empty where
// it lies outside or is left out anyway.
std::string bundle_line(const Companion& companion,
                        const std::string& ignore_text) {
  if (companion.bundle.empty() || companion.context.empty() ||
      !leads_into(companion.context, folder_of(companion.bundle))) {
    return {};
  }
  const std::string root = resolved(companion.context);
  const std::string folder = resolved(folder_of(companion.bundle));
  std::string path = folder.substr(std::min(root.size(), folder.size())) + "/" +
                     std::string(name_of(companion.bundle));
  path = clean_path("/" + path).substr(1);
  if (IgnoreFile(ignore_text).excludes(path + "/run.sh")) return {};
  return escaped_pattern(path);
}

std::string with_lines(std::string text, const std::vector<std::string>& lines,
                       std::string_view comment) {
  const bool crlf = text.find("\r\n") != std::string::npos;
  const std::string newline = crlf ? "\r\n" : "\n";
  if (!text.empty() && text.back() != '\n') text += newline;
  if (!comment.empty()) text += std::string(comment) + newline;
  for (const std::string& it : lines) text += it + newline;
  return text;
}

// Says it where no file may be written or the one that is there is the user's.
std::string advice(const std::string& ignore_file,
                   const std::vector<std::string>& lines) {
  return fmt::format(
      "warning: {} leaves out what the hardened file needs; add to it: {}\n",
      ignore_file, fmt::join(lines, " "));
}

// The ignore file that was in force, and what it lacks.
struct CompanionText : IgnoreText {
  std::vector<std::string> lines = {};  // those that let files in
  std::string bundle = {};              // the one that leaves the bundle out
};

void add_lines(const Companion& companion, CompanionText& wanted) {
  const bool comments = companion.comments;
  if (!wanted.lines.empty()) {
    wanted.text = with_lines(
        std::move(wanted.text), wanted.lines,
        comments ? "# What the hardened file needs (by harden)" : "");
  }
  if (!wanted.bundle.empty()) {
    wanted.text = with_lines(
        std::move(wanted.text), {wanted.bundle},
        comments
            ? "# Settings of runtimes are not part of the image (by harden)"
            : "");
  }
}

// nullopt when no ignore file is in force and none is needed.
std::optional<CompanionText> wanted(const Companion& companion,
                                    const std::vector<NewFile>& needed) {
  auto found = find_ignore_file(companion.dockerfile, companion.context);
  CompanionText result{found.value_or(IgnoreText())};
  result.bundle = bundle_line(companion, result.text);
  if (!found && result.bundle.empty()) return std::nullopt;
  result.lines = missing_lines(result.text, needed);
  add_lines(companion, result);
  return result;
}

// Whether there is anything to write for this output at all.
bool concerns_output(const Companion& companion, const CompanionText& wanted) {
  if (!is_file(companion.output)) return false;
  if (!wanted.lines.empty() || !wanted.bundle.empty()) return true;
  return wanted.own &&
         leads_into(companion.context, folder_of(companion.output));
}

std::string purpose(const CompanionText& wanted, std::string_view name) {
  if (!wanted.lines.empty()) {
    return fmt::format("which lets in what {} needs", name);
  }
  if (!wanted.bundle.empty()) {
    return "which keeps those settings out of the image";
  }
  return fmt::format("so that {} builds from the same context", name);
}

}  // namespace

std::optional<std::string> ignore_text(const Companion& companion,
                                       const std::vector<NewFile>& needed) {
  auto ignore = wanted(companion, needed);
  if (!ignore) return std::nullopt;
  return std::move(ignore->text);
}

std::string write_ignore_file(const Companion& companion,
                              const std::vector<NewFile>& needed) {
  const auto ignore = wanted(companion, needed);
  if (!ignore) return {};
  if (companion.output.empty()) {
    if (!ignore->lines.empty()) return advice(ignore->path, ignore->lines);
    if (ignore->bundle.empty()) return {};
    return fmt::format(
        "warning: {} lies in the build context; add to its ignore file: {}\n",
        companion.bundle, ignore->bundle);
  }
  if (!concerns_output(companion, *ignore)) return {};
  const std::string copy = companion.output + ".dockerignore";
  const auto there = read_small_file(copy, max_bytes);
  if (there == ignore->text) return {};
  const std::string_view name = name_of(companion.output);
  if (!exists(copy)) {
    write_file(copy, ignore->text);
    return fmt::format("wrote {}, {}\n", copy, purpose(*ignore, name));
  }
  if (there) {
    const auto lines = missing_lines(*there, needed);
    if (!lines.empty()) return advice(copy, lines);
    if (ignore->path.empty() && bundle_line(companion, *there).empty()) {
      return {};
    }
  }
  if (copy == ignore->path) {
    return ignore->bundle.empty()
               ? std::string()
               : fmt::format(
                     "warning: {} takes {} along into images; add to "
                     "it: {}\n",
                     copy, companion.bundle, ignore->bundle);
  }
  return fmt::format(
      "warning: {} differs from {} and is left as it is; make them equal, or "
      "{} builds from another context\n",
      copy, ignore->path, name);
}

}  // namespace harden::cli
