// Makes a tree of the events that yaml-cpp calls.
#pragma once

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/mark.h>

#include <string>
#include <vector>

#include "containers/yaml/yaml_tree.h"

namespace harden::yaml {

class TreeBuilder : public YAML::EventHandler {
 public:
  // `shift`: bytes in front that yaml-cpp does not count.
  TreeBuilder(const SourceFile& source, std::uint32_t shift, bool is_first);

  void OnDocumentStart(const YAML::Mark& mark) override;
  void OnDocumentEnd() override {}
  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override;
  void OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) override;
  void OnScalar(const YAML::Mark& mark, const std::string& tag,
                YAML::anchor_t anchor, const std::string& value) override;
  void OnSequenceStart(const YAML::Mark& mark, const std::string& tag,
                       YAML::anchor_t anchor,
                       YAML::EmitterStyle::value style) override;
  void OnSequenceEnd() override;
  void OnMapStart(const YAML::Mark& mark, const std::string& tag,
                  YAML::anchor_t anchor,
                  YAML::EmitterStyle::value style) override;
  void OnMapEnd() override;

  Document take() { return std::move(document_); }

 private:
  // A collection that is being read.
  struct Open {
    std::uint32_t node;
    std::uint32_t last = none;  // its last child so far
    bool at_key = true;         // of a map: a key comes next
  };

  std::uint32_t offset(const YAML::Mark& mark) const;
  void add(Node node, YAML::anchor_t anchor);
  void link(std::uint32_t index);
  void start(Kind kind, const YAML::Mark& mark, const std::string& tag,
             YAML::anchor_t anchor);
  void end();
  void find_duplicates(std::uint32_t map);
  Span null_span(std::uint32_t begin) const;

  const SourceFile& source_;
  std::uint32_t shift_;
  bool is_first_;  // no document stands before it
  Document document_;
  std::vector<Open> open_;
  std::vector<std::uint32_t> anchors_;  // by yaml-cpp's number
};

}  // namespace harden::yaml
