#include <dlfcn.h>
int main(void) { return dlopen("x.so", 1) == 0; }
