#pragma once

#include <stdio.h>

/* Writes to `out` what https://NAME:9443/ says, or why it is not trusted. */
void ask_peer(const char *name, FILE *out);
