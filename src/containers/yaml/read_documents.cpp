// What yaml-cpp cannot read, said so that it can be mended.
#include <fmt/format.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <cstdint>
#include <istream>
#include <streambuf>
#include <string>
#include <string_view>

#include "base/source/source_file.h"
#include "containers/yaml/tree_builder.h"
#include "containers/yaml/yaml_tree.h"

namespace harden::yaml {
namespace {

struct TranslatedError {
  std::string_view theirs;
  std::string_view ours;
};

constexpr TranslatedError phrases[] = {
    {"illegal map value",
     "a `:` where no key can stand; a value that holds `: ` needs quotes, and "
     "a "
     "key the indentation of its neighbours"},
    {"end of map not found",
     "this does not belong to the map above; indent it as its neighbours, and "
     "write `key: value`"},
    {"end of sequence not found",
     "this does not belong to the list above; indent it as its neighbours, and "
     "begin it with `- `"},
    {"end of map flow not found", "a `{` is never closed"},
    {"end of sequence flow not found", "a `[` is never closed"},
    {"illegal EOF in scalar", "a quote is never closed"},
    {"illegal document indicator in scalar",
     "a quote is not closed before the next document"},
    {"unknown token",
     "no value can begin with this character; put the value in quotes"},
    {"illegal block entry", "a `- ` where no list can begin"},
    {"illegal map key", "a key where none can stand"},
    {"bad file", "is nested more than 500 levels deep"},
    {"the referenced anchor is not defined",
     "this alias names an anchor that is not defined above it"},
};

// The line of an offset, or the last one above with anything in it, when tabs
// indent it: yaml-cpp then complains about something else, somewhere behind.
std::uint32_t tab_near(const SourceFile& source, std::uint32_t offset) {
  const std::uint32_t at = source.position(offset).line;
  for (std::uint32_t line = at, seen = 0; line > 0 && seen < 3; --line) {
    const std::string_view text = source.line(line);
    const auto begin = text.find_first_not_of(" \t\r");
    if (begin == text.npos || text[begin] == '#') continue;
    const auto tab = text.substr(0, begin).find('\t');
    if (tab != text.npos) {
      return source.line_begin(line) + static_cast<std::uint32_t>(tab);
    }
    ++seen;
  }
  return UINT32_MAX;
}

// Throws BadInput; `said` is yaml-cpp's own message.
void refuse_syntax(const SourceFile& source, std::uint32_t offset,
                   const std::string& said) {
  const std::string_view bytes = source.bytes();
  offset = std::min(offset, static_cast<std::uint32_t>(bytes.size()));
  if (const std::uint32_t tab = tab_near(source, offset); tab != UINT32_MAX) {
    refuse(source, tab, "a tab cannot indent YAML; use blanks");
  }
  if (const auto braces = bytes.find("{{"); braces != bytes.npos) {
    refuse(source, static_cast<std::uint32_t>(braces),
           "is a template and not YAML (`{{`); render it first, as "
           "with `helm template`");
  }
  const auto* known = std::find_if(
      std::begin(phrases), std::end(phrases),
      [&](const TranslatedError& it) { return said.starts_with(it.theirs); });
  refuse(source, offset,
         known == std::end(phrases) ? "is not YAML: " + said
                                    : std::string(known->ours));
}

constexpr std::size_t max_document = std::size_t{2} << 20;
constexpr std::ptrdiff_t max_punctuation = 400'000;
constexpr std::string_view byte_order_mark = "\xef\xbb\xbf";

// Bytes as a stream, without a copy of them.
class ByteStream : public std::streambuf {
 public:
  explicit ByteStream(std::string_view bytes) {
    // The stream only reads.
    char* begin = const_cast<char*>(bytes.data());
    setg(begin, begin, begin + bytes.size());
  }
};

// `---` at the start of a line, whatever stands behind it.
bool begins_document(std::string_view line) {
  return line.starts_with("---") &&
         (line.size() == 3 || line.find_first_of(" \t\r", 3) == 3);
}

// What has to hold for a document before yaml-cpp sees it, which keeps all of a
// list in brackets in memory until it knows whether that is a key: up to 230
// bytes for each bracket.
struct DocumentSize {
  std::size_t begin = 0;  // of the document
  std::ptrdiff_t punctuation = 0;

  void add(std::string_view line) {
    punctuation += std::count_if(line.begin(), line.end(), [](char c) {
      return std::string_view(",[]{}").find(c) != std::string_view::npos;
    });
  }
};

void refuse_large(const SourceFile& source, const DocumentSize& size,
                  std::size_t end) {
  const auto begin = static_cast<std::uint32_t>(size.begin);
  if (end - size.begin > max_document) {
    refuse(source, begin,
           "the document that begins here is larger than 2 MiB; "
           "split it");
  }
  if (size.punctuation > max_punctuation) {
    refuse(source, begin,
           "the document that begins here has more than 400,000 "
           "brackets and commas; split it");
  }
}

void refuse_large_documents(const SourceFile& source) {
  const std::string_view bytes = source.bytes();
  DocumentSize size;
  for (std::size_t at = 0; at < bytes.size();) {
    const auto end = std::min(bytes.find('\n', at), bytes.size());
    const std::string_view line = bytes.substr(at, end - at);
    if (begins_document(line)) size = {at, 0};
    size.add(line);
    refuse_large(source, size, end);
    at = end + 1;
  }
}

// YAML has none, and yaml-cpp takes 0x04 for the end of the file.
void refuse_controls(const SourceFile& source) {
  const std::string_view bytes = source.bytes();
  const auto found = std::find_if(bytes.begin(), bytes.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return (byte < 0x20 && c != '\t' && c != '\n' && c != '\r') || byte == 0x7f;
  });
  if (found == bytes.end()) return;
  refuse(source, static_cast<std::uint32_t>(found - bytes.begin()),
         fmt::format("the control character 0x{:02x} cannot stand in "
                     "YAML; in double quotes it is `\\x{:02x}`",
                     static_cast<unsigned char>(*found),
                     static_cast<unsigned char>(*found)));
}

void parse_documents(const SourceFile& source, std::string_view bytes,
                     std::uint32_t shift,
                     const std::function<void(const Document&)>& each) {
  ByteStream buffer(bytes);
  std::istream stream(&buffer);
  YAML::Parser parser(stream);
  for (bool is_first = true;; is_first = false) {
    TreeBuilder builder(source, shift, is_first);
    if (!parser.HandleNextDocument(builder)) return;
    const Document document = builder.take();
    if (!document.nodes.empty()) each(document);
  }
}

}  // namespace

void read_documents(const SourceFile& source,
                    const std::function<void(const Document&)>& each) {
  refuse_large_documents(source);
  refuse_controls(source);
  std::string_view bytes = source.bytes();
  const bool marked = bytes.starts_with(byte_order_mark);
  const auto shift = static_cast<std::uint32_t>(marked ? 3 : 0);
  bytes.remove_prefix(shift);
  try {
    parse_documents(source, bytes, shift, each);
  } catch (const YAML::Exception& error) {
    const auto at = static_cast<std::uint32_t>(std::max(error.mark.pos, 0));
    refuse_syntax(source, at + shift, error.msg);
  }
}

}  // namespace harden::yaml
