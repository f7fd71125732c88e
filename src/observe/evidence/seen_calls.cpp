#include "observe/evidence/seen_calls.h"

namespace harden::evidence {
namespace {

// A program may print any number of words with a parenthesis behind them.
constexpr std::size_t most_unknown = 100;

std::size_t place_of(std::string_view name) {
  const auto at = [&](std::size_t i) {
    return static_cast<std::size_t>(static_cast<unsigned char>(name[i]));
  };
  const std::size_t last = name.size() - 1;
  return (at(0) * 7 + at(last / 2) * 31 + at(last) * 3 + last * 61) % 256;
}

}  // namespace

SeenCalls::Calls::iterator SeenCalls::insert(std::string_view name) {
  const bool known = known_(name);
  if (!known && ++unknown_ > most_unknown) return calls_.end();
  return calls_.emplace(std::string(name), Call{known}).first;
}

SeenCalls::Call* SeenCalls::find(std::string_view name) {
  if (name.empty()) return nullptr;
  Calls::value_type*& recent = recent_[place_of(name)];
  if (recent != nullptr && recent->first == name) return &recent->second;
  auto call = calls_.find(name);
  if (call == calls_.end()) call = insert(name);
  if (call == calls_.end()) return nullptr;
  recent = &*call;
  return &recent->second;
}

bool SeenCalls::add(std::string_view name, StraceCall::Outcome outcome) {
  Call* const call = find(name);
  if (call == nullptr) return false;
  using Outcome = StraceCall::Outcome;
  call->returned |= outcome == Outcome::returned;
  call->refused |= outcome == Outcome::refused;
  return call->is_known;
}

void SeenCalls::fill(SyscallEvidence& evidence) const {
  for (const auto& [name, call] : calls_) {
    if (!call.is_known) {
      evidence.unknown.insert(name);
      continue;
    }
    evidence.names.insert(name);
    if (call.refused && !call.returned) evidence.failed.insert(name);
  }
}

}  // namespace harden::evidence
