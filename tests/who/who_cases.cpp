#include "who_cases.h"

#include <fstream>
#include <set>
#include <sstream>
#include <stdexcept>
#include <string_view>
#include <utility>

namespace harden {
namespace {

class TableReader {
 public:
  explicit TableReader(const std::filesystem::path& file)
      : name_(file.filename().string()), lines_(file) {
    if (!lines_) fail("cannot be read");
  }

  std::vector<WhoCase> run() {
    while (next()) {
      if (line_.starts_with("### ")) {
        begin_row();
      } else if (rows_.empty()) {
        if (!line_.empty() && line_.front() != '#') fail("is before any `###`");
      } else {
        part_ == Part::keys ? key() : text();
      }
    }
    finish_row();
    if (rows_.empty()) fail("has no rows");
    return std::move(rows_);
  }

 private:
  enum class Part { keys, text };

  bool next() {
    ++number_;
    return static_cast<bool>(std::getline(lines_, line_));
  }

  [[noreturn]] void fail(const std::string& what) const {
    throw std::runtime_error(place() + ": " + what + ": " + line_);
  }
  std::string place() const { return name_ + ":" + std::to_string(number_); }

  void begin_row() {
    finish_row();
    rows_.emplace_back();
    rows_.back().place = place();
    rows_.back().name = line_.substr(4);
    if (!names_.insert(rows_.back().name).second) fail("is there twice");
    part_ = Part::keys;
    ending_ = "\n";
  }

  // The keys end with a blank line.
  void key() {
    if (line_.empty()) {
      part_ = Part::text;
      return;
    }
    const std::size_t colon = line_.find(": ");
    if (colon == std::string::npos) fail("is no `key: value`");
    set(line_.substr(0, colon), line_.substr(colon + 2));
  }

  void set(const std::string& key, const std::string& value) {
    WhoCase& row = rows_.back();
    if (key == "expect") {
      set_once(row.expect, value);
    } else if (key == "why") {
      set_once(row.why, value);
    } else if (key == "target") {
      set_once(row.target, value);
    } else if (key == "says") {
      row.says.push_back(value);
    } else if (key == "build-arg") {
      row.build_args.push_back(value);
    } else if (key == "bytes" && value == "crlf") {
      ending_ = "\r\n";
    } else if (key == "bytes" && value == "bom") {
      row.dockerfile = "\xEF\xBB\xBF";
    } else if (const auto builder = builders.find(key)) {
      set_once(row.builders[*builder], value);
    } else {
      fail("is not known");
    }
  }

  void set_once(std::string& field, const std::string& value) {
    if (!field.empty()) fail("is said twice");
    field = value;
  }

  // The Dockerfile, then files of its build context.
  void text() {
    WhoCase& row = rows_.back();
    if (line_.starts_with("=== ")) {
      row.context.push_back({line_.substr(4), ""});
    } else if (row.context.empty()) {
      row.dockerfile += line_ + ending_;
    } else {
      row.context.back().text += line_ + "\n";
    }
  }

  void finish_row() {
    if (rows_.empty()) return;
    const WhoCase& row = rows_.back();
    const auto require = [&](bool there, const char* what) {
      if (there) return;
      throw std::runtime_error(row.place + ": `" + row.name + "` has no " +
                               what);
    };
    require(!row.expect.empty(), "`expect`");
    require(!row.why.empty(), "`why`");
    require(!row.says.empty(), "`says`");
    require(!row.dockerfile.empty(), "Dockerfile");
  }

  std::string name_;
  std::ifstream lines_;
  std::string line_;
  std::size_t number_ = 0;
  Part part_ = Part::keys;
  std::string ending_ = "\n";
  std::set<std::string> names_;
  std::vector<WhoCase> rows_;
};

}  // namespace

std::vector<WhoCase> read_table(const std::filesystem::path& file) {
  return TableReader(file).run();
}

}  // namespace harden
