// Small pieces of memory that a thread has freed, kept for its next ones.
//
// The C library keeps seven of a size, and gives the others back to the heap,
// where they are joined and cut again; and its checks take longer than the rest
// of its work. A program whose values are small and live shortly pays a sixth
// of its time for that. So `new` looks here first. What is kept is the C
// library's own, so any thread may free what another one has asked for, and no
// more of it than `most` of a kind: a thread that only frees keeps no pile.
//
// Only the static program has this: sanitizers bring their own `new`.
#include <malloc.h>

#include <algorithm>
#include <cstdlib>
#include <new>

namespace {

constexpr std::size_t step = 16;
constexpr std::size_t kinds = 64;
constexpr unsigned most = 1000;

struct Freed {
  Freed* next;
};

struct Kept {
  Freed* first;
  unsigned count;
};

constinit thread_local Kept kept[kinds];

// The C library gives 24 bytes, or 16 more, or 32 more …
constexpr std::size_t kind_of(std::size_t size) {
  return size / step + (size % step > step / 2 ? 1 : 0);
}

void keep(void* piece, std::size_t kind) {
  if (kind >= kinds || kept[kind].count == most) return std::free(piece);
  kept[kind].first = new (piece) Freed{kept[kind].first};
  ++kept[kind].count;
}

void* allocated(std::size_t size, std::size_t kind) {
  void* piece = std::malloc(std::max(size, kind * step + step / 2));
  if (piece == nullptr) throw std::bad_alloc();
  return piece;
}

}  // namespace

void* operator new(std::size_t size) {
  const std::size_t kind = kind_of(size);
  if (kind >= kinds || kept[kind].first == nullptr) {
    return allocated(size, kind);
  }
  Freed* piece = kept[kind].first;
  kept[kind].first = piece->next;
  --kept[kind].count;
  return piece;
}

void operator delete(void* piece) noexcept {
  if (piece == nullptr) return;
  keep(piece, malloc_usable_size(piece) / step);
}

void operator delete(void* piece, std::size_t size) noexcept {
  if (piece != nullptr) keep(piece, kind_of(size));
}
