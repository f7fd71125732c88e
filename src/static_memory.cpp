// How many pieces of memory of one size a thread keeps that it has freed.
//
// The C library keeps seven, and gives the others back to the heap, where they
// are joined and cut again: half of what memory costs a program whose values
// are small and live shortly. More can be had from its tunables, which it
// reads from the environment before anything else. Here they are read from a
// line of our own first, so what a user sets still counts. CMakeLists.txt makes
// the linker call this.
extern "C" {
void __real___tunables_init(char** environment);

void __wrap___tunables_init(char** environment) {
  static char setting[] = "GLIBC_TUNABLES=glibc.malloc.tcache_count=1000";
  static char* own[] = {setting, nullptr};
  __real___tunables_init(own);
  __real___tunables_init(environment);
}
}
