// What the follower has to tell, and its budget.
#include <algorithm>
#include <utility>

#include "follow/follower.h"
#include "shell/shell_script.h"

namespace harden {
namespace {

// Commands, counted each time they are reached: far more than any script that
// a person wrote, and some milliseconds.
constexpr std::size_t most_steps = 20'000;
constexpr int deepest_run = 250;
// Scripts, `$(…)` and `eval` texts together.
constexpr std::size_t most_bytes = std::size_t{8} << 20;

}  // namespace

Place Follower::place_of(Span span) const {
  if (context_.source->place) {
    return {context_.source->file, *context_.source->place};
  }
  if (context_.place) return {context_.source->file, *context_.place};
  const std::uint32_t offset = context_.source->offset;
  return {context_.source->file, {span.begin + offset, span.end + offset}};
}

std::string Follower::words_of(Span span) const {
  return context_.source->text.substr(span.begin, span.size());
}

void Follower::add_act(Span span, Act act) {
  if (quiet_) return;
  RootAct told{place_of(span), std::move(act)};
  if (!surroundings_.root) {
    // Nobody has shown what belongs to the account: it may be this file.
    if (told.act.kind == Act::Kind::write) accounts_wrote_.push_back(told);
    return;
  }
  const auto key =
      std::make_tuple(told.place.file, told.place.span.begin,
                      static_cast<int>(told.act.kind), told.act.path);
  if (told_.insert(key).second) result_.acts.push_back(std::move(told));
}

void Follower::add_acts(Span span, std::vector<Act> acts) {
  for (Act& act : acts) add_act(span, std::move(act));
}

void Follower::add_unknown(Span span, std::string reason) {
  Act act;
  act.kind = Act::Kind::unknown;
  act.reason = std::move(reason);
  add_act(span, std::move(act));
}

void Follower::add_service(const Place& place) {
  const bool known = std::any_of(
      result_.services.begin(), result_.services.end(), [&](const Service& it) {
        return it.place.file == place.file && it.place.span == place.span;
      });
  if (!known) result_.services.push_back({place, text_of(result_, place)});
}

void Follower::lose(Span span, std::string because) {
  if (!result_.lost) result_.lost = Lost{place_of(span), std::move(because)};
}

void Follower::add_untold(Span span, std::string because) {
  // What runs as an account may be anything, but for what makes it root.
  if (!surroundings_.root && !may_elevate()) return;
  add_untold(span, {{}, std::move(because)});
}

bool Follower::may_elevate() {
  if (!may_elevate_) may_elevate_ = input_.may_elevate && input_.may_elevate();
  return *may_elevate_;
}

void Follower::add_untold(Span span, Untold untold) {
  const Place place = place_of(span);
  const bool known = std::ranges::any_of(result_.untold, [&](const Untold& it) {
    return it.place.file == place.file && it.place.span == place.span;
  });
  if (known) return;
  untold.place = place;
  result_.untold.push_back(std::move(untold));
}

void Follower::add_ran(const Place& place, std::vector<Field> argv) {
  result_.ran.push_back(place);
  ran_.push_back({place, std::move(argv)});
}

ScriptText& Follower::add_source(std::size_t file, std::uint32_t offset,
                                 std::string text) {
  sources_.push_back({file, offset, std::move(text)});
  Source& source = sources_.back();
  parsed_ += source.text.size();
  source.tree = shell::parse_script(source.text);
  return source;
}

const ScriptText& Follower::substitution_source(std::uint32_t offset,
                                                std::string_view text) {
  const std::pair key{context_.source->file, context_.source->offset + offset};
  const auto found = substitutions_.find(key);
  if (found != substitutions_.end() && found->second->text == text) {
    return *found->second;
  }
  Source& source = add_source(key.first, key.second, std::string(text));
  source.place =
      context_.source->place ? context_.source->place : context_.place;
  substitutions_[key] = &source;
  return source;
}

bool Follower::going_on(Span span) {
  if (result_.lost) return false;
  if (expander_.pattern_budget().exhausted()) {
    lose(span, "it compares longer patterns, or more, than harden follows");
    return false;
  }
  if (++steps_ <= most_steps && depth_ <= deepest_run &&
      parsed_ <= most_bytes) {
    return true;
  }
  lose(span, "it goes on for longer than harden follows");
  return false;
}

}  // namespace harden
