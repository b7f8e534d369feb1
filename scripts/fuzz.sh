#!/usr/bin/env bash
# fuzz.sh COUNT SEED SAVE_DIR: runs the fuzzer of the sanitizer build over the corpus.
set -u
cd "$(dirname "$0")/.." || exit 2
san=${SAN_BUILD:-build/san}
. scripts/sanitizers.sh
exec "$san/fuzz" --count "$1" --seed "$2" --save "$3" --jobs "$(nproc 2>/dev/null || echo 1)" corpus tests/fuzz/seeds
