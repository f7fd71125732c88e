#include <fmt/format.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <istream>
#include <streambuf>

#include "containers/refuse.h"
#include "containers/yaml/tree_builder.h"
#include "containers/yaml/yaml_errors.h"
#include "containers/yaml/yaml_tree.h"

namespace harden::yaml {
namespace {

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
    containers::refuse(source, begin,
                       "the document that begins here is larger than 2 MiB; "
                       "split it");
  }
  if (size.punctuation > max_punctuation) {
    containers::refuse(source, begin,
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
  containers::refuse(
      source, static_cast<std::uint32_t>(found - bytes.begin()),
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
