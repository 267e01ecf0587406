# SPDX-License-Identifier: GPL-3.0-or-later
gx_test(store store)
gx_test(reading match)
# GLib's own allocator hands memory from thread to thread unseen by the thread sanitizer.
set_tests_properties(unit-reading unit-store PROPERTIES ENVIRONMENT G_SLICE=always-malloc)
