// Which variables are visible where: global ARGs in FROM, ENV and ARG inside
// a stage.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "command/expand_word.h"
#include "dockerfile/image_state.h"

namespace harden {

using BuildArgs = std::map<std::string, std::string, std::less<>>;

// The ARGs before the first FROM, and those that BuildKit predefines. All
// others are unset in FROM: no base image has a say there.
class GlobalScope : public VariableSource {
 public:
  // `target` is what TARGETSTAGE holds.
  GlobalScope(const BuildArgs& build_args, const std::string& target);

  Binding find(std::string_view name) const override;
  void set(std::string name, Variable value);

 private:
  Variables variables_;
};

// ENV and ARG at one place of a stage.
class StageScope : public VariableSource {
 public:
  explicit StageScope(const ImageState& state) : state_(state) {}
  Binding find(std::string_view name) const override;

 private:
  const ImageState& state_;
};

}  // namespace harden
