# SPDX-License-Identifier: GPL-3.0-or-later
gx_test(pool base)
gx_test(writer base)
gx_test(output base)
# GLib's own allocator hands memory from thread to thread unseen by the thread sanitizer.
set_tests_properties(unit-pool PROPERTIES ENVIRONMENT G_SLICE=always-malloc)
