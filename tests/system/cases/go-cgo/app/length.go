package main

// #include <stdlib.h>
// #include <string.h>
import "C"

import "unsafe"

func length(text string) int {
	copied := C.CString(text)
	defer C.free(unsafe.Pointer(copied))
	return int(C.strlen(copied))
}
