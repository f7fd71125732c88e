// The parts of the report; each prints a few lines.
#pragma once

#include <string>
#include <vector>

#include "peers.h"

namespace harden::bench {

struct Programs {
  std::string harden;
  std::string empty;
  std::vector<Peer> peers;
};

void report_memory(const Programs& programs);
void report_cold_start(const Programs& programs);
void report_check_tree(const Programs& programs);
void report_throughput();
void report_shell();
// In a scope of its own, before the others need memory.
void report_evidence_memory(const Programs& programs);
void report_evidence();
void report_growth();

}  // namespace harden::bench
