// The engine's own command line program, which knows the way to the engine.
#pragma once

#include <chrono>
#include <string>
#include <vector>

#include "base/process/process.h"

namespace harden::trace {

class EngineClient {
 public:
  // Throws ProcessFailure when there is none, or no engine answers it.
  explicit EngineClient(std::string program);

  const std::string& program() const { return program_; }

  // With any status.
  ProcessResult try_command(std::vector<std::string> words,
                            std::chrono::milliseconds timeout) const;
  // What it prints, without the line end. Throws ProcessFailure with `purpose`
  // ("the image cannot be built") and what it said.
  std::string command(
      std::vector<std::string> words, const std::string& purpose,
      std::chrono::milliseconds timeout = std::chrono::minutes(2)) const;

 private:
  ProcessOptions options_;
  std::string program_;
};

// What was made on an engine, and is removed again.
class Leftovers {
 public:
  explicit Leftovers(const EngineClient& engine) : engine_(engine) {}
  ~Leftovers();
  Leftovers(const Leftovers&) = delete;
  Leftovers& operator=(const Leftovers&) = delete;

  // By names that are noted before anything has them, so that a client that
  // is interrupted leaves nothing behind.
  void container(const std::string& name) { containers_.push_back(name); }
  void volume(const std::string& name) { volumes_.push_back(name); }
  void network(const std::string& name) { networks_.push_back(name); }
  void image(const std::string& name) { images_.push_back(name); }

  void remove_container(const std::string& name);
  void remove_volumes();

 private:
  void remove(std::vector<std::string> words,
              std::vector<std::string>& names) const;

  const EngineClient& engine_;
  std::vector<std::string> containers_, volumes_, networks_, images_;
};

}  // namespace harden::trace
