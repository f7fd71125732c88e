#include "runtime/emit/yaml.h"

#include "base/quote/comment.h"
#include "runtime/emit/texts.h"

namespace harden {

void YamlWriter::pair(std::string_view key, const YamlScalar& value,
                      const std::vector<Reason>& reasons) {
  comment(why(reasons));
  line(yaml_scalar(key) + ": " + value.text());
}

void YamlWriter::item(const YamlScalar& value,
                      const std::vector<Reason>& reasons) {
  comment(why(reasons));
  line("- " + value.text());
}

void YamlWriter::comment(std::string_view text) {
  // Between `- ` and its first pair there is no place for one.
  text_ += harden::comment(text, indent_);
}

void YamlWriter::open(std::string_view key) {
  line(yaml_scalar(key) + ":");
  indent_ += "  ";
}

void YamlWriter::open_item() {
  item_begins_ = true;
  indent_ += "  ";
}

void YamlWriter::close() { indent_.resize(indent_.size() - 2); }

void YamlWriter::line(const std::string& text) {
  std::string indent = indent_;
  if (item_begins_) indent[indent.size() - 2] = '-';
  item_begins_ = false;
  text_ += indent + text + "\n";
}

}  // namespace harden
