// What a static program says about its stack frames, and to whom.
//
// gcc starts a static program with crtbeginT.o, which registers the whole
// .eh_frame with the unwinder; the first exception then sorts all of it, which
// takes 10 ms. With nothing registered the unwinder searches the sorted
// .eh_frame_hdr instead, as in every other program (libgcc,
// unwind-dw2-fde-dip.c). CMakeLists.txt makes the linker write that table and
// call these.
extern "C" {
void __wrap___register_frame_info(const void*, void*) {}
void* __wrap___deregister_frame_info(const void*) { return nullptr; }
}
