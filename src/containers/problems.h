// What is wrong with a file of settings itself.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/source/diagnostic.h"
#include "base/source/source_file.h"
#include "containers/yaml/yaml_tree.h"

namespace harden::containers {

class Problems {
 public:
  Problems(const SourceFile& source, std::vector<Diagnostic>& out)
      : source_(source), out_(out) {}

  const SourceFile& source() const { return source_; }

  // HD201
  void duplicate(const yaml::DuplicateKey& key);
  // HD202; `where` is what the key stands in, "a service".
  void unknown_key(Span span, std::string_view key, std::string_view where,
                   std::span<const std::string_view> known);
  // HD202 of a run line; whether a value follows is not known.
  void unknown_flag(Span span, std::string_view flag,
                    std::span<const std::string_view> known);
  // HD203
  void broken(Span span, std::string message, std::string help = {});

 private:
  void add(Diagnostic diagnostic);
  // As much of a word as a message can hold.
  static std::string shown(std::string_view text);

  const SourceFile& source_;
  std::vector<Diagnostic>& out_;
};

}  // namespace harden::containers
