// One container of the trial, from its start to its end.
#pragma once

#include <chrono>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "observe/trace/engine_client.h"

namespace harden::trace {

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
