// The engine's own command line program, and what it is asked to start.
#pragma once

#include <chrono>
#include <map>
#include <optional>
#include <string>
#include <string_view>
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

// What an image's configuration says about how it starts.
struct ImageConfig {
  std::vector<std::string> entrypoint;
  std::vector<std::string> command;
  // HEALTHCHECK as argv; empty: none.
  std::vector<std::string> health;

  // What the engine starts.
  std::vector<std::string> argv() const;
};

// Of what `docker image inspect --format '{{json .Config}}'` prints. Throws
// ProcessFailure.
ImageConfig read_image_config(std::string_view json);

// One container of the trial, from its start to its end.
struct ContainerState {
  bool running = false;
  int status = 0;  // its own, when it has ended
};

class Container {
 public:
  // `words` are those of `docker run`, the image and what follows included.
  // It may not start: see `refusal`.
  Container(const EngineClient& engine, Leftovers& leftovers, std::string name,
            const std::vector<std::string>& words);
  ~Container();
  Container(const Container&) = delete;
  Container& operator=(const Container&) = delete;

  const std::string& name() const { return name_; }
  // Why the engine did not start it; empty: it did.
  const std::string& refusal() const { return refusal_; }

  ContainerState state() const;
  // Until it has ended, or the time is over.
  ContainerState wait(std::chrono::milliseconds time) const;
  void stop() const;
  void kill() const;

  // Ports of this machine by those of the container.
  std::map<int, int> ports() const;
  // What `docker exec` ends with.
  ProcessResult execute(const std::vector<std::string>& argv) const;
  // The last line that it printed.
  std::string said() const;
  // Copies one file out of it; also when it has ended.
  void copy(const std::string& path, const std::string& to) const;

 private:
  const EngineClient& engine_;
  Leftovers& leftovers_;
  std::string name_;
  std::string refusal_;
};

}  // namespace harden::trace
