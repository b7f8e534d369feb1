# shellcheck shell=bash
# To be sourced: how the sanitizers behave in tests. Z3 keeps tables that it makes when it starts
# until the process ends; they are not our leaks.
export ASAN_OPTIONS="detect_leaks=1:allocator_may_return_null=1:max_allocation_size_mb=1024:handle_abort=1"
export UBSAN_OPTIONS="print_stacktrace=1"
export LSAN_OPTIONS="suppressions=$PWD/tests/lsan.supp:print_suppressions=0"
